"""The arrays that a generation is held and answered in, and the arithmetic of rows of unequal length.

Documents have numbers from 0 on, and a set of them is an array of rising numbers. Rows of unequal length (the
values of each document, the word numbers of each posting) lie end to end in one array, with an array of
`starts` that has one number more than there are rows: row n is `flat[starts[n]:starts[n + 1]]`.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Places = NDArray[np.intp]
Keys = NDArray[np.int64]
Flags = NDArray[np.bool_]
Scores = NDArray[np.float64]
Counts = NDArray[Any]
"""Whole numbers of whatever width holds them."""

NONE: Numbers = np.zeros(0, np.int32)
"""No documents."""


def starts_of(lengths: Counts) -> Places:
    """Where rows of these lengths begin, and where the last one ends."""
    starts = np.zeros(len(lengths) + 1, np.intp)
    np.cumsum(lengths, out=starts[1:])
    return starts


def places_in_rows(starts: Places, rows: Counts) -> Places:
    """The places in the flat array of all that lies in `rows`, row after row."""
    first = starts[rows]
    lengths = starts[rows + 1] - first
    ends = np.cumsum(lengths)
    if not len(ends):
        return np.zeros(0, np.intp)
    shift = first - ends + lengths
    return np.repeat(shift, lengths) + np.arange(ends[-1])


def narrowed(numbers: Counts, highest: int) -> Counts:
    """The numbers, none above `highest`, as narrow as they can be held."""
    for width in (np.uint8, np.uint16):
        if highest <= np.iinfo(width).max:
            return numbers.astype(width)
    return numbers.astype(np.int32)
