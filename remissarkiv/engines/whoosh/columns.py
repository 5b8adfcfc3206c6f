"""Columns as arrays: the values of each document as codes, for filters and facets.

A code is the place of a value among the column's values, which rise; so the values that begin with a prefix
have codes side by side.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np

from remissarkiv.engines.whoosh.arrays import (
    NONE,
    Counts,
    Flags,
    Numbers,
    Places,
    narrowed,
    places_in_rows,
    starts_of,
)
from remissarkiv.engines.whoosh.stored_values import StoredValues

_MANY = 1 << 16
"""So many different values are not put into a dictionary."""
_HANDY = 1 << 12
"""Fewer are kept as strings."""
_SELDOM = 64
"""So many of them are looked up by bisection: who adds one document asks for one id, and should not wait for
a table of all."""


class Column:
    """A column of one segment, or of a whole generation: `values` rise, `codes` hold each document's values
    in turn, `starts` where each document's begin; `distinct` is how many values there are."""

    def __init__(self, values: Sequence[str], codes: Numbers, starts: Places) -> None:
        self.values = values
        self.distinct = len(values)
        self.codes = codes
        self.starts = starts
        # What is of a few documents is had number by number in less time than numpy needs to begin.
        self.one_by_one = codes.data, starts.data
        self._asked = 0

    def __len__(self) -> int:
        return len(self.starts) - 1

    @cached_property
    def single(self) -> Counts | None:
        """The code of each document's only value, `len(values)` for one without; None for a column where some
        document has several."""
        lengths = np.diff(self.starts)
        if len(lengths) and lengths.max() > 1:
            return None
        only = np.full(len(lengths), self.distinct, np.int32)
        only[lengths == 1] = self.codes
        return narrowed(only, self.distinct)

    @cached_property
    def by_value(self) -> tuple[Numbers, Places]:
        """The documents of each value, value after value, and where each value's begin."""
        order = np.argsort(narrowed(self.codes, self.distinct), kind="stable")
        rows = np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.starts))
        return rows[order], starts_of(np.bincount(self.codes, minlength=self.distinct))

    @cached_property
    def _starts_by_value(self) -> memoryview:
        return self.by_value[1].data

    def kept(self, rows: Flags) -> "Column":
        """The column of the documents that are marked in `rows`, without values that only others have."""
        if rows.all():
            return self
        places = np.flatnonzero(rows)
        codes = self.codes[places_in_rows(self.starts, places)]
        used = np.flatnonzero(np.bincount(codes, minlength=self.distinct))
        recoded = np.zeros(self.distinct, np.int32)
        recoded[used] = np.arange(len(used), dtype=np.int32)
        values = [self.values[code] for code in used.tolist()]
        return Column(values, recoded[codes], starts_of(np.diff(self.starts)[places]))

    def documents(self, values: Iterable[str]) -> list[Numbers]:
        """For each of the values that there is, the documents that have it, rising."""
        by_value, starts = self.by_value
        codes = (self._code(value) for value in values)
        return [by_value[starts[code] : starts[code + 1]] for code in codes if code is not None]

    def having(self, value: str) -> Numbers:
        """The documents that have a value, rising."""
        code = self._code(value)
        if code is None:
            return NONE
        starts = self._starts_by_value
        return self.by_value[0][starts[code] : starts[code + 1]]

    def most(self, values: Iterable[str]) -> int:
        """How many documents have one of the values, at most."""
        starts = self.by_value[1]
        codes = (self._code(value) for value in values)
        return sum(int(starts[code + 1] - starts[code]) for code in codes if code is not None)

    def among(self, documents: Numbers, values: Iterable[str]) -> Flags | None:
        """Which of the documents have one of the values; None where any has several."""
        if self.single is None:
            return None
        wanted = np.zeros(self.distinct + 1, np.bool_)
        wanted[[code for value in values if (code := self._code(value)) is not None]] = True
        return wanted[self.single[documents]]

    def beginning(self, prefix: str) -> list[Numbers]:
        """The documents of each value that begins with `prefix`."""
        by_value, starts = self.by_value
        first = bisect_left(self.values, prefix)
        after = bisect_left(self.values, True, lo=first, key=lambda value: not value.startswith(prefix))
        return [by_value[starts[code] : starts[code + 1]] for code in range(first, after)]

    @cached_property
    def _totals(self) -> Counts:
        return np.bincount(self.codes, minlength=self.distinct)

    def counts(self, documents: Numbers, others: Numbers | None = None) -> Counts:
        """How many of the documents have each value. `others`, when they are known to be fewer, are all the
        other documents of the column: it is then quicker to take away what they have."""
        if others is not None:
            return self._totals - self.counts(others)
        if not len(self.codes):
            return self._totals
        if self.single is not None:
            return np.bincount(self.single.take(documents), minlength=self.distinct + 1)[:-1]
        return np.bincount(self.codes[places_in_rows(self.starts, documents)], minlength=self.distinct)

    def pairs(self, groups: Counts, documents: Numbers) -> Counts:
        """How many of the groups have each value in any of their documents; `groups` tells the group of each
        of the documents."""
        lengths = self.starts[documents + 1] - self.starts[documents]
        codes = self.codes[places_in_rows(self.starts, documents)]
        keys = np.sort(np.repeat(groups, lengths).astype(np.int64) * self.distinct + codes)
        different = keys[np.concatenate(([True], keys[1:] != keys[:-1]))] if len(keys) else keys
        return np.bincount(different % max(self.distinct, 1), minlength=self.distinct)

    @cached_property
    def _decoded(self) -> list[str]:
        return list(self.values)

    def named(self, counts: Counts, most: int | None = None) -> dict[str, int]:
        """The values that are counted at all, with their counts; or `most` of them, the commonest, with those
        that are counted as often as the last."""
        found = counts.nonzero()[0]
        if most is not None and len(found) > most:
            found = found[counts[found] >= -np.partition(-counts[found], most - 1)[most - 1]]
        # A few of very many are decoded when they are asked for, else all: they are at hand the next time.
        handy = self.distinct < _HANDY or len(found) * 4 > self.distinct
        values = self._decoded if handy else self.values
        return dict(zip(map(values.__getitem__, found.tolist()), counts[found].tolist(), strict=True))

    def only_values(self, documents: Iterable[int]) -> list[str]:
        """The values of documents that have one each."""
        codes, values = self.one_by_one[0], self.values
        if isinstance(values, StoredValues):
            return values.of(codes, documents)
        return [values[codes[document]] for document in documents]

    def of_few(self, documents: Iterable[int], most: int | None = None) -> dict[str, int]:
        """`counts` and `named` for so few documents that setting up arrays costs more."""
        counts: dict[Any, int] = {}
        only, names = self._only
        if only is not None:
            for document in documents:
                name = names[only[document]]
                counts[name] = counts.get(name, 0) + 1
            counts.pop(None, None)
        else:
            codes, starts = self.one_by_one
            for document in documents:
                for code in codes[starts[document] : starts[document + 1]]:
                    counts[code] = counts.get(code, 0) + 1
        if most is not None and len(counts) > most:
            least = sorted(counts.values(), reverse=True)[most - 1]
            counts = {value: count for value, count in counts.items() if count >= least}
        return counts if only is not None else {names[code]: count for code, count in counts.items()}

    @cached_property
    def _only(self) -> tuple[memoryview | None, Sequence[str | None]]:
        """The codes of `single`, and what each stands for; no codes where some document has several values,
        or where the values are too many to be kept as strings."""
        if self.distinct >= _HANDY:
            return None, self.values
        return (None if self.single is None else self.single.data), (*self._decoded, None)

    @cached_property
    def _known(self) -> dict[str, int] | None:
        """The code of each value, unless there are so many that they are better looked up."""
        return {value: code for code, value in enumerate(self._decoded)} if self.distinct < _MANY else None

    @cached_property
    def _hashed(self) -> tuple[memoryview, memoryview]:
        """The hashes of all values, rising, and the code of each: a twentieth of what a dictionary takes, and
        bisected number by number in less time than numpy needs to begin."""
        hashes = np.fromiter(map(hash, self.values), np.int64, self.distinct)
        order = np.argsort(hashes)
        return hashes[order].data, order.astype(np.int32).data

    def _code(self, value: str) -> int | None:
        if self._known is not None:
            return self._known.get(value)
        self._asked += 1
        if self._asked < _SELDOM:
            place = bisect_left(self.values, value)
            return place if place < self.distinct and self.values[place] == value else None
        hashes, codes = self._hashed
        own = hash(value)
        place = bisect_left(hashes, own)
        while place < len(hashes) and hashes[place] == own:
            if self.values[codes[place]] == value:
                return int(codes[place])
            place += 1
        return None


def coded(rows: Iterable[Sequence[str]]) -> Column:
    """The column whose documents have these values, none twice in one document."""
    lengths: list[int] = []
    flat: list[str] = []
    for row in rows:
        lengths.append(len(row))
        flat.extend(row)
    values = sorted(set(flat))
    codes = {value: code for code, value in enumerate(values)}
    return Column(
        values,
        np.fromiter(map(codes.__getitem__, flat), np.int32, len(flat)),
        starts_of(np.array(lengths, np.intp)),
    )


def joined(parts: Sequence[Column]) -> Column:
    """One column of the documents of all parts, one after the other."""
    if len(parts) == 1:
        return parts[0]
    # Each part's values rise already, which the sort makes use of.
    values = list(dict.fromkeys(sorted(chain.from_iterable(part.values for part in parts))))
    codes = {value: code for code, value in enumerate(values)}
    recoded = [
        np.fromiter(map(codes.__getitem__, part.values), np.int32, len(part.values))[part.codes]
        for part in parts
    ]
    lengths = [np.diff(part.starts) for part in parts]
    return Column(
        values,
        np.concatenate(recoded) if recoded else np.zeros(0, np.int32),
        starts_of(np.concatenate(lengths) if lengths else np.zeros(0, np.intp)),
    )
