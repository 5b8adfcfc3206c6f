"""The catalog: what the archive knows, from which every index is derived."""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Collection as Some
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, select

from remissarkiv.catalog import copies, outbox
from remissarkiv.catalog.collections import read_collections, replace_collections
from remissarkiv.catalog.corrections import CorrectionLog
from remissarkiv.catalog.database import Database
from remissarkiv.catalog.fresh import FreshDocuments
from remissarkiv.catalog.listing import (
    ListedDocument,
    add_passages,
    read_copy_names,
    read_listed,
    without_passages,
)
from remissarkiv.catalog.matters import CatalogSource, read_guessed, read_matter, read_matters_of_dnr
from remissarkiv.catalog.overview import (
    read_counts,
    read_differences,
    read_files,
    read_rejected,
    read_runs,
    read_shelves,
)
from remissarkiv.catalog.reader import (
    read_citations,
    read_documents,
    read_ids,
    read_parts,
    read_summaries,
    visible,
)
from remissarkiv.catalog.records import (
    ArchiveCounts,
    Change,
    CopyPlace,
    FileDifference,
    FileState,
    RejectedFile,
    RunReport,
)
from remissarkiv.catalog.schema import history
from remissarkiv.catalog.teaching import read_lexicon_versions, read_teachers, read_teaching_texts
from remissarkiv.catalog.writer import CatalogWriter
from remissarkiv.domain import Access, Citation, Collection, Copy, DocumentSummary, StoredDocument
from remissarkiv.errors import NotFoundError
from remissarkiv.matters import Facts, Matter


