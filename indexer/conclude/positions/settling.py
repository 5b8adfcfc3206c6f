"""From all that is said to the positions of a document: each stance of an actor once."""

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
    clear = {_actor(one.position) for one in candidates if not one.is_weak}
    chosen: dict[tuple[str, PositionForm, Stance, str], Candidate] = {}
    for one in candidates:
        if one.is_weak and _actor(one.position) in clear:
            continue
        position = one.position
        key = (_actor(position), position.form, position.stance, _target(position.target))
        before = chosen.get(key)
        if before is None or (one.is_formal and not before.is_formal):
            chosen[key] = one
    return tuple(sorted((one.position for one in chosen.values()), key=lambda position: position.span))


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
