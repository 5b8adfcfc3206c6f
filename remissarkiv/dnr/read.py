"""From a match of a style to a Dnr: which number is the year, and is it a Dnr at all."""

import re

from remissarkiv.dnr.authorities import (
    diary_of,
    is_board,
    is_known_diary,
    is_ministry,
    is_not_diary,
    is_not_diary_after_cue,
    writes_number_first,
)
from remissarkiv.dnr.styles import MISREAD_S, Style
from remissarkiv.dnr.years import Times, is_year
from remissarkiv.domain import Dnr, Span

_ORGANISATION_DIGITS = (6, 4)
_GLUED_CUE = re.compile(r"(?:[Dd]nr|[äÄaA]rendenr|[Dd]iarienr)(?:[^\W\d_a-zåäö]|\Z)")
_PADDED = 5
"""Digits of a number with which the Government Offices write it since 2015."""
_LONGEST_BOARD = 4
"""Letters of a diary that nobody has told of."""
_LONGEST_PLAN = 10
"""Years; `IFAD 2021-2024` is a period."""
_LONGEST_BUDGET = 4
"""Years; `KS 2023-2026` is a period of a board."""
_YEARS = re.compile(r"(?:19|20)\d\d-(?:19|20)\d\d")
_ACT = re.compile(r"(?<!s)(?:lag|lagen|ning|ningen|balk|balken) \(\Z", re.IGNORECASE)
"""`Förordning (2000.1307)` is an act, `förslag (2001.118)` an ärende."""
_TELEPHONE = re.compile(r"[ \u00a0]\d{2,3}[ \u00a0]\d{2,3}(?!\d)|[ \u00a0]\d\d(?!\d)")
"""What follows on `08-508` in a telephone number: ` 25 000`."""
_SHORT_NUMBERS = re.compile(r"\d{1,2}\D\d{1,2}(?!\d)")
"""`50/50`, `90/10-regeln`."""
_PADDED_HYPHENS = re.compile(r"[A-ZÅÄÖ]{1,5}-(?:19|20)\d\d-(?!(?:19|20)\d\d(?!\d))\d{4,6}(?!\d)")
_BLOCK = re.compile(r"[A-ZÅÄÖ]+[ \u00a0]\d{6}")
_OLD_MINISTRY = re.compile(r"[A-ZÅÄÖ]/?\d\d/\d{3,}")
"""Before 2000 the Government Offices wrote `S98/1234/SF`; `s. 12-14` are pages."""
_THREE_GROUPS = re.compile(r"\d{1,4}(?:\.\d{1,3}){0,3}-\d{3,6}-\d\d(?!\d)")
_A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PERIOD = re.compile(r"\s(?:19|20)\d\d[-–]\d{4}\Z")
_PARTED = re.compile(r"[^\W\d_]+/\d{1,7}/(?:19|20)\d\d\Z")
"""`PC/02/2006`: of something else, unless the letters are a diary's (`LS/123/2012`)."""
_SERIES = re.compile(r"(?P<letters>[^\W\d_]+)(?P<join>\W{0,2})(?:19|20)\d\d:\d{1,3}\Z")
"""`SSM 2014:36`, `BRÅ 2019:5`: reports are numbered so."""
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d[-./](?:0[1-9]|1[0-2])[-./](?:0[1-9]|[12]\d|3[01])(?!\d)")


def _is_session(year: int, following: str) -> bool:
    """`2018/19` of Riksdagsförvaltningen, whose diary follows the session."""
    return int(following) == (year + 1) % 100


def _is_person_or_company(first: str, second: str) -> bool:
    """Whether ten digits are an organisation or personal number: the last one is then a check digit. What
    begins with 0 and is no day, `005544-2012`, is Försäkringskassan's Dnr."""
    if (len(first), len(second)) != _ORGANISATION_DIGITS:
        return False
    if not is_year(second):
        return True
    doubled = (int(digit) * (2 - n % 2) for n, digit in enumerate(first + second))
    return sum(sum(divmod(value, 10)) for value in doubled) % 10 == 0


