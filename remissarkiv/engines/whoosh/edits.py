"""How many edits lie between one term and many of one length, all at once."""

import numpy as np
from numpy.typing import NDArray

from remissarkiv.engines.whoosh.arrays import Flags

Codes = NDArray[np.uint32]
"""Letters as their numbers in Unicode."""


def within_edits(terms: Codes, term: Codes, edits: int) -> Flags:
    """Which of the terms, a row each, are at most so many edits from `term`: a letter too many, too few or
    another, or two neighbours swapped (the restricted distance of Damerau and Levenshtein)."""
    count, length = terms.shape
    before_last = np.zeros((0, count), np.int32)
    last = np.repeat(np.arange(length + 1, dtype=np.int32)[:, None], count, axis=1)
    for row, letter in enumerate(term.tolist()):
        same = (terms == letter).T
        current = np.empty_like(last)
        current[0] = row + 1
        for column in range(length):
            cost = np.minimum(last[column] + ~same[column], np.minimum(last[column + 1], current[column]) + 1)
            if row and column:
                swapped = same[column - 1] & (terms[:, column] == term[row - 1])
                cost = np.where(swapped, np.minimum(cost, before_last[column - 1] + 1), cost)
            current[column + 1] = cost
        before_last, last = last, current
    near: Flags = last[length] <= edits
    return near
