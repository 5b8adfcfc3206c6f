"""The kinds of print of Riksdag and government: by which words they are known, how their numbers look.

A print is cited as a kind and a number (`prop. 2016/17:171`). Several of a kind name it once
(`SOU 2013:77 och 2014:14`); reports of committees, and motions sent to them, are known by their number alone
(`2016/17:KU30`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from remissarkiv.citations.utskott import committees, motion_series
from remissarkiv.domain import Span

KINDS = {
    "prop": (
        "prop", "propp", "proposition", "propositionen", "propositionens", "propositioner", "propositionerna",
    ),
    "sou": ("sou", "statens offentliga utredningar"),
    "ds": ("ds", "departementsserien"),
    "dir": (
        "dir", "direktiv", "direktivet", "direktiven", "kommittédirektiv", "kommittédirektivet",
        "kommittédirektiven", "kommittedirektiv", "tilläggsdirektiv", "tilläggsdirektivet",
        "tilläggsdirektiven", "utredningsdirektiv", "utredningsdirektiven",
    ),
    "bet": ("bet", "betänkande", "betänkandet", "betänkanden", "betänkandena", "betankande"),
    "rskr": ("rskr", "riksdagsskrivelse", "riksdagsskrivelsen", "riksdagens skrivelse"),
    "skr": ("skr", "skrivelse", "skrivelsen", "regeringsskrivelse", "regeringsskrivelsen"),
    "mot": ("mot", "motion", "motionen", "motioner", "motionerna"),
}  # fmt: skip
"""Kind, as keys write it -> the words before a number; an abbreviation may have a point."""

_BY_WORD = {word: kind for kind, words in KINDS.items() for word in words}
_WORDS = "|".join(sorted((word.replace(" ", r"\s{1,3}") for word in _BY_WORD), key=len, reverse=True))
_BY_YEAR = frozenset({"sou", "ds", "dir"})
"""Numbered within a calendar year; the rest within a session, or a year while sessions were years."""

_SERIES = r"(?P<series>(?:L[123]U|[123]?[A-Za-zÅÄÖåäö]{1,4})\s?(?=\d))?"
_COMMITTEE_AHEAD = r"(?P<blank>\s)(?=[123]?[A-ZÅÄÖ][A-Za-zåäö]{0,3}U\s?\d)"
_NUMBER = re.compile(
    r"(?P<year>[12](?<![\d/:-].)\d{3})(?:\s?/\s?(?P<until>\d{4}|\d\d))?"
    rf"(?:[:;]\s?|{_COMMITTEE_AHEAD}){_SERIES}(?P<number>\d{{1,4}})(?!\d)"
)
_SHORT_NUMBER = re.compile(
    r"/(?<=\d\d.)(?<![\w/:.-]\d\d.)(?P<until>\d\d)"
    rf"(?:[:;]\s?|{_COMMITTEE_AHEAD}){_SERIES}(?P<number>\d{{1,4}})(?!\d)"
)
"""`94/95:LU5`, `08/09:150`; the stroke is looked for first, since digits are many."""

_FIRST_LONG_SESSION = 75
"""The session of 1975/76 was the first of two years."""

BEFORE = re.compile(
    rf"(?<![\w.])(?:Ds\s{{0,3}}(?P<department>[A-ZÅÄÖ][a-zåäö]{{0,2}})|(?P<kind>(?i:{_WORDS}))"
    r"|(?P<committee>[123]?[A-Za-zÅÄÖåäö]{1,4}U))\.?[\s(]{0,3}\Z"
)
"""What stands right before a number: the kind, or the committee (`KU 1990/91:38`)."""

LONGEST_BEFORE = 40


@dataclass(frozen=True, slots=True)
class PrintNumber:
    """A number as those of prints look: `2016/17:171`, `1999/2000:5`, `2019/20:FiU42`, `1958:B 6`,
    `94/95 UU 15`. Whether it is one of a print, the words before it tell."""

    span: Span
    year: str
    until: str | None
    series: str
    number: int
    bare: bool
    """With a blank before its committee, or a session of two digits: less sure than others."""


@dataclass(frozen=True, slots=True)
class Print:
    """A named print: its kind, the root of its key, and how its number is made (to go on in a list)."""

    kind: str
    root: str
    shape: tuple[bool, bool]


def print_numbers(text: str) -> Iterator[PrintNumber]:
    """Every number that may be one of a print; unordered, and apart."""
    for match in _NUMBER.finditer(text):
        year, until, bare = match["year"], match["until"], match["blank"] is not None
        yield _number(match, match.start(), year, until, bare=bare)
    for match in _SHORT_NUMBER.finditer(text):
        start = match.start() - 2
        year = text[start : start + 2]
        full = f"19{year}" if int(year) >= _FIRST_LONG_SESSION else f"20{year}"
        yield _number(match, start, full, match["until"], bare=True)


def _number(match: re.Match[str], start: int, year: str, until: str | None, *, bare: bool) -> PrintNumber:
    series = (match["series"] or "").strip().upper()
    return PrintNumber(Span(start, match.end()), year, until, series, int(match["number"]), bare)


def _session(one: PrintNumber) -> str:
    """`2016/17` of `2016/17:171` and `2016/2017:171`; `1999/2000` and single years as they are."""
    if one.until is None:
        return one.year
    if one.year == "1999" and one.until[-2:] == "00":
        return "1999/2000"
    return f"{one.year}/{one.until[-2:]}"


def _is_session(one: PrintNumber) -> bool:
    """Whether the years follow on each other: `2016/17`, not `2014/24`."""
    return one.until is None or (int(one.year) + 1) % 100 == int(one.until[-2:])


def print_of(one: PrintNumber, before: re.Match[str] | None, last: Print | None) -> Print | None:
    """The print a number names, or None when it is none of one.

    `before` is what stands right before the number, `last` the print whose list it goes on with.
    """
    kind = _kind(before)
    if (one.bare or not kind) and not _is_session(one):
        return None
    series, number, years = one.series, one.number, _session(one)
    if one.bare and (one.until is None or not (kind or series in committees())):
        return None  # "år 2010 SU 5 anställda", "kl. 08/09:30"
    shape = (one.until is not None, bool(series))
    if before is not None and before["committee"]:
        code = committees().get(before["committee"].upper())
        if code is None or series or (code == "SoU" and one.until is None):
            return None
        return Print("bet", f"bet/{years}:{code}{number}", shape)
    if kind == "sou" and one.until:
        return Print("bet", f"bet/{years}:SoU{number}", shape)
    if not kind and last is not None and last.shape == shape:
        kind = last.kind
    if series and (kind != "prop" or series in committees()):
        named = committees().get(series)
        if named and kind in ("", "bet", "prop"):
            return Print("bet", f"bet/{years}:{named}{number}", shape)
        sent = motion_series().get(series)
        if sent and (kind == "mot" or (not kind and one.until)):
            return Print("mot", f"mot/{years}:{sent}{number}", shape)
        return None
    if not kind or (one.until and kind in _BY_YEAR):
        return None
    if kind in ("skr", "bet", "mot") and not one.until:
        return None  # "skrivelse 2012:45" is one of somebody else
    if kind == "prop" and series == "A":
        series = ""  # the two-chamber riksdag printed its propositions in part A; the number alone names them
    department = before["department"] if before is not None else None
    root = f"ds/{department.lower()}/" if department else f"{kind}/"
    return Print(kind, f"{root}{years}:{series}{number}", shape)


def _kind(before: re.Match[str] | None) -> str:
    if before is None or not (before["kind"] or before["department"]):
        return ""
    if before["department"]:
        return "ds"
    return _BY_WORD.get(" ".join(before["kind"].lower().split()), "")
