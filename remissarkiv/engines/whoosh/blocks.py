"""Posting lists as they lie in a segment: Whoosh's own lists, whose insides numpy reads as they lie.

Whoosh keeps a term's postings in blocks, each a pickled tuple of three sequences (gaps between document
numbers, weights, payloads), and those of a term with few of them as three tuples beside the term itself. It
only ever steps through the sequences or takes their elements, so that they may be anything that can be
stepped through: here bytes, arrays, and the two classes below.

**The module path and the class names are part of the index format**: they are pickled into every block.
"""

import pickle
import struct
from array import array
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3TermInfo

from remissarkiv.engines.whoosh.arrays import Counts, Numbers, Places, places_in_rows, starts_of
from remissarkiv.engines.whoosh.beside import PROTOCOL, pickled

BLOCK = 4096
"""Most postings in a block."""
BESIDE = 8
"""A term with so few postings has them beside itself in the list of terms."""
_TYPES = {1: "B", 2: "H", 4: "I"}
_LENGTH = struct.Struct("!i")
_INFO: struct.Struct = W3TermInfo._struct
INFO = np.dtype(
    [
        ("few", "u1"),
        ("sum", ">f4"),
        ("count", ">u4"),
        ("shortest", "u1"),
        ("longest", "u1"),
        ("highest", ">f4"),
        ("first", ">u4"),
        ("last", ">u4"),
    ]
)
"""What stands beside every term, as numpy calls it."""
_EXTENT = struct.Struct("!qi")


class Gaps:
    """Document numbers as the gaps between them: the first number is `first` itself, and `others` has the
    gaps to the numbers after it, as bytes or as an array."""

    __slots__ = ("first", "others")

    def __init__(self, first: int, others: "bytes | array[int]") -> None:
        self.first = first
        self.others = others

    def __reduce__(self) -> tuple[type["Gaps"], tuple[Any, ...]]:
        return Gaps, (self.first, self.others)

    def __iter__(self) -> Iterator[int]:
        yield self.first
        yield from self.others

    def numbers(self) -> Numbers:
        """The document numbers."""
        numbers = np.empty(len(self.others) + 1, np.int32)
        numbers[0] = self.first
        numbers[1:] = _counts(self.others)
        return np.cumsum(numbers, out=numbers)


class Payloads:
    """The packed word numbers of a block's postings, end to end; `weights` tells how many numbers each
    posting has (None: one)."""

    __slots__ = ("joined", "weights")

    def __init__(self, joined: bytes, weights: "bytes | array[int] | None") -> None:
        self.joined = joined
        self.weights = weights

    def __reduce__(self) -> tuple[type["Payloads"], tuple[Any, ...]]:
        return Payloads, (self.joined, self.weights)

    def __getitem__(self, place: int) -> bytes:
        ends = np.flatnonzero(np.frombuffer(self.joined, np.uint8) < 0x80) + 1
        after = np.cumsum(_counts(self.weights)) if self.weights is not None else np.arange(1, len(ends) + 1)
        bounds = np.concatenate(([0], ends[after - 1]))
        return self.joined[bounds[place] : bounds[place + 1]]


class Run:
    """Postings of several terms of a field, in order of terms and then of documents: term n has those from
    `starts[n]` on. `packed` holds their packed word numbers end to end, `places` where each posting's begin;
    both are None for a field without word numbers."""

    def __init__(
        self,
        terms: Sequence[bytes],
        starts: Places,
        documents: Counts,
        frequencies: Counts,
        packed: bytes | None = None,
        places: Places | None = None,
    ) -> None:
        self.terms = terms
        self.starts = starts
        self.documents = documents
        self.frequencies = frequencies
        self.packed = packed
        self.places = places


def entries(run: Run, at: int, post: list[bytes]) -> list[bytes]:
    """What stands beside each term of a run in the list of terms. What goes to the file of postings, which
    has `at` bytes already, is appended to `post`."""
    if not run.terms:
        return []
    documents, often, starts = run.documents, run.frequencies, run.starts
    counts = np.diff(starts)
    few = counts <= BESIDE
    about = np.zeros(len(counts), INFO)
    about["few"], about["count"] = few, counts
    about["sum"] = np.add.reduceat(often, starts[:-1], dtype=np.int64)
    about["highest"] = np.maximum.reduceat(often, starts[:-1])
    about["first"], about["last"] = documents[starts[:-1]], documents[starts[1:] - 1]
    infos = about.tobytes()
    beside = iter(_few(run, np.flatnonzero(few)))
    bounds = starts.tolist()
    found = []
    for number, is_few in enumerate(few.tolist()):
        if is_few:
            held = next(beside)
        else:
            written = _blocks(run, bounds[number], bounds[number + 1])
            post.append(written)
            held = _EXTENT.pack(at, len(written))
            at += len(written)
        found.append(infos[number * INFO.itemsize : (number + 1) * INFO.itemsize] + held)
    return found


