"""Putting what was read into the catalog, in batches, each one transaction."""

import dataclasses
import hashlib
from collections.abc import Iterable, Mapping

from indexer.ingest.report import IngestReport, Rejection, ToldOtherwise
from indexer.ingest.walk import FoundFile, Unwalked
from indexer.task import ReadingResult, reading_version
from remissarkiv.catalog import Catalog, FileState
from remissarkiv.domain import SourceFile, StoredDocument


class Store:
    """Collects results and commits them; keeps the counts of the report."""

    def __init__(
        self,
        catalog: Catalog,
        known: Mapping[str, Mapping[str, FileState]],
        gone: dict[tuple[str, str], FileState],
        report: IngestReport,
    ) -> None:
        self._catalog = catalog
        self._known = known
        self._gone = gone
        self._report = report
        self._ids = {
            state.document_id for states in known.values() for state in states.values() if state.document_id
        }
        self._waiting: list[tuple[FoundFile, ReadingResult]] = []
        self.characters = 0

    @property
    def waiting(self) -> int:
        """Results that are not stored yet."""
        return len(self._waiting)

    def add(self, found: FoundFile, result: ReadingResult) -> None:
        """Take in what was read of a file; stored with the next commit."""
        self._waiting.append((found, result))
        for read in result.documents:
            self.characters += len(read.document.text) + len(read.document.original)

    def commit(self) -> int:
        """Store what waits, in one transaction; returns the number of documents stored."""
        if not self._waiting:
            return 0
        stored = 0
        with self._catalog.write() as writer:
            for found, result in self._waiting:
                self._report.read += 1
                if result.reason and self._keeps_document(found, result):
                    self._report.rejected.append(Rejection(found.path, result.reason))
                    continue
                if result.reason:
                    writer.reject(
                        found.collection.name,
                        found.path,
                        found.size,
                        found.modified_ns,
                        result.sha256,
                        result.reason,
                        reading_version(),
                        group=found.group,
                        told=found.told,
                    )
                    self._report.rejected.append(Rejection(found.path, result.reason))
                    continue
                if not result.documents:
                    writer.touch(_source(found, result))
                    self._report.unchanged += 1
                    continue
                whole, *parts = self._documents(found, result)
                writer.put(whole, parts, result.rejected, result.differences)
                self._report.differences += [
                    ToldOtherwise(found.path, one.field, one.told, one.read) for one in result.differences
                ]
                self._report.rejected += [
                    Rejection(f"{found.path} › {part}", reason) for part, reason in result.rejected.items()
                ]
                stored += 1 + len(parts)
        self._waiting.clear()
        self.characters = 0
        return stored

    def finish(self, unwalked: Iterable[Unwalked]) -> None:
        """Remove from the catalog the files that are gone and were not found at another place, and record the
        folders and names that could not be entered. A document that was read before stays until it is known
        to be gone."""
        self.commit()
        with self._catalog.write() as writer:
            for shut in unwalked:
                state = self._known[shut.collection.name].get(shut.path)
                if state is None or (state.document_id is None and state.reason != shut.reason):
                    writer.reject(shut.collection.name, shut.path, 0, 0, "", shut.reason, reading_version())
            for (collection, path), state in self._gone.items():
                if state.document_id is None:
                    writer.forget(collection, path)
                else:
                    writer.remove(state.document_id)
                    self._report.removed += 1

    def _keeps_document(self, found: FoundFile, result: ReadingResult) -> bool:
        """Whether a file that cannot be opened now keeps what was read of it before: permissions that a
        mistake took away for a night must not empty the archive."""
        state = self._known[found.collection.name].get(found.path)
        return not result.opened and state is not None and state.document_id is not None

    def _documents(self, found: FoundFile, result: ReadingResult) -> list[StoredDocument]:
        """The documents of a file, each with its id: a part's follows from the file's and its own name."""
        own, found = self._identify(found, result)
        ids = {"": own}
        for read in result.documents[1:]:
            ids[read.part] = hashlib.blake2b(f"{ids['']}\0{read.part}".encode(), digest_size=8).hexdigest()
        return [
            StoredDocument(
                ids[read.part],
                _source(found, result, read.media_type, read.part),
                read.document,
                whole="" if read.whole is None else ids[read.whole],
                ordinal=ordinal,
            )
            for ordinal, read in enumerate(result.documents)
        ]

    def _identify(self, found: FoundFile, result: ReadingResult) -> tuple[str, FoundFile]:
        """The document's id: its own if it has one, that of a file which has moved here, or a new one.

        What moved without a word from a manifest keeps its marking for a group.
        """
        state = self._known[found.collection.name].get(found.path)
        if state is not None and state.document_id is not None:
            self._report.changed += 1
            return state.document_id, found
        for place, gone in self._gone.items():
            if gone.document_id and gone.sha256 == result.sha256 and place[0] == found.collection.name:
                del self._gone[place]
                self._report.moved += 1
                if found.row is None:
                    found = dataclasses.replace(found, group=gone.group, told=gone.told if gone.group else "")
                return gone.document_id, found
        self._report.new += 1
        return self._new_id(found.collection.name, found.path), found

    def _new_id(self, collection: str, path: str) -> str:
        """An id that depends on nothing but the place, so that every run gives the same.

        A document that moved keeps its id, so the place it left may give an id that is taken; then the next.
        """
        attempt = 0
        while True:
            seed = f"{collection}\0{path}\0{attempt}".encode()
            identity = hashlib.blake2b(seed, digest_size=8).hexdigest()
            if identity not in self._ids:
                self._ids.add(identity)
                return identity
            attempt += 1


def _source(found: FoundFile, result: ReadingResult, media_type: str = "", part: str = "") -> SourceFile:
    return SourceFile(
        collection=found.collection.name,
        path=found.path,
        size=found.size,
        sha256=result.sha256,
        modified_ns=found.modified_ns,
        media_type=media_type,
        part=part,
        reading=reading_version(),
        group=found.group,
        told=found.told,
    )
