"""Where the words of one text stand, by form and by key: a small index of its own for each document.

The words were analysed when the document was stored; whoever marks them in a hit looks up a handful of keys
and reads the places, and never takes the text apart again.

Packed (it is then as large as the text), it is a header and three parts, each compressed and opened when it
is needed. The keys: how many forms have each, the numbers of these forms, the keys. The places: for each word
in the order of the text the number of its form, how far it begins behind the one before, and how long it is.
The forms. Numbers stand in arrays as wide as their largest needs (1, 2 or 4 bytes, little-endian), keys and
forms in UTF-8, each with a line end before it and the last one with one after it, so that one search for its
bytes finds it.
"""

import struct
import zlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from itertools import chain
from operator import sub
from typing import cast

import numpy as np
import numpy.typing as npt

from remissarkiv.domain import Span

Numbers = npt.NDArray[np.int64]
"""Numbers of forms, or places of words in the order of the text."""

_HEAD = struct.Struct("<5B6I")
_WIDTHS = {1: "<u1", 2: "<u2", 4: "<u4"}
_LETTERS = {2: "H", 4: "I"}
_END = b"\n"

# A page of hits makes hundreds of them: without a step through Python for each, in a third of the time.
_as_span = cast(Callable[[tuple[int, int]], Span], partial(tuple.__new__, Span))

_LEVEL = 1
"""Of compression: what more of it would save is not worth the time."""

_MANY = 40
"""Keys that are searched for one by one; more of them are cheaper to compare with all that there are."""


