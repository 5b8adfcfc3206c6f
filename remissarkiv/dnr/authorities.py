"""Whose diary letters before a number are, and which letters are something else (`SOU 2015:24`, `NJA 1998`).

`not_diaries.tsv` has these, and what they are where "Dnr" stands before them. `diaries.tsv` has the letters
with the bodies that keep, or have kept, a diary under them: a board that is renamed keeps its old Dnr, and
two kommuner use the same letters for different boards (`BN`: byggnadsnämnden, bildningsnämnden).
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Diary:
    """Letters, the sort of body behind them (kommun, region, departement, myndighet), whether it writes the
    number before the year, and the names it has had, in small letters."""

    letters: str
    kept_by: str
    number_first: bool
    names: tuple[str, ...]


@cache
def _diaries() -> dict[str, Diary]:
    lines = files("remissarkiv.dnr").joinpath("diaries.tsv").read_text(encoding="utf-8").splitlines()
    return {
        row["letters"]: Diary(
            row["letters"],
            row["kept_by"],
            row["order"] == "number",
            tuple(name.strip().lower() for name in row["names"].split(";")),
        )
        for row in csv.DictReader(lines, delimiter="\t")
    }


@cache
def _not_diaries() -> dict[str, str]:
    """The letters of `not_diaries.tsv`, in capitals, and what a cue before them makes of them."""
    lines = files("remissarkiv.dnr").joinpath("not_diaries.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(lines, delimiter="\t")
    return {letters: row["after_cue"] for row in rows for letters in row["letters"].split()}


# As the ministries write them: a committee is numbered `Fi 2012:07`.
_MINISTRIES = frozenset("S Ju Fi UF UD U Ku KU KN Kn A N Jo M L I Fö UM LI Li SB".split())


def diary_of(letters: str) -> Diary | None:
    """What is known of a diary with these letters (case does not matter), None when nothing is."""
    return _diaries().get(letters.upper())


def is_known_diary(letters: str) -> bool:
    """Whether boards, offices or ministries keep their diary under these letters (case does not matter)."""
    return diary_of(letters) is not None


def is_board(letters: str) -> bool:
    """Whether the letters are of a board of a kommun or region, which everybody there knows."""
    diary = diary_of(letters)
    return diary is not None and diary.kept_by in ("kommun", "region")


def is_not_diary(letters: str) -> bool:
    """Whether these letters name a series, a court, an act, a month or an ordinary word, and no diary.
    What ends in FS is an authority's författningssamling (`SKOLFS 2010:37`)."""
    if is_known_diary(letters):
        return False
    return letters.upper() in _not_diaries() or _is_of_rules(letters)


def is_not_diary_after_cue(letters: str, sep: str) -> bool:
    """The same where "Dnr" stands before: only series of print and law (`SFS`, `SOU`, `prop.`) and what heads
    another field of a letter (`Tel`) is then no diary.

    `sep` is the sign before the number: `DS 2019-0123` is of Danderyds sjukhus, `Ds 2019:4` a report. Short
    words count in capitals: `Dnr AV 2019/12` is of Arbetsmiljöverket, `dnr av 2019/12` of nobody.
    """
    if is_known_diary(letters):
        return False
    barred = _not_diaries().get(letters.upper(), "")
    if barred == "no colon":
        return sep == ":"
    if barred == "capitals":
        return not letters.isupper()
    return barred == "never" or _is_of_rules(letters)


def _is_of_rules(letters: str) -> bool:
    return len(letters) > 2 and letters.endswith("FS")


def is_ministry(letters: str) -> bool:
    """Whether a ministry writes these letters so; its committees are numbered `Fi 2012:07`."""
    return letters in _MINISTRIES


def writes_number_first(letters: str) -> bool:
    """Whether the authority writes number before year when both could be a year (`Tos 2012/2023`).

    Örebro kommun does, and is known by its spelling: one capital, then small letters.
    """
    diary = diary_of(letters)
    if diary is not None and diary.number_first:
        return True
    return len(letters) > 1 and letters[0].isupper() and letters[1:].islower()


def letters_of(body: str) -> frozenset[str]:
    """The letters under which boards of this name keep their diary: `KFN`, `KOF` … of "Kultur- och
    fritidsnämnden". Empty when nothing is known."""
    return _letters_of().get(body.lower(), frozenset())


def bodies() -> frozenset[str]:
    """The names, in small letters, of all bodies whose letters are known."""
    return frozenset(_letters_of())


@cache
def _letters_of() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for diary in _diaries().values():
        for name in diary.names:
            found.setdefault(name, set()).add(diary.letters)
    return {name: frozenset(letters) for name, letters in found.items()}


def with_rings(letters: str) -> frozenset[str]:
    """The known diaries of boards that these letters are when å, ä and ö have lost their rings and dots, as
    OCR without Swedish reads them: `ÄN` for `AN`, `SÄN` for `SAN`."""
    return _by_bare().get(letters, frozenset())


@cache
def _by_bare() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for letters in _diaries():
        bare = letters.translate(_WITHOUT_RINGS)
        if bare != letters and is_board(letters):
            found.setdefault(bare, set()).add(letters)
    return {bare: frozenset(letters) for bare, letters in found.items()}


_WITHOUT_RINGS = str.maketrans("ÅÄÖ", "AAO")
