"""The line of a hit that tells what the document concludes: verdict, stance and outcome, each with who."""

from collections.abc import Sequence
from dataclasses import dataclass

from remissarkiv.domain import ActorKind, Conclusion, Status
from remissarkiv.query import parse, tree
from remissarkiv.search.words import wanted_leaves
from webapp.addresses import SearchAddress
from webapp.conclusions.wording import UNSURE, sign, who

MOST = 3
"""Badges of a hit: what fits on a line."""

_COLUMNS = ("verdict", "stance", "outcome")
_EARLIER = "tidigare bedömning"


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


def badge_line(conclusions: Sequence[Conclusion], asked: frozenset[tuple[str, str]]) -> tuple[Badge, ...]:
    """The first of each sort, then others of them, three in all; of each sort what was asked for first."""
    ordered = sorted(conclusions, key=lambda one: (one.column, one.value) not in asked)
    chosen: list[Conclusion] = []
    for column in _COLUMNS:
        chosen += [one for one in ordered if one.column == column][:1]
    chosen += [one for one in ordered if one not in chosen]
    shown = sorted(chosen[:MOST], key=lambda one: _COLUMNS.index(one.column))
    return tuple(map(_badge, shown))


def _badge(one: Conclusion) -> Badge:
    words = [who(one.actor)]
    if one.column == "verdict":
        words.insert(0, _EARLIER)
    if one.status is Status.FORSLAG:
        words.append("förslag")
    elif one.column != "verdict" and one.actor.kind in (
        ActorKind.NAMND,
        ActorKind.KOMMUNSTYRELSE,
        ActorKind.FULLMAKTIGE,
    ):
        words.append("beslut")
    return Badge(sign(one), one.value, ", ".join(words), "" if one.certain else UNSURE)
