"""What is said in one breath: an assessment's verdict with its principles, grounds and body, a position's
stance with who takes it.

A document may hold one assessment outside the competence for lack of a link to the kommun, and another within
it; asked for both values, it is found only if one and the same assessment has them.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations

from remissarkiv.assessments.held import ANSWERS, Held, decided, found_in_part, own_positions
from remissarkiv.citations import key_ancestors
from remissarkiv.domain import Actor, ActorKind, Document, Verdict

_APART = "\x1f"


def pair(one: tuple[str, str], other: tuple[str, str]) -> str:
    """Two values, each with its column, as one value; the same in either order."""
    return _APART.join(f"{column}={value}" for column, value in sorted((one, other)))


def of_pair(value: str, known: tuple[str, str]) -> tuple[str, str] | None:
    """The column and value that a pair has beside the `known` one; None when it is not in the pair."""
    halves = [tuple(half.split("=", 1)) for half in value.split(_APART)]
    if len(halves) != 2 or known not in halves:
        return None
    column, other = halves[1 - halves.index(known)]
    return column, other


def paired(document: Document) -> Iterator[Held]:
    """Every two values of different columns that one conclusion of a document has."""
    for one in document.assessments:
        said = {
            "verdict": (one.verdict.value,),
            "principle": tuple(principle.value for principle in one.principles),
            "ground": tuple({ancestor for key in one.grounds for ancestor in key_ancestors(key)}),
            "instans": _bodies(document, one.actor),
        }
        yield from (Held(value, one.certain, one.span) for value in _combined(said))
    for one in found_in_part(document):
        said = {"verdict": (Verdict.PARTLY.value,), "instans": _bodies(document, one.actor)}
        yield from (Held(value, one.certain, one.span) for value in _combined(said))
    for position in own_positions(document):
        said = {"stance": (position.stance.value,), "instans": _bodies(document, position.actor)}
        yield from (Held(value, position.certain, position.span) for value in _combined(said))
    for decision in decided(document):
        said = {"outcome": (decision.outcome.value,), "instans": _bodies(document, decision.actor)}
        yield from (Held(value, decision.certain, decision.span) for value in _combined(said))


def _bodies(document: Document, actor: Actor) -> tuple[str, ...]:
    """Who concludes; for an administration in an answer also the nämnd that it answers for."""
    names = [actor.name] if actor.name and actor.kind is not ActorKind.LEDAMOT else []
    if document.namnd and document.kind in ANSWERS and actor.kind is ActorKind.FORVALTNING:
        names.append(document.namnd)
    return tuple(dict.fromkeys(names))


def _combined(said: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for (column, values), (other, others) in combinations(said.items(), 2):
        for value in values:
            for beside in others:
                yield pair((column, value), (other, beside))
