"""The acts municipalities live with: numbers, names, abbreviations, validity, successors.

The facts are rows of `acts.tsv` (SFS register facts, our own selection). Columns: SFS number; names separated
by `|`, the first one shown to people; abbreviations, where `*` marks one that means too much else to count
without a provision beside it (`SO`, `URL`); first and last day of validity; the act that came after.
"""

import csv
import datetime
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from remissarkiv.language.skeleton import skeleton

# A text written this long after a change of act may still mean the old one, and before it the coming one.
_TRANSITION = datetime.timedelta(days=365)


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


def fold(name: str) -> str:
    """A spelling that survives OCR: the skeleton of the lower-case name, with `rn` read as `m`.

    `förvaltningslagen`, `forvaltningslagen` and `fdrvaltningslagen` fold alike, so do `kommunallagen` and
    `kornmunallagen`.
    """
    return skeleton(name.lower().replace("rn", "m"))


@cache
def all_acts() -> tuple[Act, ...]:
    """Every row of the table, in its order."""
    rows = csv.DictReader(
        files("remissarkiv.citations").joinpath("acts.tsv").read_text(encoding="utf-8").splitlines(),
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


@cache
def _by_name() -> dict[str, tuple[Act, ...]]:
    table: dict[str, list[Act]] = defaultdict(list)
    for act in all_acts():
        for name in act.names:
            table[fold(name)].append(act)
    return {name: tuple(acts) for name, acts in table.items()}


@cache
def _by_abbreviation() -> dict[str, tuple[Act, ...]]:
    table: dict[str, list[Act]] = defaultdict(list)
    for act in all_acts():
        for short in act.abbreviations:
            table[short].append(act)
            if short.lower() not in ("so", "al", "sol"):  # ordinary words in lower case
                table[short.lower()].append(act)
            if short.upper() != short:
                table[short.upper()].append(act)
    return {short: tuple(acts) for short, acts in table.items()}


def act(number: str) -> Act | None:
    """The act with this SFS number, or None when the table does not have it."""
    return _by_number().get(number)


@cache
def _by_last_word() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = defaultdict(list)
    for name in {name for act in all_acts() for name in act.names}:
        table[fold(name.split()[-1])].append(name)
    return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in table.items()}


def names_ending_in(word: str) -> tuple[str, ...]:
    """The names of acts whose last word folds like `word`, the longest name first."""
    return _by_last_word().get(fold(word), ())


@cache
def titles() -> tuple[str, ...]:
    """The names that are a title (`lagen om anställningsskydd`), the longest first."""
    found = {name for act in all_acts() for name in act.names if re.match(r"\w+ (?:om|med) ", name)}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def acts_named(name: str) -> tuple[Act, ...]:
    """All acts that bear or bore this name (any spelling that folds alike), oldest first as in the table."""
    return _by_name().get(fold(name), ())


def acts_abbreviated(short: str) -> tuple[Act, ...]:
    """All acts that `short` abbreviates; lower and upper case count as written forms of `SoL`."""
    return _by_abbreviation().get(short, ())


def is_cautious(short: str) -> bool:
    """Whether an abbreviation means too much else to be an act by itself.

    So do `SO` and `URL`, and any written in other capitals than the act's own: `SKL` was an association of
    municipalities, `SkL` is skadeståndslagen.
    """
    return not any(
        short in act.abbreviations and short not in act.cautious for act in acts_abbreviated(short)
    )


def choose(acts: tuple[Act, ...], date: datetime.date | None) -> tuple[Act, bool]:
    """The act a name means in a text of this date, and whether that is certain.

    Without a date it is the act in force today, a guess where an older one bore the name. Near a change
    (2018-01-01 for kommunallagen, 2025-07-01 for socialtjänstlagen) either act may be meant, so the answer is
    not certain. `acts` must not be empty.
    """
    by_age = sorted(acts, key=lambda item: item.valid_from or datetime.date.min)
    if date is None:
        return by_age[-1], len(by_age) == 1
    valid = [item for item in by_age if (item.valid_from or datetime.date.min) <= date]
    chosen = valid[-1] if valid else by_age[0]
    near = any(
        abs(change - date) <= _TRANSITION
        for older, newer in pairwise(by_age)
        for change in (older.valid_to, newer.valid_from)
        if change is not None
    )
    return chosen, bool(valid) and not near


def act_of_year(acts: tuple[Act, ...], year: int) -> Act | None:
    """The act of "1991 års kommunallag": the one whose SFS number begins with that year."""
    return next((item for item in acts if item.number.startswith(f"{year}:")), None)
