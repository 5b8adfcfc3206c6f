"""Writing several segments into one, without what was removed: posting lists are read and written as arrays,
and nothing is inverted anew."""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import numpy as np
from whoosh.codec.whoosh3 import W3Segment

from remissarkiv.domain import POSITION_FIELDS
from remissarkiv.engines.whoosh.arrays import Counts, Flags, Numbers, Places, places_in_rows, starts_of
from remissarkiv.engines.whoosh.blocks import Run, TermPostings
from remissarkiv.engines.whoosh.columns import joined
from remissarkiv.engines.whoosh.fields import NUMBER_COLUMNS, TERM_FIELDS, VALUE_COLUMNS
from remissarkiv.engines.whoosh.files import IndexFiles
from remissarkiv.engines.whoosh.inverting import value_runs
from remissarkiv.engines.whoosh.leaf import Leaf
from remissarkiv.engines.whoosh.positions import ends_of
from remissarkiv.engines.whoosh.segment_writer import SegmentWriter

_RUN = 1 << 17
"""Postings that are held at a time."""


@dataclass(frozen=True, slots=True)
class Source:
    """A segment to be merged: what reads it, and which of its documents are still there."""

    leaf: Leaf
    living: Flags


def merge(files: IndexFiles, sources: Sequence[Source]) -> W3Segment:
    """Write the documents of all sources, in their order, into one new segment."""
    living = np.concatenate([source.living for source in sources])
    numbers = np.cumsum(living, dtype=np.int32) - 1
    numbers[~living] = -1
    writer = SegmentWriter(files)
    try:
        columns = {
            name: joined([source.leaf.column(name).kept(source.living) for source in sources])
            for name in VALUE_COLUMNS
        }
        for name, column in columns.items():
            writer.column(name, column)
        for name in NUMBER_COLUMNS:
            writer.numbers(name, np.concatenate([s.leaf.numbers(name)[s.living] for s in sources]))
        for name in TERM_FIELDS:
            writer.start_field(name)
            for run in value_runs(columns[name]) if name in columns else _runs(name, sources, numbers):
                writer.add(run)
        return writer.finish(int(np.count_nonzero(living)))
    except BaseException:
        writer.discard()
        raise


def _runs(name: str, sources: Sequence[Source], numbers: Numbers) -> Iterator[Run]:
    """The postings of a field in all sources, term by term; `numbers` are the documents' new ones, -1 for
    those that are gone."""
    offsets = starts_of(np.array([source.leaf.size for source in sources])).tolist()
    gathered = _Gathered(name in POSITION_FIELDS, numbers)
    streams = [_stream(source.leaf, name, offsets[at]) for at, source in enumerate(sources)]
    for term, several in groupby(heapq.merge(*streams, key=itemgetter(0, 1)), key=itemgetter(0)):
        gathered.add(term, [(offset, postings) for _, offset, postings in several])
        if gathered.postings >= _RUN:
            yield from gathered.runs()
    yield from gathered.runs()


def _stream(leaf: Leaf, name: str, offset: int) -> Iterator[tuple[bytes, int, TermPostings]]:
    return ((term, offset, postings) for term, postings in leaf.entries(name))


class _Gathered:
    """Postings of some terms, on their way to a run."""

    def __init__(self, placed: bool, numbers: Numbers) -> None:
        self._placed = placed
        self._numbers = numbers
        self._clear()

    def _clear(self) -> None:
        self.postings = 0
        self._terms: list[bytes] = []
        self._counts: list[int] = []
        self._documents: list[Numbers] = []
        self._offsets: list[int] = []
        self._lengths: list[int] = []
        self._often: list[Counts] = []
        self._packed: list[bytes] = []

    def add(self, term: bytes, several: Sequence[tuple[int, TermPostings]]) -> None:
        """The postings of the next term, segment by segment, each with the number of its first document."""
        count = 0
        for offset, postings in several:
            count += len(postings.documents)
            self._documents.append(postings.documents)
            self._offsets.append(offset)
            self._lengths.append(len(postings.documents))
            self._often.append(postings.frequencies)
            self._packed.append(postings.packed)
        self._terms.append(term)
        self._counts.append(count)
        self.postings += count

    def runs(self) -> Iterator[Run]:
        """A run of what was gathered, without what is gone; nothing is gathered afterwards."""
        if not self._terms:
            return
        old = np.concatenate(self._documents) + np.repeat(self._offsets, self._lengths)
        documents, often = self._numbers[old], np.concatenate(self._often)
        packed, places = b"".join(self._packed) if self._placed else None, None
        if packed is not None:
            places = np.concatenate(([0], ends_of(packed)[np.cumsum(often, dtype=np.intp) - 1]))
        kept = documents >= 0
        terms, counts = self._terms, np.array(self._counts)
        self._clear()
        if not kept.all():
            owners = np.repeat(np.arange(len(terms)), counts)[kept]
            counts = np.bincount(owners, minlength=len(terms))
            terms = [terms[number] for number in np.flatnonzero(counts).tolist()]
            counts = counts[counts > 0]
            documents, often = documents[kept], often[kept]
            if packed is not None and places is not None:
                packed, places = _only(packed, places, np.flatnonzero(kept))
        if terms:
            yield Run(terms, starts_of(counts), documents, often, packed, places)


def _only(packed: bytes, places: Places, kept: Places) -> tuple[bytes, Places]:
    raw = np.frombuffer(packed, np.uint8)[places_in_rows(places, kept)]
    return raw.tobytes(), starts_of(np.diff(places)[kept])
