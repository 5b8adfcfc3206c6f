"""One generation of the index, read: all segments as one row of documents, without the removed ones.

Documents are numbered through: a segment's first document has the number after the segment before it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from remissarkiv.engines.whoosh import positions
from remissarkiv.engines.whoosh.files import Contents, Generation, IndexFiles
from remissarkiv.engines.whoosh.leaf import Leaf


class Snapshot:
    """Reads one generation. `known` are leaves of an older snapshot, used again where the segment is the
    same: their columns are already in memory."""

    def __init__(
        self, files: IndexFiles, generation: Generation, contents: Contents, known: Iterable[Leaf] = ()
    ) -> None:
        self.generation = generation
        by_name = {leaf.name: leaf for leaf in known}
        self.leaves: list[Leaf] = []
        self._offsets: list[int] = []
        self.removed: set[int] = set()
        offset = 0
        for segment in contents.segments:
            leaf = by_name.pop(str(segment.segment_id()), None) or Leaf(files, contents.schema, segment)
            self.leaves.append(leaf)
            self._offsets.append(offset)
            self.removed.update(offset + number for number in segment.deleted_docs())
            offset += leaf.size
        self._size = offset
        self._columns: dict[str, list[Any]] = {}
        self._totals: dict[str, int] = {}
        self._numbered: dict[str, tuple[list[int], list[tuple[str, ...]]]] = {}
        self._groups: dict[str, dict[int, str]] = {}

    def count(self) -> int:
        """How many documents there are."""
        return self._size - len(self.removed)

    @cached_property
    def documents(self) -> list[int]:
        """The numbers of all documents, rising."""
        return [number for number in range(self._size) if number not in self.removed]

    def column(self, name: str) -> Sequence[Any]:
        """The column's value for each number, removed documents included."""
        if name not in self._columns:
            self._columns[name] = [value for leaf in self.leaves for value in leaf.column(name)]
        return self._columns[name]

    def numbered(self, name: str) -> tuple[list[int], list[tuple[str, ...]]]:
        """A column of values as the number of each document's list of them, and the different lists: there
        are few, and numbers are counted much quicker than lists of texts."""
        if name not in self._numbered:
            numbers: dict[tuple[str, ...], int] = {}
            own = [numbers.setdefault(values, len(numbers)) for values in self.column(name)]
            self._numbered[name] = own, list(numbers)
        return self._numbered[name]

    def groups(self, name: str) -> dict[int, str]:
        """The documents that belong to a group of copies, and to which (`name` is the column)."""
        if name not in self._groups:
            self._groups[name] = {number: group for number, group in enumerate(self.column(name)) if group}
        return self._groups[name]

    def total_length(self, field: str) -> int:
        """How many words the field has in all documents together."""
        if field not in self._totals:
            gone = sum(self.column(field)[number] for number in self.removed)
            self._totals[field] = sum(self.column(field)) - gone
        return self._totals[field]

    def frequencies(self, name: str, term: str) -> dict[int, float]:
        """The documents that have the term, and how often."""
        found: dict[int, float] = {}
        for leaf, offset in zip(self.leaves, self._offsets, strict=True):
            postings = leaf.postings(name, term)
            numbers = (offset + number for number in postings.documents)
            found.update(zip(numbers, postings.frequencies, strict=True))
        return self._living(found)

    def positions(self, field: str, term: str, wanted: set[int]) -> dict[int, list[int]]:
        """The word numbers of a term in those of the documents `wanted` that have it."""
        found: dict[int, list[int]] = {}
        for leaf, offset in zip(self.leaves, self._offsets, strict=True):
            postings = leaf.postings(field, term, values=True)
            for number, packed in zip(postings.documents, postings.values, strict=True):
                if offset + number in wanted:
                    found[offset + number] = positions.unpack(packed)
        return found

    def with_prefix(self, field: str, prefix: str) -> set[int]:
        """The documents that have a term which begins with `prefix`."""
        found: set[int] = set()
        for leaf, offset in zip(self.leaves, self._offsets, strict=True):
            for term in leaf.expand(field, prefix):
                found.update(offset + number for number in leaf.postings(field, term).documents)
        return found - self.removed

    def _living(self, found: dict[int, float]) -> dict[int, float]:
        for number in self.removed & found.keys():
            del found[number]
        return found

    def repeated_ids(self) -> list[str]:
        """Ids that more than one document has; there must be none."""
        seen: defaultdict[str, int] = defaultdict(int)
        for number in self.documents:
            seen[self.column("id")[number]] += 1
        return sorted(name for name, times in seen.items() if times > 1)

    def close(self, keep: Iterable[Leaf] = ()) -> None:
        """Let go of the files of all leaves but `keep`."""
        kept = set(keep)
        for leaf in self.leaves:
            if leaf not in kept:
                leaf.close()
