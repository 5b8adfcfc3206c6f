"""The line of a hit that tells what the document concludes: verdict, stance and outcome, each with who."""

from collections.abc import Sequence
from dataclasses import dataclass

from remissarkiv.domain import ActorKind, Conclusion, Status
from webapp.conclusions.wording import UNSURE, sign, who

MOST = 3
"""Badges of a hit: what fits on a line."""

_EARLIER = "tidigare bedömning"


@dataclass(frozen=True, slots=True)
class Badge:
    """A value with its sign, who says so in which role, and "osäker" where that is not certain."""

    sign: str
    value: str
    said: str
    unsure: str


@dataclass(frozen=True, slots=True)
class BadgeLine:
    """The badges that are shown, and how many more there are."""

    badges: tuple[Badge, ...]
    more: int


def badge_line(conclusions: Sequence[Conclusion]) -> BadgeLine:
    """The first of each sort, then others of them, three in all; the same value of the same body once."""
    chosen: list[Conclusion] = []
    for column in ("verdict", "stance", "outcome"):
        chosen += [one for one in conclusions if one.column == column][:1]
    chosen += [one for one in conclusions if one not in chosen]
    shown = [one for one in conclusions if one in chosen[:MOST]]
    return BadgeLine(tuple(map(_badge, shown)), len(conclusions) - len(shown))


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
