"""Facets and filters: what can be chosen, what is chosen, each as a link that changes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from remissarkiv.domain import Access, HitList
from remissarkiv.labels import FACETS
from remissarkiv.search import Searcher
from webapp.addresses import SearchAddress
from webapp.formats import facet_value, years

Counts = Mapping[str, Sequence[tuple[str, int]]]

SHOWN = 8
"""Values of a facet that are shown before "visa alla"."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A choice: its label, how many hits it gives, whether it is chosen, and the search that toggles it."""

    label: str
    count: int
    chosen: bool
    address: SearchAddress


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet as shown: the heading, the first values and the rest."""

    column: str
    heading: str
    shown: tuple[FacetValue, ...]
    folded: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force, and the search without it."""

    label: str
    address: SearchAddress


def search_with_facets(
    searcher: Searcher, address: SearchAddress, access: Access, *, limit: int, offset: int
) -> tuple[HitList, Counts]:
    """The asked-for hits, and for each facet the counts that choosing a value would give.

    A column's own filter is left out when that column is counted: with "Motion" chosen, "Remissvar" must
    still tell how many it would add.
    """
    hits = searcher.search(
        address.query or "*",
        access,
        limit=limit,
        offset=offset,
        sort=address.sort,
        facets=True,
        filters=address.filters,
        collapse=address.collapse,
    )
    counts = dict(hits.facets)
    for column, _ in address.chosen:
        others = {name: values for name, values in address.chosen if name != column}
        wider = searcher.search(
            address.query or "*",
            access,
            limit=1,
            facets=True,
            snippets=False,
            filters=others,
            collapse=address.collapse,
        )
        counts[column] = wider.facets.get(column, ())
    return hits, counts


def facet_views(counts: Counts, address: SearchAddress) -> list[FacetView]:
    """The facets in the order of the labels; those with nothing to choose between are left out."""
    views = []
    for column, heading in FACETS.items():
        found = dict(counts.get(column, ()))
        for value in address.filters.get(column, ()):
            if column != "year":
                found.setdefault(value, 0)
        if not found:
            continue
        ordered = sorted(found.items(), key=lambda item: _order(column, *item))
        values = [
            FacetValue(
                label=facet_value(column, value),
                count=count,
                chosen=address.has(column, value),
                address=address.toggle(column, value),
            )
            for value, count in ordered
        ]
        first = [value for place, value in enumerate(values) if place < SHOWN or value.chosen]
        rest = [value for place, value in enumerate(values) if place >= SHOWN and not value.chosen]
        if len(rest) == 1:
            first, rest = values, []
        views.append(FacetView(column, heading, tuple(first), tuple(rest)))
    return views


def chips(address: SearchAddress) -> list[Chip]:
    """Every filter in force; the years together as one."""
    found = []
    for column, values in address.chosen:
        if column == "year":
            found.append(Chip(years(list(values)), address.only("year", ())))
        else:
            found += [Chip(facet_value(column, v), address.toggle(column, v)) for v in values]
    return found


def _order(column: str, value: str, count: int) -> tuple[object, ...]:
    """Years run newest first, everything else by number of hits."""
    return (-int(value) if value.isdecimal() else 0,) if column == "year" else (-count, value)
