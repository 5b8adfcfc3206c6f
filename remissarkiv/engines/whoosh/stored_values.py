"""The values of a column as they lie in a segment."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import overload

import numpy as np

from remissarkiv.engines.whoosh.arrays import Counts
from remissarkiv.engines.whoosh.terms import from_bytes


class StoredValues(Sequence[str]):
    """The values of a column, decoded when they are asked for."""

    def __init__(self, starts: Counts, joined: bytes) -> None:
        self._starts = starts
        # Of a few values their places are had one by one in less time than numpy needs to begin.
        self._places = starts.astype(np.uint32, copy=False).data
        # Of plain ASCII, which ids are, a value is a slice of the text and need not be decoded.
        self._joined = from_bytes(joined) if joined.isascii() else joined
        self._all: list[str] | None = None

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> list[str]: ...

    def __getitem__(self, place: int | slice) -> str | list[str]:
        if self._all is not None:
            return self._all[place]
        if isinstance(place, slice):
            return list(self)[place]
        one = self._joined[self._places[place] : self._places[place + 1]]
        return one if isinstance(one, str) else from_bytes(one)

    def of(self, codes: memoryview, documents: Iterable[int]) -> list[str]:
        """The values of documents, whose places here are `codes`."""
        starts, joined = self._places, self._joined
        if isinstance(joined, str):
            return [joined[starts[code := codes[one]] : starts[code + 1]] for one in documents]
        return [from_bytes(joined[starts[code := codes[one]] : starts[code + 1]]) for one in documents]

    def __iter__(self) -> Iterator[str]:
        if self._all is None:
            ends = self._starts.tolist()
            cut = [self._joined[start:end] for start, end in pairwise(ends)]
            self._all = [one if isinstance(one, str) else from_bytes(one) for one in cut]
        return iter(self._all)
