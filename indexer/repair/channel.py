"""How likely is it that this word was read as that? The character channel of the noisy-channel model.

M. Kernighan, K. Church, W. Gale: A Spelling Correction Program Based on a Noisy Channel Model (COLING 1990).
The table `channel.tsv` is made by `training/channel.py`.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

IMPOSSIBLE = 99.0
"""The cost of what the channel cannot explain."""

_TRUE_LETTER = 0.1
"""A letter that was read as it was written; also å, ä and ö where a page still has them."""

_OTHER_LETTER = 9.0
_LOST_LETTER = 8.5
_LOST_VOWEL = 5.0
_ADDED_LETTER = 8.5
_DROPPED = frozenset("åäö")


class Channel:
    """Costs (negative natural logarithms) of reading one or two letters as none, one or two."""

    def __init__(self, costs: dict[tuple[str, str], float]) -> None:
        self._same: dict[str, float] = defaultdict(lambda: _TRUE_LETTER)
        self._single: dict[str, list[tuple[str, float]]] = defaultdict(list)
        self._double: dict[str, list[tuple[str, float]]] = defaultdict(list)
        self._marks = {one + other: cost for (one, other), cost in costs.items() if len(one + other) == 2}
        for (written, read), cost in costs.items():
            if written == read:
                self._same[written] = min(cost, _TRUE_LETTER)
            elif written and read:
                (self._single if len(written) == 1 else self._double)[written].append((read, cost))

    def readings(self) -> Iterator[tuple[str, str, float]]:
        """Every reading that is not the letter itself: written, read, cost."""
        for table in (self._single, self._double):
            for written, found in table.items():
                for read, cost in found:
                    yield written, read, cost

    def mark(self, mark: str) -> float:
        """What it costs that one letter is read as another, as `"öé"`."""
        return self._marks.get(mark, _OTHER_LETTER)

    def cost(self, written: str, read: str, limit: float = IMPOSSIBLE) -> float:
        """What it takes for `written` to be read as `read` (both lower case); `IMPOSSIBLE` above `limit`.

        One letter at a time may be quite another, lost or added, at a price; time linear in the word.
        """
        if abs(len(written) - len(read)) > 4:
            return IMPOSSIBLE
        # costs[n][m]: the cheapest way to have read m letters from the first n that were written.
        costs: list[dict[int, float]] = [{} for _ in range(len(written) + 2)]
        costs[0][0] = 0.0
        last = len(read)
        for place, letter in enumerate(written):
            here = costs[place]
            if not here and not costs[place + 1]:
                return IMPOSSIBLE
            following, after = costs[place + 1], costs[place + 2]
            same = self._same[letter]
            single = self._single.get(letter, ())
            double = self._double.get(written[place : place + 2], ())
            lost = _LOST_VOWEL if letter in _DROPPED else _LOST_LETTER
            for start, so_far in here.items():
                if start < last:
                    seen = read[start]
                    end = start + 1
                    plain = so_far + (same if seen == letter else _OTHER_LETTER)
                    if plain <= limit and plain < following.get(end, IMPOSSIBLE):
                        following[end] = plain
                    for reading, cost in single:
                        cost += so_far
                        if cost <= limit and read.startswith(reading, start):
                            end = start + len(reading)
                            if cost < following.get(end, IMPOSSIBLE):
                                following[end] = cost
                    for reading, cost in double:
                        cost += so_far
                        if cost <= limit and read.startswith(reading, start):
                            end = start + len(reading)
                            if cost < after.get(end, IMPOSSIBLE):
                                after[end] = cost
                    added = so_far + same + _ADDED_LETTER
                    possible = added <= limit and start + 1 < last and letter in (seen, read[start + 1])
                    if possible and added < following.get(start + 2, IMPOSSIBLE):
                        following[start + 2] = added
                if so_far + lost <= limit and so_far + lost < following.get(start, IMPOSSIBLE):
                    following[start] = so_far + lost
        return costs[len(written)].get(last, IMPOSSIBLE)


@cache
def the_channel() -> Channel:
    """The channel of the table that comes with the program."""
    costs: dict[tuple[str, str], float] = {}
    table = files("indexer.repair").joinpath("channel.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        written, read, _, cost = line.split("\t")
        costs[written, read] = float(cost)
    return Channel(costs)
