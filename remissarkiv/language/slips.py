"""How many slips of the finger lie between two words."""

from collections.abc import Callable
from functools import lru_cache


def slips_between(one: str, other: str, most: int | None = None) -> int:
    """The slips between two words: a letter too many, too few or wrong, or two neighbours swapped (the
    restricted distance of Damerau and Levenshtein). With `most` the count stops where there are more, and is
    then just some number above `most`."""
    if most is not None and abs(len(one) - len(other)) > most:
        return most + 1
    one, other = _where_they_differ(one, other)
    if not one or not other:
        return len(one) + len(other)
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, sign in enumerate(other, start=1):
            cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (letter != sign))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == sign:
                cost = min(cost, before_last[column - 2] + 1)
            current.append(cost)
        if most is not None and min(current) > most:
            return most + 1
        before_last, last = last, current
    return last[-1]


def _where_they_differ(one: str, other: str) -> tuple[str, str]:
    """The words without the letters that both begin and end with: of `kommunlalagen` and `kommunallagen` are
    left `la` and `al`."""
    shorter = min(len(one), len(other))
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


def within_edits(word: str, most: int) -> Callable[[str], bool]:
    """Tells of other words whether they are at most so many slips from `word`. A slip changes which letters
    there are by two at most, which settles nearly all of them."""
    letters = set(word)

    @lru_cache(maxsize=50_000)
    def near(other: str) -> bool:
        return (
            abs(len(other) - len(word)) <= most
            and len(letters.symmetric_difference(other)) <= 2 * most
            and slips_between(word, other, most) <= most
        )

    return near
