"""The line with which a § of minutes begins.

    § 21                       Dnr KS-2023-00713        Kungsbacka
    Ks § 45/2014   Dnr 2014/123                         body and year beside the number; also § 2014/45
    § 112 Svar på motion om cykelvägar                  the heading on the line
    45 §                                                the number first, as before 1990
    8 21   S 21   $ 21                                  what OCR makes of a §

A line that goes on as a reference does is no head: `§ 5 i lagen`, `2 § kommunallagen`, `§ 26, 2024-01-16`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from indexer.extract.lines import Line

LONGEST = 300
"""Characters; a longer line is a paragraph of text."""

_MOST_IN_RANGE = 400
_BODY = r"(?:(?P<body>[A-ZÅÄÖ][\w/-]{0,30}(?: [A-ZÅÄÖ]{2,3})?)[.,/]?[ ]{0,2})?"
_NUMBER = r"(?P<number>[\dlIO]{1,4})(?:\s?(?P<letter>[a-h])(?![\w.)]))?"
_LAST = r"(?:\s?(?:[-–—]|och)\s?(?:§\s?)?(?P<last>\d{1,4}))?"
_YEAR_FIRST = r"(?:(?:19|20)\d\d\s?[/:]\s?)?"
_YEAR = r"(?:\s?/\s?(?:19|20)?\d\d(?!\d))?"
_END = r"(?![\w%]|[/:]\w)\s?[.:]?"
_SIGNED = re.compile(
    rf"{_BODY}(?P<sign>§{{1,2}}|Paragraf(?:er)?|PARAGRAF(?:ER)?)\s{{0,3}}{_YEAR_FIRST}{_NUMBER}{_LAST}{_YEAR}{_END}"
)
_NUMBER_FIRST = re.compile(rf"(?P<number>\d{{1,4}})\s?(?P<letter>[a-h])?\s?§(?!\s?[\d§]){_END}")
_SIGNS = ("§", "aragraf", "ARAGRAF")
"""What a head has of which the sign was read; most lines have none."""

_FOR_A_SIGN = frozenset("8S5g&$¢ß")
_MISREAD = re.compile(
    rf"(?:[8S5g&$¢ß]\s{{1,3}}|[$&¢ß])(?P<number>\d{{1,4}})(?P<letter>(?!))?{_LAST}{_YEAR}{_END}"
)
_DIGITS = str.maketrans("lIO", "110")
# Acts by their short names stand with a capital: "§ 5 KL". Everything in lower case is a reference too.
_REFERENCE = re.compile(
    r"[,;)]|[a-zåäö]|\(forts|(?:KL|SoL|PBL|FL|FPL|OSL|TF|RF|MB|LSS|BrB|RB|ÄB|FB|LOU|Kommunallagen)\b"
)
# "Se § 5", "Forts. § 21": the word before the sign is no body.
_NO_BODY = frozenset(
    (
        "SE JFR JÄMFÖR ENLIGT FORTS FORTSÄTTNING OCH I AV TILL MED FÖR BILAGA JÄMLIKT PARAGRAF PARAGRAFER"
    ).split()
)
# "Paragrafer" over "§§ 20-25": what the first page or a diary states.
_LABEL = re.compile(r"(?:Justerade |Omedelbart justerade )?Paragraf(?:er|nr)?\s?:?", re.IGNORECASE)
_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")

NUMBER_FIRST = "#"
"""The body of a head that has its number before the sign: a series of its own."""


class ParagraphHead(NamedTuple):
    """The head of a §: whose series it belongs to ("" when the line does not say, else the letters before the
    sign in upper case), its number, its letter (`a` of `§ 21 a`), the last number of several in one, whether
    the sign was read for certain, and where on the line the rest begins."""

    body: str
    number: int
    letter: str
    last: int
    certain: bool
    rest: int

    @property
    def shown(self) -> str:
        """The number as people write it: `21`, `21 a`, `10–12`."""
        if self.last > self.number:
            return f"{self.number}–{self.last}"
        return f"{self.number} {self.letter}".strip()


def paragraph_head(line: str) -> ParagraphHead | None:
    """The head that a line without blanks around it begins with; None when it is none."""
    if not line or len(line) > LONGEST:
        return None
    match = None
    if any(sign in line for sign in _SIGNS):
        match = _SIGNED.match(line) or _NUMBER_FIRST.match(line)
    certain = match is not None
    if match is None and line[0] in _FOR_A_SIGN:
        match = _MISREAD.match(line)
    if match is None:
        return None
    groups = match.groupdict()
    rest = line[match.end() :].lstrip(" \t:–-")
    if _REFERENCE.match(rest) or (_DATE.match(rest) and not certain):
        return None
    if not certain and rest[:1].isdigit():
        return None
    digits = match["number"].translate(_DIGITS)
    number = int(digits)
    if number == 0 or (not any(c.isdigit() for c in match["number"]) and len(digits) > 1):
        return None
    last = int(groups.get("last") or 0)
    if not number < last < number + _MOST_IN_RANGE:
        last = number
    body = NUMBER_FIRST if match.re is _NUMBER_FIRST else (groups.get("body") or "").upper()
    if body in _NO_BODY:
        return None
    return ParagraphHead(body, number, (match["letter"] or "").lower(), last, certain, match.end())


def is_stated(lines: Sequence[Line], n: int) -> bool:
    """Whether the line above names what stands on line `n`: the § is stated there and does not begin."""
    return n > 0 and _LABEL.fullmatch(lines[n - 1].text) is not None


def first_head(lines: Sequence[Line]) -> tuple[int, ParagraphHead] | None:
    """The first § that begins on one of these lines, and the number of the line; None without one.

    `1 § Denna lag innehåller …` is how acts begin theirs, so a number before the sign must stand alone. The
    very first line may have its sign misread.
    """
    for n, line in enumerate(lines):
        head = paragraph_head(line.text)
        if head is None or not (head.certain or n == 0) or is_stated(lines, n):
            continue
        if head.body != NUMBER_FIRST or head.rest == len(line.text):
            return n, head
    return None
