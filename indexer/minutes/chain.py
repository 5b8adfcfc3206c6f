"""Which of the candidates are the §§? Their numbers rise by one along the minutes, with a few gaps.

The chain with the greatest sum of evidence is chosen: what speaks for each candidate, more for a number that
follows on the one before, less for every number left out. A reference to `§ 26` between §§ 12 and 13 would
break the chain and is left out; so is the § of an extract that hangs on the minutes as an attachment.
"""

from collections import Counter
from collections.abc import Sequence

from indexer.minutes.candidates import Candidate

_NEXT = 1.0
"""What a number that follows on the one before it is worth."""

_GAP, _WIDEST_GAP = 0.15, 2.5
"""What each number left out costs, and all of a gap at most."""

_WINDOW = 16
_DAMAGED_GAP = 1.0
_INSIDE, _OUTSIDE = 1.0, -2.0
"""What it is worth to lie within the range of §§ that the first page states, and to lie outside it."""

_SERIES = 4
_MIXED = 0.9
_NUMBERS = 10_000


def best_chain(candidates: Sequence[Candidate], stated: range | None = None) -> tuple[Candidate, ...]:
    """The chain with the most evidence, () without candidates. `stated` are the numbers of the §§ as the
    minutes give them on their first page.

    §§ of one body have its letters before the sign, all of them or none (`Ks § 45` beside `Au § 112`), so
    each series is tried alone; only then all of them together. Time n × log(highest number).
    """
    series = [name for name, _ in Counter(c.head.body for c in candidates).most_common(_SERIES)]
    tried = [_chain([c for c in candidates if c.head.body == name], stated) for name in series]
    if len(series) > 1:
        score, chain = _chain(candidates, stated)
        tried.append((score * _MIXED, chain))
    return max(tried, key=lambda found: found[0], default=(0.0, ()))[1]


def _chain(candidates: Sequence[Candidate], stated: range | None) -> tuple[float, tuple[Candidate, ...]]:
    scores: list[float] = []
    before: list[int] = []
    ending: dict[int, int] = {}  # the best chain that ends in a number
    lower = _Highest()
    for place, candidate in enumerate(candidates):
        head = candidate.head
        best, link = 0.0, -1
        for number in range(max(0, head.number - _WINDOW), head.number + 1):
            other = ending.get(number)
            if other is None or not _may_follow(candidates[other], candidate):
                continue
            score = scores[other] + _transition(candidates[other], candidate)
            if score > best:
                best, link = score, other
        far_score, far = lower.up_to(head.number - _WINDOW - 1)
        penalty = _WIDEST_GAP + (0 if head.certain else _DAMAGED_GAP)
        if far_score - penalty > best:
            best, link = far_score - penalty, far
        weight = candidate.weight
        if stated is not None:
            weight += _INSIDE if head.number in stated else _OUTSIDE
        scores.append(best + weight)
        before.append(link)
        known = ending.get(head.last)
        if known is None or scores[known] < scores[place]:
            ending[head.last] = place
            lower.add(head.last, scores[place], place)
    if not scores:
        return 0.0, ()
    last = max(range(len(scores)), key=scores.__getitem__)
    chain = []
    place = last
    while place >= 0:
        chain.append(candidates[place])
        place = before[place]
    return scores[last], tuple(reversed(chain))


def _may_follow(before: Candidate, after: Candidate) -> bool:
    """A higher number, or the same with a later letter: `§ 21`, `§ 21 a`."""
    if after.head.number == before.head.last:
        return before.head.letter < after.head.letter
    return after.head.number > before.head.last


def _transition(before: Candidate, after: Candidate) -> float:
    gap = after.head.number - before.head.last
    if gap <= 1:
        return _NEXT if gap else _NEXT / 2
    return -min(_GAP * (gap - 1), _WIDEST_GAP) - (0 if after.head.certain else _DAMAGED_GAP)


class _Highest:
    """The highest score among chains that end in a number up to a given one (a Fenwick tree of maxima)."""

    def __init__(self) -> None:
        self._best: list[tuple[float, int]] = [(0.0, -1)] * (_NUMBERS + _WINDOW + 1)

    def add(self, number: int, score: float, place: int) -> None:
        number += 1
        while number < len(self._best):
            if self._best[number][0] < score:
                self._best[number] = (score, place)
            number += number & -number

    def up_to(self, number: int) -> tuple[float, int]:
        number += 1
        found = (0.0, -1)
        while number > 0:
            found = max(found, self._best[number])
            number -= number & -number
        return found
