"""The line of a hit that tells what the document concludes: verdict, stance and outcome, each with who."""

from collections.abc import Sequence
from dataclasses import dataclass

from remissarkiv.domain import ActorKind, Conclusion, Stance, Status
from remissarkiv.query import parse, tree
from remissarkiv.search.words import wanted_leaves
from webapp.addresses import SearchAddress
from webapp.conclusions.wording import UNSURE, sign, who

MOST = 3
"""Badges of a hit: what fits on two lines."""

_MOST_VALUES = 3

_EARLIER = "tidigare bedömning"
_IN_PARTS = "tillstyrker och avstyrker i delar"
_BODIES = (ActorKind.NAMND, ActorKind.KOMMUNSTYRELSE, ActorKind.FULLMAKTIGE)
_CLEAR = frozenset((Stance.FOR.value, Stance.AGAINST.value))


@dataclass(frozen=True, slots=True)
class Value:
    """A value with its sign, and "osäker" where it is not certain."""

    sign: str
    value: str
    unsure: str


@dataclass(frozen=True, slots=True)
class Badge:
    """What somebody concludes in one role: the values, and who says so in which role."""

    values: tuple[Value, ...]
    said: str


def asked_values(address: SearchAddress) -> frozenset[tuple[str, str]]:
    """The values of what documents conclude that a search asks for, in its query or its filters."""
    leaves = wanted_leaves(parse(address.query).tree)
    asked = {
        (leaf.column, value) for leaf in leaves if isinstance(leaf, tree.ConcludedQ) for value in leaf.values
    }
    return frozenset(asked.union((column, value) for column, values in address.chosen for value in values))


def badge_line(
    conclusions: Sequence[Conclusion], asked: frozenset[tuple[str, str]], namnd: str = ""
) -> tuple[Badge, ...]:
    """The conclusions that tell most: those asked for, then what fullmäktige decided, verdicts, the stances
    of the author (`namnd`) and of others, what other bodies decided, and what is merely proposed."""
    ordered = sorted(
        conclusions,
        key=lambda one: ((one.column, one.value) not in asked, _weight(one, namnd), not one.certain),
    )
    groups: dict[tuple[str, str], dict[str, Value]] = {}
    for one in ordered:
        value = _in_parts(one, conclusions) or Value(sign(one), one.value, "" if one.certain else UNSURE)
        groups.setdefault((one.column, _said(one)), {}).setdefault(value.value, value)
    badges = [Badge(tuple(values.values())[:_MOST_VALUES], said) for (_, said), values in groups.items()]
    return tuple(badges[:MOST])


def _weight(one: Conclusion, namnd: str) -> int:
    if one.column == "verdict":
        return 1
    if one.column == "stance":
        return 2 if one.actor.name == namnd or one.actor.kind is ActorKind.FORVALTNING else 3
    if one.status is Status.FORSLAG:
        return 5
    return 0 if one.actor.kind is ActorKind.FULLMAKTIGE else 4


def _in_parts(one: Conclusion, conclusions: Sequence[Conclusion]) -> Value | None:
    """One value for somebody who is for one part and against another: neither alone is the answer."""
    if one.column != "stance" or one.value not in _CLEAR:
        return None
    same = {
        other.value
        for other in conclusions
        if (other.column, other.actor, other.status, other.certain)
        == (one.column, one.actor, one.status, one.certain)
    }
    return Value("◐", _IN_PARTS, "" if one.certain else UNSURE) if same >= _CLEAR else None


def _said(one: Conclusion) -> str:
    if one.column == "outcome" and one.status is Status.FORSLAG and one.actor.kind is ActorKind.FULLMAKTIGE:
        # Kommunstyrelsen or an office proposes it; fullmäktige has decided nothing here.
        return "förslag till fullmäktige"
    words = [who(one.actor)]
    if one.column == "verdict":
        words.insert(0, _EARLIER)
    if one.status is Status.FORSLAG:
        words.append("förslag")
    elif one.column != "verdict" and one.actor.kind in _BODIES:
        words.append("beslut")
    return ", ".join(words)
