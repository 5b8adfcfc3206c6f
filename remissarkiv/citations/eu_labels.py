"""What people call EU acts and judgments that have no name, made from the CELEX number.

    3 year letter number    förordning (EU) 2016/679, direktiv 95/46/EG, beslut 2012/21/EU
    6 year court number     mål C-280/00, mål T-1/89; before 1989 there was one court: mål 26/62

How an act is numbered follows from its year: EEG became EG in November 1993 and EU in December 2009; years
have four digits from 1999 on; from 2015 on all acts share one row of numbers, with the year first.
"""

import re

_ACT = re.compile(r"3(?P<year>\d{4})(?P<letter>[RLDFHE])(?P<number>\d{4})")
_JUDGMENT = re.compile(r"6(?P<year>\d{4})(?P<court>[CT])J(?P<number>\d{4})")
_KINDS = {
    "R": "förordning",
    "L": "direktiv",
    "D": "beslut",
    "F": "rambeslut",
    "H": "rekommendation",
    "E": "gemensam ståndpunkt",
}
_BODIES = {"F": "RIF", "E": "Gusp"}
"""Kinds whose numbers end with the pillar that they belonged to."""

_EG_FROM, _EU_FROM = 1993, 2009
_FIRST_OF_EG = {"R": 3150, "L": 100, "D": 600, "H": 600}
"""Numbers of 1993 from about which an act is of November and December: EG."""

_FIRST_OF_EU = {"L": 159, "D": 900, "H": 900}
"""The same for the last month of 2009; regulations of that month are EG up to the last ones."""

_FOUR_DIGITS_FROM, _ONE_ROW_FROM, _LETTERED_FROM = 1999, 2015, 1989


def eu_label(root: str) -> str:
    """`förordning (EU) 2016/679` of `ext/celex/32016R0679`; `CELEX ...` where the number does not tell."""
    celex = root.rpartition("/")[2]
    if act := _ACT.fullmatch(celex):
        return _act(int(act["year"]), act["letter"], int(act["number"]))
    if judgment := _JUDGMENT.fullmatch(celex):
        year, number = int(judgment["year"]), int(judgment["number"])
        court = f"{judgment['court']}-" if year >= _LETTERED_FROM else ""
        return f"mål {court}{number}/{year % 100:02d}"
    return "CELEX " + root.removeprefix("ext/celex/")


def _act(year: int, letter: str, number: int) -> str:
    kind = _KINDS[letter]
    if year >= _ONE_ROW_FROM and letter not in _BODIES:
        return f"{kind} (EU) {year}/{number}"
    shown = str(year) if year >= _FOUR_DIGITS_FROM else f"{year % 100:02d}"
    body = _BODIES.get(letter) or _community(year, letter, number)
    return f"{kind} ({body}) nr {number}/{shown}" if letter == "R" else f"{kind} {shown}/{number}/{body}"


def _community(year: int, letter: str, number: int) -> str:
    """EEG, EG or EU: whose acts they were then."""
    if year > _EU_FROM or (year == _EU_FROM and number >= _FIRST_OF_EU.get(letter, 10_000)):
        return "EU"
    later = year > _EG_FROM or (year == _EG_FROM and number > _FIRST_OF_EG[letter])
    return "EG" if later else "EEG"
