"""Decisions of JO, JK and ARN, known by their diary numbers.

JO writes number-year (`3577-2011`, by others also `1234/2009`), JK number-year-group (`1879-02-40`), ARN
year-number (`2013-07406`, before 2000 `97-3546`). A number of JO or ARN counts where the authority is named
before it: JK's form is its own.
"""

import re
from collections.abc import Iterator

from remissarkiv.citations.numbers import digits_before
from remissarkiv.domain import Citation, Span

# The sign between the digits is looked for first: digits are many.
_SIGN = re.compile(r"[-/](?<=\d.)(?=\d\d)")
_LONGEST_NUMBER = 5
_NUMBER = re.compile(r"\d(?<![\w./-].)\d{0,4}(?:-\d{2,5}(?:-\d\d)?|/(?:19|20)\d\d)(?![\w/-])")
_FORMS = {
    "jk": re.compile(r"\d{2,5}-\d\d-\d\d"),
    "jo": re.compile(r"\d{1,5}[-/](?:19|20)\d\d"),
    "arn": re.compile(r"(?:(?:19|20)\d\d-\d{4,5}|9\d-\d{4})"),
}
_BODY = re.compile(
    r"(?<!\w)(?P<body>JO|JK|ARN|Justitieombudsman(?:nen|nens)?|Justitiekansler(?:n|ns)|"
    r"Riksdagens ombudsm[aä]n|Allmänna reklamationsnämnden)s?(?!\w)"
)
_CUE = re.compile(r"(?<![^\W_])(?:[Dd]nr|[Dd]iarienummer|[Dd]iarienr|ärende(?:nr|nummer| nr)?)\.?:?\s{1,3}\Z")
_DIRECT = re.compile(
    r"(?<!\w)(?P<body>(?i:JO|JK|ARN)|Justitieombudsmannens|Justitiekanslerns|Allmänna reklamationsnämndens)"
    r"(?::s|-)?\s{0,3}(?:(?:beslut|avgörande|uttalande|yttrande|referat)\s{1,3})?(?:i\s{1,3})?"
    r"(?:ärende\s{1,3})?(?:med\s{1,3})?(?:(?:dnr|diarienummer|nr)\.?\s{1,3})?\Z"
)
_DAY = re.compile(r"(?:19|20)\d\d-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?!\d)")
"""`JK:s beslut 2004-05-03` is of that day; only behind `dnr` such a number may be one of JK."""
_AND = re.compile(r"\s{0,3}(?:,|och|samt)\s{1,3}(?:dnr\s{1,3})?\Z")
_REACH = 120
_NEAR = 40
_BODIES = {"jo": "jo", "jk": "jk", "ar": "arn", "ri": "jo", "al": "arn"}
"""The first two letters of what names an authority -> the authority."""


def _body(name: str) -> str:
    name = name.lower()
    if name.startswith("justitie"):
        return "jo" if name.startswith("justitieo") else "jk"
    return _BODIES[name[:2]]


def _body_before(text: str, place: int) -> str:
    """The body last named shortly before `place`: a number-year form is JO's only where JO is spoken of."""
    found = ""
    for match in _BODY.finditer(text, max(0, place - _REACH), place):
        found = _body(match["body"])
    return found


def _who(text: str, start: int) -> str | None:
    """The authority that what stands right before a number points at: "" a diary number of nobody named."""
    before = max(0, start - _NEAR)
    if cue := _CUE.search(text, before, start):
        return _body_before(text, cue.start())
    if _DAY.match(text, start):
        return None
    direct = _DIRECT.search(text, before, start)
    return _body(direct["body"]) if direct else None


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Every number that may be one of a decision, in order of place."""
    for sign in _SIGN.finditer(text):
        if match := _NUMBER.match(text, digits_before(text, sign.start(), _LONGEST_NUMBER)):
            yield match


def find_myndighetsbeslut(text: str) -> Iterator[Citation]:
    """Every decision cited by diary number, in order of place."""
    end, body = -1, ""
    for match in _numbers(text):
        goes_on = end >= 0 and match.start() - end <= _NEAR and _AND.match(text[end : match.start()])
        who = body if goes_on else _who(text, match.start())
        if who is None:
            continue
        form = "jk" if _FORMS["jk"].fullmatch(match[0]) else who
        if not form or not _FORMS[form].fullmatch(match[0]):
            continue
        end, body = match.end(), who
        number = match[0].replace("/", "-")
        yield Citation(f"avg/{form}/{number}", match[0], Span(*match.span()))
