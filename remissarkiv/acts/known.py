"""Can what a text cites exist: is there such an act, and has it such a provision?

Nothing is called unknown for want of data. A number that neither our table nor a register has may be any of
the thousands of acts that amend others, so only a number that no act can have is wrong. A provision lies
beyond its act when the act's text was read (`extents.tsv`, made by `training/extents.py`) and does not go so
far, by more than what may have been added or repealed since. For some acts whose text was not at hand
`bounds.tsv`, written by hand, says how far they go at most: 17 chapters in kommunallagen, and nine §§ in the
second. A § without its chapter is not judged where §§ begin anew in each: `2017:725#P1` is some 1 § of
kommunallagen, and the text may have named the chapter elsewhere.
"""

import csv
import datetime
import re
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files

from remissarkiv.acts.in_use import act

_NUMBER = re.compile(r"(?P<year>\d{4}):(?P<serial>\d{1,4})")
_PLACE = re.compile(r"(?:K(?P<chapter>\d{1,4})[a-z]*)?(?:P(?P<section>\d{1,4})[a-z]*)?")
_OLDEST = 1600
_MOST_IN_A_YEAR = 2300
"""For years of which no more is known; 2018, which had the most since 1825, went to 2118."""

_AMENDMENTS = 150
"""As many acts of amendment may follow the last base act of a year (`volumes.tsv`, from a register by
`training/volumes.py`); in the texts at hand there were at most 107, in 2014."""

_SECTIONS_SINCE = 6
"""§§ at the end of a chapter that may have been repealed before the text was read, or added after it. Of
8 000 provisions of these acts that statutes and interpellations cite, none that was there lay further off."""

_SECTIONS_SINCE_BOUND = 2
"""The same for `bounds.tsv`, which was written knowing the act as it is: only what comes later is missing."""

_CHAPTERS_SINCE = 1
"""The same for chapters of an act in force."""


class Known(Enum):
    """What is known of a citation's key."""

    YES = "there is such a provision, or nothing speaks against it"
    NO_SUCH_ACT = "no act can have this number"
    BEYOND_ACT = "the act is known, and has no such chapter or §"


@dataclass(frozen=True, slots=True)
class _Extent:
    """The last chapter (0: none, None: unknown), the last § by chapter, 0 for all of an act, and how many §§
    there may be beyond that."""

    chapters: int | None
    lasts: dict[int, int]
    slack: int


def _rows(name: str) -> list[dict[str, str]]:
    text = files("remissarkiv.acts").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t"))


@cache
def _extents() -> dict[str, _Extent]:
    found = {}
    for name, slack in (("bounds.tsv", _SECTIONS_SINCE_BOUND), ("extents.tsv", _SECTIONS_SINCE)):
        for row in _rows(name):
            pairs = (pair.split(":") for pair in row["last"].split())
            found[row["number"]] = _Extent(
                int(row["chapters"]) if row["chapters"] else None,
                {int(chapter): int(last) for chapter, last in pairs},
                slack,
            )
    return found


@cache
def _volumes() -> dict[int, int]:
    return {int(row["year"]): int(row["highest"]) for row in _rows("volumes.tsv")}


def _most(year: int) -> int:
    highest = _volumes().get(year)
    return _MOST_IN_A_YEAR if highest is None else highest + _AMENDMENTS


def known(key: str, today: datetime.date | None = None) -> Known:
    """What is known of a key of an act; keys of anything else (prop., court cases) are not judged.

    `2017:725#K2P1` and `2019:835`, an act of amendment, are YES; `9999:999` and `2020:1900` are
    NO_SUCH_ACT, and so is an act of a year after `today`; `2009:47#K9P1` is BEYOND_ACT: it has six
    chapters. A lettered § is judged by its number.
    """
    root, _, rest = key.partition("#")
    if "/" in root:
        return Known.YES
    if act(root) is None:
        return _of_unknown(root, today or datetime.date.today())
    extent, place = _extents().get(root), _PLACE.match(rest)
    if extent is None or place is None:
        return Known.YES
    return Known.BEYOND_ACT if _is_beyond(root, extent, place) else Known.YES


def _of_unknown(root: str, today: datetime.date) -> Known:
    number = _NUMBER.match(root)
    possible = (
        number is not None
        and _OLDEST <= int(number["year"]) <= today.year
        and 0 < int(number["serial"]) <= _most(int(number["year"]))
    )
    return Known.YES if possible else Known.NO_SUCH_ACT


def _is_beyond(root: str, extent: _Extent, place: re.Match[str]) -> bool:
    chapter = int(place["chapter"] or 0)
    if chapter and extent.chapters is not None:
        found = act(root)
        in_force = found is not None and found.successor is None and found.valid_to is None
        if chapter > extent.chapters + (_CHAPTERS_SINCE if in_force and extent.chapters else 0):
            return True
    last = extent.lasts.get(0) or extent.lasts.get(chapter)
    return bool(last and place["section"] and int(place["section"]) > last + extent.slack)
