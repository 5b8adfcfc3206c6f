"""From all that is said to the positions of a document: each stance of an actor once."""

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from remissarkiv.domain import Position, PositionForm, Stance


@dataclass(frozen=True, slots=True)
class Candidate:
    """A position as one sentence tells it; `is_formal`: in a decision or a proposal for one; `is_weak`:
    loosely said, or drawn from what was decided, and so unsure; `is_limited`: to a part, without a word of
    the rest."""

    position: Position
    is_formal: bool
    is_weak: bool
    is_limited: bool = False
    is_outright: bool = True
    """In the words of one who answers a remiss or decides: "tillstyrker", "avslås", not "avråder"."""
    is_faint: bool = False
    """It counts only of an actor who says nothing else."""

    @property
    def weight(self) -> int:
        """How well it tells the stance of two that say the same."""
        return 2 * self.is_formal + self.is_outright


def settled(candidates: Sequence[Candidate]) -> tuple[Position, ...]:
    """The positions by place. What an actor says twice of the same counts once, where it is decided or
    proposed if it is; what is said loosely counts only for an actor who says nothing clearer."""
    candidates = _with_the_rest(candidates)
    clear = {key for one in candidates if not one.is_weak for key in _outweighing(one.position)}
    telling = {_actor(one.position) for one in candidates if not one.is_faint}
    chosen: dict[tuple[str, PositionForm, Stance, str], Candidate] = {}
    for one in candidates:
        position = one.position
        if one.is_faint and _actor(position) in telling:
            continue
        if one.is_weak and not clear.isdisjoint(_outweighed(position)):
            continue
        key = (_actor(position), position.form, position.stance, _target(position.target))
        before = chosen.get(key)
        if before is None or one.weight > before.weight:
            chosen[key] = one
    return tuple(sorted((one.position for one in chosen.values()), key=lambda position: position.span))


def _with_the_rest(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Who says yes to the part that concerns one thing, and nothing of the rest, is partly for the whole."""
    told = {(_actor(one.position), one.position.stance) for one in candidates}
    of_rest = {actor for actor, stance in told if stance in (Stance.AGAINST, Stance.UNCLEAR)}
    found: list[Candidate] = []
    for one in candidates:
        if one.is_limited and one.position.stance is Stance.FOR and _actor(one.position) not in of_rest:
            partly = dataclasses.replace(one.position, stance=Stance.PARTLY, target="")
            one = dataclasses.replace(one, position=partly)
        found.append(one)
    return found


Key = tuple[str, PositionForm, object]


def _outweighing(clear: Position) -> tuple[Key, ...]:
    """Of what a clear position leaves no room for loose ones of the same actor: the sentence, all where it
    speaks of the whole, and in any case what tells no direction."""
    whole: tuple[object, ...] = () if clear.target else ("whole",)
    return tuple((_actor(clear), clear.form, of) for of in (clear.span, Stance.UNCLEAR, *whole))


def _outweighed(weak: Position) -> tuple[Key, ...]:
    unclear: tuple[object, ...] = (Stance.UNCLEAR,) if weak.stance is Stance.UNCLEAR else ()
    return tuple((_actor(weak), weak.form, of) for of in (weak.span, "whole", *unclear))


def merged(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of one sentence: somebody who says yes to one part and no to another is partly for "
    "it."""
    found: list[Candidate] = []
    for one in candidates:
        is_moved = one.position.form is PositionForm.YRKANDE
        if (
            is_moved
            and one.position.stance is Stance.UNCLEAR
            and any(
                other.position.stance is Stance.PARTLY and _actor(other.position) == _actor(one.position)
                for other in found
            )
        ):
            # Yes to one point, no to another, and the third sent back.
            continue
        if any(_is_repeated(other.position, one.position) for other in found):
            continue
        same = [n for n, other in enumerate(found) if _is_other_half(other.position, one.position)]
        if same:
            whole = dataclasses.replace(found[same[0]].position, stance=Stance.PARTLY, target="")
            found[same[0]] = dataclasses.replace(found[same[0]], position=whole)
            found = [other for n, other in enumerate(found) if n not in same[1:]]
        else:
            found.append(one)
    return found


def _is_repeated(one: Position, other: Position) -> bool:
    return _actor(one) == _actor(other) and one.form is other.form and one.stance is other.stance


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
