"""From a stored document to what an engine receives."""

from collections.abc import Iterable

from remissarkiv.catalog import CopyPlace
from remissarkiv.citations import act_of, key_ancestors, provision_of
from remissarkiv.dnr import dnr_keys
from remissarkiv.domain import IndexEntry, Kind, StoredDocument, shelf
from remissarkiv.language.analysis import analyse
from remissarkiv.sync.conclusion_columns import conclusion_columns
from remissarkiv.sync.prior import prior

ENTRY_VERSION = 5
"""Part of what an index is known by: raised when a document gives an engine other columns than before."""

_ALONE = CopyPlace("", "", 0)


def index_entry(stored: StoredDocument, place: CopyPlace | None = None) -> IndexEntry:
    """The ready terms and columns of a document, and its place among its copies (None: it has no copies); the
    same for every engine."""
    place = place or _ALONE
    document = stored.document
    # Who wrote a medborgarförslag is nobody to search for by party, whatever was understood or corrected.
    councillors = () if document.kind is Kind.MEDBORGARFORSLAG else document.motioner
    keys = [citation.key for citation in document.citations]
    columns = {
        "kind": (document.kind.value,),
        "namnd": (document.namnd,) if document.namnd else (),
        "kommun": (document.kommun,) if document.kommun else (),
        "year": (str(document.date.year),) if document.date else (),
        "dnr": _unique(key for mention in document.dnr for key in dnr_keys(mention.dnr)),
        "lagrum": _unique(ancestor for key in keys for ancestor in key_ancestors(key)),
        "lag": _unique(found for key in keys if (found := act_of(key))),
        "paragraf": _unique(found for key in keys if (found := provision_of(key))),
        "parti": _unique(motionar.party for motionar in councillors if motionar.party),
        "motionar": _unique(motionar.name for motionar in councillors),
        **conclusion_columns(document),
    }
    return IndexEntry(
        id=stored.id,
        collection=shelf(stored.source.collection, stored.source.group),
        fields=analyse(document),
        columns=columns,
        day=document.date,
        copies=place.copies,
        exact_copies=place.exact_copies,
        rank=place.rank,
        prior=prior(document.date, document.quality),
    )


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))
