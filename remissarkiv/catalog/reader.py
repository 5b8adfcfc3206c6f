"""Reading documents and summaries on an open connection, within what the caller may see."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from sqlalchemy import ColumnElement, Connection, Table, func, select

from remissarkiv.catalog.chunks import chunks
from remissarkiv.catalog.columns import AnyRow
from remissarkiv.catalog.correction_rows import corrected_ids, read_corrections
from remissarkiv.catalog.rows import (
    DOCUMENT_COLUMNS,
    PARTS,
    SUMMARY_COLUMNS,
    stored_document,
    summary,
    summary_of,
)
from remissarkiv.catalog.schema import citations, dnr, documents, files, texts
from remissarkiv.corrections import apply
from remissarkiv.domain import Access, Citation, DocumentSummary, Span, StoredDocument

_TEXTS_AT_A_TIME = 200
"""Documents fetched with their text in one statement; a long one is 200 kB."""


def visible(access: Access) -> ColumnElement[bool]:
    """The condition that a document stands on a shelf the caller may see."""
    return documents.c.shelf.in_(sorted(access.shelves))


def read_documents(
    connection: Connection, ids: Sequence[str], condition: ColumnElement[bool] | None = None
) -> dict[str, StoredDocument]:
    """The documents among `ids` that meet the condition, as people have corrected them, in the order of
    `ids`."""
    found = read_uncorrected(connection, ids, condition)
    for document_id, corrections in read_corrections(connection, list(found)).items():
        stored = found[document_id]
        corrected = apply(stored.document, corrections, stored.source.sha256)
        found[document_id] = replace(stored, document=corrected.document)
    return found


def read_uncorrected(
    connection: Connection, ids: Sequence[str], condition: ColumnElement[bool] | None = None
) -> dict[str, StoredDocument]:
    """The same as they were read and understood by rule."""
    found: dict[str, StoredDocument] = {}
    for some in chunks(list(dict.fromkeys(ids)), _TEXTS_AT_A_TIME):
        query = (
            select(*DOCUMENT_COLUMNS)
            .join(texts, texts.c.document_id == documents.c.id)
            .join(files, files.c.document_id == func.coalesce(documents.c.root_id, documents.c.id))
            .where(documents.c.id.in_(some))
        )
        if condition is not None:
            query = query.where(condition)
        rows = {row.id: row for row in connection.execute(query)}
        wanted = [document_id for document_id in some if document_id in rows]
        parts = {table.name: _parts(connection, table, wanted) for table in PARTS}
        for document_id in wanted:
            own = {name: of_document.get(document_id, ()) for name, of_document in parts.items()}
            found[document_id] = stored_document(rows[document_id], own)
    return found


def read_summaries(connection: Connection, ids: Sequence[str], access: Access) -> dict[str, DocumentSummary]:
    """The summaries among `ids` that the caller may see, in the order of `ids`."""
    found: dict[str, DocumentSummary] = {}
    for some in chunks(list(dict.fromkeys(ids))):
        query = select(*SUMMARY_COLUMNS).where(documents.c.id.in_(some), visible(access))
        rows = {row.id: row for row in connection.execute(query)}
        mentions = _mentions(connection, list(rows))
        for document_id in some:
            if document_id in rows:
                found[document_id] = summary(rows[document_id], mentions.get(document_id, ()))
        corrected = read_documents(connection, sorted(corrected_ids(connection, list(rows))))
        found.update((document_id, summary_of(stored)) for document_id, stored in corrected.items())
    return found


def read_citations(
    connection: Connection, ids: Sequence[str], access: Access
) -> dict[str, tuple[Citation, ...]]:
    """What each of the documents cites, in the order of its text; only those the caller may see."""
    found: dict[str, list[Citation]] = {}
    for some in chunks(list(dict.fromkeys(ids))):
        query = (
            select(citations)
            .join(documents, documents.c.id == citations.c.document_id)
            .where(citations.c.document_id.in_(some), visible(access))
            .order_by(citations.c.document_id, citations.c.ordinal)
        )
        for row in connection.execute(query):
            place = Span(row.span_start, row.span_end)
            found.setdefault(row.document_id, []).append(Citation(row.key, row.text, place, row.certain))
    # A corrected word moves what stands behind it.
    moved = read_documents(connection, sorted(corrected_ids(connection, list(found))))
    found.update((document_id, list(stored.document.citations)) for document_id, stored in moved.items())
    return {document_id: tuple(found[document_id]) for document_id in ids if document_id in found}


def read_parts(connection: Connection, whole_id: str, access: Access) -> tuple[DocumentSummary, ...]:
    """The parts of a document, in the order of the file."""
    query = (
        select(documents.c.id)
        .where(documents.c.whole_id == whole_id, visible(access))
        .order_by(documents.c.ordinal)
    )
    ids = list(connection.execute(query).scalars())
    return tuple(read_summaries(connection, ids, access).values())


def read_ids(connection: Connection) -> Iterator[str]:
    """Every document's id, in order."""
    return iter(connection.execute(select(documents.c.id).order_by(documents.c.id)).scalars().all())


def _parts(connection: Connection, table: Table, ids: Sequence[str]) -> dict[str, list[AnyRow]]:
    if not ids:
        return {}
    query = select(table).where(table.c.document_id.in_(ids)).order_by(table.c.document_id, table.c.ordinal)
    rows = connection.execute(query)
    return {document_id: list(own) for document_id, own in groupby(rows, lambda row: str(row.document_id))}


def _mentions(connection: Connection, ids: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    if not ids:
        return {}
    found: dict[str, list[tuple[str, str]]] = {}
    query = (
        select(dnr.c.document_id, dnr.c.role, dnr.c.value)
        .where(dnr.c.document_id.in_(ids))
        .order_by(dnr.c.document_id, dnr.c.ordinal)
    )
    for document_id, role, value in connection.execute(query):
        found.setdefault(document_id, []).append((role, value))
    return found
