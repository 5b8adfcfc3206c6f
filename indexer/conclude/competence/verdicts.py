"""A verdict as it was read in one sentence."""

from dataclasses import dataclass

from indexer.conclude.competence.clauses import Part
from remissarkiv.domain import Verdict


@dataclass(frozen=True, slots=True)
class Reading:
    """A verdict, the place of the words that give it in the wording of their sentence, and their part of it.

    `is_doubt`: only a doubt was found there, no words that could give a verdict ("rättsläget är oklart"), or
    words that mostly give the reason for one ("hör till det egentliga näringslivet"). It counts where nothing
    else is concluded near. `is_premise`: only what the kommun may do is told, which may as well lead to a
    conclusion as be one ("Kommunen får ta ut avgift"): it counts where none follows."""

    verdict: Verdict
    certain: bool
    cue: tuple[int, int]
    part: Part
    is_doubt: bool = False
    is_premise: bool = False
