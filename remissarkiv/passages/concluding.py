"""What a list of hits shows of what each document concludes."""

from remissarkiv.assessments import found_in_part, own_positions
from remissarkiv.domain import Assessment, Conclusion, Decision, Document, Position, Verdict

_ORDER = {"verdict": 0, "stance": 1, "outcome": 2}


def conclusions(document: Document) -> tuple[Conclusion, ...]:
    """What a document concludes: assessments first, then the positions of bodies, then what was decided or is
    proposed to be; of each the certain before the unsure, each once."""
    found = [
        *(_conclusion("verdict", one.verdict.value, one) for one in document.assessments),
        *(_conclusion("verdict", Verdict.PARTLY.value, one) for one in found_in_part(document)),
        *(_conclusion("stance", one.stance.value, one) for one in own_positions(document)),
        *(_conclusion("outcome", one.outcome.value, one) for one in document.decisions),
    ]
    return tuple(dict.fromkeys(sorted(found, key=lambda one: (_ORDER[one.column], not one.certain))))


def _conclusion(column: str, value: str, one: Assessment | Position | Decision) -> Conclusion:
    return Conclusion(column, value, one.actor, one.status, one.certain)
