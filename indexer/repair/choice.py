"""Which of the candidates was it? The cheapest way through a block of words, neighbours considered.

A. Viterbi's algorithm over the candidates of each token, with the affinity of neighbouring words; a token may
also stand as it was read: a name, a foreign word or one that nobody has heard of.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from indexer.repair.candidates import WITHIN, Candidates, as_read
from indexer.repair.tokens import Token
from remissarkiv.language.lexicon import Lexicon
from remissarkiv.language.lexicon.lexicon import NUMBER

_SHORTEST = 2
"""A single letter is what it is, but for an r, which is left of `är`."""

AFFINITY_WEIGHT = 0.7
"""How much neighbours count beside the word itself."""

_LARGEST_MEMORY = 200_000

Option = tuple[float, str]
"""A cost and the word it is for; "" for a token that is no word."""


class Choice(NamedTuple):
    """What a token was taken for: the `word` in lower case, whether the lexicon (or a compound of its words)
    `explains` it, and `cost`, the negative logarithm of how sure the word is among its candidates."""

    word: str
    explains: bool
    cost: float


class Chooser:
    """Chooses among candidates with a lexicon. One for each lexicon and process."""

    def __init__(self, lexicon: Lexicon, candidates: Candidates) -> None:
        self._lexicon = lexicon
        self._candidates = candidates
        self._remembered: dict[tuple[str, bool], tuple[Option, ...]] = {}

    def choose(self, tokens: Sequence[Token]) -> list[Choice]:
        """What each token of a block was, in order."""
        states: list[tuple[float, str]] = [(0.0, "")]
        steps: list[list[tuple[int, float, str]]] = []
        for token in tokens:
            options = self._options(token)
            if len(options) == 1 and len(states) == 1:
                # No choice on either side, so nothing to weigh.
                steps.append([(0, states[0][0] + options[0][0], options[0][1])])
            else:
                steps.append([self._reached(states, option, token.opens) for option in options])
            states = [(total, word or NUMBER) for _, total, word in steps[-1]]
        chosen: list[Choice] = []
        place = min(range(len(states)), key=lambda number: states[number][0])
        for token, reached in zip(reversed(tokens), reversed(steps), strict=True):
            before, _, word = reached[place]
            chosen.append(self._choice(token, word))
            place = before
        return chosen[::-1]

    def _reached(
        self, states: list[tuple[float, str]], option: Option, opens: bool
    ) -> tuple[int, float, str]:
        """The cheapest way to an option: from which state, at what cost in all."""
        cost, word = option
        heard = word or NUMBER
        best, place = min(
            (total + cost - self._affinity(before, heard, opens), place)
            for place, (total, before) in enumerate(states)
        )
        return place, best, word

    def _affinity(self, before: str, word: str, opens: bool) -> float:
        if opens or not before:
            return 0.0
        return AFFINITY_WEIGHT * self._lexicon.affinity(before, word)

    def _choice(self, token: Token, word: str) -> Choice:
        if not word:
            return Choice(token.text, True, 0.0)
        options = self._options(token)
        cost = next(cost for cost, other in options if other == word)
        doubt = math.log(sum(math.exp(cost - other) for other, _ in options))
        explains = len(word) == 1 or token.is_abbreviation or self._is_explained(token.text, word)
        return Choice(word, explains, doubt)

    def _is_explained(self, read: str, word: str) -> bool:
        return any(candidate.word == word for candidate in self._candidates.of(read))

    def _options(self, token: Token) -> tuple[Option, ...]:
        if token.is_abbreviation:
            return ((0.0, token.text),)
        key = token.text, token.is_capital and not token.opens
        options = self._remembered.get(key)
        if options is None:
            if len(self._remembered) >= _LARGEST_MEMORY:
                self._remembered.clear()
            options = self._remembered[key] = self._weighed(*key)
        return options

    def _weighed(self, read: str, capital: bool) -> tuple[Option, ...]:
        """The options of a token, cheapest first; `capital` tells of one inside a sentence."""
        letters = sum(letter.isalpha() for letter in read)
        if not letters:
            return ((0.0, ""),)
        if letters * 2 < len(read) or (len(read) < _SHORTEST and read != "r"):
            return ((0.0, read),)
        found = self._candidates.of(read)
        options = [(candidate.cost, candidate.word) for candidate in found]
        if all(candidate.word != read for candidate in found):
            options.append((as_read(read, capital), read))
        options.sort()
        return tuple(option for option in options if option[0] <= options[0][0] + WITHIN)
