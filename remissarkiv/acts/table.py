"""The acts municipalities live with: numbers, names, abbreviations, validity, successors.

The facts are rows of `acts.tsv` (SFS register facts, our own selection). Columns: SFS number; names separated
by `|`, the first one shown to people; abbreviations, where `*` marks one that means too much else to count
without a provision beside it (`SO`, `URL`); first and last day of validity, empty where no source states it;
the act that came after. A name is all that an act is or was called in running text, also by the title it had
before a change (`lagen om kulturminnen`).
"""

import csv
import datetime
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Act:
    """One act. `valid_to` is the last day it was in force, None while it is or when the day is not known: an
    act with a successor is no longer in force."""

    number: str
    names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    cautious: frozenset[str]
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    successor: str | None

    def age(self) -> datetime.date:
        """A day to order acts of one name by: the first one of validity, else the last of the year it was
        issued, since most acts come into force at a new year or a midsummer after."""
        if self.valid_from is not None:
            return self.valid_from
        year = self.number.partition(":")[0]
        return datetime.date(max(int(year), 1), 12, 31) if year.isdecimal() else datetime.date.min


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


@cache
def all_acts() -> tuple[Act, ...]:
    """Every row of our own table, in its order; what a register adds is found by `act` and by name."""
    rows = csv.DictReader(
        files("remissarkiv.acts").joinpath("acts.tsv").read_text(encoding="utf-8").splitlines(),
        delimiter="\t",
    )
    found = []
    for row in rows:
        marked = tuple(part for part in row["abbreviations"].split("|") if part)
        found.append(
            Act(
                row["number"],
                tuple(row["names"].split("|")),
                tuple(part.rstrip("*") for part in marked),
                frozenset(part.rstrip("*") for part in marked if part.endswith("*")),
                _day(row["valid_from"]),
                _day(row["valid_to"]),
                row["successor"] or None,
            )
        )
    return tuple(found)


@cache
def acts_by_number() -> dict[str, Act]:
    """Our own table by SFS number."""
    return {act.number: act for act in all_acts()}
