"""The log of corrections: what people have said of documents, for ever."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, insert, select

from remissarkiv.catalog import outbox
from remissarkiv.catalog.correction_rows import correction_of, draft_values, read_corrections
from remissarkiv.catalog.database import Database
from remissarkiv.catalog.reader import read_uncorrected, visible
from remissarkiv.catalog.schema import corrections, documents
from remissarkiv.corrections import (
    Corrected,
    Correction,
    Draft,
    Entry,
    State,
    What,
    apply,
    clean_reason,
    undone_ids,
)
from remissarkiv.domain import Access, StoredDocument
from remissarkiv.errors import NotFoundError, UsageError

_NOWHERE = 2**63
"""No database numbers its rows this far; an address can."""

_AT_A_TIME = 100


@dataclass(frozen=True, slots=True)
class RecentCorrection:
    """A correction with what has become of it, and the title of its document as it is now."""

    entry: Entry
    title: str


@dataclass(frozen=True, slots=True)
class RecentCorrections:
    """Some of the corrections that a caller may see, the newest first, and how many there are."""

    total: int
    shown: tuple[RecentCorrection, ...]


class CorrectionLog:
    """The corrections of an archive; of each method a caller learns only of documents she may see.

    Nothing is ever changed or deleted: who takes a correction back makes another one. Every change writes a
    row of the outbox in its transaction, so that the index follows. Every method may raise
    `ArchiveBusyError`.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, document_id: str, access: Access) -> Corrected | None:
        """A document as it was corrected, with what was said of it; None when nobody has said anything, or
        the caller may not see it."""
        with self._database.read() as connection:
            said = read_corrections(connection, [document_id]).get(document_id)
            if not said:
                return None
            stored = read_uncorrected(connection, [document_id], visible(access)).get(document_id)
        return None if stored is None else apply(stored.document, said, stored.source.sha256)

    def add(
        self, document_id: str, drafts: Sequence[Draft], person: str, reason: str, access: Access
    ) -> tuple[int, ...]:
        """Store corrections of one document, made now by `person`; returns their numbers.

        Raises `NotFoundError` when the document is not there for the caller, `UsageError` for a reason that
        is missing or too long.
        """
        reason = clean_reason(reason)
        with self._database.write() as connection:
            about = _about(connection, document_id, access)
            numbers = [
                _insert(connection, {**about, **draft_values(draft), **_now(person, reason)})
                for draft in drafts
            ]
            outbox.append(connection, [document_id], "put")
        return tuple(numbers)

    def undo(self, number: int, person: str, reason: str, access: Access) -> Correction:
        """Take back a correction, or somebody's taking back of one; returns the correction that does so.

        Raises `NotFoundError` when there is none for the caller, `UsageError` when it was taken back already.
        """
        reason = clean_reason(reason)
        with self._database.write() as connection:
            row = connection.execute(_seen(select(corrections), access).where(_one(number))).first()
            if row is None:
                raise _missing(number)
            old = correction_of(row)
            if number in undone_ids(read_corrections(connection, [old.document_id])[old.document_id]):
                raise UsageError(
                    f"correction {number}: it was taken back already", "Rättelsen är redan återtagen."
                )
            draft = Draft(old.what, old.anchor, old.became, old.was)
            values = {**_about(connection, old.document_id, access), **draft_values(draft)}
            made = _insert(connection, {**values, **_now(person, reason), "undoes": number})
            outbox.append(connection, [old.document_id], "put")
            return correction_of(
                connection.execute(select(corrections).where(corrections.c.id == made)).one()
            )

    def get(self, number: int, access: Access) -> Correction:
        """One correction. Raises `NotFoundError`."""
        with self._database.read() as connection:
            row = connection.execute(_seen(select(corrections), access).where(_one(number))).first()
        if row is None:
            raise _missing(number)
        return correction_of(row)

    def recent(
        self,
        access: Access,
        *,
        limit: int = 50,
        offset: int = 0,
        person: str = "",
        what: What | None = None,
    ) -> RecentCorrections:
        """The newest corrections, of one person or one kind of thing if that is given."""
        conditions: list[ColumnElement[bool]] = []
        if person:
            conditions.append(corrections.c.person == person)
        if what is not None:
            conditions.append(corrections.c.what == what.value)
        with self._database.read() as connection:
            count = _seen(select(func.count()).select_from(corrections), access).where(*conditions)
            query = _seen(select(corrections), access).where(*conditions)
            rows = connection.execute(
                query.order_by(corrections.c.id.desc()).limit(limit).offset(min(offset, _NOWHERE - 1))
            )
            numbers = [(row.id, row.document_id) for row in rows]
            corrected = _corrected(connection, sorted({document_id for _, document_id in numbers}))
            total = connection.execute(count).scalar_one()
        entries = {entry.correction.id: entry for one in corrected.values() for entry in one.entries}
        shown = [
            RecentCorrection(entries[number], corrected[document_id].document.title)
            for number, document_id in numbers
        ]
        return RecentCorrections(total, tuple(shown))

    def people(self, access: Access) -> tuple[str, ...]:
        """Who has corrected something that the caller may see, by name."""
        with self._database.read() as connection:
            query = _seen(select(corrections.c.person), access).distinct()
            return tuple(sorted(connection.execute(query).scalars()))

    # From here on: for whoever runs the archive.

    def everything(self) -> Iterator[tuple[StoredDocument, Corrected]]:
        """Every document that was corrected, as it was read by rule and as it was corrected."""
        with self._database.read() as connection:
            ids = sorted(set(connection.execute(select(corrections.c.document_id)).scalars()))
            for start in range(0, len(ids), _AT_A_TIME):
                some = ids[start : start + _AT_A_TIME]
                stored = read_uncorrected(connection, some)
                corrected = _corrected(connection, some)
                for document_id in stored:
                    yield stored[document_id], corrected[document_id]

    def idle(self) -> tuple[str, ...]:
        """The corrections that no longer apply to anything, one English line each."""
        lines = [
            f"correction {entry.correction.id} ({entry.correction.what.value}) speaks of text that "
            f"{stored.source.path!r} no longer holds"
            for stored, corrected in self.everything()
            for entry in corrected.entries
            if entry.state is State.GONE
        ]
        with self._database.read() as connection:
            lost = (
                select(corrections.c.document_id, func.count())
                .outerjoin(documents, documents.c.id == corrections.c.document_id)
                .where(documents.c.id.is_(None))
                .group_by(corrections.c.document_id)
                .order_by(corrections.c.document_id)
            )
            lines += [
                f"{row[1]} corrections are kept of document {row[0]}, which the archive no longer holds"
                for row in connection.execute(lost)
            ]
        return tuple(lines)


