"""Copies become one hit, after query and access. Where there are none it costs nothing."""

import numpy as np

from remissarkiv.engines.whoosh.arrays import NONE, Numbers, Places
from remissarkiv.engines.whoosh.matches import Matches
from remissarkiv.engines.whoosh.snapshot import CopyOrder, Snapshot

_COLUMNS = {"exact": "exact_copies", "near": "copies"}


class Copies:
    """The copies among what was found: `members` are those documents that stand for others, and those others,
    group by group, the best of a group first; `groups` are the numbers of their groups, rising."""

    def __init__(self, members: Numbers = NONE, groups: Places | Numbers = NONE) -> None:
        self.members = members
        self.groups = groups

    def of(self, document: int) -> Numbers:
        """The documents that a hit stands for, the best first."""
        if not len(self.members):
            return NONE
        at = np.flatnonzero(self.members == document)
        if not len(at):
            return NONE
        after = np.searchsorted(self.groups, self.groups[at[0]], side="right")
        return self.members[at[0] + 1 : after]


NO_COPIES = Copies()


def order_of_copies(snapshot: Snapshot, how: str) -> CopyOrder | None:
    """The order of what becomes one hit when copies collapse so; None where nothing does."""
    return snapshot.copy_order(_COLUMNS[how]) if how in _COLUMNS else None


def collapse(snapshot: Snapshot, found: Matches, how: str) -> tuple[Matches, Copies]:
    """Of each group of copies only the best, and the copies that these stand for."""
    order = order_of_copies(snapshot, how)
    if order is None:
        return found, NO_COPIES
    ranks = order.rank[found.documents]
    at = np.flatnonzero(ranks >= 0)
    if len(at) < 2:
        return found, NO_COPIES
    at = at[np.argsort(ranks[at])]
    groups = order.group[found.documents[at]]
    same = groups[1:] == groups[:-1]
    if not same.any():
        return found, NO_COPIES
    kept = np.ones(len(found), np.bool_)
    kept[at[1:][same]] = False
    several = np.zeros(len(at), np.bool_)
    several[1:] = same
    several[:-1] |= same
    return found.only(kept), Copies(found.documents[at[several]], groups[several])
