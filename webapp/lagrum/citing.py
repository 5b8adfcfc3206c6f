"""The documents that cite a key, each with the sentences that do, as the page of a lagrum lists them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from remissarkiv.citations import key_ancestors
from remissarkiv.domain import Access, Citation, HitList
from remissarkiv.query.lagrum import read_lagrum
from webapp.addresses import SearchAddress
from webapp.facets import Counts
from webapp.hit_views import HitView, hit_views
from webapp.lagrum.keys import lagrum_query

if TYPE_CHECKING:
    from remissarkiv.bootstrap import Archive

UNDATED = "Utan datum"

_MOST_SNIPPETS = 2

_BESIDE = 25
"""Characters between two citations that are one to the reader: " §§ i samma kapitel och "."""


@dataclass(frozen=True, slots=True)
class CitingDocument:
    """A document: as a hit with the citing sentences marked, in how many places it cites the key, and whether
    it is unsure of each of them which act is meant."""

    view: HitView
    places: int
    unsure: bool

    @property
    def snippets(self) -> tuple[Markup, ...]:
        """The first citing sentences; not the opening of a text in which none could be marked."""
        passages = zip(self.view.hit.snippets, self.view.snippets, strict=True)
        return tuple(marked for snippet, marked in passages if snippet.highlights)[:_MOST_SNIPPETS]


@dataclass(frozen=True, slots=True)
class CitingYear:
    """The documents of one year, or those without a date."""

    heading: str
    documents: tuple[CitingDocument, ...]


@dataclass(frozen=True, slots=True)
class Citing:
    """The documents asked for, newest first; `total` counts all within the chosen years, `everything` those
    of any year, which `years` counts one by one."""

    total: int
    everything: int
    documents: tuple[CitingDocument, ...]
    years: Counts

    @property
    def by_year(self) -> list[CitingYear]:
        """The same documents year by year."""
        return [
            CitingYear(heading, tuple(documents)) for heading, documents in groupby(self.documents, key=_year)
        ]


def citing(
    archive: "Archive", key: str, access: Access, address: SearchAddress, *, limit: int, years: bool = True
) -> Citing:
    """Those who cite `key`, or anything within it, of the years and the page that `address` tells.

    Copies are one document, as in a search. A document's address remembers the search that finds the same
    documents in the same order. Without `years` none are counted, which is quicker for one of many keys.
    """
    offset = (address.page - 1) * limit
    found = _search(archive, key, access, address, limit=limit, offset=offset, facets=years)
    everything = found
    if address.filters.get("year"):
        everything = _search(archive, key, access, address.only("year", ()), limit=0, offset=0, facets=years)
    if not limit:
        return Citing(found.total, everything.total, (), everything.facets)
    cited = archive.catalog.citations([hit.id for hit in found.hits], access)
    views = hit_views(found, _as_search(key, address), offset + 1)
    documents = tuple(_document(view, key, cited.get(view.hit.id, ())) for view in views)
    return Citing(found.total, everything.total, documents, everything.facets)


def _search(
    archive: "Archive",
    key: str,
    access: Access,
    address: SearchAddress,
    *,
    limit: int,
    offset: int,
    facets: bool,
) -> HitList:
    return archive.searcher.search(
        _asked(key),
        access,
        limit=max(limit, 1),
        offset=offset,
        sort="datum",
        facets=facets,
        snippets=limit > 0,
        filters={**address.filters, "lagrum": (key,)},
        collapse=address.collapse,
    )


def _asked(key: str) -> str:
    """The query whose marks are the citations of the key; "" for a key that the query language does not know
    by itself: its documents are then found by the filter alone, and nothing is marked."""
    return lagrum_query(key) if read_lagrum(key) == (key,) else ""


def _as_search(key: str, address: SearchAddress) -> SearchAddress:
    """The search that a document's page goes through with "nästa"."""
    return (
        SearchAddress(_asked(key), address.chosen, "datum", address.apart) if _asked(key) else SearchAddress()
    )


def _document(view: HitView, key: str, cited: Sequence[Citation]) -> CitingDocument:
    here = [citation for citation in cited if key in key_ancestors(citation.key)]
    certain = any(citation.certain for citation in here)
    return CitingDocument(view, _places(here), unsure=bool(here) and not certain)


def _places(cited: Sequence[Citation]) -> int:
    """In how many places citations stand: "2 kap. 1 och 2 §§ kommunallagen" is one, for all that it cites."""
    places, end = 0, -_BESIDE
    for span in sorted(citation.span for citation in cited):
        places += span.start - end >= _BESIDE
        end = max(end, span.end)
    return places


def _year(document: CitingDocument) -> str:
    date = document.view.hit.date
    return str(date.year) if date else UNDATED
