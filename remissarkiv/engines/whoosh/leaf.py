"""One segment, read: postings and columns. A segment's files never change, so neither does what is read here;
which of its documents are removed belongs to the generation (`snapshot.py`)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from whoosh.codec.whoosh3 import W3Segment
from whoosh.fields import Schema
from whoosh.reading import SegmentReader, TermNotFound

from remissarkiv.engines.whoosh.damage import reading
from remissarkiv.engines.whoosh.fields import from_bytes, to_bytes
from remissarkiv.engines.whoosh.files import IndexFiles


@dataclass(slots=True)
class Postings:
    """The documents of one term, rising, with how often it stands in each; `values` are the packed word
    numbers where they were asked for."""

    documents: list[int] = field(default_factory=list)
    frequencies: list[float] = field(default_factory=list)
    values: list[bytes] = field(default_factory=list)


class Leaf:
    """Reads one segment. Raises `IndexBrokenError` for anything that cannot be read."""

    def __init__(self, files: IndexFiles, schema: Schema, segment: W3Segment) -> None:
        self._folder = files.folder
        self.name = str(segment.segment_id())
        self.size = int(segment.doc_count_all())
        with files.opening(f"segment {self.name}") as storage:
            self._reader = SegmentReader(storage, schema, segment)
        self._columns: dict[str, list[Any]] = {}

    def _reading(self, what: str) -> Any:
        return reading(self._folder, f"segment {self.name}, {what}")

    def postings(self, name: str, term: str, *, values: bool = False) -> Postings:
        """Where a term stands, removed documents included.

        Whole blocks are taken from Whoosh's matcher: stepping it once for each posting takes five times as
        long.
        """
        found = Postings()
        with self._reading(f"field {name}"):
            try:
                matcher = self._reader._terms.matcher(name, to_bytes(term), self._reader.schema[name].format)
            except TermNotFound:
                return found
            while not matcher._atend:
                matcher._read_ids()
                matcher._read_weights()
                found.documents.extend(matcher._ids)
                found.frequencies.extend(matcher._weights)
                if values:
                    matcher._read_values()
                    found.values.extend(matcher._values)
                matcher._next_block()
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

    def column(self, name: str) -> list[Any]:
        """The column's value for each document, read once."""
        if name not in self._columns:
            with self._reading(f"column {name}"):
                self._columns[name] = list(self._reader.column_reader(name))
        return self._columns[name]

    @cached_property
    def ids(self) -> list[str]:
        """The ids of the documents."""
        return self.column("id")

    def close(self) -> None:
        """Let go of the files."""
        if not self._reader.is_closed:
            self._reader.close()
