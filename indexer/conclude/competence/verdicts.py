"""A verdict as it was read in one sentence."""

from dataclasses import dataclass

from indexer.conclude.competence.clauses import Part
from remissarkiv.domain import Verdict


@dataclass(frozen=True, slots=True)
class Reading:
    """A verdict, the place in the wording of its sentence of the words that give it, and the part they are of.

    `is_doubt`: only a doubt was found there, no words that could give a verdict ("rättsläget är oklart"). It
    counts where nothing else is concluded near."""

    verdict: Verdict
    certain: bool
    cue: tuple[int, int]
    part: Part
    is_doubt: bool = False
