"""Counting words, and which follow on which, as numbers in arrays.

A pair of words held as two numbers takes a tenth of what two strings in a dictionary do, and the pairs of an
archive are what its learning holds most of. Loaded by whoever learns: the processes that read do without
numpy.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import ItemsView, Iterator, Mapping, Sequence
from operator import ne
from typing import Any

import numpy as np
from numpy.typing import NDArray

from remissarkiv.language.lexicon.lexicon import NUMBER
from remissarkiv.language.tokens import cut_at_words, fold_case, tokens_of_run

MOST_PAIRS = 3_000_000
"""Pairs held; beyond it those seen once so far are forgotten."""

BUFFERED = 1_000_000
"""Words that are taken in before they are counted."""

_AT_A_TIME = 10_000
_NO_WORD, _NUMBER = 0, 1
_SECOND = 32
"""A pair is one number: that of its first word is shifted by so many bits, to make room for the second's."""

_WORD = re.compile(r"[a-zåäöéèêëüàáâíóôúçñæøß]{1,40}")
_SENTENCE_END = frozenset(".!?:\n•–")

Numbers = NDArray[Any]


class Pairs(Mapping[tuple[str, str], int]):
    """How often each pair of words stands together, in the order of the alphabet."""

    def __init__(self, words: Sequence[str], codes: Numbers, counts: Numbers) -> None:
        """`words` rise; each of the `codes`, which rise too, has the places of two of them."""
        self.words = words
        self.codes = codes
        self.counts = counts

    def __len__(self) -> int:
        return len(self.codes)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return (pair for pair, _ in self.items())

    def __getitem__(self, pair: tuple[str, str]) -> int:
        first, second = (bisect_left(self.words, word) for word in pair)
        place = bisect_left(self.codes, first << _SECOND | second)
        own = slice(place, place + 1)
        for found, times in Pairs(self.words, self.codes[own], self.counts[own]).items():
            if found == pair:
                return times
        raise KeyError(pair)

    def items(self) -> "_Items":
        """Each pair with its count."""
        return _Items(self)


class _Items(ItemsView[tuple[str, str], int]):
    _mapping: Pairs

    def __iter__(self) -> Iterator[tuple[tuple[str, str], int]]:
        pairs = self._mapping
        named = pairs.words.__getitem__
        for start in range(0, len(pairs), _AT_A_TIME):
            some = slice(start, start + _AT_A_TIME)
            first, second = (map(named, places.tolist()) for places in _parted(pairs.codes[some]))
            yield from zip(zip(first, second, strict=True), pairs.counts[some].tolist(), strict=True)


class _Numbering(dict[str, int]):
    """The number of each word; what is not known as one yet is looked at letter by letter."""

    def __missing__(self, token: str) -> int:
        if token[0].isdigit():
            return _NUMBER
        if not _WORD.fullmatch(token):
            return _NO_WORD
        number = self[token] = len(self) + _NUMBER + 1
        return number


