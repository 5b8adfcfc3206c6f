"""Which words head which section, in tjänsteutlåtanden, protokoll and motions.

Compared as skeletons, so that `Arendets beredning` is `Ärendets beredning`; `heading_words.py` lists them.
"""

from functools import cache

from indexer.extract.heading_words import HEADINGS
from indexer.extract.lines import folded
from remissarkiv.domain import SectionKind

# Whose: "Förvaltningens synpunkter och förslag", "Miljö- och byggnadsnämndens bedömning". Ends of skeletons.
_OWNERS = tuple(
    folded(word)
    for word in (
        "förvaltningens",
        "nämndens",
        "styrelsens",
        "kontorets",
        "utskottets",
        "fullmäktiges",
        "ordförandens",
        "utredarens",
        "avdelningens",
        "direktörens",
        "handläggarens",
        "presidiets",
        "beredningens",
        "direktionens",
        "kommitténs",
        "rådets",
        "delegationens",
    )
)
_MOST_OWNER_WORDS = 5


@cache
def _by_skeleton() -> dict[str, SectionKind]:
    table: dict[str, SectionKind] = {}
    for kind, headings in HEADINGS:
        for heading in headings:
            table.setdefault(folded(heading), kind)
    return table


def kind_of_heading(heading: str) -> SectionKind | None:
    """The kind of section that this line heads, whoever's it is; None when it is no known heading."""
    words = folded(heading).split()
    found = _by_skeleton().get(" ".join(words))
    if found is not None:
        return found
    for n, word in enumerate(words[:_MOST_OWNER_WORDS], start=1):
        if word.endswith(_OWNERS):
            return _by_skeleton().get(" ".join(words[n:]))
    return None
