"""The state of a search as an address, and back. Every facet, sort order and page is a link made here.

`/sok?q=rådgivning&typ=motion&ar=2009-2012&sortera=datum&sida=2`. Whatever a browser sends is read leniently:
what cannot be understood is left out, never an error.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import ClassVar
from urllib.parse import quote_plus

from werkzeug.datastructures import MultiDict

from remissarkiv.citations import is_key
from remissarkiv.domain import WITH_UNSURE
from remissarkiv.labels import CONCLUSION_FIELDS, FACETS, SORTS
from remissarkiv.query.limits import MAX_LENGTH
from webapp.formats import facet_value, years

PARAMETERS: dict[str, str] = {
    "kind": "typ",
    "namnd": "namnd",
    "year": "ar",
    "lag": "lag",
    "paragraf": "lagrum",
    "verdict": "bedomning",
    "principle": "princip",
    "stance": "stallning",
    "outcome": "beslut",
    "instans": "instans",
}
"""The name of each facet's column in an address."""

WITH_UNSURE_TOO = "med"
"""What `osakra` says when filters take what was understood without certainty too."""

APART = "alla"
"""What `kopior` says when copies are not to be one hit."""

MAX_QUERY = MAX_LENGTH + 1
"""Characters of a query that are kept: one more than are read, so that whoever reads it says so."""
MAX_PAGE = 100_000
_MAX_VALUES = 200
_MAX_VALUE = 200
_YEARS = re.compile(r"(\d{4})(?:[-–](\d{4}))?", re.ASCII)
_LONGEST_RANGE = 1000


