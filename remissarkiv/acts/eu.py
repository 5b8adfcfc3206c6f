"""EU acts and treaties that are cited by name; the rows are in `eu_acts.tsv` (CELEX numbers from EUR-Lex)."""

import csv
from functools import cache
from importlib.resources import files


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    text = files("remissarkiv.acts").joinpath("eu_acts.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return tuple((row["root"], row["label"], tuple(row["names"].split("|"))) for row in rows)


@cache
def eu_names() -> dict[str, str]:
    """Lower-case name -> root of the key."""
    return {name.lower(): root for root, _, names in _rows() for name in names}


def eu_name(root: str) -> str:
    """What people call the act, else `CELEX 32016R0679`."""
    return next(
        (label for known, label, _ in _rows() if known == root), "CELEX " + root.rpartition("celex/")[2]
    )
