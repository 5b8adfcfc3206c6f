"""One generation of the index, read: all segments as one row of documents, without the removed ones.

Documents are numbered through: a segment's first document has the number after the segment before it. What
is worked out here holds for one generation; what is read of a segment, which never changes, stays with it
(`leaf.py`), so that the next generation reads only what is new.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import numpy as np

from remissarkiv.engines.scoring import WHOLE_PRIOR, idf, norms, saturations
from remissarkiv.engines.whoosh.arrays import NONE, Counts, Flags, Numbers, Scores
from remissarkiv.engines.whoosh.columns import Column, joined
from remissarkiv.engines.whoosh.files import Contents, Generation, IndexFiles
from remissarkiv.engines.whoosh.leaf import Leaf
from remissarkiv.engines.whoosh.matches import Matches
from remissarkiv.engines.whoosh.posting_cache import PostingCache
from remissarkiv.engines.whoosh.postings import WordPlaces


@dataclass(frozen=True, slots=True)
class CopyOrder:
    """The order of a generation's copies: for each document its `group`, and its `rank` in the order of all
    that have a group, group by group and the best of each first; -1 for a document without copies."""

    group: Numbers
    rank: Numbers


class Snapshot:
    """Reads one generation. `known` are leaves of an older snapshot, used again where the segment is the
    same. May be shared by threads."""

    def __init__(
        self,
        files: IndexFiles,
        generation: Generation,
        contents: Contents,
        cache: PostingCache,
        known: Iterable[Leaf] = (),
    ) -> None:
        self.generation = generation
        by_name = {leaf.name: leaf for leaf in known}
        self.leaves = [
            by_name.get(str(segment.segment_id())) or Leaf(files, segment, cache)
            for segment in contents.segments
        ]
        self._offsets = [0, *accumulate(leaf.size for leaf in self.leaves)]
        self.size = self._offsets[-1]
        """How many documents there are, the removed ones among them."""
        removed = [
            offset + number
            for segment, offset in zip(contents.segments, self._offsets, strict=False)
            for number in segment.deleted_docs()
        ]
        self._living: Flags | None = None
        """Which documents are not removed; None when none is."""
        if removed:
            self._living = np.ones(self.size, np.bool_)
            self._living[removed] = False
        self._count = self.size - len(removed)
        self._cache = cache
        self._owner = cache.owner()
        self._columns: dict[str, Column] = {}
        self._numbers: dict[str, Counts] = {}
        self._norms: dict[str, Scores] = {}
        self._visible: dict[frozenset[str], Flags | None] = {}
        self._copies: dict[str, CopyOrder | None] = {}

    @property
    def is_one_segment(self) -> bool:
        """Whether the columns lie ready, and need not be joined from those of several segments."""
        return len(self.leaves) == 1

    def count(self) -> int:
        """How many documents there are, without the removed ones."""
        return self._count

    @cached_property
    def documents(self) -> Numbers:
        """The numbers of all documents, rising."""
        if self._living is None:
            return np.arange(self.size, dtype=np.int32)
        return np.flatnonzero(self._living).astype(np.int32)

    def term(self, field: str, term: str) -> Matches:
        """The documents that have the term, with their scores."""
        return self._cache.get((self._owner, field, term), lambda: self._score(field, term))

    def _score(self, field: str, term: str) -> Matches:
        documents: list[Numbers] = []
        frequencies: list[Counts] = []
        for leaf, offset in zip(self.leaves, self._offsets, strict=False):
            postings = leaf.postings(field, term)
            if len(postings.documents):
                documents.append(postings.documents + offset if offset else postings.documents)
                frequencies.append(postings.frequencies)
        if not documents:
            return Matches(NONE, 0.0)
        found, often = _one(documents), _one(frequencies)
        if self._living is not None:
            alive = self._living[found]
            found, often = found[alive], often[alive]
        weight = idf(self._count, len(found))
        return Matches(found, weight * saturations(often.astype(np.float64), self._norm(field)[found]))

    def _norm(self, field: str) -> Scores:
        if field not in self._norms:
            lengths = self.numbers(field)
            total = int(lengths.sum(dtype=np.int64, where=True if self._living is None else self._living))
            self._norms[field] = norms(lengths, total / max(self._count, 1))
        return self._norms[field]

    def with_prefix(self, field: str, prefix: str) -> Numbers:
        """The documents that have a term which begins with `prefix`."""
        return self._joined(leaf.with_prefix(field, prefix) for leaf in self.leaves)

    def with_pattern(self, field: str, pattern: str) -> Numbers:
        """The documents that have a term which `pattern` stands for. Raises `TooBroadError`."""
        return self._joined(leaf.with_pattern(field, pattern) for leaf in self.leaves)

    def with_term_near(self, field: str, term: str, edits: int) -> Numbers:
        """The documents that have a term at most so many edits away. Raises `TooBroadError`."""
        return self._joined(leaf.with_term_near(field, term, edits) for leaf in self.leaves)

    def _joined(self, of_leaves: Iterable[Numbers]) -> Numbers:
        """The documents of all segments, without the removed ones."""
        several = [
            documents + np.int32(offset) for documents, offset in zip(of_leaves, self._offsets, strict=False)
        ]
        found = _one(several) if several else NONE
        return found if self._living is None else found[self._living[found]]

    def with_ids(self, ids: Iterable[str]) -> Numbers:
        """The documents with these ids."""
        wanted = list(ids)
        found = [
            offset + number
            for leaf, offset in zip(self.leaves, self._offsets, strict=False)
            for number in leaf.with_ids(wanted)
        ]
        documents = np.array(sorted(found), np.int32)
        return documents if self._living is None else documents[self._living[documents]]

    def offset(self, leaf: int) -> int:
        """The number of a segment's first document."""
        return self._offsets[leaf]

    def places(self, field: str, term: str) -> list[tuple[int, WordPlaces]]:
        """The word numbers of a term in each segment, with the number of the segment's first document."""
        return [
            (offset, leaf.places(field, term))
            for leaf, offset in zip(self.leaves, self._offsets, strict=False)
        ]

    def column(self, name: str) -> Column:
        """A column of values; the removed documents have theirs still."""
        if name not in self._columns:
            self._columns[name] = joined([leaf.column(name) for leaf in self.leaves])
        return self._columns[name]

    def numbers(self, name: str) -> Counts:
        """A column of numbers, one for each document."""
        if name not in self._numbers:
            parts = [leaf.numbers(name) for leaf in self.leaves]
            self._numbers[name] = _one(parts) if parts else np.zeros(0, np.uint32)
        return self._numbers[name]

    @cached_property
    def days(self) -> memoryview:
        """The day of each document, to be had one by one."""
        return self.numbers("day").data

    @cached_property
    def prior(self) -> Scores | None:
        """What the score of each document is worth; None when all are worth the same as they are."""
        stored = self.numbers("prior")
        return None if (stored == WHOLE_PRIOR).all() else stored / WHOLE_PRIOR

    def visible(self, shelves: frozenset[str]) -> Flags | None:
        """Which documents are there and stand on one of the shelves; None when all do."""
        if shelves not in self._visible:
            seen = np.zeros(self.size, np.bool_)
            for documents in self.column("collection").documents(shelves):
                seen[documents] = True
            if self._living is not None:
                seen &= self._living
            self._visible[shelves] = None if seen.all() else seen
        return self._visible[shelves]

    @cached_property
    def _only_ids(self) -> Column | None:
        return self.leaves[0].column("id") if self.is_one_segment else None

    def ids_of(self, documents: Sequence[int]) -> list[str]:
        """The ids of documents, in the order they are asked for."""
        if self._only_ids is not None:
            return self._only_ids.only_values(documents)
        ids = []
        for document in documents:
            leaf = bisect_right(self._offsets, document) - 1
            ids += self.leaves[leaf].ids_of((document - self._offsets[leaf],))
        return ids

    def all_ids(self) -> list[str]:
        """The ids of all documents."""
        column = self.column("id")
        values = list(column.values)
        return [values[code] for code in column.codes[self.documents].tolist()]

    @property
    def id_order(self) -> Numbers:
        """Numbers that are ordered as the documents' ids."""
        return self.column("id").codes

    def copy_order(self, name: str) -> CopyOrder | None:
        """The order of copies (`name` is the column with their groups); None when no document has any."""
        if name not in self._copies:
            groups = self.column(name)
            members = np.flatnonzero(np.diff(groups.starts)).astype(np.int32)
            self._copies[name] = None
            if len(members):
                keys = (self.id_order[members], self.numbers("rank")[members], groups.codes)
                order = CopyOrder(np.full(self.size, -1, np.int32), np.full(self.size, -1, np.int32))
                order.group[members] = groups.codes
                order.rank[members[np.lexsort(keys)]] = np.arange(len(members), dtype=np.int32)
                self._copies[name] = order
        return self._copies[name]

    def repeated_ids(self) -> list[str]:
        """Ids that more than one document has; there must be none."""
        seen = Counter(self.all_ids())
        return sorted(name for name, times in seen.items() if times > 1)


def _one(parts: Sequence[Counts]) -> Counts:
    return parts[0] if len(parts) == 1 else np.concatenate(parts)
