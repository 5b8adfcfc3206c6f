"""The postings of terms, as arrays."""

from dataclasses import dataclass

import numpy as np

from remissarkiv.engines.whoosh.arrays import NONE, Counts, Keys, Numbers, Places, places_in_rows, starts_of


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
    """The documents of one term with its word numbers in each: those of document n are
    `numbers[starts[n]:starts[n + 1]]`, rising."""

    documents: Numbers
    starts: Places
    numbers: Counts

    @property
    def nbytes(self) -> int:
        """What the arrays take."""
        return self.documents.nbytes + self.starts.nbytes + self.numbers.nbytes

    def keys(self, documents: Numbers) -> Keys:
        """Every place of the term in those of `documents` (rising) that have it, as one rising number each:
        the document's place in `documents` in the upper half, the word number in the lower."""
        places = np.searchsorted(documents, self.documents)
        places[places == len(documents)] = 0
        rows = np.flatnonzero(documents[places] == self.documents) if len(documents) else places[:0]
        lengths = self.starts[rows + 1] - self.starts[rows]
        own = np.repeat(places[rows].astype(np.int64) << 32, lengths)
        own += self.numbers[places_in_rows(self.starts, rows)]
        return own


NO_PLACES = WordPlaces(NONE, starts_of(NONE), np.zeros(0, np.uint32))