class WordIndex:
    """The words of one text. A word has a form (its spelling) and keys by which it is looked for; forms and
    keys hold no line ends. Forms are numbered in the order in which they first stand in the text."""

    def __init__(self, packed: bytes) -> None:
        self.packed = packed
        header = _HEAD.unpack_from(packed)
        self._widths: tuple[int, ...] = header[:5]
        self._counts: tuple[int, int, int, int] = header[5:9]
        self._ends: tuple[int, int] = header[9:]

    @classmethod
    def of(
        cls, words: Iterable[tuple[str, Span]], keys: Callable[[str], Sequence[str]] = lambda form: ()
    ) -> "WordIndex":
        """The index of words (form and span, in rising order of their starts), with the keys of each form."""
        forms, starts, lengths = [], [], []
        for form, (start, end) in words:
            forms.append(form)
            starts.append(start)
            lengths.append(end - start)
        return cls.of_lists(forms, starts, lengths, keys) if forms else _of_nothing()

    @classmethod
    def of_lists(
        cls,
        forms: Sequence[str],
        starts: Sequence[int],
        lengths: Sequence[int],
        keys: Callable[[str], Sequence[str]],
    ) -> "WordIndex":
        """The index of words of which form, beginning and length stand in three lists."""
        numbers = {form: number for number, form in enumerate(dict.fromkeys(forms))}
        owners: defaultdict[str, list[int]] = defaultdict(list)
        for number, found in enumerate(map(keys, numbers)):
            for key in found:
                owned = owners[key]
                if not owned or owned[-1] != number:
                    owned.append(number)
        form_of = list(map(numbers.__getitem__, forms))
        gaps = list(map(sub, starts, (0, *starts)))
        arrays = (
            list(map(len, owners.values())),
            list(chain.from_iterable(owners.values())),
            form_of,
            gaps,
            lengths,
        )
        widths, packed = zip(*map(_packed, arrays), strict=True)
        keys_part = zlib.compress(b"".join((*packed[:2], _lines(owners))), _LEVEL)
        places_part = zlib.compress(b"".join(packed[2:]), _LEVEL)
        counts = (len(form_of), len(numbers), len(owners), len(arrays[1]))
        ends = (_HEAD.size + len(keys_part), _HEAD.size + len(keys_part) + len(places_part))
        head = _HEAD.pack(*widths, *counts, *ends)
        return cls(b"".join((head, keys_part, places_part, zlib.compress(_lines(numbers), _LEVEL))))

    def __len__(self) -> int:
        return self._counts[0]

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The different forms, by number."""
        return tuple(_text(self._form_text).split("\n")[1:-1])

    @cached_property
    def _form_text(self) -> bytes:
        return zlib.decompress(self.packed[self._ends[1] :])

    @cached_property
    def _keys(self) -> tuple[Numbers, Numbers, bytes]:
        """How many owners each key has, the owners of all keys, and the keys."""
        plain = zlib.decompress(self.packed[_HEAD.size : self._ends[0]])
        (counts, owners), end = _arrays(plain, self._widths[:2], self._counts[2:])
        return counts, owners, plain[end:]

    @cached_property
    def _places(self) -> tuple[Numbers, Numbers, Numbers]:
        """The form of each word, where it begins and how long it is."""
        plain = zlib.decompress(self.packed[slice(*self._ends)])
        (forms, gaps, lengths), _ = _arrays(plain, self._widths[2:], (len(self),) * 3)
        return forms, gaps.cumsum(dtype=np.int64), lengths

    def form(self, form: str) -> int | None:
        """The number of a form; None when the text does not hold it."""
        return next(_found(self._form_text, _bytes(form) + _END), None)

    def forms_beginning(self, start: str) -> list[int]:
        """The numbers of the forms that begin so."""
        return list(_found(self._form_text, _bytes(start)))

    def forms_with_key(self, key: str) -> list[int]:
        """The numbers of the forms that have a key."""
        return self._owned(_found(self._keys[2], _bytes(key) + _END))

    def forms_with_key_beginning(self, start: str) -> list[int]:
        """The numbers of the forms that have a key that begins so; a form may be there twice."""
        return self._owned(_found(self._keys[2], _bytes(start)))

    def held_keys(self, keys: Collection[str]) -> Collection[str]:
        """Those of the keys that may stand here: all of a few, and of many those that do."""
        if len(keys) <= _MANY:
            return keys
        held = set(_text(self._keys[2]).split("\n"))
        return [key for key in keys if key in held]

    def within(self, span: Span | None) -> slice:
        """The words that begin within a stretch of the text (None: all of it), as a slice of their order."""
        if span is None:
            return slice(0, len(self))
        first, last = self._places[1].searchsorted((span.start, span.end))
        return slice(int(first), int(last))

    def words_of(self, forms: Sequence[int], among: slice) -> Numbers:
        """The places in the order of the text of those words that have one of these forms."""
        of_each = self._places[0][among]
        if len(forms) == 1:
            found: Numbers = (of_each == forms[0]).nonzero()[0]
        else:
            wanted = np.zeros(self._counts[1], bool)
            wanted[forms] = True
            found = wanted[of_each].nonzero()[0]
        return found + among.start if among.start else found

    def words_of_each(
        self, forms: Mapping[int, Sequence[int]], among: slice, most: int | None
    ) -> dict[int, Numbers]:
        """`words_of` for several lists of forms; of all places together the first `most` (None: all)."""
        each = {number: self.words_of(some, among) for number, some in forms.items() if len(some)}
        if most is not None and sum(map(len, each.values())) > most:
            last = np.partition(np.concatenate(list(each.values())), most - 1)[most - 1]
            each = {number: words[: np.searchsorted(words, last, "right")] for number, words in each.items()}
        return each

    def runs_of(self, forms: Sequence[int], among: slice) -> Numbers:
        """The places of the words at which these forms begin to stand one after the other."""
        form_of = self._places[0]
        found: Numbers = np.flatnonzero(form_of[among] == forms[0]) + among.start
        found = found[found + len(forms) <= among.stop]
        for step, form in enumerate(forms[1:], start=1):
            found = found[form_of[found + step] == form]
        return found

    def spans(self, words: Numbers, run: int = 1) -> list[Span]:
        """Where these words stand in the text, each with the `run - 1` words behind it."""
        _, all_starts, lengths = self._places
        starts = all_starts[words]
        last = words + (run - 1) if run > 1 else words
        ends = (all_starts[last] if run > 1 else starts) + lengths[last]
        return list(map(_as_span, zip(starts.tolist(), ends.tolist(), strict=True)))

    def spans_of(self, words: Sequence[int]) -> list[Span]:
        """Where these words stand in the text."""
        return self.spans(np.asarray(words, np.int64))

    def overlapping(self, span: Span) -> list[tuple[str, Span]]:
        """Form and place of the words that share a character with a stretch of the text. The words of the
        index must not overlap one another."""
        first, last = self._places[1].searchsorted((span.start, span.end))
        near = np.arange(max(int(first) - 1, 0), int(last))
        spans = zip(self._places[0][near].tolist(), self.spans(near), strict=True)
        return [(self.forms[number], place) for number, place in spans if place.overlaps(span)]

    def _owned(self, keys: Iterable[int]) -> list[int]:
        counts, owners, _ = self._keys
        found: list[int] = []
        for key in keys:
            first = int(counts[:key].sum())
            found += owners[first : first + int(counts[key])].tolist()
        return found


@cache
def _of_nothing() -> WordIndex:
    """The index of no words: of what was misread in a sound document."""
    return WordIndex.of_lists([], [], [], lambda form: ())


def _found(lines: bytes, start: bytes) -> Iterator[int]:
    """The numbers of the lines that begin so."""
    number, counted = -1, 0
    at = lines.find(_END + start)
    while at >= 0 and at + 1 < len(lines):
        number += lines.count(_END, counted, at + 1)
        counted = at + 1
        yield number
        at = lines.find(_END + start, counted)


def _arrays(plain: bytes, widths: Sequence[int], counts: Sequence[int]) -> tuple[list[Numbers], int]:
    """Arrays of these widths and lengths one after the other, and where they end."""
    at = 0
    arrays: list[Numbers] = []
    for width, count in zip(widths, counts, strict=True):
        arrays.append(np.frombuffer(plain, _WIDTHS[width], count, at))
        at += width * count
    return arrays, at


def _lines(texts: Iterable[str]) -> bytes:
    return _bytes("\n".join(("", *texts))) + _END


def _packed(numbers: Sequence[int]) -> tuple[int, bytes]:
    most = max(numbers, default=0)
    width = 1 if most < 1 << 8 else 2 if most < 1 << 16 else 4
    if width == 1:
        return width, bytes(numbers)
    return width, struct.pack(f"<{len(numbers)}{_LETTERS[width]}", *numbers)


def _bytes(text: str) -> bytes:
    # A broken file may hold half of a surrogate pair.
    return text.encode("utf-8", "surrogatepass")


def _text(encoded: bytes) -> str:
    return encoded.decode("utf-8", "surrogatepass")
