"""EU acts and treaties that municipalities meet; the rows are in `eu_acts.tsv` (CELEX numbers from EUR-Lex).

Columns: root of the key; what it is called; the names it is found by, parted by `|`. An act whose name passed
to its successor is found by number alone: `de minimis-förordningen` is the one in force, the one of 2013 is
called so with its year.
"""

import csv
from functools import cache
from importlib.resources import files


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    text = files("remissarkiv.acts").joinpath("eu_acts.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return tuple((row["root"], row["label"], tuple(filter(None, row["names"].split("|")))) for row in rows)


@cache
def eu_names() -> dict[str, str]:
    """Lower-case name -> root of the key."""
    return {name.lower(): root for root, _, names in _rows() for name in names}


@cache
def _labels() -> dict[str, str]:
    return {root: label for root, label, _ in _rows()}


def eu_name(root: str) -> str | None:
    """What people call the act; None when it is not in the table."""
    return _labels().get(root)
