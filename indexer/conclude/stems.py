"""Whether a sentence can hold what a reader looks for: most cannot, and words tell so faster than
expressions.

The readers ask the same sentence for many tables of stems. Each stem has a bit of its own; which bits a word
has is found out once, and a sentence has those of its words, so that a table asks for no more than whether
the sentence has one of its bits. Words are cut at blanks here, which is quickest: "(kommunens" has the stems
of "kommunens".
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, reduce
from itertools import groupby, islice
from operator import itemgetter, or_

_WORD = re.compile(r"[^\W\d_]+")
_DISTINCT_WORDS = 100_000
"""Files of the state have so many in some 1 300, the signs around words counted in; half as many cost half
again as many look-ups of words anew, and saved three megabytes."""
_SENTENCES = 4096
_BEGINNING = 3
"""Letters by which the stems that may begin at a place of a word are looked up. Shorter ones are looked for
in the sentence."""

_SIGNS = "0123456789.,:;!?()[]/§%&+=*\"'»”“„«’´`–—-•…"
"""What a word is looked up without, where it begins or ends with it."""

_COMMON = frozenset(("att", "det", "eller", "för", "med", "som", "till"))
"""Words that tell nothing of a sentence, as most have some: what is written with nothing else ("det som") is
looked for in the sentence."""

_UNRINGED = (("å", "a"), ("ä", "a"), ("ö", "o"), ("é", "e"), ("à", "a"), ("á", "a"), ("è", "e"), ("ü", "u"))


class _Known(dict[str, int]):
    """The bits of the words that were met. When there are too many, those that were met last are found anew:
    the words of every text are among the first."""

    def __init__(self, find: Callable[[str], int]) -> None:
        super().__init__()
        self._find = find
        self._same: dict[int, int] = {}
        """Few words have bits of their own, and what lies together is quicker to reach."""

    def __missing__(self, word: str) -> int:
        bits = self._find(word)
        if len(self) >= _DISTINCT_WORDS:
            first = dict(islice(self.items(), _DISTINCT_WORDS // 2))
            self.clear()
            self.update(first)
        bits = self[word] = self._same.setdefault(bits, bits)
        return bits

    def clear(self) -> None:
        """Forget all."""
        self._same.clear()
        super().clear()


class _Bits:
    """Which stems stand in a word, a bit for each: in the word as it is, and those that are asked for so in
    the word without rings and dots over letters."""

    def __init__(self) -> None:
        self._bits: dict[tuple[str, bool], int] = {}
        self._table: dict[str, list[tuple[str, bool, int]]] = {}
        """The stems with their bits, and whether they are unringed, by how they begin without rings."""
        self._any: re.Pattern[str] | None = None
        """Any stem without rings: found anew when there are others."""
        self._tests: list[tuple[Callable[[str], bool], int]] = []
        self._count = 0
        self._words = _Known(self._of_word)
        self.of_text = lru_cache(maxsize=_SENTENCES)(self._of_text)

    def of_stem(self, stem: str, *, unringed: bool) -> int:
        """The bit of a stem in lower case."""
        if (stem, unringed) not in self._bits:
            bit = self._bits[stem, unringed] = self._next()
            beginning = without_rings(stem[:_BEGINNING])
            self._table.setdefault(beginning, []).append((stem, unringed, bit))
            self._any = None
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

    def _of_text(self, text: str) -> tuple[int, str]:
        """The bits of a text, and the text in lower case, which costs as much."""
        low = text.lower()
        # Most words have no stem, and to leave them out is quicker than to join with nothing.
        return reduce(or_, filter(None, map(self._words.__getitem__, low.split())), 0), low

    def _of_word(self, word: str) -> int:
        bare = word.strip(_SIGNS)
        if bare != word:
            # "Kommunen," is mostly known without the comma, and there is no end of dates and numbers.
            return self._words[bare] if bare else 0
        bits = self._stems_in(word)
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

    def _stems_in(self, word: str) -> int:
        """The bits of the stems that stand in a word: in more than half of all words there are none, which
        one search tells."""
        search = (self._any or self._compiled()).search
        plain = word if word.isascii() else without_rings(word)
        found = search(plain)
        if found is None:
            return 0
        bits, likely = 0, self._table
        while found is not None:
            start = found.start()
            for stem, unringed, bit in likely[plain[start : start + _BEGINNING]]:
                if (plain if unringed else word).startswith(stem, start):
                    bits |= bit
            found = search(plain, start + 1)
        return bits

    def _compiled(self) -> re.Pattern[str]:
        stems = {without_rings(stem) for stem, _ in self._bits}
        self._any = re.compile(any_of(stems) if stems else r"(?!)")
        return self._any


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of these words, the beginnings that they share once each: of "lag", "laga" and "lov"
    `l(?:ag|ov)`. It matches wherever one of them begins, however far that goes."""
    listed = sorted(words)
    if listed[0] == "":
        return ""
    by_sign = [(sign, [word[1:] for word in same]) for sign, same in groupby(listed, itemgetter(0))]
    ways = [re.escape(sign) + any_of(rest) for sign, rest in by_sign]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


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
        """Those that have no word that tells anything."""
        for stem in stems:
            longest = max(filter(_tells, _WORD.findall(stem)), key=len, default="")
            if not longest:
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
        bits, low = _BITS.of_text(text)
        if bits & self._bits:
            return True
        likely = bits & self._word_bits
        if not (likely or self._signs):
            return False
        if self._unringed:
            low = without_rings(low)
        for sign in self._signs:
            if sign in low:
                return True
        return any(phrase in low for bit in _single(likely) for phrase in self._by_word[bit])

    def those_in(self, text: str) -> list[str]:
        """Which of them stand in the sentence, in no certain order."""
        bits, low = _BITS.of_text(text)
        found = [self._by_bit[bit] for bit in _single(bits & self._bits)]
        likely = bits & self._word_bits
        if likely or self._signs:
            if self._unringed:
                low = without_rings(low)
            found += [sign for sign in self._signs if sign in low]
            found += [phrase for bit in _single(likely) for phrase in self._by_word[bit] if phrase in low]
        return found


def _tells(word: str) -> bool:
    """Whether a word is long enough to be looked up by its beginning, and worth it."""
    return len(word) >= _BEGINNING and word not in _COMMON


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
        return _BITS.of_text(text)[0] & self._bit != 0


def lower_case(text: str) -> str:
    """The text in lower case: of a sentence that was asked for stems it is known."""
    return _BITS.of_text(text)[1]


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
