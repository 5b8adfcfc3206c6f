"""Decisions of JO, JK and ARN, known by their diary numbers.

JO writes number-year (`3577-2011`), JK number-year-group (`1879-02-40`), ARN year-number (`2013-07406`).
"""

import re
from collections.abc import Iterator

from remissarkiv.domain import Citation, Span

_BODY = re.compile(
    r"(?<!\w)(?P<body>JO|JK|ARN|Justitieombudsmannen|Justitiekanslern|Riksdagens ombudsmän)(?!\w)"
)
_CUE = re.compile(r"(?<![^\W_])(?:[Dd]nr|[Dd]iarienummer|ärende(?:nr|nummer| nr))\.?:?\s{1,3}")
_JK = re.compile(r"(?P<dnr>\d{2,5}-\d\d-\d\d)(?![\w-])")
_JO = re.compile(r"(?P<dnr>\d{1,5}-(?:19|20)\d\d)(?![\w-])")
_ARN = re.compile(r"(?P<dnr>(?:19|20)\d\d-\d{4,5})(?![\w-])")
_ARN_DIRECT = re.compile(r"(?<!\w)ARN\s{1,3}(?P<dnr>(?:19|20)\d\d-\d{4,5})(?![\w-])")
_JO_DIRECT = re.compile(r"(?<!\w)JO\s{1,3}(?P<dnr>\d{1,5}-(?:19|20)\d\d)(?![\w-])")
_JK_DIRECT = re.compile(r"(?<!\w)JK\s{1,3}(?P<dnr>\d{2,5}-\d\d-\d\d)(?![\w-])")
_AND = re.compile(r"\s{0,3}(?:,|och|samt)\s{1,3}(?:dnr\s{1,3})?")
_REACH = 120
_BODIES = {
    "JO": "jo",
    "Justitieombudsmannen": "jo",
    "Riksdagens ombudsmän": "jo",
    "JK": "jk",
    "Justitiekanslern": "jk",
    "ARN": "arn",
}


def _body_before(text: str, place: int) -> str:
    """The body last named shortly before `place`: a number-year form is JO's only where JO is spoken of."""
    found = ""
    for match in _BODY.finditer(text, max(0, place - _REACH), place):
        found = _BODIES[match["body"]]
    return found


def _citation(body: str, match: re.Match[str]) -> Citation:
    return Citation(f"avg/{body}/{match['dnr']}", match["dnr"], Span(*match.span("dnr")))


def find_myndighetsbeslut(text: str) -> Iterator[Citation]:
    """Every decision cited by diary number, in order of place within each form of citation."""
    for cue in _CUE.finditer(text):
        body, place = _body_before(text, cue.start()), cue.end()
        while True:
            jk = _JK.match(text, place)
            match = (
                jk
                or (_JO.match(text, place) if body == "jo" else None)
                or (_ARN.match(text, place) if body == "arn" else None)
            )
            if match is None:
                break
            yield _citation("jk" if jk else body, match)
            more = _AND.match(text, match.end())
            if more is None:
                break
            place = more.end()
    for body, pattern in (("arn", _ARN_DIRECT), ("jo", _JO_DIRECT), ("jk", _JK_DIRECT)):
        for match in pattern.finditer(text):
            yield _citation(body, match)
