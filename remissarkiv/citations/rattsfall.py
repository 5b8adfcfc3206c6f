"""Court cases as they are reported: NJA by page, HFD and RÅ by referat, AD by number, the rest by number."""

import re
from collections.abc import Iterator

from remissarkiv.domain import Citation, Span

_COURTS = {
    "NJA": "nja",
    "RÅ": "ra",
    "RA": "ra",
    "HFD": "hfd",
    "AD": "ad",
    "RH": "rh",
    "MÖD": "mod",
    "PMÖD": "pmod",
    "MD": "md",
    "MIG": "mig",
}
_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
_CASE = re.compile(
    r"(?<!\w)(?P<court>NJA|R[ÅA]|HFD|AD|RH|P?MÖD|MD|MIG)\s{1,3}" + _YEAR + r"(?:"
    r"\s{1,3}not\.?\s{0,3}(?P<not>\d{1,4})"
    r"|\s{1,3}s\.?\s{0,3}(?P<page>\d{1,4})"
    r"|(?:\s{1,3}(?:ref|nr)\.?\s{0,3}|:)(?P<number>\d{1,4}(?::\d{1,3})?))(?!\d)"
)
_SHORT_YEAR = re.compile(r"(?<!\w)R[ÅA]\s?(?P<year>\d\d)\s{1,3}(?P<number>\d:\d{1,3})(?!\d)")
_MORE = re.compile(
    r"\s{0,3}(?:,|och|samt)\s{1,3}(?P<whole>(?:(?P<year>(?:19|20)\d\d)\s{1,3})?(?P<sign>s\.?|ref\.?|nr\.?|not\.?)?\s{0,3}"
    r"(?P<number>\d{1,4}))(?!\d)(?![.:/]\d)(?!\s?(?:§|kap|kr|st))"
)


def _key(court: str, year: str, sign: str, number: str) -> str:
    if sign == "not":
        return f"dom/{court}/{year}/not/{number}"
    return f"dom/{court}/{year}s{number}" if sign == "s" else f"dom/{court}/{year}:{number}"


def find_rattsfall(text: str) -> Iterator[Citation]:
    """Every reported case, in order of place within each form of citation."""
    for match in _CASE.finditer(text):
        court, year = _COURTS[match["court"]], match["year"]
        sign = "not" if match["not"] else "s" if match["page"] else "nr"
        if (sign == "s") != (court == "nja") and sign != "not":
            continue
        number = match["not"] or match["page"] or match["number"]
        yield Citation(_key(court, year, sign, number), match[0], Span(*match.span()))
        end = match.end()
        # "AD 2008 nr 28 och 29", "NJA 1998 s. 14 och 2001 s. 3": a sign or a year shows that it goes on.
        while (more := _MORE.match(text, end)) and (more["sign"] or (not more["year"] and court == "ad")):
            year = more["year"] or year
            sign = {"s": "s", "not": "not"}.get((more["sign"] or "nr").rstrip("."), "nr")
            end = more.end()
            yield Citation(_key(court, year, sign, more["number"]), more["whole"], Span(*more.span("whole")))
    for match in _SHORT_YEAR.finditer(text):
        yield Citation(f"dom/ra/19{match['year']}:{match['number']}", match[0], Span(*match.span()))