def read(style: Style, match: re.Match[str], times: Times, *, cued: bool) -> Dnr | None:
    """The Dnr of a match, or None when the digits cannot be one (a day, an organisation number, no year) or
    the letters are no diary's; `cued` tells that "Dnr" stands before, which more letters may follow."""
    groups = match.groupdict()
    authority = groups.get("authority") or ""
    # `2025-09-25` and `KS 2024-01-23` are days, `KS-2024-00014` is not.
    if _DATE.search(match[0]) or (authority and _is_no_diary(authority, groups.get("sep") or "", cued=cued)):
        return None
    if style.name == "dotted-in-brackets" and _ACT.search(
        match.string, max(0, match.start() - 12), match.start()
    ):
        return None
    if _GLUED_CUE.match(authority) or _is_unknown(style, authority, groups.get("sep") or "", cued=cued):
        return None
    coded = groups.get("code") is not None
    if groups.get("year"):
        year, number = int(groups["year"]), re.sub(r"\D", "", groups["number"])
        if style.name == "number-session" and not _is_session(year, groups["next"]):
            return None
        if style.name == "letters-year-number" and is_year(number):
            number_first = writes_number_first(authority)
            found = times.year_and_number(groups["year"], number, number_first=number_first)
            year, number = found or (year, number)
    elif groups.get("short"):
        year, number = times.full_year(groups["short"]), groups["number"]
    else:
        first, second = groups["a"], groups["b"]
        if groups["sep"] in "-–" and _is_person_or_company(first, second):
            return None
        if groups["sep"] == "-" and first[0] == "0" and _TELEPHONE.match(match.string, match.end("b")):
            return None
        found = times.year_and_number(first, second, number_first=writes_number_first(authority), coded=coded)
        if found is None:
            return None
        year, number = found
    # `JO 2011/12 s. 471` is a page of JO's yearbook, `Jo 2005/1234` of Jordbruksdepartementet.
    if int(number) == 0 or (authority.upper() == "JO" and int(number) < 100):
        return None
    suffix = groups.get("suffix") or groups.get("code") or ""
    letters = "S" if authority == MISREAD_S else authority.upper()
    return Dnr(letters, year, int(number), suffix, match[0], Span(*match.span()))


def _is_no_diary(letters: str, sep: str, *, cued: bool) -> bool:
    return is_not_diary_after_cue(letters, sep) if cued else is_not_diary(letters)


def _is_unknown(style: Style, letters: str, sep: str, *, cued: bool) -> bool:
    """Whether the style asks for letters of a known diary and these are none. Of two groups of letters the
    first tells whose it is: `ÅM-A 2012/0456` is of Åklagarmyndigheten; `PTS-ER 2007:7` is a report."""
    if not style.known or (cued and style.known_only_alone):
        return False
    whose, _, unit = letters.partition("-")
    return not (is_known_diary(letters) or (unit and sep == "/" and len(whose) > 1 and is_known_diary(whose)))


def is_school_year(dnr: Dnr) -> bool:
    """`2023/24` and `2023-2024`: a span of two years, unless a diary is named or a cue stands before."""
    return dnr.number in (dnr.year + 1, (dnr.year + 1) % 100)


def may_be_whole(dnr: Dnr) -> bool:
    """Whether a text that is nothing but this may be meant as a Dnr: a line of a letterhead, a query.

    `2023/24`, `2020-2024` and `2017:725` are years and an act, `50/50` and `öppet 24/7` neither, `C-131/12`
    and `T 1234-19` cases of courts.
    """
    raw, letters = dnr.raw, dnr.authority
    if not letters:
        shares = _SHORT_NUMBERS.match(raw) and not (dnr.suffix and dnr.suffix[0].isdigit())
        return not (is_school_year(dnr) or ":" in raw or _YEARS.match(raw) or shares)
    if _PERIOD.search(raw) and 0 < dnr.number - dnr.year <= _LONGEST_BUDGET:
        return False
    if (series := _SERIES.match(raw)) and not is_board(letters):
        return "/" in series["join"] and not is_ministry(series["letters"])
    diary = diary_of(letters)
    if _BLOCK.fullmatch(raw) and not (diary and diary.kept_by == "region"):
        return False  # `REV 180123` is a day, `LTV 180123` a Dnr
    if len(letters) == 1 and not (_A_YEAR.search(raw) or _OLD_MINISTRY.match(raw)):
        return False
    if diary is not None:
        return True
    if "." in dnr.suffix and letters.isalpha() and raw[0].isupper():
        return True  # a dossier code: `SU FV-1.1.3-1234-18`
    if raw.islower() or not _A_YEAR.search(raw) or _PARTED.match(raw):
        return False
    return len(letters) > 1 or f"{dnr.year}/" in raw or is_padded(raw, 0)


def is_padded(text: str, start: int) -> bool:
    """Whether letters, a year and a number with zeros before it are joined by hyphens, which nothing but a
    Dnr is: `V-2021-0123` of a university."""
    return _PADDED_HYPHENS.match(text, start) is not None


def may_follow_beteckning(dnr: Dnr) -> bool:
    """Whether a Dnr can be what "Beteckning" alone is said of: it has its year in full, or as many groups as
    `505-2345-19`, or a board's letters. The name of a property (`Berga 3:12`) has not, and a colon is also in
    that of a standard (`ISO 9001:2015`)."""
    if is_board(dnr.authority):
        return True
    if ":" in dnr.raw or is_school_year(dnr) or _YEARS.match(dnr.raw):
        return False
    return bool(_A_YEAR.search(dnr.raw) or _THREE_GROUPS.match(dnr.raw))


