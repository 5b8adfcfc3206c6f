"""The postings of terms, as arrays."""

from dataclasses import dataclass

import numpy as np

from remissarkiv.engines.whoosh.arrays import NONE, Counts, Keys, Numbers, Places, places_in_rows, starts_of

_FEWER = 4
"""Places are picked out for documents that are so many times fewer than all that have the term."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The documents of one term, rising, and how often it stands in each."""

    documents: Numbers
    frequencies: Counts

    @property
    def nbytes(self) -> int:
        """What the arrays take."""
        return self.documents.nbytes + self.frequencies.nbytes


NO_POSTINGS = Postings(NONE, np.zeros(0, np.uint8))


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """Every place of one term, as a rising number each: the document in the upper half, the word number in
    the lower. Those in the n-th of `documents` are `keys[starts[n]:starts[n + 1]]`."""

    documents: Numbers
    starts: Places
    keys: Keys

    @property
    def nbytes(self) -> int:
        """What the arrays take."""
        return self.documents.nbytes + self.starts.nbytes + self.keys.nbytes

    def within(self, documents: Numbers) -> Keys:
        """The places in `documents` (rising, all of which have the term), and perhaps in others, where
        leaving them out would cost more."""
        if len(documents) * _FEWER > len(self.documents):
            return self.keys
        return self.keys[places_in_rows(self.starts, np.searchsorted(self.documents, documents))]


def word_places(documents: Numbers, starts: Places, numbers: Counts) -> WordPlaces:
    """The places of a term that has `numbers[starts[n]:starts[n + 1]]` in the n-th document."""
    keys = np.repeat(documents.astype(np.int64) << 32, np.diff(starts))
    keys += numbers
    return WordPlaces(documents, starts, keys)


NO_PLACES = word_places(NONE, starts_of(NONE), np.zeros(0, np.uint32))
