"""The project's own engines: the one that serves, and the reference that holds everything in memory."""

import pickle
from contextlib import ExitStack
from importlib.metadata import version
from pathlib import Path

from benchmarks.bench.documents import SHELF, number_of
from benchmarks.bench.interface import FACETS, TOP, Answer, Peer
from remissarkiv.domain import Access, IndexEntry
from remissarkiv.engines.interface import Engine, Node, SearchRequest
from remissarkiv.engines.registry import open_engine

_ACCESS = Access(frozenset({SHELF}))
FINGERPRINT = "benchmark"
"""What the index is said to be made with."""


class OurBuilder:
    """Indexes as `remiss rebuild` does: one commit, then `tidy`."""

    def __init__(self, folder: Path) -> None:
        self._engine = open_engine("whoosh", folder / "index", FINGERPRINT)
        self._stack = ExitStack()
        self._writer = self._stack.enter_context(self._engine.writer())
        self._count = 0

    def ready(self, entry: IndexEntry) -> IndexEntry:
        """Nothing to do: an entry is what our engines take."""
        return entry

    def add(self, ready: IndexEntry) -> None:
        """Put the document."""
        self._writer.put(ready)
        self._count += 1

    def finish(self) -> None:
        """Commit and tidy."""
        self._writer.commit(self._count)
        self._stack.close()
        self._engine.tidy()
        self._engine.close()


class OurReader:
    """Answers through the protocol of `remissarkiv.engines.interface`, as the searcher asks."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def answer(self, query: Node) -> Answer:
        """The best hits, with facets over all."""
        found = self._engine.search(SearchRequest(query, _ACCESS, limit=TOP, facets=FACETS))
        return Answer(found.total, tuple([number_of(hit.id) for hit in found.hits]), found.facets)

    def hits(self, query: Node) -> set[int]:
        """The numbers of all documents found."""
        found = self._engine.search(SearchRequest(query, _ACCESS, limit=None))
        return {number_of(hit.id) for hit in found.hits}

    def close(self) -> None:
        """Let go of the index."""
        self._engine.close()


class ReferenceBuilder:
    """Keeps the entries in a file: the reference has no index of its own."""

    def __init__(self, folder: Path) -> None:
        self._file = (folder / "entries").open("wb")

    def ready(self, entry: IndexEntry) -> IndexEntry:
        """Nothing to do."""
        return entry

    def add(self, ready: IndexEntry) -> None:
        """Write the entry down."""
        pickle.dump(ready, self._file)

    def finish(self) -> None:
        """Close the file."""
        self._file.close()


def _ours(folder: Path) -> OurReader:
    return OurReader(open_engine("whoosh", folder / "index", FINGERPRINT))


def _reference(folder: Path) -> OurReader:
    engine = open_engine("memory", folder, FINGERPRINT)
    with (folder / "entries").open("rb") as file, engine.writer() as writer:
        while True:
            try:
                # Written by `ReferenceBuilder` in this very run.
                writer.put(pickle.load(file))  # noqa: S301
            except EOFError:
                break
        writer.commit(1)
    return OurReader(engine)


def ours() -> Peer:
    """The engine of the archive."""
    return Peer(
        "ours",
        version("remissarkiv"),
        "one commit and tidy, as remiss rebuild does",
        OurBuilder,
        _ours,
    )


def reference() -> Peer:
    """The slow engine that says what is right."""
    return Peer("reference", version("remissarkiv"), "everything in memory", ReferenceBuilder, _reference)
