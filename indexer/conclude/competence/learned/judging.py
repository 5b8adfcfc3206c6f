"""What a sentence as a whole speaks for, by weights that were learned from labelled sentences.

The rules know words of a verdict one by one. What they do not know they do not see, and what they do see may
stand in a sentence about something else. Here every mark of a sentence (`marks.py`) counts a little for or
against; what all together come to is no reason that could be told, but it holds in wordings that no rule was
made for. So it never makes a verdict sure by itself. `training/verdict_weights.py` learns the weights, which
lie in `weights.tsv` in hundredths: the logarithm of the odds (logistic regression).
"""

from functools import cache
from importlib import resources
from typing import NamedTuple

from indexer.conclude.competence.learned.marks import marks
from remissarkiv.domain import Verdict

OFFSET = "*"
"""The row of `weights.tsv` that counts for every sentence."""


class Judgement(NamedTuple):
    """Logarithms of odds: that a sentence of the author's own `concludes` on competence; if it does, that it
    `permits` rather than forbids, and that it leaves the question `open`."""

    concludes: float
    permits: float
    open: float

    def agreement(self, verdict: Verdict) -> float:
        """How far the sentence as a whole speaks for a yes or a no; 0 for any other verdict."""
        match verdict:
            case Verdict.WITHIN:
                return self.permits
            case Verdict.OUTSIDE:
                return -self.permits
        return 0.0


NOTHING = Judgement(0.0, 0.0, 0.0)
"""Of a sentence that was not judged."""


def judge(low: str) -> Judgement:
    """The judgement of a sentence in lower case. Time linear in the sentence."""
    known = _weights()
    concludes, permits, leaves_open = known[OFFSET]
    for mark in marks(low):
        if (weight := known.get(mark)) is not None:
            concludes += weight[0]
            permits += weight[1]
            leaves_open += weight[2]
    return Judgement(concludes / 100, permits / 100, leaves_open / 100)


@cache
def _weights() -> dict[str, tuple[int, int, int]]:
    text = resources.files(__package__).joinpath("weights.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {mark: (int(first), int(second), int(third)) for mark, first, second, third in rows}
