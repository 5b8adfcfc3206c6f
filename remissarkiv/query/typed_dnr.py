"""Dnr as people type them and documents do not: `KS 2013 / 388`, `KS 2013 388`, `KS 2013_388`, `KS2013388`.

Only letters that are known as a diary make a Dnr of so little.
"""

import re
from collections.abc import Iterator

from remissarkiv.dnr import Dnr, DnrError, parse_dnr
from remissarkiv.dnr.authorities import is_known_diary
from remissarkiv.domain import Span

_TYPED = re.compile(
    r"(?<![\w/.:&-])(?P<diary>[^\W\d_]{1,8})\s?(?P<year>(?:19|20)[0-9]{2})"
    r"(?P<between>\s{0,2}/\s{0,2}|\s{1,2}|_|)(?P<number>[0-9]{1,6})(?![\w/.:*-]*[^\W_]|[/*-])"
)
_DATE = re.compile(r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# `KS 2020 15 miljoner`, `KS 2020 08 15`, `KS 2020 12 §`: the number counts something.
_COUNTED = re.compile(
    r"\s{0,3}(?:[0-9§%]|(?:kr|kronor|tkr|mkr|miljoner|miljarder|tusen|procent|st|stycken|timmar|dagar"
    r"|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?!\w))",
    re.I,
)


def typed_dnr(text: str) -> Iterator[tuple[Span, Dnr]]:
    """The Dnr in `text` whose year and number stand as in no document, with their places."""
    for found in _TYPED.finditer(text):
        dnr = _read(text, found)
        if dnr is not None:
            yield Span(*found.span()), dnr


def typed_dnr_at(text: str) -> tuple[int, Dnr] | None:
    """The one that `text` begins with, and how long it is."""
    found = _TYPED.match(text)
    dnr = _read(text, found) if found else None
    return (found.end(), dnr) if found and dnr is not None else None


def _read(text: str, found: re.Match[str]) -> Dnr | None:
    number, between = found["number"], found["between"]
    if not is_known_diary(found["diary"]) or not int(number):
        return None
    if not between and (len(number) == 1 or _DATE.fullmatch(number)):
        return None  # `KS 20131`, `KS 20130212`: a slip, a date
    if between.isspace() and (_YEAR.fullmatch(number) or _COUNTED.match(text, found.end())):
        return None
    try:
        return parse_dnr(f"{found['diary']} {found['year']}/{number}")
    except DnrError:
        return None
