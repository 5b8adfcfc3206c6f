"""Facets and filters: what can be chosen, what is chosen, each as a link that changes it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from flask import url_for
from markupsafe import Markup

from remissarkiv.acts import Register, register_in_use
from remissarkiv.assessments import PRINCIPLES
from remissarkiv.citations import act_of
from remissarkiv.domain import Access, HitList
from remissarkiv.labels import FACETS
from remissarkiv.search import Searcher
from webapp.addresses import SearchAddress
from webapp.formats import facet_value, number, years
from webapp.lagrum.keys import full_label, lagrum_address, natural_order, short_label
from webapp.marking import escaped

Counts = Mapping[str, Sequence[tuple[str, int]]]

SHOWN = 8
"""Values of a facet that are shown before "visa fler"."""

MOST_KEYS = 24
"""Values that a facet of `_MANY` holds in all; an archive has thousands."""

_KEYS = ("lag", "paragraf")
_MANY = (*_KEYS, "instans")


class FacetValue(NamedTuple):
    """A choice: its label, how many hits it gives, whether it is chosen, and the parameters of the search
    that toggles it; `title` is the whole of a label that was shortened."""

    label: str
    hits: int
    chosen: bool
    parameters: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet as shown: the heading, the first values and the rest. Below provisions stands the way to the
    page of what was chosen, or of all that is cited: `onward_label` leads to `onward`."""

    column: str
    heading: str
    shown: tuple[FacetValue, ...]
    folded: tuple[FacetValue, ...]
    onward: str = ""
    onward_label: str = ""


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
    facets = {column: address.counted(column) for column in FACETS}
    hits = searcher.search(
        address.query or "*",
        access,
        limit=limit,
        offset=offset,
        sort=address.sort,
        facets=tuple(facets.values()),
        filters=address.searched,
        collapse=address.collapse,
        commonest={facets[column]: MOST_KEYS for column in _MANY if not _needs_all(column, address)},
    )
    counts = {column: hits.facets.get(counted, ()) for column, counted in facets.items()}
    for column, _ in address.chosen:
        others = {name: values for name, values in address.searched.items() if name != facets[column]}
        wider = searcher.search(
            address.query or "*",
            access,
            limit=1,
            facets=(facets[column],),
            snippets=False,
            filters=others,
            collapse=address.collapse,
        )
        counts[column] = wider.facets.get(facets[column], ())
    return hits, counts


def _needs_all(column: str, address: SearchAddress) -> bool:
    """Whether more than the commonest values are looked at: of provisions those of the acts that are
    chosen."""
    return column == "paragraf" and "lag" in address.filters


def unsure_more(searcher: Searcher, address: SearchAddress, access: Access, total: int) -> int:
    """How many more documents a search narrowed to what they conclude finds with the unsure ones."""
    if address.unsure or not address.narrows_conclusions:
        return 0
    wider = address.with_unsure(unsure=True)
    found = searcher.search(
        wider.query or "*", access, limit=1, snippets=False, filters=wider.searched, collapse=wider.collapse
    )
    return max(found.total - total, 0)


def facet_views(counts: Counts, address: SearchAddress) -> list[FacetView]:
    """The facets in the order of the labels; those with nothing to choose between are left out."""
    views = []
    for column, heading in FACETS.items():
        found = _choices(column, counts, address)
        if not found:
            continue
        toggled, chosen = address.toggling(column), address.filters.get(column, ())
        values = [
            _value(column, value, count, toggled(value), chosen=value in chosen)
            for value, count in _ordered(column, found, address)
        ]
        first = [value for place, value in enumerate(values) if place < SHOWN or value.chosen]
        rest = [value for place, value in enumerate(values) if place >= SHOWN and not value.chosen]
        if len(rest) == 1:
            first, rest = values, []
        views.append(FacetView(column, heading, tuple(first), tuple(rest), *_onward(column, address)))
    return views


