"""Copies become one hit, after query and access. Documents without copies cost nothing here."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from remissarkiv.engines.whoosh.evaluation import Scores
from remissarkiv.engines.whoosh.snapshot import Snapshot

_COLUMNS = {"exact": "exact_copies", "near": "copies"}

Copies = Mapping[int, list[int]]
"""The documents that a hit stands for, the best first, of those hits that stand for any."""


def collapse(snapshot: Snapshot, found: Scores, how: str) -> Copies:
    """Take out of `found` all but the best of each group of copies."""
    copies: dict[int, list[int]] = {}
    if how not in _COLUMNS:
        return copies
    groups = snapshot.groups(_COLUMNS[how])
    members: defaultdict[str, list[int]] = defaultdict(list)
    for number in found.keys() & groups.keys():
        members[groups[number]].append(number)
    ranks, ids = snapshot.column("rank"), snapshot.column("id")
    for several in members.values():
        if len(several) > 1:
            best, *others = sorted(several, key=lambda number: (ranks[number], ids[number]))
            copies[best] = others
            for number in others:
                del found[number]
    return copies


def counts(snapshot: Snapshot, found: Scores, copies: Copies, column: str) -> dict[str, int]:
    """How many hits have each value, themselves or in a copy they stand for. Documents are counted by their
    whole list of values first: there are few different lists."""
    values = snapshot.column(column)
    numbers, lists = snapshot.numbered(column)
    counted: Counter[str] = Counter()
    for number, times in Counter(map(numbers.__getitem__, found)).items():
        for value in lists[number]:
            counted[value] += times
    for number, others in copies.items():
        more = {value for other in others for value in values[other]}
        counted.update(more.difference(values[number]))
    return dict(counted)
