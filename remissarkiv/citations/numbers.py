"""Lists of numbers as statutes write them: `1 och 2`, `22, 23 och 26`, `26 a-26 i`, `2-5, 7 och 8`, `5 a
och b`.
"""

import re
from typing import NamedTuple

from remissarkiv.domain import Span

MAX_NUMBERS = 60
"""No provision lists more; the bound keeps reading linear on pages of digits."""

_NUMBER = re.compile(
    r"(?P<number>\d{1,3})(?:\s?(?P<letter>[a-zåäö])(?=\s{0,3}(?:[§$,]|[-–—]|(?:och|eller|samt|o|till|kap|par)(?!\w)))|(?P<tight>[a-h])(?!\w))?"
    r"(?=kap|[^\w%]|\Z)(?![:/]\d)(?!\.\d)"
)
_LETTER = re.compile(r"[a-zåäö](?!\w)(?=\s{0,3}(?:[§$,]|(?:och|eller|samt|o|kap)(?!\w)))")
_JOIN = re.compile(
    r"\s{0,3}(?:,\s{0,3}(?:och|eller|samt)?|och/eller|och|eller|samt|respektive|resp\.|till och med"
    r"|t\.o\.m\.|o|&|[-–—])\s{0,3}"
)
ORDINALS = {
    word: str(number)
    for number, words in enumerate(
        (
            "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde",
            "elfte", "tolfte", "trettonde", "fjortonde", "femtonde",
        ),
        start=1,
    )
    for word in (
        words,
        words.replace("ö", "o").replace("ä", "a").replace("å", "a"),
        words.replace("ö", "é").replace("ä", "é").replace("å", "é"),
    )
}  # fmt: skip
"""Ordinal words, also as OCR without Swedish leaves them (`forsta stycket`, `férsta stycket`) -> number."""

ORDINAL = "(?:" + "|".join(ORDINALS) + ")"


def digits_before(text: str, end: int, most: int) -> int:
    """Where the digits begin that end at `end`, of which there is one and are looked at `most`."""
    start, first = end - 1, max(0, end - most)
    while start > first and text[start - 1].isdecimal():
        start -= 1
    return start


class Numbered(NamedTuple):
    """A number with its letter (`3b`), and where it stands."""

    value: str
    span: Span


def number_list(text: str, start: int) -> list[Numbered]:
    """The numbers of the list that begins exactly at `start`; [] when none does. A range gives its ends."""
    found: list[Numbered] = []
    place, number, lettered = start, "", False
    while len(found) < MAX_NUMBERS:
        if match := _NUMBER.match(text, place):
            number, letter = str(int(match["number"])), match["letter"] or match["tight"] or ""
            lettered = bool(letter)
            found.append(Numbered(number + letter, Span(*match.span())))
        elif lettered and (match := _LETTER.match(text, place)):
            found.append(Numbered(number + match[0], Span(*match.span())))
        else:
            break
        join = _JOIN.match(text, match.end())
        if join is None:
            break
        place = join.end()
    return found
