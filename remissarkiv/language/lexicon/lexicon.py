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
    `is_name` tells that the archive writes it with a capital inside sentences. `public` is how often the
    public texts that Swedish was counted in have it, `own` how often those of the archive."""

    text: str
    cost: float
    is_name: bool = False
    public: int = 0
    own: int = 0


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
        self.affinity = lru_cache(maxsize=CACHED)(self._affinity)
        self._remembered: dict[str, tuple[Word, ...]] = {}

    def alike(self, shape: str) -> tuple[Word, ...]:
        """The words with this skeleton (`language.skeleton`), the likeliest first."""
        words = self._remembered.get(shape)
        if words is None:
            base = self._base.entries(shape)
            learned = self._learned.entries(shape) if self._learned is not None else []
            if not base and not learned:
                # Nine in ten shapes that repair asks for are no word's, each is asked for once or twice, and
                # the tries tell so in no time: only what is there is worth remembering.
                return ()
            words = self._joined(base, learned)
            if len(self._remembered) >= CACHED:
                self._remembered.clear()
            self._remembered[shape] = words
        return words

    def _joined(self, base: list[Entry], learned: list[Entry]) -> tuple[Word, ...]:
        """The words of one skeleton, as Swedish and as the archive have them."""
        if self._learned is None:
            return tuple(Word(entry.word, entry.cost, _is_name(entry), entry.times) for entry in base)
        public = {entry.word: entry for entry in base}
        own = {entry.word: entry for entry in learned}
        words = []
        for word, entry in {**public, **own}.items():
            likely, often, here = 0.0, 0, 0
            if word in public:
                often = public[word].times
                likely = math.exp(-public[word].cost) * (1 - self._weight)
            if word in own:
                here = entry.times
                likely += self._weight * here / self._learned.total
            words.append(Word(word, -math.log(likely), _is_name(entry), often, here))
        words.sort(key=lambda word: (word.cost, word.text))
        return tuple(words)

    def find(self, word: str) -> Word | None:
        """The word (lower case) as the lexicon has it."""
        for known in self.alike(skeleton(word)):
            if known.text == word:
                return known
        return None

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
        before = self.find(first)
        seen = before.public + _OWN_PAIRS * before.own if before else 0
        if before is None or not seen:
            return 0.0
        after = self.find(second)
        chance = max(math.exp(-after.cost) if after else 0.0, _UNHEARD_OF)
        together = float(self._base.pair(first, second)) or min(_LEFT_OUT, before.public * chance)
        if before.own and self._learned:
            together += _OWN_PAIRS * self._learned.pair(first, second)
        return math.log((together + _SMOOTHING * chance) / ((seen + _SMOOTHING) * chance))


def _is_name(entry: Entry) -> bool:
    return entry.capitals >= max(2, _NAME_SHARE * entry.times)