def stands_alone(style: Style, match: re.Match[str], dnr: Dnr, times: Times) -> bool:
    """Whether a match in running text is a Dnr without any cue before it.

    `KS 2018/14` is: boards are known by their letters. Unknown letters need a form that little else has:
    capitals with a slash (`KSKF/2018:159`, `ABC 2018/14`), or Örebro's `Gya 1/2022`.
    """
    if style.alone == "never" or not style.names_a_diary:
        return style.alone == "always" and not (style.name == "code-number-year" and _is_issue(dnr))
    letters, groups = match["authority"], match.groupdict()
    if style.alone == "always":
        return not letters.islower()
    known = is_known_diary(letters)
    join, sep = groups.get("join") or "", groups.get("sep") or ""
    if style.name == "year-letters-number":
        # A lone letter is a code of something else: `1980A0010`.
        return letters.isupper() and len(letters) > 1 and len(groups["number"]) >= 3
    if len(letters) == 1:
        return letters.isupper() and bool(groups.get("year")) and _is_lone_ministry(join, sep, groups)
    number_first = groups.get("b") == str(dnr.year)  # `Gn 24/2023` is no school year
    if (
        is_school_year(dnr)
        and not number_first
        and not (known and letters.isupper() and groups.get("year") and sep not in "-–")
    ):
        return False
    if groups.get("year"):
        return _year_stands_alone(letters, join, sep, dnr, groups["number"])
    first, second = groups["a"], groups["b"]
    if not (is_year(first) or is_year(second)):
        return known and letters.isupper() and times.is_likely(dnr.year) and _is_no_day(sep, first, second)
    if is_board(letters):
        return letters[0].isupper() and sep == "/"
    if abs(dnr.number - dnr.year) == 1 or join == "/":
        return False  # `Bocuse d'Or 2024/2025`, `PC/02/2006`
    return sep == "/" and len(letters) <= 4 and letters[0].isupper() and is_year(second)


def _is_lone_ministry(join: str, sep: str, groups: dict[str, str | None]) -> bool:
    """Whether what stands behind a lone letter makes it a ministry: `S2025/01130`, `(U 2023/01468)`,
    `U 2014/654/UC`, `N2015-06680-PUB`; or Advokatsamfundet: `R-2019/1234`. A lone letter before a blank is
    else a heading or a list."""
    unit = (groups.get("suffix") or "").isalpha()
    padded = len(groups["number"] or "") == _PADDED
    if sep == "-":
        return not join and padded and unit
    padded = padded or (join == "-" and len(groups["number"] or "") >= 4)
    return sep == "/" and (not join or padded or unit)


def _is_issue(dnr: Dnr) -> bool:
    """`nr 3-4/2019`, `beslut 123-125/2019`: two numbers of one year, not a dossier code and a number."""
    if not dnr.suffix.isdigit():
        return False
    return (len(dnr.suffix) < 3 and dnr.number < 100) or 0 < dnr.number - int(dnr.suffix) < 10


def _year_stands_alone(letters: str, join: str, sep: str, dnr: Dnr, number: str) -> bool:
    """Whether letters, a year in full and a number are a Dnr."""
    committee = is_ministry(letters) and len(number) == 2 and not (is_board(letters) and number[0] != "0")
    if sep == ":" and committee:
        return False  # a committee: Utredningen om en kommunallag för framtiden (Fi 2012:07)
    if sep == ":" and is_known_diary(letters) and not is_board(letters) and len(number) < 4:
        return False  # a series of reports or rules: `SSM 2014:36`, `FI 2002:2`
    known, years = is_known_diary(letters) or is_ministry(letters), dnr.number - dnr.year
    if (
        not join.strip()
        and sep in "-–"
        and len(number) == 4
        and 0 < years <= (_LONGEST_BUDGET if known else _LONGEST_PLAN)
    ):
        return False
    if known:
        return letters.isupper() or join in ("", "/", "-") or letters[0].isupper()
    if sep == ":" and join == "/" and len(letters) <= _LONGEST_BOARD:
        return True  # Botkyrka: `sbf/2016:91`
    padded = len(number) >= 4
    return letters.isupper() and (sep == "/" or "/" in join or (padded and sep == "-"))


def _is_no_day(sep: str, first: str, second: str) -> bool:
    """`TN 98/41` and `MHN 98:0112` are Dnr; `KS 12/3` is the meeting of 12 March, `KS 10:15` a time and
    `BUN 97/98` a school year."""
    if sep == ":":
        return len(first) == 2 and len(second) >= 3
    season = len(first) == len(second) == 2 and (int(second) - int(first)) % 100 == 1
    return sep == "/" and not season and (int(first) > 31 or int(second) > 12)
