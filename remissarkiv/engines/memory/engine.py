"""The reference engine."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from remissarkiv.domain import IndexEntry
from remissarkiv.engines.entries import refuse_malformed
from remissarkiv.engines.interface import EngineHit, EngineResult, EngineWriter, SearchRequest
from remissarkiv.engines.memory.matching import Matching
from remissarkiv.engines.scoring import DECIMALS, WHOLE_PRIOR, SortKey, day_number, sort_key
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
                    found.append((entry, score * entry.prior / WHOLE_PRIOR))
        groups = _groups(found, request.collapse)
        groups.sort(key=lambda group: _order(group[0], request.sort))
        end = None if request.limit is None else request.offset + request.limit
        return EngineResult(
            total=len(groups),
            hits=tuple(_hit(group) for group in groups[request.offset : end]),
            facets={
                column: _commonest(
                    Counter(value for group in groups for value in _values(group, column)),
                    request.commonest.get(column),
                )
                for column in request.facets
            },
        )

    def tidy(self) -> None:
        """Nothing to do: a removed document leaves nothing behind."""

    def check(self) -> tuple[str, ...]:
        """Nothing can be wrong with a dictionary."""
        return ()

    def trouble(self) -> None:
        """Nothing keeps a dictionary from being read."""

    def close(self) -> None:
        """Let go of the documents."""
        self._entries = {}


Found = tuple[IndexEntry, float]


def _commonest(counts: Counter[str], most: int | None) -> dict[str, int]:
    """The counts of so many values, and of those with the count of the last; None for all."""
    if most is None or len(counts) <= most:
        return dict(counts)
    least = sorted(counts.values(), reverse=True)[most - 1]
    return {value: count for value, count in counts.items() if count >= least}


def _groups(found: list[Found], collapse: str) -> list[list[Found]]:
    """The hits, each with the copies it stands for after it, the best first."""
    groups: dict[tuple[str, str], list[Found]] = {}
    for hit in found:
        entry = hit[0]
        group = {"none": "", "exact": entry.exact_copies, "near": entry.copies}[collapse]
        groups.setdefault(("group", group) if group else ("id", entry.id), []).append(hit)
    return [sorted(group, key=lambda hit: (hit[0].rank, hit[0].id)) for group in groups.values()]


def _order(hit: Found, sort: str) -> SortKey:
    entry, score = hit
    return sort_key(sort, score, day_number(entry.day), entry.id)


def _hit(group: list[Found]) -> EngineHit:
    (best, score), *others = group
    return EngineHit(best.id, round(score, DECIMALS), tuple(entry.id for entry, _ in others))


def _values(group: list[Found], column: str) -> set[str]:
    return {value for entry, _ in group for value in entry.columns.get(column, ())}


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
