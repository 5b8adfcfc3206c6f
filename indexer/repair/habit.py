"""How this page reads å, ä and ö: a scan in one typeface by one program does it nearly always the same way.

Where every ö came out as é, a `stod` was hardly `stöd`; where ä came out as i, `hinder` may be `händer`.
What was surely read is counted first, and then weighs in the choice.
"""

import math
from collections import Counter
from collections.abc import Callable

from indexer.repair.options import Found, Option

_TRUST = 12.0
"""So many letters of a page weigh as much as all that is known of other pages."""


class Habit:
    """What readings cost on one page beside what they cost in general."""

    def __init__(self, general: Callable[[str], float], counts: Counter[str]) -> None:
        self._general = general
        self._counts = counts
        self._letters = Counter[str]()
        for mark, times in counts.items():
            self._letters[mark[0]] += times
        self._extra = _Remembered(self._of)
        self._weighed: dict[Found, tuple[Option, ...]] = {}

    def weighed(self, found: Found) -> tuple[Option, ...]:
        """The options of a token, each as much dearer (or cheaper) as its readings are here."""
        if not found.marked:
            return found.options
        weighed = self._weighed.get(found)
        if weighed is None:
            extra = self._extra.__getitem__
            weighed = self._weighed[found] = tuple(
                Option(option.cost + sum(map(extra, option.marks)), *option[1:]) if option.marks else option
                for option in found.options
            )
        return weighed

    def _of(self, mark: str) -> float:
        cost = self._general(mark)
        usual = math.exp(-cost)
        here = (self._counts[mark] + _TRUST * usual) / (self._letters[mark[0]] + _TRUST)
        return -math.log(here) - cost


class _Remembered(dict[str, float]):
    """What a function says of each mark that was asked for; there are a few dozen."""

    def __init__(self, told: Callable[[str], float]) -> None:
        super().__init__()
        self._told = told

    def __missing__(self, mark: str) -> float:
        extra = self[mark] = self._told(mark)
        return extra