def _corrected(connection: Connection, ids: Sequence[str]) -> dict[str, Corrected]:
    said = read_corrections(connection, ids)
    return {
        document_id: apply(stored.document, said.get(document_id, ()), stored.source.sha256)
        for document_id, stored in read_uncorrected(connection, ids).items()
    }


def _seen(query: Select[Any], access: Access) -> Select[Any]:
    """The query, of documents that the caller may see."""
    return query.join(documents, documents.c.id == corrections.c.document_id).where(visible(access))


def _about(connection: Connection, document_id: str, access: Access) -> dict[str, Any]:
    """The columns that tell of which document a correction is."""
    where = and_(documents.c.id == document_id, visible(access))
    columns = (documents.c.shelf, documents.c.sha256, documents.c.part, documents.c.title)
    row = connection.execute(select(*columns).where(where)).first()
    if row is None:
        raise NotFoundError(
            f"document {document_id!r}: not in the archive", "Handlingen finns inte i arkivet."
        )
    return {
        "document_id": document_id,
        "shelf": row.shelf,
        "sha256": row.sha256,
        "part": row.part,
        "made_of": row.sha256,
        "made_title": row.title,
    }


def _now(person: str, reason: str) -> dict[str, Any]:
    made = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    return {"person": person, "reason": reason, "made": made}


def _insert(connection: Connection, values: dict[str, Any]) -> int:
    (number,) = connection.execute(insert(corrections).values(values)).inserted_primary_key or (0,)
    return int(number)


def _one(number: int) -> ColumnElement[bool]:
    if not 0 < number < _NOWHERE:
        raise _missing(number)
    return corrections.c.id == number


def _missing(number: int) -> NotFoundError:
    return NotFoundError(f"correction {number}: does not exist", "Rättelsen finns inte.")