def _few(run: Run, terms: Places) -> list[bytes]:
    """The pickled postings of these terms of a run."""
    own = places_in_rows(run.starts, terms)
    starts = starts_of(np.diff(run.starts)[terms])
    documents, often = run.documents[own], run.frequencies[own]
    if run.packed is None or run.places is None:
        return pickled(starts, documents, often)
    packed = np.frombuffer(run.packed, np.uint8)[places_in_rows(run.places, own)].tobytes()
    return pickled(starts, documents, often, packed, starts_of(np.diff(run.places)[own]))


def _blocks(run: Run, start: int, end: int) -> bytes:
    written = [WHOOSH3_HEADER_MAGIC]
    for first in range(start, end, BLOCK):
        after = min(first + BLOCK, end)
        documents, often = run.documents[first:after], run.frequencies[first:after]
        highest = int(often.max())
        weights = None if highest == 1 else _narrow(often, highest)
        payloads = None
        if run.packed is not None and run.places is not None:
            payloads = Payloads(run.packed[run.places[first] : run.places[after]], weights)
        gaps = np.diff(documents)
        ids = Gaps(int(documents[0]), _narrow(gaps, int(gaps.max(initial=0))))
        # How many, last document, highest weight, not compressed, and two field lengths that are not kept.
        head = pickle.dumps((after - first, int(documents[-1]), highest, 0, 0, 0), PROTOCOL)
        body = pickle.dumps((ids, weights, payloads), PROTOCOL)
        length = len(head) + len(body)
        written += (_LENGTH.pack(-length if after == end else length), head, body)
    return b"".join(written)


class TermPostings:
    """The postings of one term, as they were read."""

    __slots__ = ("documents", "frequencies", "packed")

    def __init__(self, documents: Numbers, frequencies: Counts, packed: bytes) -> None:
        self.documents = documents
        self.frequencies = frequencies
        self.packed = packed

    def starts(self) -> Places:
        """Where each posting's word numbers begin among all."""
        return starts_of(self.frequencies)


class TermEntry:
    """What stands beside a term in the list of terms."""

    __slots__ = ("beside", "count", "extent", "first", "last")

    def __init__(self, entry: bytes) -> None:
        few, _, self.count, _, _, _, self.first, self.last = _INFO.unpack_from(entry)
        self.beside: bytes | None = entry[_INFO.size :] if few else None
        self.extent: tuple[int, int] = (0, 0) if few else _EXTENT.unpack_from(entry, _INFO.size)


def few_postings(entry: TermEntry) -> TermPostings:
    """The postings of a term that has them beside itself."""
    documents, weights, payloads = pickle.loads(entry.beside or b"")  # noqa: S301  # an index is trusted
    return TermPostings(np.array(documents, np.int32), np.array(weights, np.int32), b"".join(payloads))


def many_postings(written: bytes) -> TermPostings:
    """The postings that lie in blocks. Raises `ValueError` when they do not begin as postings do."""
    if not written.startswith(WHOOSH3_HEADER_MAGIC):
        raise ValueError("no postings here")
    file = BytesIO(written)
    at = len(WHOOSH3_HEADER_MAGIC)
    documents, frequencies, packed = [], [], []
    last = False
    while not last:
        (length,) = _LENGTH.unpack_from(written, at)
        last = length < 0
        file.seek(at + _LENGTH.size)
        count = pickle.load(file)[0]  # noqa: S301  # an index is trusted
        gaps, weights, payloads = pickle.load(file)  # noqa: S301
        documents.append(gaps.numbers())
        frequencies.append(np.ones(count, np.uint8) if weights is None else _counts(weights))
        if payloads is not None:
            packed.append(payloads.joined)
        at += _LENGTH.size + abs(length)
    if len(documents) == 1:
        return TermPostings(documents[0], frequencies[0], b"".join(packed))
    return TermPostings(np.concatenate(documents), np.concatenate(frequencies), b"".join(packed))


def _narrow(numbers: Counts, highest: int) -> "bytes | array[int]":
    if highest <= 0xFF:
        return numbers.astype(np.uint8).tobytes()
    narrow = array("H" if highest <= 0xFFFF else "I")
    narrow.frombytes(numbers.astype(np.dtype(narrow.typecode)).tobytes())
    return narrow


def _counts(numbers: "bytes | array[int]") -> Counts:
    width = np.dtype(np.uint8 if isinstance(numbers, bytes) else numbers.typecode)
    return np.frombuffer(numbers, width)
