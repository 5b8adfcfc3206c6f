"""What the archive's documents cite, group by group, the most cited first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from remissarkiv.acts import act
from webapp.lagrum.act_facts import doubt, years_in_force
from webapp.lagrum.keys import full_label, lagrum_address, natural_order

FIRST = 20
"""Keys of a group that are listed before "alla"."""

PER_PAGE = 100

GROUPS: dict[str, str] = {
    "lagar": "Lagar och förordningar",
    "eu": "EU-rätt och konventioner",
    "forarbeten": "Förarbeten",
    "avgoranden": "Rättsfall och myndighetsbeslut",
}
"""Headings of the groups, by their name in an address."""

_GROUP_OF = {"ext": "eu", "dom": "avgoranden", "avg": "avgoranden"}


@dataclass(frozen=True, slots=True)
class CitedKey:
    """An act, a print or a case: its page, what else there is to say, how many documents cite it."""

    label: str
    href: str
    note: str
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """A group of keys; `keys` are those asked for, `total` counts all."""

    name: str
    heading: str
    keys: tuple[CitedKey, ...]
    total: int


def group_of(key: str) -> str:
    """The group that a key belongs to."""
    head, slash, _ = key.partition("#")[0].partition("/")
    return _GROUP_OF.get(head, "forarbeten") if slash else "lagar"


def groups(counts: Mapping[str, int]) -> list[Group]:
    """Every group that something is cited of, with its most cited keys."""
    found = []
    for name in GROUPS:
        total = len(_ranked(counts, name))
        # A link to see one more is longer than the one.
        limit = total if total <= FIRST + 1 else FIRST
        if total:
            found.append(group(counts, name, offset=0, limit=limit))
    return found


def group(counts: Mapping[str, int], name: str, *, offset: int, limit: int) -> Group:
    """Keys of one group, the most cited first, from place `offset` on."""
    ranked = _ranked(counts, name)
    shown = tuple(_cited(key, counts[key]) for key in ranked[offset : offset + limit])
    return Group(name, GROUPS[name], shown, len(ranked))


def _ranked(counts: Mapping[str, int], name: str) -> Sequence[str]:
    whole = [key for key in counts if "#" not in key and group_of(key) == name]
    return sorted(whole, key=lambda key: (-counts[key], natural_order(key)))


def _cited(key: str, count: int) -> CitedKey:
    known = act(key)
    note = years_in_force(known) if known else doubt(key)
    return CitedKey(full_label(key), lagrum_address(key), note, count)
