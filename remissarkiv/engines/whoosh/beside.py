"""What a term with few postings has beside itself in the list of terms: a pickle of three tuples (documents,
weights, payloads), as Whoosh writes and reads it.

Most terms of a segment stand in one document or two, so that a segment is hundreds of thousands of such
pickles. Their insides are laid out for all terms of a run together; what is left to do for each are slices.
"""

import pickle
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from remissarkiv.engines.whoosh.arrays import Counts, Places, starts_of

PROTOCOL = 3
"""Of pickles: the oldest that has bytes."""

_BEGIN, _END = b"\x80\x03", pickle.TUPLE3 + pickle.STOP
_NUMBERS: tuple[tuple[int, bytes, Any], ...] = (
    (0xFF, pickle.BININT1, np.dtype("u1")),
    (0xFFFF, pickle.BININT2, np.dtype("<u2")),
    (0x7FFFFFFF, pickle.BININT, np.dtype("<i4")),
)
_LONGEST = 0xFF
"""Bytes of one posting's word numbers that a short pickle of bytes can have."""

_TUPLES = (pickle.EMPTY_TUPLE, pickle.TUPLE1, pickle.TUPLE2, pickle.TUPLE3)


def pickled(
    starts: Places,
    documents: Counts,
    frequencies: Counts,
    packed: bytes | None = None,
    places: Places | None = None,
) -> list[bytes]:
    """The pickle of each of several terms, whose postings lie end to end from their `starts` on; the other
    arguments as in `blocks.Run`, and `packed` without anything between two postings."""
    if len(starts) < 2:
        return []
    documents_at, documents_written = _numbers(documents)
    weights_at, weights_written = _numbers(frequencies)
    payloads: Sequence[bytes] = ()
    if packed is not None and places is not None:
        lengths = np.diff(places)
        if lengths.max(initial=0) > _LONGEST:
            return _each(starts, documents, frequencies, packed, places)
        bounds = starts_of(lengths + 2)
        laid = np.empty(bounds[-1], np.uint8)
        is_head = np.zeros(bounds[-1], np.bool_)
        is_head[bounds[:-1]] = is_head[bounds[:-1] + 1] = True
        laid[bounds[:-1]] = pickle.SHORT_BINBYTES[0]
        laid[bounds[:-1] + 1] = lengths
        laid[~is_head] = np.frombuffer(packed, np.uint8)
        whole, ends = laid.tobytes(), bounds[starts].tolist()
        payloads = [whole[start:end] for start, end in pairwise(ends)]
    written = []
    rows = starts.tolist()
    for number, (start, end) in enumerate(pairwise(rows)):
        count = end - start
        mark, made = (b"", _TUPLES[count]) if count < len(_TUPLES) else (pickle.MARK, pickle.TUPLE)
        written.append(
            b"".join(
                (
                    _BEGIN,
                    mark,
                    documents_written[start * documents_at : end * documents_at],
                    made,
                    mark,
                    weights_written[start * weights_at : end * weights_at],
                    made,
                    mark + payloads[number] + made if payloads else pickle.EMPTY_TUPLE,
                    _END,
                )
            )
        )
    return written


def _numbers(numbers: Counts) -> tuple[int, bytes]:
    """Pickles of numbers, end to end, and how many bytes each takes."""
    highest = int(numbers.max(initial=0))
    sign, width = next((sign, width) for most, sign, width in _NUMBERS if highest <= most)
    laid = np.empty(len(numbers), [("sign", "u1"), ("number", width)])
    laid["sign"], laid["number"] = sign[0], numbers
    return laid.itemsize, laid.tobytes()


def _each(
    starts: Places, documents: Counts, frequencies: Counts, packed: bytes, places: Places
) -> list[bytes]:
    """The same, term by term, where some payload is long."""
    written = []
    rows, ends = starts.tolist(), places.tolist()
    for start, end in pairwise(rows):
        payloads = tuple(packed[ends[number] : ends[number + 1]] for number in range(start, end))
        held = (tuple(documents[start:end].tolist()), tuple(frequencies[start:end].tolist()), payloads)
        written.append(pickle.dumps(held, PROTOCOL))
    return written
