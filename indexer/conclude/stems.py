"""Whether a sentence can hold what a reader looks for: most cannot, and words tell so faster than
expressions.

The readers ask the same sentence for many tables of stems. Each stem has a bit of its own; which bits a word
has is found out once, and a sentence has those of its words, so that a table asks for no more than whether
the sentence has one of its bits.
"""

import re
from collections.abc import Iterator
from functools import lru_cache, reduce
from operator import or_

_WORD = re.compile(r"[^\W\d_]+")
_DISTINCT_WORDS = 50_000
_BEGINNING = 2
"""Letters by which the stems that may begin at a place of a word are looked up; no stem is shorter."""

_UNRINGED = (("å", "a"), ("ä", "a"), ("ö", "o"), ("é", "e"), ("à", "a"), ("á", "a"), ("è", "e"), ("ü", "u"))


@lru_cache(maxsize=1024)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a sentence in lower case. Asked for by several readers in turn, so kept for a while."""
    return tuple(_WORD.findall(text.lower()))


class _Bits:
    """Which stems stand in a word, a bit for each: in the word as it is, and those that are asked for so in
    the word without rings and dots over letters."""

    def __init__(self) -> None:
        self._bits: dict[tuple[str, bool], int] = {}
        self._by_beginning: dict[tuple[str, bool], list[tuple[str, int]]] = {}
        self.of_word = lru_cache(maxsize=_DISTINCT_WORDS)(self._of_word)
        self.of_text = lru_cache(maxsize=1024)(self._of_text)

    def of_stem(self, stem: str, *, unringed: bool) -> int:
        """The bit of a stem in lower case."""
        key = (stem, unringed)
        if key not in self._bits:
            self._bits[key] = 1 << len(self._bits)
            self._by_beginning.setdefault((stem[:_BEGINNING], unringed), []).append((stem, self._bits[key]))
            self.of_word.cache_clear()
            self.of_text.cache_clear()
        return self._bits[key]

    def _of_text(self, text: str) -> int:
        return reduce(or_, map(self.of_word, words_of(text)), 0)

    def _of_word(self, word: str) -> int:
        return self._of_letters(word, unringed=False) | self._of_letters(without_rings(word), unringed=True)

    def _of_letters(self, word: str, *, unringed: bool) -> int:
        bits = 0
        for start in range(len(word) - _BEGINNING + 1):
            beginning = (word[start : start + _BEGINNING], unringed)
            for stem, bit in self._by_beginning.get(beginning, ()):
                if word.startswith(stem, start):
                    bits |= bit
        return bits


_BITS = _Bits()


class Stems:
    """Stems of which one must stand in a word of a sentence for it to be worth reading; what is written with
    a blank or a sign ("är för", "§") must stand in the sentence as it is. All are in lower case; `unringed`
    ones are looked for in the sentence without rings and dots over letters."""

    def __init__(self, *stems: str, unringed: bool = False) -> None:
        self._unringed = unringed
        self._by_bit = {self._bit(stem): stem for stem in stems if stem.isalpha()}
        self._bits = reduce(or_, self._by_bit, 0)
        self._phrases = tuple((self._needed(stem), stem) for stem in stems if not stem.isalpha())

    def _bit(self, stem: str) -> int:
        return _BITS.of_stem(stem, unringed=self._unringed)

    def _needed(self, phrase: str) -> int:
        """The bits of every sentence that has the phrase: those of its words."""
        words = (word for word in _WORD.findall(phrase) if len(word) >= _BEGINNING)
        return reduce(or_, map(self._bit, words), 0)

    def within(self, text: str) -> bool:
        """Whether one stands in the sentence."""
        bits = _BITS.of_text(text)
        return bits & self._bits != 0 or (
            self._phrases != () and next(self._phrases_in(text, bits), None) is not None
        )

    def those_in(self, text: str) -> list[str]:
        """Which of them stand in the sentence, in no certain order."""
        bits = _BITS.of_text(text)
        found = list(self._phrases_in(text, bits))
        bits &= self._bits
        while bits:
            lowest = bits & -bits
            found.append(self._by_bit[lowest])
            bits ^= lowest
        return found

    def _phrases_in(self, text: str, bits: int) -> Iterator[str]:
        lower = ""
        for needed, phrase in self._phrases:
            if bits & needed == needed:
                lower = lower or (without_rings(text.lower()) if self._unringed else text.lower())
                if phrase in lower:
                    yield phrase


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
