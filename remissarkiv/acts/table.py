"""The acts municipalities live with: numbers, names, abbreviations, validity, successors.

The facts are rows of `acts.tsv` (SFS register facts, our own selection). Columns: SFS number; names separated
by `|`, the first one shown to people; abbreviations, where `*` marks one that means too much else to count
without a provision beside it (`SO`, `URL`); first and last day of validity; the act that came after.
"""

import csv
import datetime
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Act:
    """One act. `valid_to` is the last day it was in force, None while it is."""

    number: str
    names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    cautious: frozenset[str]
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    successor: str | None


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


@cache
def all_acts() -> tuple[Act, ...]:
    """Every row of the table, in its order."""
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
def _by_number() -> dict[str, Act]:
    return {act.number: act for act in all_acts()}


def act(number: str) -> Act | None:
    """The act with this SFS number, or None when the table does not have it."""
    return _by_number().get(number)
