"""One transaction of changes to the catalog, each with its row in the outbox."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, insert, select, update

from remissarkiv.catalog import outbox
from remissarkiv.catalog.chunks import chunks
from remissarkiv.catalog.columns import Values
from remissarkiv.catalog.conclusions import assessment_values, decision_values, position_values
from remissarkiv.catalog.copies import insert_sketches, unsettle
from remissarkiv.catalog.correction_rows import adopt, follow
from remissarkiv.catalog.listing import passage_values
from remissarkiv.catalog.records import RunReport
from remissarkiv.catalog.rows import (
    citation_values,
    dnr_values,
    document_values,
    file_values,
    section_values,
    text_values,
)
from remissarkiv.catalog.schema import (
    assessments,
    citations,
    decisions,
    differences,
    dnr,
    documents,
    files,
    passages,
    positions,
    rejected_parts,
    runs,
    sections,
    texts,
)
from remissarkiv.domain import Difference, SourceFile, StoredDocument, shelf
from remissarkiv.errors import NotFoundError

_BUFFERED_DOCUMENTS = 200
_BUFFERED_CHARACTERS = 8_000_000


@dataclass(frozen=True, slots=True)
class _File:
    """What was read of one file: its document, the parts, and the parts that could not be read."""

    whole: StoredDocument
    parts: tuple[StoredDocument, ...]
    rejected: dict[str, str]
    differing: tuple[Difference, ...]

    def document_rows(self) -> list[Values]:
        rows = [document_values(self.whole, None)]
        return rows + [document_values(part, self.whole.id) for part in self.parts]

    def rejected_rows(self) -> list[Values]:
        return [
            {"document_id": self.whole.id, "part": part, "reason": reason}
            for part, reason in self.rejected.items()
        ]

    def difference_rows(self) -> list[Values]:
        return [{"document_id": self.whole.id, **dataclasses.asdict(one)} for one in self.differing]


class CatalogWriter:
    """Changes to the catalog; made by `Catalog.write`, which commits all of them together or none.

    A path holds one document. When a document comes to a path that another one holds, the other is without
    a place; unless the same transaction finds it one (two files that changed names), it is removed.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[str, _File] = {}
        self._places: set[tuple[str, str]] = set()
        self._characters = 0
        self._displaced: set[str] = set()
        self.stored: list[StoredDocument] = []
        """What was put, and perhaps removed since."""
        self._put: list[str] = []
        self._removed: set[str] = set()

    def put(
        self,
        stored: StoredDocument,
        parts: Sequence[StoredDocument] = (),
        rejected: Mapping[str, str] | None = None,
        differing: Sequence[Difference] = (),
    ) -> None:
        """Insert a file's document with its parts, or replace the one with the same id, and its parts.

        Each part comes after the document it is a part of. `rejected` gives the parts that could not be read,
        with the reason in Swedish, `differing` where the diary and the file do not say the same.
        """
        place = (stored.source.collection, stored.source.path)
        if stored.id in self._waiting or place in self._places:
            self._flush()
        self._waiting[stored.id] = _File(stored, tuple(parts), dict(rejected or {}), tuple(differing))
        self._places.add(place)
        self._characters += sum(len(s.document.text) + len(s.document.original) for s in (stored, *parts))
        if len(self._waiting) >= _BUFFERED_DOCUMENTS or self._characters >= _BUFFERED_CHARACTERS:
            self._flush()

    def remove(self, document_id: str) -> None:
        """Remove a file's document, its parts and its file; an unknown id is no error and no change."""
        self._flush()
        self._remove(document_id)

    def touch(self, source: SourceFile) -> None:
        """Remember a file's new time of change; its content, and so its document, are as before.

        Raises `NotFoundError` when the catalog does not know the file.
        """
        self._flush()
        touched = self._connection.execute(
            update(files)
            .where(files.c.collection == source.collection, files.c.path == source.path)
            .values(size=source.size, modified_ns=source.modified_ns, reading=source.reading)
        )
        if not touched.rowcount:
            raise NotFoundError(f"file {source.path!r} of {source.collection}: not in the catalog")

    def reject(
        self,
        collection: str,
        path: str,
        size: int,
        modified_ns: int,
        sha256: str,
        reason: str,
        reading: int = 0,
        *,
        group: str = "",
        told: str = "",
    ) -> None:
        """Remember a file that could not be read, and why (in Swedish); a document made of it is removed.

        `reading` is the version of reading that gave up: a newer one will try again. `group` and `told` as in
        `SourceFile`.
        """
        self._flush()
        self._vacate([(collection, path)])
        self._connection.execute(
            insert(files).values(
                collection=collection,
                path=path,
                size=size,
                modified_ns=modified_ns,
                sha256=sha256,
                shelf=shelf(collection, group),
                told=told,
                reading=reading,
                document_id=None,
                reason=reason,
            )
        )

    def forget(self, collection: str, path: str) -> None:
        """Forget a file that is gone, and the document made of it if there is one."""
        self._flush()
        self._vacate([(collection, path)])

    def record_run(self, report: RunReport) -> None:
        """Remember what a run did."""
        self._connection.execute(insert(runs).values(**dataclasses.asdict(report)))

    def finish(self) -> None:
        """Write what waits, and remove the documents that are left without a place."""
        self._flush()
        for document_id in sorted(self._displaced):
            placed = select(files.c.path).where(files.c.document_id == document_id)
            if self._connection.execute(placed).first() is None:
                self._remove(document_id)
        self._displaced.clear()
        outbox.append(self._connection, adopt(self._connection, self._put, self._removed), "put")

    def _flush(self) -> None:
        waiting = list(self._waiting.values())
        self._waiting.clear()
        self._places.clear()
        self._characters = 0
        if not waiting:
            return
        before: list[str] = []
        for some in chunks([file.whole.id for file in waiting]):
            before += self._parts_of(some)
            self._connection.execute(delete(files).where(files.c.document_id.in_(some)))
            self._delete(some)
        self._insert(documents, (row for file in waiting for row in file.document_rows()))
        every = [stored for file in waiting for stored in (file.whole, *file.parts)]
        self.stored += every
        self._insert(texts, map(text_values, every))
        self._insert(sections, (row for stored in every for row in section_values(stored)))
        self._insert(dnr, (row for stored in every for row in dnr_values(stored)))
        self._insert(citations, (row for stored in every for row in citation_values(stored)))
        self._insert(assessments, (row for stored in every for row in assessment_values(stored)))
        self._insert(positions, (row for stored in every for row in position_values(stored)))
        self._insert(decisions, (row for stored in every for row in decision_values(stored)))
        self._insert(passages, map(passage_values, every))
        # Here, where its text is at hand: it would have to be read again for it.
        insert_sketches(self._connection, every)
        self._insert(rejected_parts, (row for file in waiting for row in file.rejected_rows()))
        self._insert(differences, (row for file in waiting for row in file.difference_rows()))
        self._settle([(file.whole.id, file.whole.source) for file in waiting])
        ids = [stored.id for stored in every]
        follow(self._connection, ids)
        self._put += ids
        self._removed.update(set(before) - set(ids))
        outbox.append(self._connection, sorted(set(before) - set(ids)), "remove")
        outbox.append(self._connection, ids, "put")

    def _delete(self, ids: Sequence[str]) -> int:
        """Delete these files' documents with their parts; returns how many of the documents there were."""
        unsettle(self._connection, [*ids, *self._parts_of(ids)])
        self._connection.execute(delete(documents).where(documents.c.root_id.in_(ids)))
        return self._connection.execute(delete(documents).where(documents.c.id.in_(ids))).rowcount

    def _parts_of(self, ids: Sequence[str]) -> list[str]:
        """The ids of all parts of these files' documents."""
        return list(
            self._connection.execute(select(documents.c.id).where(documents.c.root_id.in_(ids))).scalars()
        )

    def _settle(self, moves: Sequence[tuple[str, SourceFile]]) -> None:
        """Let each document have its place, and only that one."""
        for document_id, _ in moves:
            self._connection.execute(delete(files).where(files.c.document_id == document_id))
        self._vacate([(source.collection, source.path) for _, source in moves])
        self._insert(files, (file_values(source, document_id) for document_id, source in moves))

    def _vacate(self, places: Iterable[tuple[str, str]]) -> None:
        """Take the files at these places out of the catalog, noting whose they were."""
        by_collection: dict[str, list[str]] = {}
        for collection, path in places:
            by_collection.setdefault(collection, []).append(path)
        for collection, paths in by_collection.items():
            for some in chunks(paths):
                at = (files.c.collection == collection, files.c.path.in_(some))
                holders = select(files.c.document_id).where(*at, files.c.document_id.is_not(None))
                self._displaced.update(self._connection.execute(holders).scalars())
                self._connection.execute(delete(files).where(*at))

    def _remove(self, document_id: str) -> None:
        parts = self._parts_of([document_id])
        self._connection.execute(delete(files).where(files.c.document_id == document_id))
        self._removed.update((document_id, *parts))
        if self._delete([document_id]):
            outbox.append(self._connection, [document_id, *sorted(parts)], "remove")

    def _insert(self, table: Table, rows: Iterable[Values]) -> None:
        if values := list(rows):
            self._connection.execute(insert(table), values)
