"""Which words head which section, in tjänsteutlåtanden, protokoll and motions.

Compared as skeletons, so that `Arendets beredning` is `Ärendets beredning`; `heading_words.py` lists them.
"""

import re
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
_NO_OWNERS = frozenset((folded("i"), folded("enligt")))


_SIGNS: tuple[tuple[SectionKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            SectionKind.EXPEDIERING,
            r".{0,40}\b(?:skickas|sänds|expedieras|meddelas|delges|översänds)(?: till)?",
        ),
        (SectionKind.RESERVATION, r"reservation(?:er)?\b.*|särskil(?:t|da) yttranden?\b.*"),
        (SectionKind.BESLUTSGANG, r"(?:beslutsgång|propositionsordning|omröstning)\b.*"),
        (SectionKind.YRKANDEN, r"(?:.{0,25} och )?yrkanden?\b.*"),
        (SectionKind.REMISSINSTANSER, r"remissinstanser\b.*|remissen (?:går|skickas|har skickats) till\b.*"),
        (
            SectionKind.FORSLAG_TILL_BESLUT,
            r"(?:.{0,40}s )?förslag till beslut i\b.*|(?:vi|jag) (?:yrkar|föreslår)\b.*",
        ),
        (SectionKind.BESLUTSUNDERLAG, r"(?:besluts)?underlag (?:för|till) (?:beslut|ärende)\w*"),
        (
            SectionKind.KONSEKVENSER,
            r"(?:ekonomiska|personella|juridiska|sociala) (?:konsekvenser|effekter)\b.*"
            r"|konsekvenser (?:för|av)\b.*|kostnad(?:er)?(?: (?:och|för) .{3,40})?"
            r"|barn(?:rätts|konsekvens)\w+|påverkan på .{3,50}",
        ),
        (SectionKind.BAKGRUND, r"bakgrund (?:och|till)\b.*"),
        (SectionKind.SAMMANFATTNING, r"sammanfattning av\b.*|sammanfattande (?:bedömning|ståndpunkt)"),
    )
)
"""How a heading that the file marks as one begins, for those that no list can hold."""


def kind_of_marked_heading(heading: str) -> SectionKind:
    """The kind of section under a line that is known to be a heading: by the lists, else by its first
    words."""
    words = " ".join(heading.split()).strip(" .:")
    known = kind_of_heading(words)
    if known is not None:
        return known
    return next((kind for kind, sign in _SIGNS if sign.fullmatch(words)), SectionKind.OVRIGT)


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
    # "I enlighet med kommunstyrelsens förslag:" leads to a decision.
    if words and words[0] in _NO_OWNERS:
        return None
    for n, word in enumerate(words[:_MOST_OWNER_WORDS], start=1):
        if word.endswith(_OWNERS):
            return _by_skeleton().get(" ".join(words[n:]))
    return None
