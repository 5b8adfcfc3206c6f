"""Which of the options was it? The cheapest way through a block of words, neighbours considered.

A. Viterbi's algorithm over the options of each token, with the affinity of neighbouring words; and with
how this page reads å, ä and ö.
"""

import math
from collections import Counter
from collections.abc import Sequence

from indexer.repair.channel import Channel
from indexer.repair.habit import Habit
from indexer.repair.options import Choice, Found, Option, Options
from indexer.repair.tokens import Token
from remissarkiv.language.lexicon import Lexicon
from remissarkiv.language.lexicon.lexicon import NUMBER

AFFINITY_WEIGHT = 0.7
"""How much neighbours count beside the word itself."""

_ONLY = [0]
"""The step of a word that can be reached one way only."""


class Chooser:
    """Chooses among options with a lexicon. One for each lexicon and process."""

    def __init__(self, lexicon: Lexicon, options: Options, channel: Channel) -> None:
        self._lexicon = lexicon
        self._options = options
        self._channel = channel

    def choose(self, blocks: Sequence[Sequence[Token]]) -> list[list[Choice]]:
        """What each token of the blocks of one page was, in order."""
        page = [[self._options.of(token) for token in tokens] for tokens in blocks]
        counts = Counter([mark for found in page for one in found if one.sure for mark in one.sure])
        if counts:
            weighed = Habit(self._channel.mark, counts).weighed
            options = [[weighed(one) if one.marked else one.options for one in found] for found in page]
        else:
            options = [[one.options for one in found] for found in page]
        return [self._cheapest(*block) for block in zip(blocks, page, options, strict=True)]

    def _cheapest(
        self, tokens: Sequence[Token], found: Sequence[Found], page: Sequence[tuple[Option, ...]]
    ) -> list[Choice]:
        """The cheapest way through a block, each token with what was found for it and its options as they
        weigh on this page."""
        states: list[tuple[float, str]] = [(0.0, "")]
        steps: list[list[int]] = []
        for token, options in zip(tokens, page, strict=True):
            if len(options) == 1 and len(states) == 1:
                # No choice on either side, so nothing to weigh.
                steps.append(_ONLY)
                states = [(0.0, options[0].word or NUMBER)]
                continue
            if token.apart or not states[0][1]:
                # Nothing was heard before, so all are reached from the cheapest state.
                place = min(range(len(states)), key=lambda number: states[number][0])
                total = states[place][0]
                steps.append([place] * len(options))
                states = [(total + option.cost, option.word or NUMBER) for option in options]
                continue
            step: list[int] = []
            reached: list[tuple[float, str]] = []
            for option in options:
                heard = option.word or NUMBER
                place, total = self._reached(states, heard)
                step.append(place)
                reached.append((total + option.cost, heard))
            steps.append(step)
            states = reached
        chosen: list[Choice] = []
        place = min(range(len(states)), key=lambda number: states[number][0])
        for number in range(len(tokens) - 1, -1, -1):
            only, options = found[number].only, page[number]
            chosen.append(only or _choice(options, options[place], tokens[number]))
            place = steps[number][place]
        return chosen[::-1]

    def _reached(self, states: list[tuple[float, str]], heard: str) -> tuple[int, float]:
        """From which state a word is reached best, and at what cost, but for its own."""
        best, place = math.inf, 0
        affinity = self._lexicon.affinity
        for number, (total, before) in enumerate(states):
            # A number is surely what it is: `75 ar` is `75 år`.
            weight = 1.0 if before == NUMBER else AFFINITY_WEIGHT
            total -= weight * affinity(before, heard)
            if total < best:
                best, place = total, number
        return place, best


def _choice(options: tuple[Option, ...], option: Option, token: Token) -> Choice:
    doubt = 0.0
    if option.word != token.text:
        cost = option.cost
        doubt = math.log(sum([math.exp(cost - other.cost) for other in options]))
    return Choice(option.word or token.text, option.explains, doubt, option.far)
