"""Förarbeten: propositions, SOU, Ds, directives, committee reports, riksdag decisions, motions; with pages.

A range or list of pages gives its named pages: `s. 162-165` is 162 and 165. `a. prop. s. 48` is the
proposition last named.
"""

import re
from collections.abc import Iterator

from remissarkiv.domain import Citation, Span

_SESSION = r"\d{4}(?:/\d{2,4})?"
_PRINT = re.compile(
    r"(?<![\w.])(?:(?P<kind>prop|sou|ds|dir|bet|rskr|mot)\.?(?:osition(?:en)?)?[ \t\n\u00a0]{1,3}"
    rf"(?:(?P<session>{_SESSION}):[ ]?(?P<series>[A-ZÅÄÖ]{{1,4}})?[ ]?(?P<number>\d{{1,4}})"
    r"|nr (?P<oldnumber>\d{1,4})/(?P<oldyear>\d{4})|(?P<year>\d{4}) nr (?P<nr>\d{1,4}))"
    r"|(?P<same>a\. ?(?:prop|bet)\.))(?!\d)",
    re.IGNORECASE,
)
_PAGE = re.compile(r",?\s{0,3}(?:s\.|s(?=\s)|sid\.?|sidan|sidorna)\s{0,3}(?P<page>\d{1,4})(?!\d)(?![:/]\d)")
_MORE_PAGES = re.compile(
    r"(?:\s{0,2}ff?\.?)?(?:\s{0,2}(?:,|och|samt|[-–])\s{0,2})(?:s\.\s{0,2})?(?P<page>\d{1,4})(?!\d)(?![:/.]\d)(?!\s?(?:§|kap))"
)
_PART = re.compile(r",?\s{0,3}(?:avsnitt|avsn\.)\s{0,3}(?P<part>\d{1,2}(?:\.\d{1,2}){0,4})")


def _root(match: re.Match[str]) -> str:
    kind = match["kind"].lower()
    if match["session"]:
        session, series, number = match["session"], (match["series"] or "").upper(), match["number"]
        # The two-chamber riksdag printed its propositions in part A; the number alone names them.
        series = "" if kind == "prop" and series == "A" else series
        return f"{kind}/{session}:{series}{int(number)}"
    return f"{kind}/{match['oldyear'] or match['year']}:{int(match['oldnumber'] or match['nr'])}"


def find_forarbeten(text: str) -> Iterator[Citation]:
    """Every citation of a preparatory work, in order of place."""
    last: dict[str, str] = {}
    for match in _PRINT.finditer(text):
        if match["same"]:
            root = last.get("bet" if "bet" in match["same"].lower() else "prop", "")
            if not root:
                continue
        else:
            root = _root(match)
            last[match["kind"].lower()] = root
        start, end = match.span()
        if part := _PART.match(text, end):
            key, end = f"{root}#S{part['part'].replace('.', '-')}", part.end()
            yield Citation(key, text[start:end], Span(start, end))
            continue
        page = _PAGE.match(text, end)
        if page is None:
            yield Citation(root, text[start:end], Span(start, end))
            continue
        yield Citation(f"{root}#sid{int(page['page'])}", text[start : page.end()], Span(start, page.end()))
        end = page.end()
        while more := _MORE_PAGES.match(text, end):
            end = more.end()
            yield Citation(f"{root}#sid{int(more['page'])}", more["page"], Span(*more.span("page")))