class Tally:
    """What was counted so far. `most_pairs` and `buffered` as the constants."""

    def __init__(self, most_pairs: int = MOST_PAIRS, buffered: int = BUFFERED) -> None:
        self._most_pairs = most_pairs
        self._buffered = buffered
        self._numbering = _Numbering()
        self._new_words: list[Numbers] = []
        self._new_capitals: list[Numbers] = []
        self._new_pairs: list[Numbers] = []
        self._waiting = 0
        self._words = np.zeros(0, np.int64)
        self._capitals = np.zeros(0, np.int64)
        self._codes = np.zeros(0, np.int64)
        self._counts = np.zeros(0, np.int64)

    def take_in(self, text: str) -> int:
        """Count what a stretch of text has; returns the number of words."""
        gaps, shown, tokens = _tokens(text)
        found = map(self._numbering.__getitem__, tokens)
        numbers = np.fromiter(found, np.int32, len(tokens))
        words = numbers[numbers != _NO_WORD]
        self._new_words.append(words)
        before, after = numbers[:-1], numbers[1:]
        follows = np.array([gap == " " or _SENTENCE_END.isdisjoint(gap) for gap in gaps[1:]], np.bool_)
        follows &= (before != _NO_WORD) & (after != _NO_WORD)
        self._new_pairs.append(before[follows].astype(np.int64) << _SECOND | after[follows])
        # Nearly all words are written as they are counted: only the others can have a capital.
        otherwise = np.fromiter(map(ne, shown[1:], tokens[1:]), np.bool_, len(after))
        places = np.flatnonzero(otherwise & follows & (after != _NUMBER)) + 1
        capital = [place for place in places.tolist() if _begins_large(shown[place])]
        self._new_capitals.append(numbers[capital])
        self._waiting += len(words)
        if self._waiting >= self._buffered:
            self._count()
        return len(words)

    def words(self) -> Counter[str]:
        """How often each word was there, and all numbers together."""
        self._count()
        return self._named(self._words)

    def capitals(self) -> Counter[str]:
        """The same of words with a capital inside a sentence."""
        self._count()
        return self._named(self._capitals)

    def pairs(self, fewest: int) -> Pairs:
        """The pairs that were there so many times."""
        self._count()
        kept = self._counts >= fewest
        first, second = _parted(self._codes[kept])
        names = [NUMBER, *self._numbering]
        order = sorted(range(len(names)), key=names.__getitem__)
        ranks = np.zeros(len(names) + 1, np.int64)
        ranks[np.array(order, np.int64) + _NUMBER] = np.arange(len(order))
        codes = ranks[first] << _SECOND | ranks[second]
        rising = np.argsort(codes)
        return Pairs([names[place] for place in order], codes[rising], self._counts[kept][rising])

    def _named(self, counts: Numbers) -> Counter[str]:
        numbered = zip((NUMBER, *self._numbering), counts[_NUMBER:].tolist(), strict=False)
        return Counter({word: times for word, times in numbered if times})

    def _count(self) -> None:
        """Count what waits."""
        if not self._new_words:
            return
        size = len(self._numbering) + _NUMBER + 1
        self._words = _summed(self._words, np.concatenate(self._new_words), size)
        self._capitals = _summed(self._capitals, np.concatenate(self._new_capitals), size)
        codes, counts = np.unique(np.concatenate(self._new_pairs), return_counts=True)
        self._new_words, self._new_capitals, self._new_pairs, self._waiting = [], [], [], 0
        places = np.searchsorted(self._codes, codes)
        known = np.zeros(len(codes), np.bool_)
        inside = places < len(self._codes)
        known[inside] = self._codes[places[inside]] == codes[inside]
        self._counts[places[known]] += counts[known]
        self._codes = np.insert(self._codes, places[~known], codes[~known])
        self._counts = np.insert(self._counts, places[~known], counts[~known])
        if len(self._codes) > self._most_pairs:
            kept = self._counts > 1
            self._codes, self._counts = self._codes[kept], self._counts[kept]


def _summed(before: Numbers, numbers: Numbers, size: int) -> Numbers:
    """The counts with those of new numbers added; there are `size` different ones by now."""
    counts: Numbers = np.bincount(numbers, minlength=size)
    counts[: len(before)] += before
    return counts


def _parted(codes: Numbers) -> tuple[Numbers, Numbers]:
    return codes >> _SECOND, codes & ((1 << _SECOND) - 1)


def _begins_large(shown: str) -> bool:
    return shown[0].isupper() and not shown.isupper()


def _tokens(text: str) -> tuple[list[str], list[str], list[str]]:
    """The tokens of a text in three lists: what stands before each, how it is written there, and itself."""
    fold = str.lower if unicodedata.is_normalized("NFC", text) else fold_case
    pieces = cut_at_words(text)
    gaps, shown = pieces[:-1:2], pieces[1::2]
    tokens = list(map(fold, shown))
    for number in reversed([number for number, run in enumerate(shown) if not run.isalnum()]):
        run = shown[number]
        found = tokens_of_run(run)
        if len(found) == 1:
            tokens[number] = found[0].text
            continue
        ends = [0, *(token.span.end for token in found[:-1])]
        between = [run[end : token.span.start] for end, token in zip(ends, found, strict=True)]
        gaps[number : number + 1] = [gaps[number], *between[1:]]
        shown[number : number + 1] = [run[token.span.start : token.span.end] for token in found]
        tokens[number : number + 1] = [token.text for token in found]
    return gaps, shown, tokens
