"""Where the words of one text stand, by form and by key: a small index of its own for each document.

The words were analysed when the document was stored; whoever marks them in a hit looks up a handful of keys
and reads the places, and never takes the text apart again.

Packed (and compressed: it is then as large as the text), it is a header, then these arrays of whole numbers,
each of them as wide as its largest number needs (1, 2 or 4 bytes, little-endian): for each word in the order
of the text the number of its form, how far it begins behind the one before, and how long it is; for each key
how many forms have it, and the numbers of these forms. Then forms and keys in UTF-8, each with a line end
before it and the last one with one after it, so that a form or a key is found by one search for its bytes.
"""

import struct
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt

from remissarkiv.domain import Span

Numbers = npt.NDArray[np.int64]
"""Numbers of forms, or places of words in the order of the text."""

_HEAD = struct.Struct("<5B5I")
_WIDTHS = {1: "<u1", 2: "<u2", 4: "<u4"}
_END = b"\n"

_LEVEL = 1
"""Of compression: what more of it would save is not worth the time."""

_MANY = 40
"""Keys that are searched for one by one; more of them are cheaper to compare with all that there are."""


class WordIndex:
    """The words of one text. A word has a form (its spelling) and keys by which it is looked for; forms and
    keys hold no line ends. Forms are numbered in the order in which they first stand in the text."""

    def __init__(self, packed: bytes) -> None:
        self.packed = packed
        plain = zlib.decompress(packed)
        *widths, words, self._form_count, keys, owners, form_bytes = _HEAD.unpack_from(plain)
        counts = (words, words, words, keys, owners)
        at = _HEAD.size
        arrays = []
        for width, count in zip(widths, counts, strict=True):
            arrays.append(np.frombuffer(plain, _WIDTHS[width], count, at))
            at += width * count
        self._form_of, self._gaps, self._lengths, self._owner_counts, self._owners = arrays
        self._form_text = plain[at : at + form_bytes]
        self._key_text = plain[at + form_bytes :]

    @classmethod
    def of(
        cls, words: Iterable[tuple[str, Span]], keys: Callable[[str], Sequence[str]] = lambda form: ()
    ) -> "WordIndex":
        """The index of words (form and span, in rising order of their starts), with the keys of each form."""
        numbers: dict[str, int] = {}
        form_of, starts, lengths = [], [0], []
        for form, (start, end) in words:
            form_of.append(numbers.setdefault(form, len(numbers)))
            starts.append(start)
            lengths.append(end - start)
        owners: dict[str, dict[int, None]] = {}
        for form, number in numbers.items():
            for key in keys(form):
                owners.setdefault(key, {})[number] = None
        gaps = [after - before for before, after in pairwise(starts)]
        arrays = (
            form_of,
            gaps,
            lengths,
            [len(forms) for forms in owners.values()],
            [number for forms in owners.values() for number in forms],
        )
        packed = [_packed(numbers_) for numbers_ in arrays]
        form_text = _lines(numbers)
        sizes = (len(form_of), len(numbers), len(owners), len(arrays[-1]), len(form_text))
        head = _HEAD.pack(*(width for width, _ in packed), *sizes)
        plain = b"".join((head, *(array for _, array in packed), form_text, _lines(owners)))
        return cls(zlib.compress(plain, _LEVEL))

    def __len__(self) -> int:
        return len(self._form_of)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The different forms, by number."""
        return tuple(_text(self._form_text).split("\n")[1:-1])

    @cached_property
    def _starts(self) -> Numbers:
        starts: Numbers = np.cumsum(self._gaps, dtype=np.int64)
        return starts

    @cached_property
    def _first_owners(self) -> list[int]:
        return [0, *accumulate(self._owner_counts.tolist())]

    def form(self, form: str) -> int | None:
        """The number of a form; None when the text does not hold it."""
        return next(_found(self._form_text, _bytes(form) + _END), None)

    def forms_beginning(self, start: str) -> list[int]:
        """The numbers of the forms that begin so."""
        return list(_found(self._form_text, _bytes(start)))

    def forms_with_key(self, key: str) -> list[int]:
        """The numbers of the forms that have a key."""
        return self._owned(_found(self._key_text, _bytes(key) + _END))

    def forms_with_key_beginning(self, start: str) -> list[int]:
        """The numbers of the forms that have a key that begins so; a form may be there twice."""
        return self._owned(_found(self._key_text, _bytes(start)))

    def held_keys(self, keys: Collection[str]) -> Collection[str]:
        """Those of the keys that may stand here: all of a few, and of many those that do."""
        if len(keys) <= _MANY:
            return keys
        held = set(_text(self._key_text).split("\n"))
        return [key for key in keys if key in held]

    def within(self, span: Span | None) -> slice:
        """The words that begin within a stretch of the text (None: all of it), as a slice of their order."""
        if span is None:
            return slice(0, len(self))
        first, last = np.searchsorted(self._starts, (span.start, span.end))
        return slice(int(first), int(last))

    def words_of(self, forms: Sequence[int], among: slice) -> Numbers:
        """The places in the order of the text of those words that have one of these forms."""
        wanted = np.zeros(self._form_count, bool)
        wanted[np.asarray(forms, np.int64)] = True
        found: Numbers = np.flatnonzero(wanted[self._form_of[among]]) + among.start
        return found

    def runs_of(self, forms: Sequence[int], among: slice) -> Numbers:
        """The places of the words at which these forms begin to stand one after the other."""
        found: Numbers = np.flatnonzero(self._form_of[among] == forms[0]) + among.start
        found = found[found + len(forms) <= among.stop]
        for step, form in enumerate(forms[1:], start=1):
            found = found[self._form_of[found + step] == form]
        return found

    def spans(self, words: Numbers, run: int = 1) -> list[Span]:
        """Where these words stand in the text, each with the `run - 1` words behind it."""
        starts = self._starts[words]
        ends = self._starts[words + run - 1] + self._lengths[words + run - 1]
        return list(map(Span, starts.tolist(), ends.tolist()))

    def overlapping(self, span: Span) -> list[tuple[str, Span]]:
        """Form and place of the words that share a character with a stretch of the text. The words of the
        index must not overlap one another."""
        first, last = np.searchsorted(self._starts, (span.start, span.end))
        near = np.arange(max(int(first) - 1, 0), int(last))
        spans = zip(self._form_of[near].tolist(), self.spans(near), strict=True)
        return [(self.forms[number], place) for number, place in spans if place.overlaps(span)]

    def _owned(self, keys: Iterable[int]) -> list[int]:
        first = self._first_owners
        return [form for key in keys for form in self._owners[first[key] : first[key + 1]].tolist()]


def _found(lines: bytes, start: bytes) -> Iterator[int]:
    """The numbers of the lines that begin so."""
    number, counted = -1, 0
    at = lines.find(_END + start)
    while at >= 0 and at + 1 < len(lines):
        number += lines.count(_END, counted, at + 1)
        counted = at + 1
        yield number
        at = lines.find(_END + start, counted)


def _lines(texts: Iterable[str]) -> bytes:
    return _bytes("".join(f"\n{text}" for text in texts)) + _END


def _packed(numbers: Sequence[int]) -> tuple[int, bytes]:
    most = max(numbers, default=0)
    width = 1 if most < 1 << 8 else 2 if most < 1 << 16 else 4
    return width, np.array(numbers, _WIDTHS[width]).tobytes()


def _bytes(text: str) -> bytes:
    # A broken file may hold half of a surrogate pair.
    return text.encode("utf-8", "surrogatepass")


def _text(encoded: bytes) -> str:
    return encoded.decode("utf-8", "surrogatepass")
