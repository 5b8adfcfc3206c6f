"""Documents turned into posting lists in memory, until they are written to a segment.

What is held of a document are numbers in flat arrays, appended without a Python loop over its terms: the
number of each term, how often it stands, and its word numbers. Sorted by term they are posting lists.
"""

from array import array
from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from remissarkiv.domain import COLUMNS, FIELDS, POSITION_FIELDS, FieldTerms, IndexEntry
from remissarkiv.engines.scoring import day_number
from remissarkiv.engines.whoosh import positions
from remissarkiv.engines.whoosh.arrays import Counts, narrowed, places_in_rows, starts_of
from remissarkiv.engines.whoosh.blocks import Run
from remissarkiv.engines.whoosh.columns import Column, coded
from remissarkiv.engines.whoosh.fields import GROUP_FIELDS, NAME_FIELDS, TERM_FIELDS
from remissarkiv.engines.whoosh.segment_writer import SegmentWriter
from remissarkiv.engines.whoosh.terms import to_bytes

_TERM_BYTES = 160
"""What a term takes in memory, about: its text, its place in a dictionary and its number."""
_VALUE_BYTES = 80
_RUN = 1 << 17
"""Postings that are handed on together."""


class Inverter:
    """Collects documents; `bytes` is what they take in memory, about."""

    def __init__(self) -> None:
        self.documents = 0
        self._fields = {name: _Field(name in POSITION_FIELDS) for name in FIELDS}
        self._rows: dict[str, list[Sequence[str]]] = {
            name: [] for name in (*NAME_FIELDS, *GROUP_FIELDS, *COLUMNS)
        }
        self._days = array("I")
        self._ranks = array("Q")
        self._priors = array("H")
        self._values = 0

    @property
    def bytes(self) -> int:
        """What is held, about."""
        return self._values * _VALUE_BYTES + sum(field.bytes for field in self._fields.values())

    def add(self, entry: IndexEntry) -> int:
        """Take in a document that breaks no rule; returns its number. Raises `ValueError` when word numbers
        do not rise, and has then taken in nothing."""
        terms = [(field, entry.fields.get(name)) for name, field in self._fields.items()]
        for field, held in terms:
            if held is not None:
                field.check(held)
        for field, held in terms:
            field.add(self.documents, held)
        own: dict[str, Sequence[str]] = {
            "id": (entry.id,),
            "collection": (entry.collection,),
            "copies": (entry.copies,) if entry.copies else (),
            "exact_copies": (entry.exact_copies,) if entry.exact_copies else (),
        }
        for name, rows in self._rows.items():
            values = own[name] if name in own else sorted(set(entry.columns.get(name, ())))
            rows.append(values)
            self._values += 1 + len(values)
        self._days.append(day_number(entry.day))
        self._ranks.append(entry.rank)
        self._priors.append(entry.prior)
        self.documents += 1
        return self.documents - 1

    def write(self, writer: SegmentWriter) -> None:
        """Hand everything to a segment."""
        columns = {name: coded(rows) for name, rows in self._rows.items()}
        for name, column in columns.items():
            writer.column(name, column)
        writer.numbers("day", np.array(self._days, np.uint32))
        writer.numbers("rank", np.array(self._ranks, np.uint64))
        writer.numbers("prior", np.array(self._priors, np.uint16))
        for name, field in self._fields.items():
            writer.numbers(name, np.array(field.lengths, np.uint32))
        for name in TERM_FIELDS:
            writer.start_field(name)
            for run in value_runs(columns[name]) if name in columns else self._fields[name].runs():
                writer.add(run)


class _Numbering(dict[str, int]):
    """Gives each new term the next number."""

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self)
        return number


class _Field:
    """The terms of one field in all documents so far."""

    def __init__(self, placed: bool) -> None:
        self._placed = placed
        self._numbering = _Numbering()
        self._terms = array("I")
        self._often = array("I")
        self._places = array("I")
        self._documents = array("I")
        self._held = array("I")
        self.lengths = array("I")

    @property
    def bytes(self) -> int:
        """What is held, about."""
        numbers = 2 * len(self._terms) + len(self._places) + 3 * len(self.lengths)
        return self._terms.itemsize * numbers + _TERM_BYTES * len(self._numbering)

    def check(self, held: FieldTerms) -> None:
        """Raise `ValueError` when word numbers do not rise."""
        if self._placed and held.positions:
            for numbers in held.positions.values():
                if len(numbers) > 1 and any(map(int.__ge__, numbers, numbers[1:])):
                    raise ValueError("word numbers must rise")

    def add(self, document: int, held: FieldTerms | None) -> None:
        """Take in a document's terms; None when it lacks the field."""
        if held is None:
            self.lengths.append(0)
            return
        self.lengths.append(held.length)
        frequencies = held.frequencies
        if not frequencies:
            return
        self._terms.extend(map(self._numbering.__getitem__, frequencies))
        self._often.extend(frequencies.values())
        if self._placed:
            self._places.extend(chain.from_iterable(map((held.positions or {}).__getitem__, frequencies)))
        self._documents.append(document)
        self._held.append(len(frequencies))

    def runs(self) -> Iterator[Run]:
        """The postings, term by term."""
        if not self._numbering:
            return
        # Terms rise as their bytes do.
        named = sorted(self._numbering)
        ranks = np.empty(len(named), np.int32)
        ranks[list(map(self._numbering.__getitem__, named))] = np.arange(len(named), dtype=np.int32)
        terms = list(map(to_bytes, named))
        own = ranks[_numbers(self._terms)]
        # Documents were added in order, and a stable sort leaves those of each term so.
        order = np.argsort(narrowed(own, len(terms)), kind="stable")
        documents = np.repeat(_numbers(self._documents), _numbers(self._held))[order].astype(np.int32)
        often = _numbers(self._often)
        counts = np.bincount(own, minlength=len(terms))
        packed, places = None, None
        if self._placed:
            numbers = _numbers(self._places)[places_in_rows(starts_of(often), order)]
            packed, places = positions.pack_all(numbers, starts_of(often[order]))
        whole = Run(terms, starts_of(counts), documents, often[order], packed, places)
        yield from split(whole)


def split(run: Run) -> Iterator[Run]:
    """The same postings in runs that are not too long."""
    first = 0
    while first < len(run.terms):
        last = int(np.searchsorted(run.starts, run.starts[first] + _RUN, side="right")) - 1
        after = min(max(last, first + 1), len(run.terms))
        start, end = run.starts[first], run.starts[after]
        yield Run(
            run.terms[first:after],
            run.starts[first : after + 1] - start,
            run.documents[start:end],
            run.frequencies[start:end],
            run.packed,
            None if run.places is None else run.places[start : end + 1],
        )
        first = after


def value_runs(column: Column) -> Iterator[Run]:
    """The postings of a column's values."""
    documents, starts = column.by_value
    yield from split(
        Run(
            [to_bytes(value) for value in column.values], starts, documents, np.ones(len(documents), np.uint8)
        )
    )


def _numbers(held: "array[int]") -> Counts:
    return np.frombuffer(held, np.dtype(held.typecode)) if len(held) else np.zeros(0, np.uint32)
