"""A Dnr whose letters or digits OCR has taken for others: `K5 2014/61`, `KS 20l4/61`, `$OF 2025/424`.

`misreadings.tsv` has the signs, one for one, so that a place in the reading is the same place in the text.
A Dnr is read so only after a cue, or where the letters of a known board come out before a year in full.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import islice, product

from remissarkiv.dnr.authorities import is_board, is_known_diary

_WINDOW = 40
_SIGNS = r"[^\W_]|[$§|!?\]]"
_SHAPE = re.compile(
    rf"(?P<letters>(?:{_SIGNS}){{1,6}}?)(?P<join>[ \t\u00a0]?[/.:-][ \t\u00a0]?|[ \t\u00a0]{{0,2}})"
    rf"(?P<year>(?:{_SIGNS}){{4}})[ \t\u00a0]?(?P<sep>[/:.-])[ \t\u00a0]?(?P<number>(?:{_SIGNS}){{1,7}})"
)
_BARE = re.compile(rf"(?P<year>(?:{_SIGNS}){{4}})(?P<sep>[/:-])(?P<number>(?:{_SIGNS}){{1,7}})")
_BEFORE_YEAR = re.compile(r"(?<![\w$§|.,:/-])(?=[^ ]{0,4}[A-ZÅÄÖ])(?P<letters>[A-ZÅÄÖ0-9$§|]{2,5})[ /-]\Z")
_GROUP = re.compile(rf"(?:{_SIGNS}){{1,8}}")
_FULL_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_EVERYWHERE = frozenset({"KS", "KF", "SN", "BN"})
"""Boards of every kommun, which one letter and a sign are enough for."""
_LONGEST = 7
_MOST_READINGS = 8


@cache
def _meant(among: str) -> dict[str, str]:
    """For each sign what it can have been, the likeliest first."""
    lines = files("remissarkiv.dnr").joinpath("misreadings.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    meant: dict[str, str] = {}
    for row in rows:
        if row["among"] == among:
            meant[row["sign"]] = meant.get(row["sign"], "") + row["meant"]
    return meant


def _as_digits(signs: str) -> str:
    return "".join(_meant("digits").get(sign, sign)[0] for sign in signs)


def _as_letters(signs: str) -> list[str]:
    """The letters that may have been written, those of known diaries first."""
    options = (_meant("letters").get(sign, sign) for sign in signs)
    written = ["".join(letters) for letters in islice(product(*options), _MOST_READINGS)]
    return sorted((word for word in written if word.isalpha()), key=is_known_diary, reverse=True)


def unmisread(text: str, place: int) -> Iterator[str]:
    """What may have been written where the text from `place` on was read, the likeliest first: windows of as
    many characters, from there on; nothing when nothing there looks like a misread Dnr."""
    window = text[place : place + _WINDOW]
    for shape in (_SHAPE, _BARE):
        match = shape.match(window)
        if match is None:
            continue
        letters = match.groupdict().get("letters") or ""
        year, number = _as_digits(match["year"]), _as_digits(match["number"])
        digits = "".join(sign if sign.isdigit() else " " for sign in number).split(" ")[0]
        kept = digits + match["number"][len(digits) :]
        if not (digits and year.isdigit() and _FULL_YEAR.match(year)):
            continue
        middle = window[match.start("year") + 4 : match.start("number")]
        between = window[match.end("letters") : match.start("year")] if letters else ""
        for head in _as_letters(letters) if letters else ("",):
            yield head + between + year + middle + kept + window[match.end() :]
    yield from _group_by_group(window)


def _group_by_group(window: str) -> Iterator[str]:
    """The window with each group of signs that has a digit read as digits, if most of them are, else as the
    letters of a board (`2015/KS 0S80 52`, `2015/K5 0499`, `303-1027/20O9`)."""
    changed = _GROUP.sub(_meant_by, window)
    if changed != window:
        yield changed


def _meant_by(group: re.Match[str]) -> str:
    signs = group[0]
    if signs.isalpha() or signs.isdigit():
        return signs
    digits = sum(sign.isdigit() for sign in signs)
    if (letters := next((word for word in _as_letters(signs) if is_board(word)), "")) and digits <= 1:
        return letters
    meant = _as_digits(signs)
    return meant if meant.isdigit() and 2 * digits >= len(signs) else signs


def misread_letters(text: str, place: int) -> tuple[str, int] | None:
    """The window with the letters of a board before the year at `place`, and how many characters before it
    the window begins; None when no board has such letters (`$OF 2025/424` has, `A4 2025/1` has not)."""
    if not _FULL_YEAR.match(text, place):
        return None
    found = _BEFORE_YEAR.search(text, max(0, place - _LONGEST), place)
    if found is None or found["letters"].isalpha():
        return None
    boards = [word for word in _as_letters(found["letters"]) if is_board(word)]
    if not boards or (sum(map(str.isalpha, found["letters"])) < 2 and boards[0] not in _EVERYWHERE):
        return None
    return boards[0] + text[found.end("letters") : place + _WINDOW], place - found.start()