def choice_list(values: Iterable[FacetValue], path: str) -> Markup:
    """Choices as links to the search at `path`, in a list. Put together here and not in the template, where a
    hundred of them, escaped value by value, took five times as long."""
    items = []
    for label, hits, chosen, parameters, title in values:
        more = f' title="{escaped(title)}"' if title else ""
        sign = ""
        if chosen:
            more += ' aria-current="true"'
            sign = '<span class="sign">✓</span> '
        items.append(
            f'<li><a href="{escaped(path)}?{escaped(parameters)}"{more}><span>{sign}{escaped(label)}</span>'
            f'<span class="n">{number(hits)}</span></a></li>'
        )
    return Markup("\n".join(("<ul>", *items, "</ul>")))  # noqa: S704 - escaped above


def _choices(column: str, counts: Counts, address: SearchAddress) -> dict[str, int]:
    """The values of a column with their counts, those that are chosen in any case. With acts chosen, their
    provisions alone: a § of another act is no way to narrow what was asked for."""
    ranked = counts.get(column, ())
    chosen = address.filters.get(column, ())
    acts = address.filters.get("lag", ()) if column == "paragraf" else ()
    found = {key: count for key, count in ranked if act_of(key) in acts} if acts else dict(ranked)
    for value in chosen:
        if column != "year":
            found.setdefault(value, 0)
    return found


def _value(column: str, value: str, count: int, parameters: str, *, chosen: bool) -> FacetValue:
    if column in _KEYS:
        label, title = _key_labels(value, register_in_use())
    else:
        label, title = facet_value(column, value), ""
    return FacetValue(label, count, chosen, parameters, title)


# Most pages name the same few acts and provisions. What they are called is as the register in use has it.
@lru_cache(maxsize=4096)
def _key_labels(key: str, _register: Register) -> tuple[str, str]:
    """A key's label for a side column, and the whole one where that is another."""
    short, whole = short_label(key), full_label(key)
    return short, whole if short != whole else ""


def _onward(column: str, address: SearchAddress) -> tuple[str, str]:
    """The page of the one provision or act that was chosen, else that of all; with its label."""
    if column == "principle":
        return _principle_onward(address)
    if column != "paragraf":
        return "", ""
    for chosen in (address.filters.get("paragraf", ()), address.filters.get("lag", ())):
        if len(chosen) == 1:
            return lagrum_address(chosen[0]), f"Sidan för {short_label(chosen[0])}"
    return url_for("lagrum.index"), "Alla lagrum"


def _principle_onward(address: SearchAddress) -> tuple[str, str]:
    chosen = [facts for facts in PRINCIPLES if address.has("principle", facts.principle.value)]
    if len(chosen) == 1:
        return url_for("princip.show", slug=chosen[0].slug), f"Om {chosen[0].label.lower()}"
    return url_for("princip.index"), "Alla principer"


def chips(address: SearchAddress) -> list[Chip]:
    """Every filter in force; the years together as one."""
    found = []
    for column, values in address.chosen:
        if column == "year":
            found.append(Chip(years(list(values)), address.only("year", ())))
        else:
            found += [Chip(facet_value(column, v), address.toggle(column, v)) for v in values]
    return found


def _ordered(column: str, found: Mapping[str, int], address: SearchAddress) -> list[tuple[str, int]]:
    """The values in their order; of thousands of acts, provisions or bodies the first and the chosen."""
    chosen = address.filters.get(column, ())
    many = column in _MANY and len(found) > MOST_KEYS
    ordered = list(found.items())
    if many:
        least = sorted(found.values(), reverse=True)[MOST_KEYS - 1]
        ordered = [one for one in ordered if one[1] >= least or one[0] in chosen]
    ordered.sort(key=lambda item: _order(column, *item))
    if many:
        ordered = [one for place, one in enumerate(ordered) if place < MOST_KEYS or one[0] in chosen]
    return ordered


def _order(column: str, value: str, count: int) -> tuple[object, ...]:
    """Years run newest first, everything else by number of hits; provisions with as many as in their act."""
    if column == "year":
        return (-int(value) if value.isdecimal() else 0,)
    return (-count, natural_order(value) if column in _KEYS else value)
