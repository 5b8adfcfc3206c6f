"""From a stored document to what an engine receives."""

from collections.abc import Iterable

from remissarkiv.catalog import CopyPlace
from remissarkiv.citations import key_ancestors
from remissarkiv.dnr import dnr_keys
from remissarkiv.domain import IndexEntry, StoredDocument, shelf
from remissarkiv.language.analysis import analyse

_ALONE = CopyPlace("", "", 0)


def index_entry(stored: StoredDocument, place: CopyPlace | None = None) -> IndexEntry:
    """The ready terms and columns of a document, and its place among its copies (None: it has no copies); the
    same for every engine."""
    place = place or _ALONE
    document = stored.document
    columns = {
        "kind": (document.kind.value,),
        "namnd": (document.namnd,) if document.namnd else (),
        "kommun": (document.kommun,) if document.kommun else (),
        "year": (str(document.date.year),) if document.date else (),
        "dnr": _unique(key for mention in document.dnr for key in dnr_keys(mention.dnr)),
        "lagrum": _unique(key for citation in document.citations for key in key_ancestors(citation.key)),
        "parti": _unique(motionar.party for motionar in document.motioner if motionar.party),
        "motionar": _unique(motionar.name for motionar in document.motioner),
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
    )


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))
