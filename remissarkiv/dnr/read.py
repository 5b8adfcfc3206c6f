"""From a match of a style to a Dnr: which number is the year, and is it a Dnr at all."""

import re

from remissarkiv.dnr.authorities import is_known_diary, is_not_diary, writes_number_first
from remissarkiv.dnr.styles import Style
from remissarkiv.domain import Dnr, Span

_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_CENTURY_TURN = 50
_LAST_LIKELY_YEAR = 2049
_ORGANISATION_DIGITS = (6, 4)


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and _FIRST_YEAR <= int(digits) <= _LAST_YEAR


def full_year(two_digits: str) -> int:
    """`19` is 2019 and `80` is 1980: diaries of the 21st century below 50."""
    short = int(two_digits)
    return 2000 + short if short < _CENTURY_TURN else 1900 + short


def _year_and_number(first: str, second: str, *, number_first: bool) -> tuple[int, str] | None:
    """Tell year from number: four digits that can be a year, else two digits beside a longer number."""
    if _is_year(first) and _is_year(second):
        if number_first or int(first) > _LAST_LIKELY_YEAR:
            return int(second), first
        return int(first), second
    if _is_year(first):
        return int(first), second
    if _is_year(second):
        return int(second), first
    if len(second) == 2:
        # Göteborg writes 0560/19; with two digits on both sides its order holds.
        return full_year(second), first
    if len(first) == 2:
        return full_year(first), second
    return None


def _looks_like_date(match: re.Match[str]) -> bool:
    """`2025-09-25` and `KS 2024-01-23` are days, `KS-2024-00014` is not."""
    return (
        re.search(r"(?<!\d)(?:19|20)\d\d[-./](?:0[1-9]|1[0-2])[-./](?:0[1-9]|[12]\d|3[01])(?!\d)", match[0])
        is not None
    )


def read(style: Style, match: re.Match[str]) -> Dnr | None:
    """The Dnr of a match, or None when the digits cannot be one (a day, an organisation number, no year)."""
    groups = match.groupdict()
    authority = groups.get("authority") or ""
    if _looks_like_date(match) or (authority and is_not_diary(authority) and not is_known_diary(authority)):
        return None
    if groups.get("year"):
        year, number = int(groups["year"]), groups["number"]
        if style.name == "letters-year-number" and _is_year(number):
            found = _year_and_number(groups["year"], number, number_first=writes_number_first(authority))
            year, number = found or (year, number)
    elif groups.get("short"):
        year, number = full_year(groups["short"]), groups["number"]
    else:
        first, second = groups["a"], groups["b"]
        if groups["sep"] == "-" and (len(first), len(second)) == _ORGANISATION_DIGITS:
            return None
        found = _year_and_number(first, second, number_first=writes_number_first(authority))
        if found is None:
            return None
        year, number = found
    if int(number) == 0:
        return None
    suffix = groups.get("suffix") or groups.get("code") or ""
    return Dnr(authority.upper(), year, int(number), suffix, match[0], Span(*match.span()))


def is_school_year(dnr: Dnr) -> bool:
    """`2023/24` and `2023-2024`: a span of two years, unless a diary is named or a cue stands before."""
    return dnr.number in (dnr.year + 1, (dnr.year + 1) % 100)


def stands_alone(style: Style, match: re.Match[str], dnr: Dnr) -> bool:
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
        return letters.isupper()
    if len(letters) == 1:
        # A ministry: S2025/01130. A lone letter before a blank is a heading or a list.
        return letters.isupper() and not join and sep == "/" and groups.get("year") is not None
    if is_school_year(dnr) and not (known and letters.isupper()):
        return False
    if groups.get("year"):
        if known:
            return letters.isupper() or join in ("", "/", "-") or letters[0].isupper()
        padded = len(groups["number"]) >= 4
        return letters.isupper() and (sep == "/" or "/" in join or (padded and sep == "-"))
    if not (_is_year(groups["a"]) or _is_year(groups["b"])):
        return known and letters.isupper() and sep == "/" and len(groups["a"]) >= 3
    if known:
        return letters[0].isupper() and sep == "/"
    return sep == "/" and len(letters) <= 4 and letters[0].isupper() and _is_year(groups["b"])
