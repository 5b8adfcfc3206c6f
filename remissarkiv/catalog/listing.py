"""What lists of hits show of documents: keeping it, and reading it in one statement."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, bindparam, delete, exists, func, insert, select

from remissarkiv.catalog.chunks import chunks
from remissarkiv.catalog.columns import AnyRow, Values
from remissarkiv.catalog.lacking import documents_lacking
from remissarkiv.catalog.reader import read_documents, read_uncorrected, visible
from remissarkiv.catalog.rows import SUMMARY_COLUMNS, summary, summary_of
from remissarkiv.catalog.schema import corrections, documents, passages, texts
from remissarkiv.domain import Access, Copy, DocumentSummary, StoredDocument
from remissarkiv.passages import Kept, KeptSource, PassageSource, ReadSource, kept, kept_version

AT_A_TIME = 200
"""Documents read, or kept, in one statement; a long one is 200 kB."""

_SEEN = and_(
    documents.c.id.in_(bindparam("ids", expanding=True)),
    documents.c.shelf.in_(bindparam("shelves", expanding=True)),
)

# Put together once: that takes longer than SQLite needs for the answer.
_LISTED = (
    select(
        *SUMMARY_COLUMNS,
        documents.c.damaged,
        documents.c.lexicon,
        texts.c.text,
        texts.c.parted,
        *(passages.c[field.name] for field in dataclasses.fields(Kept)),
        exists().where(corrections.c.document_id == documents.c.id).label("is_corrected"),
    )
    .join(texts, texts.c.document_id == documents.c.id)
    .outerjoin(
        passages,
        and_(passages.c.document_id == documents.c.id, passages.c.version == bindparam("version")),
    )
    .where(_SEEN)
)
_COPIES = select(documents.c.id, documents.c.path, documents.c.namnd, documents.c.part).where(_SEEN)


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document as a list of hits needs it."""

    summary: DocumentSummary
    source: PassageSource


def passage_values(stored: StoredDocument) -> Values:
    """The row of `passages`."""
    found = kept(stored.document)
    values = {field.name: getattr(found, field.name) for field in dataclasses.fields(found)}
    return {"document_id": stored.id, "version": kept_version(), **values}


def read_listed(connection: Connection, ids: Sequence[str], access: Access) -> dict[str, ListedDocument]:
    """The documents among `ids` that the caller may see, as people have corrected them, in that order.

    One statement, as a rule; those that were corrected, or of which nothing is kept by this version of the
    program, are read whole.
    """
    found: dict[str, ListedDocument] = {}
    for some in chunks(list(dict.fromkeys(ids)), AT_A_TIME):
        asked = {**_asked(some, access), "version": kept_version()}
        rows = {row.id: row for row in connection.execute(_LISTED, asked).all()}
        lacking = [row.id for row in rows.values() if row.words is None or row.is_corrected]
        whole = read_documents(connection, lacking, visible(access)) if lacking else {}
        for document_id in some:
            if document_id in whole:
                stored = whole[document_id]
                found[document_id] = ListedDocument(summary_of(stored), ReadSource(stored.document))
            elif document_id in rows:
                found[document_id] = _listed(rows[document_id])
    return found


def read_copy_names(connection: Connection, ids: Sequence[str], access: Access) -> dict[str, Copy]:
    """What a list tells of those of these copies that the caller may see."""
    found: dict[str, Copy] = {}
    for some in chunks(ids):
        for row in connection.execute(_COPIES, _asked(some, access)):
            found[row.id] = Copy(row.id, row.path, row.namnd, row.part)
    return found


def without_passages(connection: Connection) -> list[str]:
    """Some of the documents of which nothing is kept by this version; none when all are."""
    # Counted first: after each document that is added it is asked, and nothing lacks as a rule.
    every = select(func.count()).select_from(documents).scalar_subquery()
    ready = select(func.count()).where(passages.c.version == kept_version()).scalar_subquery()
    if not connection.execute(select(every - ready)).scalar_one():
        return []
    return documents_lacking(connection, passages, kept_version(), AT_A_TIME)


def add_passages(connection: Connection, ids: Sequence[str]) -> None:
    """Keep anew what lists show of these documents."""
    for some in chunks(ids, AT_A_TIME):
        connection.execute(delete(passages).where(passages.c.document_id.in_(some)))
        rows = [passage_values(stored) for stored in read_uncorrected(connection, some).values()]
        if rows:
            connection.execute(insert(passages), rows)


def _asked(ids: Sequence[str], access: Access) -> Values:
    return {"ids": list(ids), "shelves": sorted(access.shelves)}


def _listed(row: AnyRow) -> ListedDocument:
    # By place, in the order of `_LISTED`: each value by its name takes as long as all of them so.
    damaged, lexicon, text, parted, *values, _ = row[len(SUMMARY_COLUMNS) :]
    source = KeptSource(Kept(*values), text, damaged, parted, lexicon)
    return ListedDocument(summary(row, source.dnr_roles), source)
