"""The kinds of print of Riksdag and government: by which words they are known, how their numbers look.

A print is cited as a kind and a number (`prop. 2016/17:171`). Several of a kind name it once
(`SOU 2013:77 och 2014:14`); reports of committees, and motions sent to them, are known by their number alone
(`2016/17:KU30`).
"""

import re
from dataclasses import dataclass

from remissarkiv.citations.utskott import committees, motion_series

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

NUMBER = re.compile(
    r"(?P<year>[12](?<![\d/:-].)\d{3})(?:\s?/\s?(?P<until>\d{4}|\d\d))?[:;]\s?"
    r"(?P<series>(?:L[123]U|[123]?[A-Za-zÅÄÖåäö]{1,4})\s?(?=\d))?(?P<number>\d{1,4})(?!\d)"
)
"""`2016/17:171`, `1999/2000:5`, `2019/20:FiU42`, `1958:B 6`; whether it is one of a print, its words tell."""

BEFORE = re.compile(
    rf"(?<![\w.])(?:Ds\s{{1,3}}(?P<department>[A-ZÅÄÖ][a-zåäö]{{0,2}})|(?P<kind>(?i:{_WORDS}))"
    r"|(?P<committee>[123]?[A-Za-zÅÄÖåäö]{1,4}U))\.?[\s(]{0,3}\Z"
)
"""What stands right before a number: the kind, or the committee (`KU 1990/91:38`)."""

LONGEST_BEFORE = 40


@dataclass(frozen=True, slots=True)
class Print:
    """A named print: its kind, the root of its key, and how its number is made (to go on in a list)."""

    kind: str
    root: str
    shape: tuple[bool, bool]


def session(match: re.Match[str]) -> str:
    """`2016/17` of `2016/17:171` and `2016/2017:171`; `1999/2000` and single years as they are."""
    until = match["until"]
    if until is None:
        return match["year"]
    short = until if len(until) == 2 or until == "2000" else until[2:]
    return f"{match['year']}/{short}"


def _is_session(match: re.Match[str]) -> bool:
    """Whether the years follow on each other: `2016/17`, not `2014/24`."""
    return match["until"] is None or (int(match["year"]) + 1) % 100 == int(match["until"][-2:])


def print_of(match: re.Match[str], before: re.Match[str] | None, last: Print | None) -> Print | None:
    """The print a number names, or None when it is none of one.

    `match` is the number, `before` what stands right before it, `last` the print whose list it goes on with.
    """
    kind = _kind(before)
    if not kind and not _is_session(match):
        return None
    series = (match["series"] or "").strip().upper()
    shape = (match["until"] is not None, bool(series))
    years, number = session(match), int(match["number"])
    if before is not None and before["committee"]:
        code = committees().get(before["committee"].upper())
        if code is None or series or (code == "SoU" and match["until"] is None):
            return None
        return Print("bet", f"bet/{years}:{code}{number}", shape)
    if kind == "sou" and match["until"]:
        return Print("bet", f"bet/{years}:SoU{number}", shape)
    if not kind and last is not None and last.shape == shape:
        kind = last.kind
    if series and kind != "prop":
        named = committees().get(series)
        if named and kind in ("", "bet"):
            return Print("bet", f"bet/{years}:{named}{number}", shape)
        sent = motion_series().get(series)
        if sent and (kind == "mot" or (not kind and match["until"])):
            return Print("mot", f"mot/{years}:{sent}{number}", shape)
        return None
    if not kind or (match["until"] and kind in _BY_YEAR):
        return None
    if kind in ("skr", "bet", "mot") and not match["until"]:
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
