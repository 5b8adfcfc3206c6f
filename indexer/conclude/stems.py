"""Whether a sentence can hold what a reader looks for: most cannot, and words tell so faster than
expressions.

The readers ask the same sentence for many tables of stems. Each stem has a bit of its own; which bits a word
has is found out once, and a sentence has those of its words, so that a table asks for no more than whether
the sentence has one of its bits. Words are cut at blanks here, which is quickest: "(kommunens" has the stems
of "kommunens".
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, reduce
from operator import or_

_WORD = re.compile(r"[^\W\d_]+")
_DISTINCT_WORDS = 50_000
_SENTENCES = 4096
_BEGINNING = 3
"""Letters by which the stems that may begin at a place of a word are looked up. Shorter ones are looked for
in the sentence."""

_SIGNS = "0123456789.,:;!?()[]/§%&+=*\"'»”“„«’´`–—-•…"
"""What a word is looked up without, where it begins or ends with it."""

_UNRINGED = (("å", "a"), ("ä", "a"), ("ö", "o"), ("é", "e"), ("à", "a"), ("á", "a"), ("è", "e"), ("ü", "u"))


class _Known(dict[str, int]):
    """The bits of words that were met; when there are too many, none is kept and they are found anew."""

    def __init__(self, find: Callable[[str], int]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> int:
        if len(self) >= _DISTINCT_WORDS:
            self.clear()
        bits = self[word] = self._find(word)
        return bits


class _Bits:
    """Which stems stand in a word, a bit for each: in the word as it is, and those that are asked for so in
    the word without rings and dots over letters."""

    def __init__(self) -> None:
        self._bits: dict[tuple[str, bool], int] = {}
        self._as_written: _Table = {}
        self._unringed: _Table = {}
        self._both: _Table = {}
        """For words without rings, which are looked through once."""
        self._tests: list[tuple[Callable[[str], bool], int]] = []
        self._count = 0
        self._words = _Known(self._of_word)
        self.of_text = lru_cache(maxsize=_SENTENCES)(self._of_text)

    def of_stem(self, stem: str, *, unringed: bool) -> int:
        """The bit of a stem in lower case."""
        if (stem, unringed) not in self._bits:
            bit = self._bits[stem, unringed] = self._next()
            for table in (self._unringed if unringed else self._as_written, self._both):
                table.setdefault(stem[:_BEGINNING], []).append((stem, bit))
        return self._bits[stem, unringed]

    def of_test(self, test: Callable[[str], bool]) -> int:
        """The bit of the words that a test is true of."""
        bit = self._next()
        self._tests.append((test, bit))
        return bit

    def _next(self) -> int:
        self._words.clear()
        self.of_text.cache_clear()
        self._count += 1
        return 1 << self._count

    def _of_text(self, text: str) -> int:
        # Most words have no stem, and to leave them out is quicker than to join with nothing.
        return reduce(or_, filter(None, map(self._words.__getitem__, text.lower().split())), 0)

    def _of_word(self, word: str) -> int:
        bare = word.strip(_SIGNS)
        if bare != word:
            # "Kommunen," is mostly known without the comma, and there is no end of dates and numbers.
            return self._words[bare] if bare else 0
        if word.isascii():
            bits = _found(word, self._both)
        else:
            bits = _found(word, self._as_written) | _found(without_rings(word), self._unringed)
        if word.isalpha():
            # Most are, and then there is nothing to cut.
            for test, bit in self._tests:
                if test(word):
                    bits |= bit
            return bits
        parts = _WORD.findall(word)
        for test, bit in self._tests:
            if any(map(test, parts)):
                bits |= bit
        return bits


_Table = dict[str, list[tuple[str, int]]]


def _found(word: str, table: _Table) -> int:
    """The bits of the stems of a table, which has them by their beginnings, that stand in a word."""
    bits, find, starts_with = 0, table.get, word.startswith
    for start in range(len(word) - _BEGINNING + 1):
        likely = find(word[start : start + _BEGINNING])
        if likely is not None:
            for stem, bit in likely:
                if starts_with(stem, start):
                    bits |= bit
    return bits


_BITS = _Bits()


class Stems:
    """Stems of which one must stand in a word of a sentence for it to be worth reading; what is written with
    a blank or a sign ("är för", "§") must stand in the sentence as it is. All are in lower case; `unringed`
    ones are looked for in the sentence without rings and dots over letters."""

    def __init__(self, *stems: str, unringed: bool = False) -> None:
        self._unringed = unringed
        self._by_bit: dict[int, str] = {}
        self._by_word: dict[int, list[str]] = {}
        """Phrases by the bit of their longest word."""
        self._signs: list[str] = []
        """Those that have no word."""
        for stem in stems:
            longest = max(_WORD.findall(stem), key=len, default="")
            if len(longest) < _BEGINNING:
                self._signs.append(stem)
            elif longest == stem:
                self._by_bit[self._bit(stem)] = stem
            else:
                self._by_word.setdefault(self._bit(longest), []).append(stem)
        self._bits = reduce(or_, self._by_bit, 0)
        self._word_bits = reduce(or_, self._by_word, 0)

    def _bit(self, stem: str) -> int:
        return _BITS.of_stem(stem, unringed=self._unringed)

    def within(self, text: str) -> bool:
        """Whether one stands in the sentence."""
        bits = _BITS.of_text(text)
        if bits & self._bits:
            return True
        if not (bits & self._word_bits or self._signs):
            return False
        return self._phrases_in(text, bits) != []

    def those_in(self, text: str) -> list[str]:
        """Which of them stand in the sentence, in no certain order."""
        bits = _BITS.of_text(text)
        found = [self._by_bit[bit] for bit in _single(bits & self._bits)]
        if bits & self._word_bits or self._signs:
            found += self._phrases_in(text, bits)
        return found

    def _phrases_in(self, text: str, bits: int) -> list[str]:
        likely = list(self._signs)
        for bit in _single(bits & self._word_bits):
            likely += self._by_word[bit]
        if not likely:
            return likely
        lower = without_rings(text.lower()) if self._unringed else text.lower()
        return [phrase for phrase in likely if phrase in lower]


def _single(bits: int) -> Iterator[int]:
    """The bits that are set, one by one."""
    while bits:
        lowest = bits & -bits
        yield lowest
        bits ^= lowest


class Words:
    """Words of which one must stand in a sentence: those that a test of words in lower case is true of."""

    def __init__(self, test: Callable[[str], bool]) -> None:
        self._bit = _BITS.of_test(test)

    def within(self, text: str) -> bool:
        """Whether one stands in the sentence."""
        return _BITS.of_text(text) & self._bit != 0


def without_rings(lower: str) -> str:
    """A text in lower case without å, ä and ö, as long as it was."""
    if lower.isascii():
        return lower
    for ringed, plain in _UNRINGED:
        lower = lower.replace(ringed, plain)
    return lower


def lowered(text: str) -> str:
    """The text in lower case and as long as it was: "İ" alone would become two signs."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
