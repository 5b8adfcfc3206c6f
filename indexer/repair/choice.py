"""Which of the options was it? The cheapest way through a block of words, neighbours considered.

A. Viterbi's algorithm over the options of each token, with the affinity of neighbouring words; once with what
is known of all pages, and again with how this page reads å, ä and ö.
"""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from indexer.repair.channel import Channel
from indexer.repair.habit import Habit, sure_marks
from indexer.repair.options import Option, Options
from indexer.repair.tokens import Token
from remissarkiv.language.lexicon import Lexicon
from remissarkiv.language.lexicon.lexicon import NUMBER

AFFINITY_WEIGHT = 0.7
"""How much neighbours count beside the word itself."""

_STAYS = 0.0


class Choice(NamedTuple):
    """What a token was taken for: the `word` in lower case, whether the lexicon (or a compound of its words)
    `explains` it, and `doubt`, the negative logarithm of how likely it is among the options of the token."""

    word: str
    explains: bool
    doubt: float


class Chooser:
    """Chooses among options with a lexicon. One for each lexicon and process."""

    def __init__(self, lexicon: Lexicon, options: Options, channel: Channel) -> None:
        self._lexicon = lexicon
        self._options = options
        self._channel = channel

    def choose(self, blocks: Sequence[Sequence[Token]]) -> list[list[Choice]]:
        """What each token of the blocks of one page was, in order."""
        counts = Counter[str]()
        first: list[list[Choice]] = []
        for tokens in blocks:
            chosen = self._cheapest(tokens, None)
            first.append([_choice(options, option, token) for token, options, option in chosen])
            for (_, _, option), choice in zip(chosen, first[-1], strict=True):
                counts.update(sure_marks(option, choice.doubt))
        if not counts:
            return first
        habit = Habit(self._channel.mark, counts)
        return [
            [_choice(options, option, token) for token, options, option in self._cheapest(tokens, habit)]
            for tokens in blocks
        ]

    def _cheapest(
        self, tokens: Sequence[Token], habit: Habit | None
    ) -> list[tuple[Token, tuple[Option, ...], Option]]:
        """For each token its options and the one on the cheapest way."""
        states: list[tuple[float, str]] = [(0.0, "")]
        steps: list[tuple[tuple[Option, ...], list[tuple[int, float]]]] = []
        for token in tokens:
            options = self._options.of(token)
            if len(options) == 1 and len(states) == 1:
                # No choice on either side, so nothing to weigh.
                reached = [(0, states[0][0])]
            else:
                if habit is not None and len(options) > 1:
                    options = tuple(
                        option._replace(cost=option.cost + habit.dearer(option.marks))
                        if option.marks
                        else option
                        for option in options
                    )
                reached = [self._reached(states, option, token.opens) for option in options]
            steps.append((options, reached))
            states = [
                (total, option.word or NUMBER) for option, (_, total) in zip(options, reached, strict=True)
            ]
        chosen = []
        place = min(range(len(states)), key=lambda number: states[number][0])
        for token, (options, reached) in zip(reversed(tokens), reversed(steps), strict=True):
            chosen.append((token, options, options[place]))
            place = reached[place][0]
        return chosen[::-1]

    def _reached(self, states: list[tuple[float, str]], option: Option, opens: bool) -> tuple[int, float]:
        """The cheapest way to an option: from which state, at what cost in all."""
        heard = option.word or NUMBER
        best, place = min(
            (total + option.cost - self._affinity(before, heard, opens), place)
            for place, (total, before) in enumerate(states)
        )
        return place, best

    def _affinity(self, before: str, word: str, opens: bool) -> float:
        if opens or not before:
            return 0.0
        return AFFINITY_WEIGHT * self._lexicon.affinity(before, word)


def _choice(options: tuple[Option, ...], option: Option, token: Token) -> Choice:
    doubt = 0.0
    if len(options) > 1:
        doubt = math.log(sum(math.exp(option.cost - other.cost) for other in options))
    return Choice(option.word or token.text, option.explains, doubt)
