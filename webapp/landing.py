"""What the first page shows: how much there is, from which years, and examples of what can be asked."""

from typing import TYPE_CHECKING

from remissarkiv.domain import Access
from webapp.addresses import SearchAddress
from webapp.years import year_bars

if TYPE_CHECKING:
    from remissarkiv.bootstrap import Archive

EXAMPLES: tuple[tuple[str, str], ...] = (
    ("juridisk rådgivning", "ord, i alla böjningar"),
    ('"kommunala kompetensen"', "exakt fras"),
    ('lag:"2 kap. 1 § kommunallagen"', "lagrum"),
    ('kompetens:"inte förenligt"', "bedömning av kommunens kompetens"),
    ("rådgivning typ:motion år:2010-2025", "handlingstyp och tid"),
)
_NEWEST = 3


def landing(archive: "Archive", access: Access) -> dict[str, object]:
    """The values of the template. The example of a Dnr is one that the archive holds."""
    everything = SearchAddress(query="*", sort="datum")
    newest = archive.searcher.search(
        everything.query, access, limit=_NEWEST, sort="datum", facets=True, snippets=False
    )
    examples = list(EXAMPLES)
    known = next((hit.dnr[0] for hit in newest.hits if hit.dnr), None)
    if known:
        examples.insert(2, (known, "diarienummer, hur det än skrivs"))
    return {
        "address": SearchAddress(),
        "total": newest.total,
        "examples": [(SearchAddress(query=query), what) for query, what in examples],
        "bars": year_bars(newest.facets.get("year", ()), everything),
        "everything": everything,
        "newest": newest.hits,
    }
