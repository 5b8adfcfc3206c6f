"""One segment, read: postings and columns. A segment's files never change, so neither does what is read here;
which of its documents are removed belongs to the generation (`snapshot.py`)."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from functools import partial

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3Segment

from remissarkiv.engines.whoosh import positions
from remissarkiv.engines.whoosh.arrays import NONE, Counts, Numbers, Places, narrowed
from remissarkiv.engines.whoosh.blocks import TermEntry, TermPostings, few_postings, many_postings
from remissarkiv.engines.whoosh.coded_column import unpack
from remissarkiv.engines.whoosh.columns import Column
from remissarkiv.engines.whoosh.damage import reading
from remissarkiv.engines.whoosh.fields import NUMBER_COLUMNS
from remissarkiv.engines.whoosh.files import IndexFiles
from remissarkiv.engines.whoosh.posting_cache import PostingCache
from remissarkiv.engines.whoosh.postings import NO_PLACES, NO_POSTINGS, Postings, WordPlaces, word_places
from remissarkiv.engines.whoosh.segment_file import SegmentFile
from remissarkiv.engines.whoosh.term_list import TermList
from remissarkiv.engines.whoosh.term_stretch import TermStretch
from remissarkiv.engines.whoosh.terms import to_bytes
from remissarkiv.errors import TooBroadError
from remissarkiv.language.wildcards import head

MOST_TERMS = 10_000
"""Terms of a segment that a pattern or a term with slips may stand for."""

MOST_WALKED = 2_000_000
"""Terms of a segment that are looked at for one."""


class Leaf:
    """Reads one segment; may be shared by threads. Raises `IndexBrokenError` for anything that cannot be
    read."""

    def __init__(self, files: IndexFiles, segment: W3Segment, cache: PostingCache) -> None:
        self._folder = files.folder
        self._segment = segment
        self.name = str(segment.segment_id())
        self.size = int(segment.doc_count_all())
        self._cache = cache
        self._owner = cache.owner()
        self._columns: dict[str, Column] = {}
        self._numbers: dict[str, Counts] = {}
        with self._reading("table of pieces"):
            self._file = SegmentFile(files.segment_file(segment))
            terms = self._segment.make_filename(W3Codec.TERMS_EXT)
            if terms not in self._file:
                raise ValueError("the file holds another segment")
        with self._reading("terms"):
            self._terms = TermList(self._file.piece(terms))
            self._post = self._file.piece(self._segment.make_filename(W3Codec.POSTS_EXT))

    def _reading(self, what: str) -> AbstractContextManager[None]:
        return reading(self._folder, f"segment {self.name}, {what}")

    def postings(self, name: str, term: str) -> Postings:
        """Where a term stands, removed documents included."""
        return self._cache.get((self._owner, name, term), lambda: self.read(name, term))

    def read(self, name: str, term: str) -> Postings:
        """The same, past the cache."""
        with self._reading(f"field {name}"):
            entry = self._terms.entry(name, to_bytes(term))
            if entry is None:
                return NO_POSTINGS
            found = self._postings(TermEntry(entry))
            often = found.frequencies
            return Postings(found.documents, narrowed(often, int(often.max())))

    def places(self, name: str, term: str) -> WordPlaces:
        """Where a term stands in each document, word by word; for fields with word numbers."""
        return self._cache.get((self._owner, name, term, "places"), lambda: self._read_places(name, term))

    def _read_places(self, name: str, term: str) -> WordPlaces:
        with self._reading(f"field {name}"):
            entry = self._terms.entry(name, to_bytes(term))
            if entry is None:
                return NO_PLACES
            found = self._postings(TermEntry(entry))
            starts = found.starts()
            return word_places(found.documents, starts, positions.unpack_all(found.packed, starts))

    def _postings(self, entry: TermEntry) -> TermPostings:
        found = (
            few_postings(entry) if entry.beside is not None else many_postings(self._post.get(*entry.extent))
        )
        if len(found.documents) != entry.count or len(found.frequencies) != entry.count:
            raise ValueError("not as many postings as were written")
        if not 0 <= found.documents[0] <= found.documents[-1] < self.size:
            raise ValueError("postings of documents that are not there")
        return found

    def with_prefix(self, name: str, prefix: str) -> Numbers:
        """The documents with a term that begins with `prefix`, removed ones included."""
        return self._cache.get((self._owner, name, prefix, "prefix"), lambda: self._unite(name, prefix))

    def _unite(self, name: str, prefix: str) -> Numbers:
        with self._reading(f"terms of {name}"):
            stretch = self._terms.stretch(name, to_bytes(prefix))
            return self._of_terms(stretch, np.arange(len(stretch)))

    def with_pattern(self, name: str, pattern: str) -> Numbers:
        """The documents with a term that `pattern` stands for, removed ones included. Raises `TooBroadError`
        for more than `MOST_TERMS`, and where more than `MOST_WALKED` would have to be looked at."""

        def read() -> Numbers:
            with self._reading(f"terms of {name}"):
                beginning = head(pattern)
                stretch = (
                    self._terms.stretch(name, to_bytes(beginning)) if beginning else self._all_terms(name)
                )
                return self._of_terms(stretch, self._few_enough(stretch, stretch.matching, pattern))

        return self._cache.get((self._owner, name, pattern, "pattern"), read)

    def with_term_near(self, name: str, term: str, edits: int) -> Numbers:
        """The documents with a term at most so many edits from `term`; the same of them, and raised."""

        def read() -> Numbers:
            with self._reading(f"terms of {name}"):
                stretch = self._all_terms(name)
                near = partial(stretch.near, edits=edits)
                return self._of_terms(stretch, self._few_enough(stretch, near, term))

        return self._cache.get((self._owner, name, term, edits, "near"), read)

    def _all_terms(self, name: str) -> TermStretch:
        return self._cache.get((self._owner, name, "terms"), lambda: self._terms.stretch(name, b""))

    def _few_enough(self, stretch: TermStretch, find: Callable[[str], list[int]], asked: str) -> Places:
        if len(stretch) > MOST_WALKED:
            raise TooBroadError(asked, MOST_WALKED, walked=True)
        found = find(asked)
        if len(found) > MOST_TERMS:
            raise TooBroadError(asked, MOST_TERMS)
        return np.array(found, np.intp)

    def _of_terms(self, stretch: TermStretch, numbers: Places) -> Numbers:
        """The documents of some terms. Terms with one or two postings, which are most, tell their documents
        themselves; of the others the commonest come first, so that the rest need not be read when all
        documents are found."""
        if not len(numbers):
            return NONE
        marked = np.zeros(self.size, np.bool_)
        marked[stretch.first[numbers]] = True
        marked[stretch.last[numbers]] = True
        counts = stretch.counts[numbers]
        several = numbers[counts > 2]
        for number in several[np.argsort(-counts[counts > 2], kind="stable")].tolist():
            entry = TermEntry(stretch.beside(number))
            if entry.count * 8 > self.size and marked.all():
                break
            marked[self._postings(entry).documents] = True
        return np.flatnonzero(marked).astype(np.int32)

    def entries(self, name: str) -> Iterator[tuple[bytes, TermPostings]]:
        """All terms of a field, in order, with their postings."""
        with self._reading(f"field {name}"):
            for term, stored in self._terms.beginning(name, b""):
                yield term, self._postings(TermEntry(stored))

    def fields(self) -> tuple[str, ...]:
        """The fields that have terms here."""
        return self._terms.fields()

    def column(self, name: str) -> Column:
        """A column of values."""
        if name not in self._columns:
            with self._reading(f"column {name}"):
                self._columns[name] = unpack(self._piece(name), self.size)
        return self._columns[name]

    def numbers(self, name: str) -> Counts:
        """A column of numbers, one for each document."""
        if name not in self._numbers:
            with self._reading(f"column {name}"):
                stored = np.frombuffer(self._piece(name), NUMBER_COLUMNS[name])
                if len(stored) != self.size:
                    raise ValueError(f"{len(stored)} numbers for {self.size} documents")
                self._numbers[name] = stored.astype(stored.dtype.newbyteorder("="))
        return self._numbers[name]

    def _piece(self, name: str) -> bytes:
        return self._file.piece(W3Codec.column_filename(self._segment, name)).whole()

    def with_ids(self, ids: Iterable[str]) -> list[int]:
        """The documents with these ids, removed ones included."""
        return [number for documents in self.column("id").documents(ids) for number in documents.tolist()]

    def ids_of(self, documents: Iterable[int]) -> list[str]:
        """The ids of documents, in the order they are asked for."""
        return self.column("id").only_values(documents)
