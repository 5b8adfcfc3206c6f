"""The reports of committees that are spoken of by the committee's name: "avsnitt 8 i kommitténs betänkande".

Rows of `kommitteer.tsv`: a committee or inquiry with one main report, and the report's key.
"""

import csv
import re
from functools import cache
from importlib.resources import files

_REACH = 2_000


@cache
def _reports() -> dict[str, str]:
    text = files("remissarkiv.citations").joinpath("kommitteer.tsv").read_text(encoding="utf-8")
    return {
        row["committee"].lower(): row["print"] for row in csv.DictReader(text.splitlines(), delimiter="\t")
    }


@cache
def _names() -> re.Pattern[str]:
    names = sorted(_reports(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?P<name>{'|'.join(map(re.escape, names))})s?(?!\w)", re.IGNORECASE)


def report_of_committee(text: str, place: int) -> tuple[str, int] | None:
    """The key of the report of the committee named last before `place`, and where it is named; None when no
    committee is that we know a report of."""
    found = [*_names().finditer(text, max(0, place - _REACH), place)]
    return (_reports()[found[-1]["name"].lower()], found[-1].start()) if found else None
