"""The years that a question names: "före 2018", "mellan 2018 och 2020", "under 2010-talet"."""

import re

from remissarkiv.domain import Span
from remissarkiv.query.question_patterns import pattern

_YEAR = r"[12][0-9]{3}"
_FIRST, _LAST = rf"(?P<first>{_YEAR})", rf"(?P<last>{_YEAR})"
_THIS_CENTURY = 30
"""`20-talet` is of this century, `30-talet` of the last: no archive speaks of the 2030s."""


_DECADE = pattern(
    r"(?:(?:under|på|från|i) )?(?:(?:hela|början av|mitten av|slutet av|senare delen av) )?"
    r"(?P<decade>[12][0-9]{2}0|[0-9]0)[-–]?talet"
)
_SPANS = (
    pattern(rf"mellan (?:åren )?{_FIRST} (?:och|till) {_LAST}"),
    pattern(
        rf"(?:från och med|fr\.o\.m\.|från|åren|under|under åren) {_FIRST} (?:till och med|till|och) {_LAST}"
    ),
    pattern(rf"(?:under |åren |under åren |från )?{_FIRST}\s?[-–]\s?{_LAST}"),
)
_SIDES: tuple[tuple[re.Pattern[str], int, str], ...] = tuple(
    (pattern(text), step, field)
    for text, step, field in (
        (rf"(?:före|innan) (?:år )?{_FIRST}", -1, "år:-{year}"),
        (rf"(?:till och med|t\.o\.m\.|senast|fram till) (?:år )?{_FIRST}", 0, "år:-{year}"),
        (rf"efter (?:år )?{_FIRST}", 1, "år:{year}-"),
        (rf"(?:sedan|sen|från och med|fr\.o\.m\.|från) (?:år )?{_FIRST}", 0, "år:{year}-"),
        (r"(?:under |år |i |i år )?(?P<first>(?:19|20)[0-9]{2})(?=\W{0,3}$)", 0, "år:{year}"),
        (rf"(?:under|år|i) (?:år )?{_FIRST}", 0, "år:{year}"),
    )
)


def question_years(text: str) -> tuple[str, tuple[Span, ...]]:
    """The field that asks for the years of a question (`år:-2017`), the first that it names, and the places
    of all; "" when it names none."""
    found: list[tuple[str, Span]] = []
    for place, field in _read(text):
        if not any(place.overlaps(other) for _, other in found):
            found.append((field, place))
    return (found[0][0] if found else ""), tuple(place for _, place in found)


def _read(text: str) -> list[tuple[Span, str]]:
    found = [(Span(*match.span()), _decade(match)) for match in _DECADE.finditer(text)]
    for row in _SPANS:
        for match in row.finditer(text):
            first, last = sorted((int(match["first"]), int(match["last"])))
            found.append((Span(*match.span()), f"år:{first}–{last}"))
    for row, step, field in _SIDES:
        for match in row.finditer(text):
            found.append((Span(*match.span()), field.format(year=int(match["first"]) + step)))
    return found


def _decade(match: re.Match[str]) -> str:
    """Ten years; of `1900-talet` and `2000-talet` the hundred, but where it says which part of it."""
    written = match["decade"]
    first = int(written)
    if len(written) == 2:
        first += 2000 if first < _THIS_CENTURY else 1900
    whole = (
        len(written) == 4
        and first % 100 == 0
        and not re.search(r"(?:början|mitten|slutet) av|delen", match[0])
    )
    return f"år:{first}–{first + (99 if whole else 9)}"
