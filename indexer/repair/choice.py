"""Which of the candidates was it? The cheapest way through a block of words, neighbours considered.

A. Viterbi's algorithm over the candidates of each token, with the affinity of neighbouring words; a token may
also stand as it was read: a name, a foreign word or one that nobody has heard of.
"""

from collections.abc import Sequence
from typing import NamedTuple

from indexer.repair.candidates import Candidate, Candidates
from indexer.repair.tokens import Token
from remissarkiv.language.lexicon import Lexicon
from remissarkiv.language.lexicon.lexicon import NUMBER

AFFINITY_WEIGHT = 0.55
"""How much neighbours count beside the word itself."""

_AS_READ = 15.0
_AS_READ_LETTER = 1.3
_AS_READ_NAME = 13.0
_AS_READ_NAME_LETTER = 1.0
_DIGIT_INSIDE = 6.0
"""What it costs that a token is right as it was read though no lexicon has it: more for each letter, less for
one with a capital inside a sentence, and more for one with a digit or sign where letters belong (`6verklagas`)."""

_WITHIN = 8.0
"""Candidates so much dearer than the best are not followed."""


class Choice(NamedTuple):
    """What a token was taken for. `cost` is how much likelier the way through this word is than through the
    next best (natural logarithm, 0 for no doubt at all is not meant: larger is surer)."""

    word: str
    resolved: bool
    cost: float


class Chooser:
    """Chooses among candidates with a lexicon. One for each lexicon and process."""

    def __init__(self, lexicon: Lexicon, candidates: Candidates) -> None:
        self._lexicon = lexicon
        self._candidates = candidates
        self._options: dict[tuple[str, bool], tuple[tuple[float, str, float], ...]] = {}

    def choose(self, tokens: Sequence[Token]) -> list[Choice]:
        """What each token of a block was, in order."""
        states: list[tuple[float, str]] = [(0.0, "")]
        back: list[list[tuple[int, float, str]]] = []
        for token in tokens:
            options = self._of(token)
            alone = len(options) == 1 and len(states) == 1
            steps = []
            for cost, word, _ in options:
                if alone:
                    steps.append((0, states[0][0] + cost, word))
                    continue
                heard = word if word else NUMBER
                best = min(
                    (
                        (total + cost - self._affinity(before, heard, token.opens), place)
                        for place, (total, before) in enumerate(states)
                    ),
                )
                steps.append((best[1], best[0], word))
            back.append(steps)
            states = [(total, word if word else NUMBER) for _, total, word in steps]
        return self._traced(tokens, back)

    def _affinity(self, before: str, word: str, opens: bool) -> float:
        if opens or not before:
            return 0.0
        return AFFINITY_WEIGHT * self._lexicon.affinity(before, word)

    def _of(self, token: Token) -> tuple[tuple[float, str, float], ...]:
        """The options of a token: cost, word ("" for a number), how much of the cost is misreading."""
        if token.is_abbreviation:
            return ((0.0, token.text, 0.0),)
        capital = token.is_capital and not token.opens
        key = token.text, capital
        options = self._options.get(key)
        if options is None:
            options = self._options[key] = self._options_of(token.text, capital)
            if len(self._options) > 400_000:
                self._options.clear()
        return options

    def _options_of(self, read: str, capital: bool) -> tuple[tuple[float, str, float], ...]:
        letters = sum(letter.isalpha() for letter in read)
        if letters * 2 < len(read) or (len(read) < 2 and read != "r"):
            return ((0.0, "" if not letters else read, 0.0),)
        found = self._candidates.of(read)
        options = [(c.cost, c.word, c.misread) for c in found]
        if all(c.word != read for c in found):
            options.append((as_read(read, capital), read, 0.0))
        options.sort()
        best = options[0][0]
        return tuple(option for option in options if option[0] <= best + _WITHIN)

    def _traced(
        self, tokens: Sequence[Token], back: list[list[tuple[int, float, str]]]
    ) -> list[Choice]:
        chosen: list[Choice] = []
        if not back:
            return chosen
        place = min(range(len(back[-1])), key=lambda n: back[-1][n][1])
        for token, steps in zip(reversed(tokens), reversed(back), strict=True):
            before, _, word = steps[place]
            chosen.append(Choice(word or token.text, True, 0.0))
            place = before
        return chosen[::-1]


def as_read(read: str, capital: bool) -> float:
    """What it costs that a token which no lexicon has is right as it was read."""
    cost = (
        _AS_READ_NAME + _AS_READ_NAME_LETTER * len(read)
        if capital
        else _AS_READ + _AS_READ_LETTER * len(read)
    )
    return cost if read.isalpha() else cost + _DIGIT_INSIDE