class Catalog:
    """An open catalog. Whatever answers a person takes an `Access` and never shows more than it allows.

    Every method may raise `ArchiveBusyError`, `CatalogBrokenError` and `CatalogUnavailableError`. A catalog
    may be shared by threads.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._fresh: FreshDocuments | None = None
        self.corrections = CorrectionLog(database)

    @classmethod
    def open(cls, location: str | Path) -> "Catalog":
        """Open the catalog at an SQLAlchemy URL (or in an SQLite file); make or migrate it when needed.

        Raises `ConfigError` for a URL that cannot be used, `CatalogBrokenError` for a file that is no
        catalog, `CatalogVersionError` for one of a newer program.
        """
        return cls(Database.open(location))

    def document(self, document_id: str, access: Access) -> StoredDocument:
        """One document. Raises `NotFoundError` when it does not exist or the caller may not see it."""
        found = self.documents([document_id], access)
        if document_id not in found:
            raise NotFoundError(
                f"document {document_id!r}: not in the archive", "Handlingen finns inte i arkivet."
            )
        return found[document_id]

    def documents(self, ids: Sequence[str], access: Access) -> dict[str, StoredDocument]:
        """Those of the documents that exist and the caller may see, in the order of `ids`."""
        with self._database.read() as connection:
            return read_documents(connection, ids, visible(access))

    def summaries(self, ids: Sequence[str], access: Access) -> dict[str, DocumentSummary]:
        """The same without texts, for any number of documents."""
        with self._database.read() as connection:
            return read_summaries(connection, ids, access)

    def listed(self, ids: Sequence[str], access: Access) -> dict[str, ListedDocument]:
        """The same with what their passages are cut from, as a page of hits needs them."""
        with self._database.read() as connection:
            return read_listed(connection, ids, access)

    def copy_names(self, ids: Sequence[str], access: Access) -> dict[str, Copy]:
        """What a list tells of copies, by id; only of those that the caller may see."""
        with self._database.read() as connection:
            return read_copy_names(connection, ids, access)

    def citations(self, ids: Sequence[str], access: Access) -> dict[str, tuple[Citation, ...]]:
        """What each of the documents cites, in the order of its text, without reading the text itself."""
        with self._database.read() as connection:
            return read_citations(connection, ids, access)

    def parts(self, document_id: str, access: Access) -> tuple[DocumentSummary, ...]:
        """The parts of a document (the §§ of minutes, what hangs on a letter), in the order of the file."""
        with self._database.read() as connection:
            return read_parts(connection, document_id, access)

    def copies(self, document_id: str, access: Access) -> tuple[DocumentSummary, ...]:
        """The other copies of a document that the caller may see, the best first."""
        with self._database.read() as connection:
            ids = copies.read_copies(connection, document_id, access)
            return tuple(read_summaries(connection, ids, access).values())

    def matter_of(self, document_id: str, access: Access) -> Matter:
        """The ärende of a document, made of what the caller may see; of one that belongs to none, itself
        without a Dnr. Raises `NotFoundError` when it does not exist or the caller may not see it."""
        with self._database.read() as connection:
            found = read_matter(connection, document_id, access)
        if found is None:
            raise NotFoundError(
                f"document {document_id!r}: not in the archive", "Handlingen finns inte i arkivet."
            )
        return found

    def matter_of_dnr(self, value: str, access: Access, *, scope: str = "") -> tuple[Matter, ...]:
        """The ärenden that have a Dnr (`KS 2025/448`), their own or a board's that answers in them: one for
        each kommun and diary, none when no document that the caller may see has it. `scope` narrows it to
        one kommun (`matters.bodies.scope_of`) and what names none."""
        with self._database.read() as connection:
            return read_matters_of_dnr(connection, value, access, scope)

    def guessed_matters(self, document_id: str, access: Access) -> tuple[Matter, ...]:
        """The ärenden that a document without a Dnr may belong to, by its subject, the people behind it and
        its day; none for one that has a Dnr."""
        with self._database.read() as connection:
            return read_guessed(connection, document_id, access)

    def matter_facts(self, ids: Sequence[str], access: Access) -> tuple[Facts, ...]:
        """What tells which ärenden these documents belong to, by id."""
        with self._database.read() as connection:
            return CatalogSource(connection, access).facts(ids)

    def rejected(self, access: Access) -> tuple[RejectedFile, ...]:
        """The files, and parts of files, that could not be read, by collection and path."""
        with self._database.read() as connection:
            return read_rejected(connection, access)

    def differences(self, access: Access) -> tuple[FileDifference, ...]:
        """Where the diary and the documents do not say the same, by collection, path and field."""
        with self._database.read() as connection:
            return read_differences(connection, access)

    def shelves(self) -> frozenset[str]:
        """Every shelf that holds something: for an operator's access."""
        with self._database.read() as connection:
            return read_shelves(connection)

    def counts(self, access: Access) -> ArchiveCounts:
        """How many documents and rejected files the caller may see."""
        with self._database.read() as connection:
            return read_counts(connection, access)

    def collections(self) -> tuple[Collection, ...]:
        """The collections as they were last configured."""
        with self._database.read() as connection:
            return read_collections(connection)

    def sync_collections(self, collections: Sequence[Collection]) -> None:
        """Remember exactly these collections, in this order; writes only when something differs."""
        if self.collections() != tuple(collections):
            seen_by = {collection.name: collection.groups for collection in self.collections()}
            with self._database.write() as connection:
                replace_collections(connection, collections)
                if seen_by != {collection.name: collection.groups for collection in collections}:
                    copies.unsettle_all(connection)

    def runs(self, limit: int = 10) -> tuple[RunReport, ...]:
        """The latest runs of the indexer, newest first."""
        with self._database.read() as connection:
            return read_runs(connection, limit)

    # From here on: the write side. Indexer and index see every collection.

    def load(self, ids: Sequence[str]) -> dict[str, StoredDocument]:
        """Those of the documents that exist, of any collection: for indexing only, never for an answer."""
        with self._database.read() as connection:
            fresh = self._fresh.among(connection, ids) if self._fresh is not None else {}
            found = fresh | read_documents(connection, [one for one in ids if one not in fresh])
        return {document_id: found[document_id] for document_id in ids if document_id in found}

    @contextmanager
    def remembering(self) -> Iterator[None]:
        """Within it `load` gives what was stored a moment ago from memory, within bounds. For the one process
        that stores documents, and indexes them right after."""
        self._fresh = FreshDocuments()
        try:
            yield
        finally:
            self._fresh = None

    def forget_fresh(self) -> None:
        """What was stored so far is indexed, and need not be held in memory any more."""
        if self._fresh is not None:
            self._fresh.clear()

    def all_ids(self) -> Iterator[str]:
        """Every document's id, in order: for comparing with an index, never for an answer."""
        with self._database.read() as connection:
            return read_ids(connection)

    def files(self, collection: str) -> dict[str, FileState]:
        """The files of a collection as the last run found them, by path."""
        with self._database.read() as connection:
            return read_files(connection, collection)

    def teachers(self, shelves: Some[str]) -> list[tuple[str, str]]:
        """Id and content hash of the files on these shelves that may teach the lexicon, by id."""
        with self._database.read() as connection:
            return read_teachers(connection, shelves)

    def teaching_texts(self, ids: Sequence[str]) -> Iterator[str]:
        """The text of each of these files, one at a time, in the order of `ids`."""
        with self._database.read() as connection:
            yield from read_teaching_texts(connection, ids)

    def lexicon_versions(self) -> dict[int, int]:
        """How many damaged documents were read with each version of the lexicon."""
        with self._database.read() as connection:
            return read_lexicon_versions(connection)

    def settle_copies(self) -> None:
        """Bring the groups of copies up to date; every document whose group changes gets a row in the outbox.

        Goes on where it was interrupted. The result follows from the documents, not from their order.
        """
        self._take_up(copies.without_sketch, copies.add_sketches)
        self._take_up(copies.unsettled, copies.settle_some)

    def keep_passages(self) -> None:
        """Keep what lists of hits show of those documents that another version of the program has stored.

        Goes on where it was interrupted; nothing else changes, and until then these documents are read whole.
        """
        self._take_up(without_passages, add_passages)

    def _take_up(
        self, waiting: Callable[[Connection], list[str]], take_up: Callable[[Connection, list[str]], None]
    ) -> None:
        """Take up what waits, some at a time, each time in a transaction of its own."""
        while True:
            with self._database.read() as connection:
                ids = waiting(connection)
            if not ids:
                break
            with self._database.write() as connection:
                take_up(connection, ids)

    def copy_places(self, ids: Sequence[str]) -> dict[str, CopyPlace]:
        """The places among their copies of those documents that have copies: for indexing only."""
        with self._database.read() as connection:
            return copies.read_places(connection, ids)

    def last_sequence(self) -> int:
        """The number of the newest change; it never goes back."""
        with self._database.read() as connection:
            return outbox.last_sequence(connection)

    def changes(self, after: int, limit: int) -> tuple[Change, ...]:
        """The next changes after sequence `after`, only the last of each document, removals first."""
        with self._database.read() as connection:
            return outbox.changes(connection, after, limit)

    def prune(self, upto: int) -> int:
        """Forget changes up to this sequence that later ones supersede; returns how many there were.

        Indexes need not be asked: none of them will ever read such a change.
        """
        with self._database.write() as connection:
            return outbox.prune(connection, upto)

    def generation(self) -> str:
        """The name of this history of changes: 32 hex digits, new in a new catalog and after a restore.

        Sequences of two generations do not compare: an index of another generation must be rebuilt.
        """
        with self._database.read() as connection:
            return str(connection.execute(select(history.c.generation)).scalar_one())

    @contextmanager
    def write(self) -> Iterator[CatalogWriter]:
        """One transaction of changes: all of them and their rows in the outbox, or, on an error, none.

        Raises `ArchiveBusyError` when another process keeps on writing.
        """
        with self._database.write() as connection:
            writer = CatalogWriter(connection)
            yield writer
            writer.finish()
        if self._fresh is not None:
            self._fresh.keep(writer.stored)

    def close(self) -> None:
        """Close the connections."""
        self._database.close()

    def __enter__(self) -> "Catalog":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
