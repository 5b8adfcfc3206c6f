"""From a match of a style to a Dnr: which number is the year, and is it a Dnr at all."""

import re

from remissarkiv.dnr.authorities import (
    is_known_diary,
    is_ministry,
    is_not_diary,
    writes_number_first,
)
from remissarkiv.dnr.styles import MISREAD_S, Style
from remissarkiv.dnr.years import Times, is_year
from remissarkiv.domain import Dnr, Span

_ORGANISATION_DIGITS = (6, 4)
_GLUED_CUE = re.compile(r"[Dd]nr[^\W\d_a-zåäö]")
_LONGEST_PLAN = 10
"""Years; `IFAD 2021-2024` is a period."""


def _looks_like_date(match: re.Match[str]) -> bool:
    """`2025-09-25` and `KS 2024-01-23` are days, `KS-2024-00014` is not."""
    return (
        re.search(r"(?<!\d)(?:19|20)\d\d[-./](?:0[1-9]|1[0-2])[-./](?:0[1-9]|[12]\d|3[01])(?!\d)", match[0])
        is not None
    )


def read(style: Style, match: re.Match[str], times: Times) -> Dnr | None:
    """The Dnr of a match, or None when the digits cannot be one (a day, an organisation number, no year)."""
    groups = match.groupdict()
    authority = groups.get("authority") or ""
    if _looks_like_date(match) or (authority and is_not_diary(authority) and not is_known_diary(authority)):
        return None
    if _GLUED_CUE.match(authority) or (style.known_only and not is_known_diary(authority)):
        return None
    coded = groups.get("code") is not None
    if groups.get("year"):
        year, number = int(groups["year"]), groups["number"]
        if style.name == "letters-year-number" and is_year(number):
            number_first = writes_number_first(authority)
            found = times.year_and_number(groups["year"], number, number_first=number_first)
            year, number = found or (year, number)
    elif groups.get("short"):
        year, number = times.full_year(groups["short"]), groups["number"]
    else:
        first, second = groups["a"], groups["b"]
        if groups["sep"] == "-" and (len(first), len(second)) == _ORGANISATION_DIGITS:
            return None
        found = times.year_and_number(first, second, number_first=writes_number_first(authority), coded=coded)
        if found is None:
            return None
        year, number = found
    if int(number) == 0:
        return None
    suffix = groups.get("suffix") or groups.get("code") or ""
    letters = "S" if authority == MISREAD_S else authority.upper()
    return Dnr(letters, year, int(number), suffix, match[0], Span(*match.span()))


def is_school_year(dnr: Dnr) -> bool:
    """`2023/24` and `2023-2024`: a span of two years, unless a diary is named or a cue stands before."""
    return dnr.number in (dnr.year + 1, (dnr.year + 1) % 100)


def stands_alone(style: Style, match: re.Match[str], dnr: Dnr, times: Times) -> bool:
    """Whether a match in running text is a Dnr without any cue before it.

    `KS 2018/14` is: boards are known by their letters. Unknown letters need a form that little else has:
    capitals with a slash (`KSKF/2018:159`, `ABC 2018/14`), or Örebro's `Gya 1/2022`.
    """
    if not style.letters:
        return style.strong
    letters, groups = match["authority"], match.groupdict()
    known = is_known_diary(letters)
    join, sep = groups.get("join") or "", groups.get("sep") or ""
    if style.name == "year-letters-number":
        return letters.isupper() and (known or len(letters) > 1)
    if style.strong:
        return not letters.islower()
    if len(letters) == 1:
        # A ministry: S2025/01130. A lone letter before a blank is a heading or a list.
        return letters.isupper() and not join and sep == "/" and groups.get("year") is not None
    if is_school_year(dnr) and not (known and letters.isupper() and groups.get("year")):
        return False
    if groups.get("year"):
        if sep == ":" and is_ministry(letters) and len(groups["number"]) == 2:
            return False  # a committee: Utredningen om en kommunallag för framtiden (Fi 2012:07)
        if known:
            return letters.isupper() or join in ("", "/", "-") or letters[0].isupper()
        if sep == "-" and 0 < dnr.number - dnr.year <= _LONGEST_PLAN:
            return False
        padded = len(groups["number"]) >= 4
        return letters.isupper() and (sep == "/" or "/" in join or (padded and sep == "-"))
    first, second = groups["a"], groups["b"]
    if not (is_year(first) or is_year(second)):
        return known and letters.isupper() and times.is_likely(dnr.year) and _is_no_day(sep, first, second)
    if known:
        return letters[0].isupper() and sep == "/"
    return sep == "/" and len(letters) <= 4 and letters[0].isupper() and is_year(second)


def _is_no_day(sep: str, first: str, second: str) -> bool:
    """`TN 98/41` and `MHN 98:0112` are Dnr; `KS 12/3` is the meeting of 12 March, `KS 10:15` a time and
    `BUN 97/98` a school year."""
    if sep == ":":
        return len(first) == 2 and len(second) >= 3
    season = len(first) == len(second) == 2 and (int(second) - int(first)) % 100 == 1
    return sep == "/" and not season and (int(first) > 31 or int(second) > 12)
