"""The committees of the Riksdag, by the code that numbers their reports and the motions sent to them.

Rows of `utskott.tsv`: the code as the Riksdag writes it, and the committee. A report of finansutskottet is
`2019/20:FiU42`, a motion sent to it `2019/20:Fi42`.
"""

import csv
from functools import cache
from importlib.resources import files


@cache
def committees() -> dict[str, str]:
    """Upper-case code -> the code as it is written: `FIU` -> `FiU`."""
    text = files("remissarkiv.citations").joinpath("utskott.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return {row["code"].upper(): row["code"] for row in rows}


@cache
def motion_series() -> dict[str, str]:
    """Upper-case series of motions -> the series as it is written: `FI` -> `Fi`."""
    return {code.upper().removesuffix("U"): code.removesuffix("U") for code in committees().values()}
