"""Which of the options was it? The cheapest way through a block of words, neighbours considered.

A. Viterbi's algorithm over the options of each token, with the affinity of neighbouring words; and with
how this page reads å, ä and ö.
"""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from indexer.repair.channel import Channel
from indexer.repair.habit import Habit
from indexer.repair.options import Option, Options, sure_marks
from indexer.repair.tokens import Token
from remissarkiv.language.lexicon import Lexicon
from remissarkiv.language.lexicon.lexicon import NUMBER

AFFINITY_WEIGHT = 0.7
"""How much neighbours count beside the word itself."""


class Choice(NamedTuple):
    """What a token was taken for: the `word` in lower case, whether the lexicon (or a compound of its
    words) `explains` it, and `doubt`, the negative logarithm of how likely it is among the options of the
    token; `far` as in `Option`."""

    word: str
    explains: bool
    doubt: float
    far: bool = False


class Chooser:
    """Chooses among options with a lexicon. One for each lexicon and process."""

    def __init__(self, lexicon: Lexicon, options: Options, channel: Channel) -> None:
        self._lexicon = lexicon
        self._options = options
        self._channel = channel

    def choose(self, blocks: Sequence[Sequence[Token]]) -> list[list[Choice]]:
        """What each token of the blocks of one page was, in order."""
        page = [[self._options.of(token) for token in tokens] for tokens in blocks]
        counts = Counter(mark for options in page for found in options for mark in sure_marks(found))
        if counts:
            habit = Habit(self._channel.mark, counts)
            page = [[habit.weighed(found) for found in options] for options in page]
        return [self._cheapest(tokens, options) for tokens, options in zip(blocks, page, strict=True)]

    def _cheapest(self, tokens: Sequence[Token], page: Sequence[tuple[Option, ...]]) -> list[Choice]:
        """The cheapest way through a block, each token with its options."""
        states: list[tuple[float, str]] = [(0.0, "")]
        steps: list[list[tuple[int, float]]] = []
        for token, options in zip(tokens, page, strict=True):
            if len(options) == 1 and len(states) == 1:
                # No choice on either side, so nothing to weigh.
                steps.append([(0, 0.0)])
                states = [(0.0, options[0].word or NUMBER)]
                continue
            reached = [self._reached(states, option, token.apart) for option in options]
            steps.append(reached)
            states = [
                (total, option.word or NUMBER) for option, (_, total) in zip(options, reached, strict=True)
            ]
        chosen: list[Choice] = []
        place = min(range(len(states)), key=lambda number: states[number][0])
        for token, options, reached in zip(reversed(tokens), reversed(page), reversed(steps), strict=True):
            chosen.append(_choice(options, options[place], token))
            place = reached[place][0]
        return chosen[::-1]

    def _reached(self, states: list[tuple[float, str]], option: Option, apart: bool) -> tuple[int, float]:
        """The cheapest way to an option: from which state, at what cost in all."""
        if apart:
            best, place = min((total, place) for place, (total, _) in enumerate(states))
            return place, best + option.cost
        heard, affinity = option.word or NUMBER, self._lexicon.affinity
        best, place = min(
            (total - (_weight(before) * affinity(before, heard) if before else 0.0), place)
            for place, (total, before) in enumerate(states)
        )
        return place, best + option.cost


def _weight(before: str) -> float:
    """A number is surely what it is: `75 ar` is `75 år`."""
    return 1.0 if before == NUMBER else AFFINITY_WEIGHT


def _choice(options: tuple[Option, ...], option: Option, token: Token) -> Choice:
    doubt = 0.0
    if len(options) > 1:
        doubt = math.log(sum(math.exp(option.cost - other.cost) for other in options))
    return Choice(option.word or token.text, option.explains, doubt, option.far)