@dataclass(frozen=True, slots=True)
class SearchAddress:
    """A search: the query, the chosen facet values per column, whether those of what documents conclude take
    the unsure too, the order, whether copies stand apart, and the page from 1."""

    query: str = ""
    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sort: str = "relevans"
    apart: bool = False
    page: int = 1
    unsure: bool = False
    longest: ClassVar[int] = MAX_QUERY
    """Characters that a search box takes."""

    @classmethod
    def read(cls, arguments: MultiDict[str, str]) -> "SearchAddress":
        """What the arguments of a request say. `fran` and `till` (years) are another way to write `ar`."""
        years_asked = [*arguments.getlist("ar"), _range(arguments.get("fran", ""), arguments.get("till", ""))]
        values = {
            "kind": _values(arguments.getlist("typ")),
            "namnd": _values(arguments.getlist("namnd")),
            "year": _years(years_asked),
            "lag": tuple(key for key in _values(arguments.getlist("lag")) if is_key(key) and "#" not in key),
            "paragraf": tuple(key for key in _values(arguments.getlist("lagrum")) if is_key(key)),
            **{column: _values(arguments.getlist(PARAMETERS[column])) for column in CONCLUSION_FIELDS},
        }
        sort = arguments.get("sortera", "")
        page = arguments.get("sida", "")
        return cls(
            query=arguments.get("q", "").strip()[:MAX_QUERY],
            chosen=tuple((column, values[column]) for column in FACETS if values[column]),
            sort=sort if sort in SORTS else "relevans",
            apart=arguments.get("kopior") == APART,
            unsure=arguments.get("osakra") == WITH_UNSURE_TOO,
            page=min(int(page), MAX_PAGE) if re.fullmatch(r"[1-9][0-9]{0,8}", page) else 1,
        )

    @property
    def filters(self) -> Mapping[str, tuple[str, ...]]:
        """The chosen values by column."""
        return dict(self.chosen)

    @property
    def searched(self) -> Mapping[str, tuple[str, ...]]:
        """The same as the searcher takes them: of the columns that hold the unsure too, where those count."""
        return {self.counted(column): values for column, values in self.chosen}

    def counted(self, column: str) -> str:
        """The column that a facet counts."""
        return WITH_UNSURE.get(column, column) if self.unsure else column

    @property
    def narrows_conclusions(self) -> bool:
        """Whether a value of what documents conclude is chosen."""
        return any(column in WITH_UNSURE for column, _ in self.chosen)

    @property
    def collapse(self) -> str:
        """Which copies are one hit, as the searcher takes it: those with the very same words always are."""
        return "exact" if self.apart else "near"

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for: no query and no filter."""
        return not self.query and not self.chosen

    def has(self, column: str, value: str) -> bool:
        """Whether the value is chosen."""
        return value in self.filters.get(column, ())

    def toggle(self, column: str, *values: str) -> "SearchAddress":
        """The same search with the values chosen; or not, when all of them were. Back to page 1."""
        before = self.filters.get(column, ())
        if all(value in before for value in values):
            return self.only(column, [value for value in before if value not in values])
        return self.only(column, [*before, *values])

    def toggling(self, column: str) -> Callable[..., str]:
        """What gives for values (one, of most columns) the parameters of `toggle(column, *values)`. Made once
        for all links of a facet, which differ in those values alone."""
        if column in self.filters:
            return lambda *values: self.toggle(column, *values).parameters()
        # None of the column is chosen, so that its name stands there once, and never within what is quoted.
        name = f"&{PARAMETERS[column]}="
        before, _, after = f"&{self.toggle(column, '').parameters()}".partition(name)
        beginning = f"{before}{name}"[1:]

        def toggled(*values: str) -> str:
            texts = _spans_of_years(values) if column == "year" else sorted(set(values))
            return f"{beginning}{name.join(map(_quoted, texts))}{after}"

        return toggled

    def only(self, column: str, values: Iterable[str]) -> "SearchAddress":
        """The same search with exactly these values of the column. Back to page 1."""
        filters = {**self.filters, column: tuple(sorted(set(values)))}
        chosen = tuple((name, filters[name]) for name in FACETS if filters.get(name))
        # Not `replace`, which takes longer than all the rest: a page has many such links.
        return SearchAddress(self.query, chosen, self.sort, self.apart, 1, self.unsure)

    def sorted_by(self, sort: str) -> "SearchAddress":
        """The same search in another order. Back to page 1."""
        return replace(self, sort=sort, page=1)

    def unfiltered(self) -> "SearchAddress":
        """The same search within everything. Back to page 1."""
        return replace(self, chosen=(), page=1)

    def with_copies(self, *, apart: bool) -> "SearchAddress":
        """The same search with each copy a hit of its own, or not. Back to page 1."""
        return replace(self, apart=apart, page=1)

    def with_unsure(self, *, unsure: bool) -> "SearchAddress":
        """The same search with what was understood without certainty, or not. Back to page 1."""
        return replace(self, unsure=unsure, page=1)

    def at_page(self, page: int) -> "SearchAddress":
        """The same search, another page of it."""
        return SearchAddress(self.query, self.chosen, self.sort, self.apart, page, self.unsure)

    def asking(self, query: str) -> "SearchAddress":
        """Another query with the same filters and order."""
        return replace(self, query=query, page=1)

    def pairs(self, *, paging: bool = True) -> list[tuple[str, str]]:
        """The parameters, in a fixed order; what is as usual (order, copies, page 1) is left out."""
        pairs = [("q", self.query)] if self.query else []
        for column, values in self.chosen:
            texts = _spans_of_years(values) if column == "year" else values
            pairs += [(PARAMETERS[column], text) for text in texts]
        if self.sort != "relevans":
            pairs.append(("sortera", self.sort))
        if self.unsure:
            pairs.append(("osakra", WITH_UNSURE_TOO))
        if self.apart:
            pairs.append(("kopior", APART))
        if paging and self.page > 1:
            pairs.append(("sida", str(self.page)))
        return pairs

    def parameters(self, *, paging: bool = True, **more: str | int) -> str:
        """The parameters as they stand after the `?`."""
        pairs = [*self.pairs(paging=paging), *more.items()]
        return "&".join(f"{name}={_quoted(str(value))}" for name, value in pairs)

    def describe_filters(self) -> str:
        """The filters in words: `Dokument: Motion, Remissvar · År: 2009–2012`, that the unsure count and that
        copies stand apart; "" when there is nothing to say."""
        parts = [f"{FACETS[column]}: {value}" for column, value in self._described()]
        parts += ["Även osäkra"] * self.unsure
        return " · ".join([*parts, "Kopior var för sig"] if self.apart else parts)

    def describe(self) -> str:
        """The whole search in words, for a name or a list."""
        return " · ".join(part for part in (self.query, self.describe_filters()) if part) or "Alla dokument"

    def _described(self) -> Iterable[tuple[str, str]]:
        for column, values in self.chosen:
            if column == "year":
                yield column, years(list(values))
            else:
                yield column, ", ".join(facet_value(column, value) for value in values)


@lru_cache(maxsize=4096)
def _spans_of_years(values: tuple[str, ...]) -> tuple[str, ...]:
    """Years as an address has them: `2009-2012`, `2025`."""
    return tuple(years(list(values)).replace("–", "-").split(", "))


@lru_cache(maxsize=4096)
def _quoted(text: str) -> str:
    """The text as it stands in an address. All links of a page share most of theirs."""
    return quote_plus(text)


def _values(texts: list[str]) -> tuple[str, ...]:
    values = {text.strip()[:_MAX_VALUE] for text in texts[:_MAX_VALUES]}
    return tuple(sorted(values - {""}))


def _years(texts: list[str]) -> tuple[str, ...]:
    chosen: set[int] = set()
    for text in texts[:_MAX_VALUES]:
        if match := _YEARS.fullmatch(text.strip()):
            first = int(match[1])
            last = int(match[2] or first)
            chosen.update(range(min(first, last), min(max(first, last), first + _LONGEST_RANGE) + 1))
    return tuple(f"{year:04}" for year in sorted(chosen))


def _range(first: str, last: str) -> str:
    first, last = first.strip(), last.strip()
    if not first and not last:
        return ""
    return f"{first or '1500'}-{last or '2100'}"
