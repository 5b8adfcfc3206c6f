"""Which provisions of older acts lie behind a provision, and which newer ones came of it.

Provisions correspond many to many: 2 kap. 1 § of the act of 1991 lies behind both 1 and 2 §§ of 2 kap. today.
So the rows of `counterparts.tsv` are read from the reasons given for the new act, one by one, never made from
equal numbers. Columns: the newer provision, the older one, where the correspondence is stated.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


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


@cache
def _by_newer() -> dict[str, tuple[Counterpart, ...]]:
    table: dict[str, list[Counterpart]] = defaultdict(list)
    for row in all_counterparts():
        table[row.newer].append(row)
    return {key: tuple(rows) for key, rows in table.items()}


def older_counterparts(key: str) -> tuple[Counterpart, ...]:
    """The rows whose newer provision `key` is; those of the act before first, then older ones.

    `2017:725#K2P1` gives 1991:900 2 kap. 1 § and, behind that, 1977:179 1 kap. 4 §, each pair once.
    """
    found: dict[tuple[str, str], Counterpart] = {}
    waiting = [key]
    for newer in waiting:
        for row in _by_newer().get(newer, ()):
            if (row.newer, row.older) not in found:
                found[row.newer, row.older] = row
                waiting.append(row.older)
    return tuple(found.values())


@cache
def _by_older() -> dict[str, tuple[Counterpart, ...]]:
    table: dict[str, list[Counterpart]] = defaultdict(list)
    for row in all_counterparts():
        table[row.older].append(row)
    return {key: tuple(rows) for key, rows in table.items()}


def newer_counterparts(key: str) -> tuple[Counterpart, ...]:
    """The rows whose older provision `key` is: where a provision that was repealed went."""
    return _by_older().get(key, ())
