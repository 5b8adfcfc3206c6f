"""The reference engine."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from remissarkiv.domain import IndexEntry
from remissarkiv.engines.entries import refuse_malformed
from remissarkiv.engines.interface import EngineHit, EngineResult, EngineWriter, SearchRequest
from remissarkiv.engines.memory.matching import Matching
from remissarkiv.engines.scoring import DECIMALS, day_number, sort_key
from remissarkiv.errors import ArchiveBusyError


class MemoryEngine:
    """Holds its documents in a dictionary and forgets them when the process ends."""

    def __init__(self) -> None:
        self._entries: dict[str, IndexEntry] = {}
        self._sequence = 0
        self._writing = threading.Lock()

    def sequence(self) -> int:
        """The last catalog change that the index holds."""
        return self._sequence

    def count(self) -> int:
        """How many documents the index holds."""
        return len(self._entries)

    def ids(self) -> tuple[str, ...]:
        """The ids of all documents."""
        return tuple(self._entries)

    @contextmanager
    def writer(self) -> Iterator[EngineWriter]:
        """A batch of changes; `ArchiveBusyError` while another batch is open."""
        if not self._writing.acquire(blocking=False):
            raise ArchiveBusyError("another batch of changes to the search index is still open")
        try:
            yield _Batch(self)
        finally:
            self._writing.release()

    def replace(self, entries: dict[str, IndexEntry], sequence: int) -> None:
        """Make `entries` the newest generation (called by the batch)."""
        self._entries, self._sequence = entries, sequence

    def search(self, request: SearchRequest) -> EngineResult:
        """Answer a query by asking every document in turn."""
        entries = self._entries
        matching = Matching(entries)
        found: list[tuple[IndexEntry, float]] = []
        for entry in entries.values():
            if entry.collection in request.access.shelves:
                score = matching.score(request.query, entry)
                if score is not None:
                    found.append((entry, score))
        found.sort(key=lambda hit: sort_key(request.sort, hit[1], day_number(hit[0].day), hit[0].id))
        end = None if request.limit is None else request.offset + request.limit
        return EngineResult(
            total=len(found),
            hits=tuple(EngineHit(e.id, round(score, DECIMALS)) for e, score in found[request.offset : end]),
            facets={
                column: dict(Counter(v for e, _ in found for v in set(e.columns.get(column, ()))))
                for column in request.facets
            },
        )

    def tidy(self) -> None:
        """Nothing to do: a removed document leaves nothing behind."""

    def check(self) -> tuple[str, ...]:
        """Nothing can be wrong with a dictionary."""
        return ()

    def close(self) -> None:
        """Let go of the documents."""
        self._entries = {}


class _Batch:
    """Changes a copy of the documents, which takes the place of the old ones at `commit`."""

    def __init__(self, engine: MemoryEngine) -> None:
        self._engine = engine
        self._entries = dict(engine._entries)

    def put(self, entry: IndexEntry) -> None:
        refuse_malformed(entry)
        self._entries[entry.id] = entry

    def remove(self, document_id: str) -> None:
        self._entries.pop(document_id, None)

    def commit(self, sequence: int) -> None:
        self._engine.replace(dict(self._entries), sequence)
