"""How this page reads å, ä and ö: a scan in one typeface by one program does it nearly always the same way.

Where every ö came out as é, a `stod` was hardly `stöd`; where ä came out as i, `hinder` may be `händer`.
The page is read once with the general channel; what was surely read is counted, and weighs in the choice.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable

from indexer.repair.options import Option

_TRUST = 12.0
"""So many letters of a page weigh as much as all that is known of other pages."""

_SURE = 0.2
_LONG = 5


class Habit:
    """What readings cost on one page beside what they cost in general."""

    def __init__(self, general: Callable[[str], float], counts: Counter[str]) -> None:
        self._general = general
        self._counts = counts
        self._letters = Counter[str]()
        for mark, times in counts.items():
            self._letters[mark[0]] += times
        self._extra: dict[str, float] = {}

    def dearer(self, marks: Iterable[str]) -> float:
        """How much dearer (or, below 0, cheaper) these readings are here than elsewhere."""
        return sum(self._of(mark) for mark in marks)

    def _of(self, mark: str) -> float:
        extra = self._extra.get(mark)
        if extra is None:
            cost = self._general(mark)
            usual = math.exp(-cost)
            here = (self._counts[mark] + _TRUST * usual) / (self._letters[mark[0]] + _TRUST)
            extra = self._extra[mark] = -math.log(here) - cost
        return extra


def sure_marks(option: Option, doubt: float) -> tuple[str, ...]:
    """The readings that a chosen option teaches: those of a long word that was hardly in doubt."""
    return option.marks if len(option.word) >= _LONG and doubt < _SURE else ()
