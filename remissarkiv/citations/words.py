"""The words of a text that may belong to the name of an act, found in one pass for everybody who asks.

Most words of a text name nothing; what a word may be is remembered, so that only the few others are looked at.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from remissarkiv.acts import acts_abbreviated, eu_names, fold

_WORD = re.compile(r"(?<!\w)[^\W\d_](?:[\w-]{0,60}\w)?(?!\w)")
GENERAL = frozenset(
    "lag lagen lagens förordning förordningen förordningens kungörelse kungörelsen kungörelsens balk balken "
    "balkens stadga stadgan stadgans instruktion instruktionen reglementet".split()
)
"""Words that name an act only together with what stands around them."""

_GENERAL_FOLDED = frozenset(fold(word) for word in GENERAL)
_ENDINGS = tuple(
    fold(word)
    for stem in ("lag", "balk", "förordning", "ordning", "form", "kungörelse", "stadga", "konvention")
    for word in (stem, stem + "n", stem + "ns", stem + "en", stem + "ens")
)
_LAST_LETTERS = frozenset("gknsmae")
"""The last letters of those endings as they are folded; a glance at them spares the folding."""
_LONGEST_SHORT = 12
_TREATIES = ("konvention", "konventionen", "konventionens", "fördraget", "fördragets")
_PLAIN = str.maketrans("åäöÅÄÖ\n\t\u00a0", "aaoaao   ")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that may be part of a name: where it stands, and of what kind of name."""

    text: str
    start: int
    end: int
    short: bool
    """An abbreviation of an act."""
    general: bool
    """`lagen`, `förordning`: a name only with a number, a title or `samma`."""
    ending: bool
    """A word that ends as names of acts do."""
    eu: bool
    """The last word of a name of an EU act or of a treaty, or a treaty's own name."""


def plain(text: str) -> str:
    """Lower case without å, ä and ö and with blanks for other white space, of equal length."""
    return "".join(letter.lower()[0] for letter in text).translate(_PLAIN)


@cache
def eu_names_ending_in() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Plain last word of the names of EU acts -> (plain name, root), the longest name first."""
    table: dict[str, list[tuple[str, str]]] = {}
    for name, root in eu_names().items():
        flat = plain(name)
        table.setdefault(_WORD.findall(flat)[-1], []).append((flat, root))
    return {word: tuple(sorted(names, key=lambda item: -len(item[0]))) for word, names in table.items()}


@lru_cache(maxsize=1 << 16)
def _kind(word: str) -> tuple[bool, bool, bool, bool] | None:
    """What a word may be (`short`, `general`, `ending`, `eu`), None for nothing."""
    short = len(word) <= _LONGEST_SHORT and bool(acts_abbreviated(word))
    general = ending = False
    if not short and 3 <= len(word) and word[-1].lower() in _LAST_LETTERS:
        folded = fold(word)
        general = folded in _GENERAL_FOLDED
        ending = not general and folded.endswith(_ENDINGS)
    names, flat = eu_names_ending_in(), plain(word)
    forms = (flat, flat.removesuffix("s"), flat + "en", flat + "et")
    eu = any(form in names for form in forms) or word.lower().endswith(_TREATIES)
    return (short, general, ending, eu) if short or general or ending or eu else None


def names_words(text: str) -> list[Word]:
    """The words of `text` that may be part of a name of an act, in order."""
    found = []
    for match in _WORD.finditer(text):
        kind = _kind(match[0])
        if kind is not None:
            found.append(Word(match[0], match.start(), match.end(), *kind))
    return found
