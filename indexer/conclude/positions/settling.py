"""From all that is said to the positions of a document: each stance of an actor once."""

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from remissarkiv.domain import Position, PositionForm, Stance


@dataclass(frozen=True, slots=True)
class Candidate:
    """A position as one sentence tells it; `is_formal`: in a decision or a proposal for one."""

    position: Position
    is_formal: bool
    is_weak: bool


def settled(candidates: Sequence[Candidate]) -> tuple[Position, ...]:
    """The positions by place. What an actor says twice of the same counts once, where it is decided or
    proposed if it is; what is said loosely counts only for an actor who says nothing clearer."""
    clear = [one.position for one in candidates if not one.is_weak]
    chosen: dict[tuple[str, PositionForm, Stance, str], Candidate] = {}
    for one in candidates:
        position = one.position
        if one.is_weak and any(_outweighs(other, position) for other in clear):
            continue
        key = (_actor(position), position.form, position.stance, _target(position.target))
        before = chosen.get(key)
        if before is None or (one.is_formal and not before.is_formal):
            chosen[key] = one
    return tuple(sorted((one.position for one in chosen.values()), key=lambda position: position.span))


def _outweighs(clear: Position, weak: Position) -> bool:
    """Whether what the same actor says clearly leaves no room for what is said loosely: it speaks of the
    whole, or in the same sentence, or the other tells no direction at all."""
    if _actor(clear) != _actor(weak) or clear.form is not weak.form:
        return False
    return not clear.target or clear.span == weak.span or weak.stance is Stance.UNCLEAR


def merged(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of one sentence: somebody who says yes to one part and no to another is partly for "
    "it."""
    found: list[Candidate] = []
    for one in candidates:
        same = [n for n, other in enumerate(found) if _is_other_half(other.position, one.position)]
        if same:
            whole = dataclasses.replace(found[same[0]].position, stance=Stance.PARTLY, target="")
            found[same[0]] = dataclasses.replace(found[same[0]], position=whole)
            found = [other for n, other in enumerate(found) if n not in same[1:]]
        else:
            found.append(one)
    return found


def _is_other_half(one: Position, other: Position) -> bool:
    pair = {one.stance, other.stance}
    opposed = Stance.AGAINST in pair and bool(pair & {Stance.FOR, Stance.PARTLY})
    repeated = one.stance is Stance.PARTLY and other.stance is Stance.FOR
    return _actor(one) == _actor(other) and one.form is other.form and (opposed or repeated)


def taken_together(stances: Iterable[Stance]) -> Stance | None:
    """What several stances on parts make of the whole, None where there are none."""
    told = set(stances)
    if len(told) == 1:
        return told.pop()
    if told & {Stance.FOR, Stance.PARTLY}:
        return Stance.PARTLY
    return Stance.AGAINST if Stance.AGAINST in told else Stance.UNCLEAR if told else None


def _actor(position: Position) -> str:
    return f"{position.actor.kind} {position.actor.name.lower()}"


def _target(words: str) -> str:
    return "".join(sign for sign in words.lower() if sign.isalnum())
