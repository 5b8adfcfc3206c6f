"""Days and ranges of days as people write them."""

import re
from calendar import monthrange
from datetime import date

from remissarkiv.query.years import EARLIEST, LATEST

_DAY = r"[0-9]{4}(?:-[0-9]{1,2}(?:-[0-9]{1,2})?)?"
_DASH = r"(?:\.\.\.?|…|[-–—−‐‑])"
_ONE = re.compile(_DAY)
_RANGE = re.compile(rf"(?P<first>{_DAY})?\s{{0,3}}{_DASH}\s{{0,3}}(?P<last>{_DAY})?")
_SPACED = re.compile(rf"{_DAY}\s{{0,3}}{_DASH}\s{{0,3}}{_DAY}(?=[\s)]|\Z)")

Days = tuple[date | None, date | None]


def read_days(text: str) -> Days | None:
    """First and last day (None: open end) of `2010-01-31`, `2010-01` (the month), `2010`, and of a range with
    `..` or a dash between two of them or on one side of one; None for anything else. They come in the order
    written."""
    text = text.strip()
    if _ONE.fullmatch(text):
        return _both(text, text)
    match = _RANGE.fullmatch(text)
    if match is None or not (match["first"] or match["last"]):
        return None
    return _both(match["first"], match["last"])


def _both(first: str | None, last: str | None) -> Days | None:
    try:
        begins, ends = _ends(first) if first else None, _ends(last) if last else None
    except ValueError:  # the 30th of February, and the 13th month
        return None
    if begins and ends and begins[0] > ends[1]:
        return begins[1], ends[0]  # both are whole when whoever asks turns them round
    return begins[0] if begins else None, ends[1] if ends else None


def _ends(text: str) -> tuple[date, date]:
    """The first and the last day of a day, a month or a year."""
    year, *rest = map(int, text.split("-"))
    if not EARLIEST <= year <= LATEST:
        raise ValueError(f"no document is of the year {year}")
    if not rest:
        return date(year, 1, 1), date(year, 12, 31)
    month, *day = rest
    if not day:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day[0]), date(year, month, day[0])


def days_extent(text: str, start: int) -> int | None:
    """Where an unquoted range with blanks in it, `2010-01-01 - 2012-06-30`, ends; None when there is none at
    `start`."""
    match = _SPACED.match(text, start)
    return match.end() if match else None
