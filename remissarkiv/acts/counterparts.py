"""Which provisions of older acts lie behind a provision, and which newer ones came of it.

Provisions correspond many to many: 2 kap. 1 § of the act of 1991 lies behind both 1 and 2 §§ of 2 kap. now.
So the rows of `counterparts.tsv` are read from the reasons given for the new act, from the words of both
acts (`lagtexterna jämförda`), or from what other acts say of the same matter before and after
(`hänvisningarna i 2009:641 och 1980:657 jämförda`: the same sentence with another §); never made from equal
numbers. Where a group of §§ came of a group, all its pairs stand, and the source says so. The programs
`training/counterparts.py` and `training/references.py` suggest them. Columns: the newer provision, the
older one, where the correspondence is stated.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_LONGEST_PLACE = 60
"""Letters of a place within an act; `K10aP2bS1N3M2` has 13, and an address may hold anything."""

_STEP = re.compile(r"[A-Z]\d{1,4}[a-z]{0,2}")


@dataclass(frozen=True, slots=True)
class Counterpart:
    """One row: the keys of both provisions, and the source that says that they correspond."""

    newer: str
    older: str
    source: str


@cache
def all_counterparts() -> tuple[Counterpart, ...]:
    """Every row of the table, in its order."""
    text = files("remissarkiv.acts").joinpath("counterparts.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return tuple(Counterpart(row["newer"], row["older"], row["source"]) for row in rows)


Table = dict[str, tuple[Counterpart, ...]]


def _steps(key: str) -> list[str]:
    """The key and what it lies in, the act not among them: `2017:725#K2P1`, `2017:725#K2`."""
    root, _, rest = key.partition("#")
    ends = [match.end() for match in _STEP.finditer(rest[:_LONGEST_PLACE])]
    return [f"{root}#{rest[:end]}" for end in reversed(ends)]


def _tables(side: Callable[[Counterpart], str]) -> tuple[Table, Table]:
    """The rows by the key on one side, and by every key that lies above it."""
    exact: dict[str, list[Counterpart]] = defaultdict(list)
    above: dict[str, list[Counterpart]] = defaultdict(list)
    for row in all_counterparts():
        own, *wider = _steps(side(row)) or [side(row)]
        exact[own].append(row)
        for key in wider:
            above[key].append(row)
    return (
        {key: tuple(rows) for key, rows in exact.items()},
        {key: tuple(rows) for key, rows in above.items()},
    )


@cache
def _newer_side() -> tuple[Table, Table]:
    return _tables(lambda row: row.newer)


@cache
def _older_side() -> tuple[Table, Table]:
    return _tables(lambda row: row.older)


def _rows(tables: tuple[Table, Table], key: str, *, asked: bool) -> tuple[Counterpart, ...]:
    """The rows of a key and of what lies in it; when there are none, those of the nearest that it lies in:
    its §, its chapter, or an act of a single provision without a number (1968:131). A chapter that was not
    asked for, but came of another, has its own rows alone."""
    exact, above = tables
    inside = above.get(key, ()) if asked or "P" in key else ()
    if found := exact.get(key, ()) + inside:
        return found
    wider = (*_steps(key), key.partition("#")[0])
    return next((exact[step] for step in wider if step in exact), ())


def _followed(
    tables: tuple[Table, Table], key: str, onwards: Callable[[Counterpart], str]
) -> tuple[Counterpart, ...]:
    """The rows of a key, then those of what they lead to; each once, also where rows should run in a ring."""
    found: dict[tuple[str, str], Counterpart] = {}
    waiting = [key]
    for here in waiting:
        for row in _rows(tables, here, asked=here == key):
            if (row.newer, row.older) not in found:
                found[row.newer, row.older] = row
                waiting.append(onwards(row))
    return tuple(found.values())


def older_counterparts(key: str) -> tuple[Counterpart, ...]:
    """What lies behind a provision: its rows, those of the act before first, then older ones.

    `2017:725#K2P1` gives 1991:900 2 kap. 1 § and, behind that, 1977:179 1 kap. 4 §, each pair once. What has
    no rows of its own has those of the § it lies in, else those of its chapter (13 kap. of 2017:725 took the
    place of 10 kap. of 1991:900); a chapter has its own and those of all its §§; an act has none, and
    `predecessors` tells what came before it.
    """
    return _followed(_newer_side(), key, lambda row: row.older)


def newer_counterparts(key: str) -> tuple[Counterpart, ...]:
    """Where a provision that was repealed went: its rows, then those of what came after that. A stycke, a
    chapter and an act are answered as by `older_counterparts`."""
    return _followed(_older_side(), key, lambda row: row.newer)
