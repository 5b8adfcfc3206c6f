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
_MOST_LONGER = 4
"""Letters by which what was read may be longer or shorter than the word."""


_Ways = dict[str, list[tuple[str, int, float]]]
"""How a letter or two come out, by the first letter of what is read: the reading, its length, the cost."""


class Channel:
    """Costs (negative natural logarithms) of reading one or two letters as none, one or two."""

    def __init__(self, costs: dict[tuple[str, str], float]) -> None:
        self._same: dict[str, float] = defaultdict(lambda: _TRUE_LETTER)
        self._single: dict[str, _Ways] = {}
        self._double: dict[str, _Ways] = {}
        self._marks = {one + other: cost for (one, other), cost in costs.items() if len(one + other) == 2}
        self._longer, self._shorter = _ADDED_LETTER, _LOST_VOWEL
        for (written, read), cost in costs.items():
            if written == read:
                self._same[written] = min(cost, _TRUE_LETTER)
            elif written and read:
                ways = (self._single if len(written) == 1 else self._double).setdefault(written, {})
                ways.setdefault(read[0], []).append((read, len(read), cost))
                if len(read) > len(written):
                    self._longer = min(self._longer, cost)
                elif len(read) < len(written):
                    self._shorter = min(self._shorter, cost)

    def readings(self) -> Iterator[tuple[str, str, float]]:
        """Every reading that is not the letter itself: written, read, cost."""
        for table in (self._single, self._double):
            for written, ways in table.items():
                for found in ways.values():
                    for read, _, cost in found:
                        yield written, read, cost

    def mark(self, mark: str) -> float:
        """What it costs that one letter is read as another, as `"öé"`."""
        return self._marks.get(mark, _OTHER_LETTER)

    def cost(self, written: str, read: str, limit: float = IMPOSSIBLE) -> float:
        """What it takes for `written` to be read as `read` (both lower case); `IMPOSSIBLE` above `limit`.

        One letter at a time may be quite another, lost or added, at a price; time linear in the word.
        """
        longer = len(read) - len(written)
        if abs(longer) > _MOST_LONGER or longer * self._longer > limit or -longer * self._shorter > limit:
            return IMPOSSIBLE
        if not longer and written == read:
            as_written = self._as_written(written)
            # Any other way makes the word longer in one place and shorter in another.
            if as_written < self._longer + self._shorter:
                return as_written if as_written <= limit else IMPOSSIBLE
        last = len(read)
        strange = limit >= _LOST_VOWEL
        # The cheapest ways to have read so many letters from those written so far, and from one more.
        here: dict[int, float] = {0: 0.0}
        following: dict[int, float] = {}
        for place, letter in enumerate(written):
            after: dict[int, float] = {}
            same = self._same[letter]
            single = self._single.get(letter)
            double = self._double.get(written[place : place + 2])
            for start, so_far in here.items():
                if start < last:
                    seen = read[start]
                    if seen == letter:
                        plain = so_far + same
                        if plain <= limit and plain < following.get(start + 1, IMPOSSIBLE):
                            following[start + 1] = plain
                    if single is not None and seen in single:
                        _read(single[seen], read, start, so_far, limit, following)
                    if double is not None and seen in double:
                        _read(double[seen], read, start, so_far, limit, after)
                if strange:
                    _read_strangely(letter, read, start, so_far, same, limit, following)
            here, following = following, after
            if not here and not following:
                return IMPOSSIBLE
        return here.get(last, IMPOSSIBLE)

    def _as_written(self, word: str) -> float:
        total = 0.0
        for letter in word:
            total += self._same[letter]
        return total


def _read(
    ways: list[tuple[str, int, float]],
    read: str,
    start: int,
    so_far: float,
    limit: float,
    reached: dict[int, float],
) -> None:
    """Take in the ways to have read a letter or two as what the table knows."""
    for reading, length, cost in ways:
        total = so_far + cost
        if total <= limit and (length == 1 or read.startswith(reading, start)):
            end = start + length
            if total < reached.get(end, IMPOSSIBLE):
                reached[end] = total


def _read_strangely(
    letter: str, read: str, start: int, so_far: float, same: float, limit: float, reached: dict[int, float]
) -> None:
    """Take in that a letter was read as quite another, with one more beside it, or not at all."""
    if start < len(read):
        seen = read[start]
        other = so_far + _OTHER_LETTER
        if seen != letter and other <= limit and other < reached.get(start + 1, IMPOSSIBLE):
            reached[start + 1] = other
        added = so_far + same + _ADDED_LETTER
        possible = added <= limit and start + 1 < len(read) and letter in (seen, read[start + 1])
        if possible and added < reached.get(start + 2, IMPOSSIBLE):
            reached[start + 2] = added
    lost = so_far + (_LOST_VOWEL if letter in _DROPPED else _LOST_LETTER)
    if lost <= limit and lost < reached.get(start, IMPOSSIBLE):
        reached[start] = lost


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
