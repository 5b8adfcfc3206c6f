"""The assessments of many documents: how many of each verdict, and the newest with their sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from remissarkiv.assessments import of_pair
from remissarkiv.domain import Access, Assessment, StoredDocument, Verdict
from webapp.addresses import SearchAddress
from webapp.conclusions.concerned import concerned
from webapp.conclusions.margin import Way, ground_ways, one_line, principle_ways
from webapp.conclusions.wording import UNSURE, who
from webapp.matters.said import chip, role
from webapp.shown_place import shown_address

if TYPE_CHECKING:
    from remissarkiv.bootstrap import Archive

NEWEST = 10
"""Documents whose assessments are shown; the rest is a search away."""

_PER_DOCUMENT = 3


@dataclass(frozen=True, slots=True)
class VerdictCount:
    """A verdict with its sign, how many documents make it, and the search that finds them."""

    sign: str
    value: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Assessed:
    """An assessment in a list: of which document, and as in its margin."""

    stored: StoredDocument
    sign: str
    value: str
    concerns: str
    who: str
    role: str
    unsure: str
    sentence: str
    href: str
    grounds: tuple[Way, ...]
    principles: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class AssessedView:
    """What was assessed: documents by verdict, the newest assessments, in how many documents in all, the
    search that finds them, how many more there are with the unsure ones and the search for those."""

    verdicts: tuple[VerdictCount, ...]
    newest: tuple[Assessed, ...]
    total: int
    href: str
    unsure_more: int
    unsure_href: str


def assessed(
    archive: "Archive",
    access: Access,
    asked: str,
    filters: tuple[str, tuple[str, ...]],
    meant: Callable[[Assessment], bool],
) -> AssessedView:
    """The documents that a query (`princip:…`, `grund:…`) finds by their assessments, and of those documents
    the assessments that are meant. `filters` is the same as a filter: the column and its values."""
    column, values = filters
    found = archive.searcher.search(
        "*",
        access,
        limit=NEWEST,
        sort="datum",
        facets=("pair",),
        snippets=False,
        filters={column: values},
        collapse="near",
    )
    wider = archive.searcher.search(
        "*", access, limit=1, snippets=False, filters={f"{column}_any": values}, collapse="near"
    )
    documents = archive.catalog.documents([hit.id for hit in found.hits], access)
    return AssessedView(
        _verdicts(dict(found.facets["pair"]), (column, values[0]), asked),
        tuple(one for stored in documents.values() for one in _of(stored, meant)),
        found.total,
        _search(asked, sort="datum"),
        max(wider.total - found.total, 0),
        _search(_with_unsure(asked), sort="datum"),
    )


def _verdicts(counts: Mapping[str, int], known: tuple[str, str], asked: str) -> tuple[VerdictCount, ...]:
    """How many documents make each verdict in the same assessment that has the `known` value."""
    beside = {of_pair(value, known): count for value, count in counts.items()}
    return tuple(
        VerdictCount(
            chip(verdict).sign, verdict.value, count, _search(f'{asked} kompetens:"{verdict.value}"')
        )
        for verdict in Verdict
        if (count := beside.get(("verdict", verdict.value)))
    )


def _of(stored: StoredDocument, meant: Callable[[Assessment], bool]) -> list[Assessed]:
    chosen = [one for one in stored.document.assessments if one.certain and meant(one)]
    return [
        Assessed(
            stored=stored,
            sign=chip(one.verdict).sign,
            value=one.verdict.value,
            concerns=concerned(one.concerns),
            who=who(one.actor),
            role=role(one.actor, one.status, one),
            unsure="" if one.certain else UNSURE,
            sentence=one_line(stored.document.text, one.span),
            href=shown_address(stored.id, one.span, SearchAddress()),
            grounds=ground_ways(one.grounds),
            principles=principle_ways(one.principles),
        )
        for one in chosen[:_PER_DOCUMENT]
    ]


def _search(query: str, sort: str = "relevans") -> str:
    return f"{url_for('search.results')}?{SearchAddress(query=query, sort=sort).parameters()}"


def _with_unsure(asked: str) -> str:
    return f'{asked.removesuffix(chr(34))}?"'
