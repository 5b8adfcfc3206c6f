"""Court cases as they are reported: NJA by page, HFD and RÅ by referat, AD by number, the rest by number.

    case = court year place { join [ year ] place }
    place = "s." page | ("ref." | "nr" | ":") number | ("not." | "N") number | series number (Ab 187)

What goes on after a join may leave out what stays the same: `RÅ 1993 ref. 32, 1995 ref. 98 och 2006 ref.
81`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from remissarkiv.domain import Citation, Span
from remissarkiv.language.digits import DIGIT

_COURTS = {
    "NJA": "nja",
    "RÅ": "ra",
    "RA": "ra",
    "HFD": "hfd",
    "AD": "ad",
    "RH": "rh",
    "MÖD": "mod",
    "MOD": "mod",
    "PMÖD": "pmod",
    "MD": "md",
    "MIG": "mig",
}
"""As it is printed (OCR takes the ring off Å) -> as keys write it."""

_YEAR = r"(?:18|19|20)\d\d"
# The year is looked for first: letters that begin the name of a court begin every other word.
_DATED = re.compile(
    DIGIT + r"\d(?<!\d..)(?:\d\d)?(?!\d)(?=\s{0,3}(?::|s[.\si]|not|N\s|ref|nr|\d:\d|[A-K][a-d]?\s{1,3}\d))"
)
_COURT = re.compile(r"(?<![\w-])(?P<court>(?i:NJA|R[ÅA]|HFD|AD|RH|P?M[ÖO]D|MD|MIG))\s{0,3}\Z")
_LONGEST_COURT = 8
_PLACE = re.compile(
    r"(?:\s{0,3}:\s?(?P<colon>\d{1,4})(?!\d)"
    r"|\s{0,3}(?P<sign>not|N|sidan|sid|s|ref|nr|[A-K][a-d]?)(?:\.\s{0,3}|\s{1,3})(?P<number>\d{1,4})(?![\d/])"
    r"|\s{1,3}(?P<part>\d):(?P<of_part>\d{1,3})(?!\d))"
)
_JOIN = re.compile(r"(?:\s[IV]{1,3}(?!\w))?\s{0,3}(?:,|och|samt|resp\.|respektive)\s{1,3}")
_AGAIN = re.compile(rf"(?P<year>{_YEAR})(?!\d)")
_LONE = re.compile(r"(?P<number>\d{1,3})(?=\s{0,2}(?:[.;,)]|och(?!\w)|samt(?!\w)|\Z))(?![.,]\d)")
_TURNED = re.compile(
    r"AD(?<![\w-]..)\s{1,3}(?:nr\s{1,3})?(?P<number>\d{1,3})/(?P<year>(?:19|20)\d\d|\d\d)(?!\d)"
)
# The first years of RH were numbered the other way round: "RH 62:84" is number 62 of 1984.
_TURNED_RH = re.compile(r"RH(?<![\w-]..)\s{1,3}(?P<number>\d{1,3}):(?P<year>8[1-9]|9\d)(?!\d)")
_MOST = 40


@dataclass(frozen=True, slots=True)
class _Series:
    """How the cases of a list are numbered: what a lone number at its end is one of."""

    court: str
    year: str
    sign: str


def _sign(match: re.Match[str], court: str) -> str | None:
    """The kind of place, as `_key` takes it; None for what this court does not use."""
    if match["colon"]:
        return None if court == "nja" else "nr"
    if match["part"]:
        return "part" if court == "ra" else None
    sign = match["sign"]
    if sign in ("not", "N"):
        return "not" if sign == "not" or court == "nja" else None
    if sign in ("s", "sid", "sidan"):
        return "s" if court == "nja" else None
    if sign in ("ref", "nr"):
        return None if court == "nja" else "nr"
    # "RÅ 1984 Ab 187", and the notices of NJA: "NJA 1989 C 22"
    return sign.lower() if court == "ra" or (court == "nja" and sign in ("A", "B", "C")) else None


def _key(series: _Series, number: str) -> str:
    head = f"dom/{series.court}/{series.year}"
    if series.sign == "s":
        return f"{head}s{number}"
    return f"{head}:{number}" if series.sign in ("nr", "part") else f"{head}/{series.sign}/{number}"


def _number(match: re.Match[str]) -> str:
    if match["part"]:
        return f"{match['part']}:{match['of_part']}"
    return str(int(match["colon"] or match["number"]))


def find_rattsfall(text: str) -> Iterator[Citation]:
    """Every reported case, in order of place within each form of citation."""
    for dated in _DATED.finditer(text):
        match = _COURT.search(text, max(0, dated.start() - _LONGEST_COURT), dated.start())
        if match is None:
            continue
        court, year, lower = _COURTS[match["court"].upper()], dated[0], match["court"].islower()
        if len(year) == 2:
            year = f"19{year}"
            if court != "ra":
                continue
        elif not "1800" < year < "2100":
            continue
        place = _PLACE.match(text, dated.end())
        # Typed in small letters it is a case only with its sign: `ad 2008 nr 28`, never `ad 2008:28`.
        if place is None or (lower and not place["sign"] and court not in ("nja", "ra", "hfd", "mod")):
            continue
        if lower and match["court"] == "mod":
            continue
        sign = _sign(place, court)
        if sign is None:
            continue
        series = _Series(court, year, sign)
        span = Span(match.start(), place.end())
        yield Citation(_key(series, _number(place)), text[slice(*span)], span)
        yield from _more(text, span.end, series)
    for pattern, court in ((_TURNED, "ad"), (_TURNED_RH, "rh")):
        for match in pattern.finditer(text):
            year = match["year"] if len(match["year"]) == 4 else f"19{match['year']}"
            yield Citation(f"dom/{court}/{year}:{int(match['number'])}", match[0], Span(*match.span()))


def _more(text: str, end: int, series: _Series) -> Iterator[Citation]:
    """The cases that follow in the list of `series`, which has come to `end`."""
    for _ in range(_MOST):
        join = _JOIN.match(text, end)
        if join is None:
            return
        start = join.end()
        year = _AGAIN.match(text, start)
        place = _PLACE.match(text, year.end() if year else start)
        if place is not None and (year or place["sign"]) and (sign := _sign(place, series.court)):
            series = _Series(series.court, year["year"] if year else series.year, sign)
            number, end = _number(place), place.end()
        elif year is None and series.sign != "s" and (lone := _LONE.match(text, start)):
            number, end = str(int(lone["number"])), lone.end()
        else:
            return
        span = Span(start, end)
        yield Citation(_key(series, number), text[slice(*span)], span)
