"""One segment, read: postings and columns. A segment's files never change, so neither does what is read here;
which of its documents are removed belongs to the generation (`snapshot.py`)."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import W3Segment
from whoosh.fields import Schema
from whoosh.reading import SegmentReader, TermNotFound

from remissarkiv.engines.whoosh import positions
from remissarkiv.engines.whoosh.arrays import Counts, Numbers, narrowed, starts_of
from remissarkiv.engines.whoosh.columns import Column, coded
from remissarkiv.engines.whoosh.damage import reading
from remissarkiv.engines.whoosh.fields import from_bytes, to_bytes
from remissarkiv.engines.whoosh.files import IndexFiles
from remissarkiv.engines.whoosh.matches import united
from remissarkiv.engines.whoosh.posting_cache import PostingCache
from remissarkiv.engines.whoosh.postings import NO_PLACES, NO_POSTINGS, Postings, WordPlaces


class Leaf:
    """Reads one segment. Raises `IndexBrokenError` for anything that cannot be read."""

    def __init__(self, files: IndexFiles, schema: Schema, segment: W3Segment, cache: PostingCache) -> None:
        self._folder = files.folder
        self.name = str(segment.segment_id())
        self.size = int(segment.doc_count_all())
        with files.opening(f"segment {self.name}") as storage:
            self._reader = SegmentReader(storage, schema, segment)
        self._cache = cache
        self._owner = cache.owner()
        self._columns: dict[str, Column] = {}
        self._numbers: dict[str, Counts] = {}

    def _reading(self, what: str) -> Any:
        return reading(self._folder, f"segment {self.name}, {what}")

    def postings(self, name: str, term: str) -> Postings:
        """Where a term stands, removed documents included."""
        return self._cache.get((self._owner, name, term), lambda: self.read(name, term))

    def read(self, name: str, term: str) -> Postings:
        """The same, past the cache."""
        with self._reading(f"field {name}"):
            blocks = [(numbers, often) for numbers, often, _ in self._blocks(name, term, values=False)]
            if not blocks:
                return NO_POSTINGS
            often = np.concatenate([frequencies for _, frequencies in blocks])
            return Postings(
                np.concatenate([numbers for numbers, _ in blocks]), narrowed(often, int(often.max()))
            )

    def places(self, name: str, term: str) -> WordPlaces:
        """Where a term stands in each document, word by word; for fields with word numbers."""
        return self._cache.get((self._owner, name, term, "places"), lambda: self.read_places(name, term))

    def read_places(self, name: str, term: str) -> WordPlaces:
        """The same, past the cache."""
        with self._reading(f"field {name}"):
            blocks = list(self._blocks(name, term, values=True))
            if not blocks:
                return NO_PLACES
            starts = starts_of(np.concatenate([often for _, often, _ in blocks]))
            numbers = positions.unpack_all(
                b"".join(value for _, _, values in blocks for value in values), starts
            )
            return WordPlaces(np.concatenate([numbers for numbers, _, _ in blocks]), starts, numbers)

    def _blocks(
        self, name: str, term: str, *, values: bool
    ) -> Iterator[tuple[Numbers, Counts, Sequence[bytes]]]:
        """A term's postings block by block: stepping Whoosh's matcher once for each posting takes many times
        as long."""
        try:
            matcher = self._reader._terms.matcher(name, to_bytes(term), self._reader.schema[name].format)
        except TermNotFound:
            return
        while not matcher._atend:
            matcher._read_ids()
            matcher._read_weights()
            if values:
                matcher._read_values()
            often = np.array(matcher._weights, np.float64).astype(np.int32)
            yield np.array(matcher._ids, np.int32), often, matcher._values if values else ()
            matcher._next_block()

    def with_prefix(self, name: str, prefix: str) -> Numbers:
        """The documents with a term that begins with `prefix`, removed ones included."""
        return self._cache.get((self._owner, name, prefix, "prefix"), lambda: self._unite(name, prefix))

    def _unite(self, name: str, prefix: str) -> Numbers:
        return united([self.read(name, term).documents for term in self.expand(name, prefix)], self.size)

    def with_ids(self, ids: Iterable[str]) -> list[int]:
        """The documents with these ids, removed ones included."""
        found: list[int] = []
        for document_id in ids:
            found.extend(self.read("id", document_id).documents.tolist())
        return found

    def expand(self, name: str, prefix: str) -> Iterator[str]:
        """The terms of a field that begin with `prefix`, in order of their bytes."""
        start = to_bytes(prefix)
        with self._reading(f"terms of {name}"):
            for field_name, term in self._reader._terms.terms_from(name, start):
                if field_name != name or not term.startswith(start):
                    return
                yield from_bytes(term)

    def fields(self) -> tuple[str, ...]:
        """The fields that have terms here."""
        with self._reading("fields"):
            return tuple(sorted(self._reader.indexed_field_names()))

    def column(self, name: str) -> Column:
        """A column of values."""
        if name not in self._columns:
            values = self._values(name)
            if values and isinstance(values[0], str):
                values = [(value,) if value else () for value in values]
            self._columns[name] = coded(values)
        return self._columns[name]

    def numbers(self, name: str) -> Counts:
        """A column of numbers, one for each document."""
        if name not in self._numbers:
            self._numbers[name] = np.array(self._values(name), np.uint64 if name == "rank" else np.uint32)
        return self._numbers[name]

    def _values(self, name: str) -> list[Any]:
        with self._reading(f"column {name}"):
            return list(self._reader.column_reader(name))

    @cached_property
    def ids(self) -> list[str]:
        """The ids of the documents."""
        return self._values("id")

    def close(self) -> None:
        """Let go of the files."""
        if not self._reader.is_closed:
            self._reader.close()
