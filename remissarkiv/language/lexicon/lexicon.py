"""A lexicon: the words of Swedish and, above them, those that an archive has taught."""

import math
from functools import lru_cache
from typing import NamedTuple

from remissarkiv.language.lexicon.layer import Entry, Layer
from remissarkiv.language.skeleton import skeleton

NUMBER = "#"
"""What stands for any number where words follow on each other: `2 kap.` and `7 kap.` teach the same."""

CACHED = 200_000
"""Skeletons and pairs of words remembered by a process."""

_TRUSTED_AT = 150_000
"""Words that the archive's own texts must hold to weigh as much as general Swedish."""

_MOST_WEIGHT = 0.8
_SMOOTHING = 4.0
"""Imagined occurrences of every pair, by which a first word that is seldom seen says little."""

_OWN_PAIRS = 3
"""One pair of the archive's own texts weighs as many of the public texts that the base was counted in."""

_LEFT_OUT = 3.0
"""A pair that the base table leaves out as rare (`training/administrative.py`) is taken to have come as often
as chance has it, at most so often."""

_NAME_SHARE = 0.8
_UNHEARD_OF = 1e-9


class Word(NamedTuple):
    """A word that the lexicon has: its `cost` is the negative natural logarithm of its probability, and
    `is_name` tells that the archive writes it with a capital inside sentences."""

    text: str
    cost: float
    is_name: bool = False


class Lexicon:
    """Which words there are, how likely each is, and how well two follow on each other.

    `learned` is the layer of an archive, None for Swedish alone; `version` its number, 0 without one;
    `documents` and `words` tell how many of them it was learned from.
    Safe to share between threads; what was looked up is remembered.
    """

    def __init__(self, base: Layer, learned: Layer | None = None, version: int = 0) -> None:
        self._base = base
        self._learned = learned
        self.version = version
        self.source = f"{base.source}+{learned.source}" if learned else base.source
        self.documents = learned.documents if learned else 0
        self.words = total = learned.total if learned else 0
        self._weight = _MOST_WEIGHT * total / (total + _TRUSTED_AT)
        self.alike = lru_cache(maxsize=CACHED)(self._alike)
        self.affinity = lru_cache(maxsize=CACHED)(self._affinity)

    def _alike(self, shape: str) -> tuple[Word, ...]:
        """The words with this skeleton (`language.skeleton`), the likeliest first."""
        base = self._base.entries(shape)
        if self._learned is None:
            return tuple(Word(entry.word, entry.cost, _is_name(entry)) for entry in base)
        learned = {entry.word: entry for entry in self._learned.entries(shape)}
        likely = {entry.word: math.exp(-entry.cost) * (1 - self._weight) for entry in base}
        for word, entry in learned.items():
            likely[word] = likely.get(word, 0.0) + self._weight * entry.times / self._learned.total
        names = {entry.word for entry in base if _is_name(entry)}
        words = (
            Word(word, -math.log(p), _is_name(learned[word]) if word in learned else word in names)
            for word, p in likely.items()
        )
        return tuple(sorted(words, key=lambda word: (word.cost, word.text)))

    def find(self, word: str) -> Word | None:
        """The word (lower case) as the lexicon has it."""
        return next((known for known in self.alike(skeleton(word)) if known.text == word), None)

    def begins(self, start: str) -> bool:
        """Whether the skeleton of some word begins so."""
        return self._base.begins(start) or (self._learned is not None and self._learned.begins(start))

    def cost(self, word: str) -> float | None:
        """The negative natural logarithm of the word's probability; None for a word that is not there."""
        known = self.find(word)
        return known.cost if known else None

    def _affinity(self, first: str, second: str) -> float:
        """How much likelier the second word is right after the first than anywhere (natural logarithm); 0
        when nothing is known of the first. `NUMBER` stands for any number."""
        public, own = self._seen(self._base, first), self._seen(self._learned, first)
        seen = public + _OWN_PAIRS * own
        if not seen:
            return 0.0
        cost = self.cost(second)
        chance = max(math.exp(-cost) if cost is not None else 0.0, _UNHEARD_OF)
        together = float(self._base.pair(first, second)) or min(_LEFT_OUT, public * chance)
        if own and self._learned:
            together += _OWN_PAIRS * self._learned.pair(first, second)
        return math.log((together + _SMOOTHING * chance) / ((seen + _SMOOTHING) * chance))

    def _seen(self, layer: Layer | None, word: str) -> int:
        if layer is None:
            return 0
        entries = layer.entries(skeleton(word))
        return next((entry.times for entry in entries if entry.word == word), 0)


def _is_name(entry: Entry) -> bool:
    return entry.capitals >= max(2, _NAME_SHARE * entry.times)
