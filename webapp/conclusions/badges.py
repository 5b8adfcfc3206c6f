"""The line of a hit that tells what the document concludes: verdict, stance and outcome, each with who."""

from collections.abc import Sequence
from dataclasses import dataclass

from remissarkiv.domain import ActorKind, Conclusion, Stance, Status
from remissarkiv.query import parse, tree
from remissarkiv.search.words import wanted_leaves
from webapp.addresses import SearchAddress
from webapp.conclusions.wording import UNSURE, sign, who

MOST = 4
"""Badges of a hit: what fits on two lines."""

_EARLIER = "tidigare bedömning"
_IN_PARTS = "tillstyrker och avstyrker i delar"
_BODIES = (ActorKind.NAMND, ActorKind.KOMMUNSTYRELSE, ActorKind.FULLMAKTIGE)
_CLEAR = frozenset((Stance.FOR.value, Stance.AGAINST.value))


@dataclass(frozen=True, slots=True)
class Badge:
    """A value with its sign, who says so in which role, and "osäker" where that is not certain."""

    sign: str
    value: str
    said: str
    unsure: str


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
    badges: dict[Badge, None] = {}
    for one in ordered:
        badges[_in_parts(one, conclusions) or _badge(one)] = None
    return tuple(badges)[:MOST]


def _weight(one: Conclusion, namnd: str) -> int:
    if one.column == "verdict":
        return 1
    if one.column == "stance":
        return 2 if one.actor.name == namnd or one.actor.kind is ActorKind.FORVALTNING else 3
    if one.status is Status.FORSLAG:
        return 5
    return 0 if one.actor.kind is ActorKind.FULLMAKTIGE else 4


def _in_parts(one: Conclusion, conclusions: Sequence[Conclusion]) -> Badge | None:
    """One badge for somebody who is for one part and against another: neither alone is the answer."""
    if one.column != "stance" or one.value not in _CLEAR:
        return None
    same = [
        other
        for other in conclusions
        if (other.column, other.actor, other.certain) == (one.column, one.actor, one.certain)
        and other.value in _CLEAR
    ]
    if {other.value for other in same} != _CLEAR:
        return None
    decided = next((other for other in same if other.status is Status.BESLUT), one)
    return Badge("◐", _IN_PARTS, _said(decided), "" if one.certain else UNSURE)


def _badge(one: Conclusion) -> Badge:
    return Badge(sign(one), one.value, _said(one), "" if one.certain else UNSURE)


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
