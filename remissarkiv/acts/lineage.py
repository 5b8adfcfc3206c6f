"""Which acts came before an act, and which after it: 1977:179, 1991:900, 2017:725."""

from collections import defaultdict
from functools import cache

from remissarkiv.acts.in_use import act
from remissarkiv.acts.table import Act, all_acts


@cache
def _before() -> dict[str, tuple[Act, ...]]:
    table: dict[str, list[Act]] = defaultdict(list)
    for row in all_acts():
        if row.successor:
            table[row.successor].append(row)
    return {number: tuple(sorted(rows, key=Act.age, reverse=True)) for number, rows in table.items()}


def predecessors(number: str) -> tuple[Act, ...]:
    """The acts whose place this one took, the nearest first, then those before them.

    Several may have become one: miljöbalken took the place of miljöskyddslagen, hälsoskyddslagen and
    naturvårdslagen. Empty when our table names none, or does not have the act.
    """
    found: dict[str, Act] = {}
    waiting = [number]
    for later in waiting:
        for row in _before().get(later, ()):
            if row.number not in found and row.number != number:
                found[row.number] = row
                waiting.append(row.number)
    return tuple(found.values())


def successors(number: str) -> tuple[Act, ...]:
    """The act that took the place of this one, then the one after that; empty while it is in force."""
    found: dict[str, Act] = {}
    here = act(number)
    while here is not None and here.successor and here.successor not in found and here.successor != number:
        here = act(here.successor)
        if here is not None:
            found[here.number] = here
    return tuple(found.values())
