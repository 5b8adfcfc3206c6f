"""Years and ranges of years as people write them."""

import re

_END = r"(?:[0-9]{4}|[0-9]{2}(?![0-9]))"
_DASH = r"(?:-|–|—|−|‐|‑|\.\.\.?|…)"
_RANGE = re.compile(rf"(?P<first>[0-9]{{4}})?\s{{0,3}}(?P<dash>{_DASH})\s{{0,3}}(?P<last>{_END})?")
_YEAR = re.compile(r"[0-9]{4}")
_SPACED = re.compile(rf"[0-9]{{4}}\s{{0,3}}{_DASH}\s{{0,3}}[0-9]{{4}}(?=[\s)]|\Z)")

EARLIEST, LATEST = 1500, 2199
"""No municipal document lies outside; an open range ends here."""


def read_years(text: str) -> tuple[int | None, int | None] | None:
    """First and last year (None: open end) of `2018`, `2015-2020`, `2015–20`, `2015..2020`, `-2017`, `2018-`;
    None for anything else. The years come in the order written."""
    text = text.strip()
    if _YEAR.fullmatch(text):
        return _within(int(text), int(text))
    match = _RANGE.fullmatch(text)
    if match is None or not (match["first"] or match["last"]):
        return None
    first = int(match["first"]) if match["first"] else None
    last = int(match["last"]) if match["last"] else None
    if last is not None and last < 100:
        # `2015-20`: the second year in short form, as in a mandate period.
        if first is None:
            return None
        last += first - first % 100
    return _within(first, last)


def _within(first: int | None, last: int | None) -> tuple[int | None, int | None] | None:
    years = [year for year in (first, last) if year is not None]
    return (first, last) if all(EARLIEST <= year <= LATEST for year in years) else None


def years_extent(text: str, start: int) -> int | None:
    """Where an unquoted range with blanks in it, `2015 - 2020`, ends; None when there is none at `start`."""
    match = _SPACED.match(text, start)
    return match.end() if match else None
