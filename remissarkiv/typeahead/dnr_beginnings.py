"""How a Dnr may begin when somebody types it, in any spelling, and what of it is known so far.

`KS 2025/448` is kept under `ks 2025/448` (the diary first), `2025/448` (the year first), `#448/2025` (a
number alone, of any diary) and `ks#448/2025` (a diary's number, of any year).
"""

import re

from remissarkiv.dnr import DnrError, parse_dnr, parse_half
from remissarkiv.domain import Dnr
from remissarkiv.query.folding import fold

_PARTIAL_YEAR = 4
_YEAR_BEGUN = re.compile("[12]$|19|20")
_HOLDS_DIGIT = re.compile("[0-9]")


def kept_beginnings(value: str) -> tuple[str, ...]:
    """What a Dnr, given by its normal value, is kept under."""
    authority, _, rest = fold(value).rpartition(" ")
    year, _, number = rest.partition("/")
    turned = f"#{number}/{year}"
    if not authority:
        return (rest, turned)
    return (f"{authority} {rest}", rest, turned, f"{authority}{turned}")


def typed_beginnings(text: str) -> tuple[str, ...]:
    """The beginnings that something typed may mean, the likeliest first; () for what is no Dnr at all.

    `ks2025-44` means `ks 2025/44`, `448` means `#448`, `KS 20` means `ks 20` and `ks#20`.
    """
    text = text.strip()
    try:
        return (_of_whole(parse_dnr(text)),)
    except DnrError:
        half = parse_half(text)
    if half is None:
        return ()
    diary = fold(half.authority)
    spaced = f"{diary} " if diary else ""
    if half.number is None:
        return (f"{spaced}{half.year}/" if half.year is not None else spaced,)
    if half.year is not None:
        return (f"{spaced}{half.year}/{half.number}",)
    numbered = f"{diary}#{half.number}"
    if half.number >= 10**_PARTIAL_YEAR:
        return (numbered,)
    # Digits may also be the first ones of a year.
    of_year = f"{spaced}{half.number}"
    return (of_year, numbered) if _YEAR_BEGUN.match(str(half.number)) else (numbered, of_year)


def looks_like_dnr(text: str) -> bool:
    """Whether what was typed is so much like a Dnr that Dnr are what is looked for."""
    return _HOLDS_DIGIT.search(text) is not None and bool(typed_beginnings(text))


def _of_whole(dnr: Dnr) -> str:
    return fold(dnr.value)
