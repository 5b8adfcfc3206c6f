"""A Dnr whose letters or digits OCR has taken for others: `K5 2014/61`, `KS 20l4/61`, `$OF 2025/424`.

`misreadings.tsv` has the signs, one for one, so that a place in the reading is the same place in the text.
A Dnr is read so only after a cue, or where the letters of a known board come out before a year in full.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from remissarkiv.dnr.authorities import is_board

_WINDOW = 40
_SIGNS = r"[^\W_]|[$§|!?\]]"
_SHAPE = re.compile(
    rf"(?P<letters>(?:{_SIGNS}){{1,6}}?)(?P<join>[ \t\u00a0]?[/.:-][ \t\u00a0]?|[ \t\u00a0]{{0,2}})"
    rf"(?P<year>(?:{_SIGNS}){{4}})[ \t\u00a0]?(?P<sep>[/:.-])[ \t\u00a0]?(?P<number>(?:{_SIGNS}){{1,7}})"
)
_BARE = re.compile(rf"(?P<year>(?:{_SIGNS}){{4}})(?P<sep>[/:-])(?P<number>(?:{_SIGNS}){{1,7}})")
_BEFORE_YEAR = re.compile(r"(?<![\w$§|.,:/-])(?=[^ ]{0,4}[A-ZÅÄÖ])(?P<letters>[A-ZÅÄÖ0-9$§|]{2,5})[ /-]\Z")
_FULL_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_LONGEST = 7


@cache
def _meant(among: str) -> dict[int, str]:
    lines = files("remissarkiv.dnr").joinpath("misreadings.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {ord(row["sign"]): row["meant"] for row in rows if row["among"] == among}


def unmisread(text: str, place: int) -> Iterator[str]:
    """What may have been written where the text from `place` on was read, the likeliest first: windows of as
    many characters, from there on. None when nothing there looks like a misread Dnr."""
    window = text[place : place + _WINDOW]
    for shape in (_SHAPE, _BARE):
        match = shape.match(window)
        if match is None:
            continue
        letters = match.groupdict().get("letters") or ""
        year, number = (match[name].translate(_meant("digits")) for name in ("year", "number"))
        digits = "".join(sign if sign.isdigit() else " " for sign in number).split(" ")[0]
        kept = digits + match["number"][len(digits) :]
        if not (digits and year.isdigit() and _FULL_YEAR.match(year)):
            continue
        middle = window[match.start("year") + 4 : match.start("number")]
        start = letters.translate(_meant("letters"))
        between = window[match.end("letters") : match.start("year")] if letters else ""
        for head in dict.fromkeys((start, letters)):
            if not head or head.isalpha():
                yield head + between + year + middle + kept + window[match.end() :]


def misread_letters(text: str, place: int) -> tuple[str, int] | None:
    """The window with the letters of a board before the year at `place`, and how many characters before it
    the window begins; None when no board has such letters (`$OF 2025/424` has, `A4 2025/1` has not)."""
    if not _FULL_YEAR.match(text, place):
        return None
    found = _BEFORE_YEAR.search(text, max(0, place - _LONGEST), place)
    if found is None or found["letters"].isalpha():
        return None
    letters = found["letters"].translate(_meant("letters"))
    if sum(sign.isalpha() for sign in found["letters"]) < 2 or not (letters.isalpha() and is_board(letters)):
        return None
    start = found.start()
    window = letters + text[found.end("letters") : place + _WINDOW]
    return window, place - start
