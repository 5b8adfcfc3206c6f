"""Terms of a segment that lie side by side, read at once: for what no order of terms helps to find.

A record of the list of terms (`term_list.py`) is its two lengths, the key and what stands beside it. All
records of a stretch are taken apart together, by arrays of where they begin.
"""

from functools import cached_property

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from remissarkiv.engines.whoosh.arrays import Counts, Flags, Places, places_in_rows, starts_of
from remissarkiv.engines.whoosh.blocks import INFO
from remissarkiv.engines.whoosh.edits import within_edits
from remissarkiv.language.wildcards import head, longest_run, wildcard

LENGTHS = 8
"""Bytes of the two lengths that a record begins with."""

FIELD = 2
"""Bytes of the number of the field that a key begins with."""

_SEPARATOR = "\n"
Bytes = NDArray[np.uint8]


class TermStretch:
    """The records in `raw`, which begin at `at`. Terms have numbers from 0 on, in their order."""

    def __init__(self, raw: bytes, at: Places) -> None:
        self._raw = raw
        self._bytes: Bytes = np.frombuffer(raw, np.uint8)
        self._at = at
        lengths = self._columns(at, LENGTHS).view(">i4")
        self._own: Places = lengths[:, 0].astype(np.intp)
        self._beside: Places = lengths[:, 1].astype(np.intp)
        ends = at + LENGTHS + self._own + self._beside
        if self._own.min(initial=FIELD) < FIELD or ends.max(initial=0) > len(raw):
            raise ValueError("a list of terms that is cut off")
        beside = self._columns(at + LENGTHS + self._own, INFO.itemsize).view(INFO)[:, 0]
        self.counts: Counts = beside["count"].astype(np.int64)
        """In how many documents each term is."""
        self.first: Places = beside["first"].astype(np.intp)
        self.last: Places = beside["last"].astype(np.intp)

    def __len__(self) -> int:
        return len(self._at)

    @property
    def nbytes(self) -> int:
        """What it takes, with the text of the terms."""
        return len(self._raw) + 8 * 8 * len(self) + 2 * int(self._own.sum())

    def _columns(self, at: Places, width: int) -> Bytes:
        """So many bytes from each place on, as rows."""
        if not len(at):
            return np.zeros((0, width), np.uint8)
        if at.max() + width > len(self._bytes):
            raise ValueError("a list of terms that is cut off")
        rows: Bytes = sliding_window_view(self._bytes, width)[at]
        return rows

    def beside(self, number: int) -> bytes:
        """What stands beside a term."""
        start = int(self._at[number] + LENGTHS + self._own[number])
        return self._raw[start : start + int(self._beside[number])]

    @cached_property
    def _laid_out(self) -> tuple[str, Places]:
        """All terms in one text, a separator before each, and where these stand."""
        # The last byte of the field's number makes room for the separator.
        lengths = self._own - (FIELD - 1)
        starts = starts_of(lengths)
        begin = self._at + LENGTHS + FIELD - 1
        rows = np.empty(2 * len(self) + 1, np.intp)
        rows[0:-1:2], rows[1::2] = begin, begin + lengths
        rows[-1] = len(self._raw)
        joined: Bytes = self._bytes[places_in_rows(rows, np.arange(0, 2 * len(self), 2))]
        joined[starts[:-1]] = ord(_SEPARATOR)
        text = joined.tobytes().decode("utf-8", "surrogatepass")
        if len(text) == len(joined):
            return text, starts
        letters = np.concatenate(([0], np.cumsum((joined & 0xC0) != 0x80)))
        return text, letters[starts]

    def term(self, number: int) -> str:
        """A term."""
        text, starts = self._laid_out
        return text[starts[number] + 1 : starts[number + 1]]

    def matching(self, pattern: str) -> list[int]:
        """The numbers of the terms that a pattern (`language/wildcards.py`) stands for, rising."""
        fits = wildcard(pattern).fullmatch
        return [number for number in self._holding(pattern) if fits(self.term(number))]

    def _holding(self, pattern: str) -> list[int]:
        """The terms that hold the pattern's longest run of letters; all of them where they begin with it."""
        run = longest_run(pattern)
        if run == head(pattern) or _SEPARATOR in run:
            return list(range(len(self)))
        text, starts = self._laid_out
        found, at = [], text.find(run)
        while at >= 0:
            found.append(at)
            at = text.find(run, at + 1)
        numbers: list[int] = np.unique(np.searchsorted(starts, found, side="right") - 1).tolist()
        return numbers

    @cached_property
    def _letters_held(self) -> NDArray[np.uint64]:
        """Which letters each term holds, a bit for each."""
        text, starts = self._laid_out
        letters = _letters(_codes(text))
        letters[starts[:-1]] = 0
        held: NDArray[np.uint64] = np.bitwise_or.reduceat(letters, starts[:-1])
        return held

    def near(self, term: str, edits: int) -> list[int]:
        """The numbers of the terms at most so many edits away, rising."""
        if not len(self):
            return []
        lengths = np.diff(self._laid_out[1]) - 1
        likely: Flags = np.abs(lengths - len(term)) <= edits
        # An edit changes which letters there are by two at most: most terms are told apart by that alone.
        own = np.bitwise_or.reduce(_letters(_codes(term)))
        likely &= np.bitwise_count(self._letters_held ^ own) <= 2 * edits
        found: list[int] = []
        for length in np.unique(lengths[likely]).tolist():
            numbers = np.flatnonzero(likely & (lengths == length))
            rows = _codes("".join(map(self.term, numbers.tolist()))).reshape(len(numbers), length)
            found += numbers[within_edits(rows, _codes(term), edits)].tolist()
        return sorted(found)


def _letters(codes: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """A bit for each letter; some share one."""
    return np.left_shift(np.uint64(1), (codes & 63).astype(np.uint64))


def _codes(term: str) -> NDArray[np.uint32]:
    return np.frombuffer(term.encode("utf-32-le", "surrogatepass"), "<u4")
