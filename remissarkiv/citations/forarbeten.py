"""Förarbeten: propositions, SOU, Ds, directives, committee reports, riksdag decisions, motions; with
pages.

    print = kind number | committee number | "rskr." number-of-the-same-session | "a. prop." | "samma prop."
    place = [ "del 1" ] ( pages | avsnitt )  |  avsnitt "i" print  |  avsnitt "i kommitténs betänkande"

A range or list of pages gives its named pages: `s. 162-165` is 162 and 165. What refers back (`a. prop. s.
48`, `a.a. s. 50`) is the print last named.
"""

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from remissarkiv.citations.kommitteer import report_of_committee
from remissarkiv.citations.tryck import BEFORE, LONGEST_BEFORE, NUMBER, Print, print_of
from remissarkiv.domain import Citation, Span

_OLD = re.compile(
    r"(?<![\w.])(?P<kind>prop|mot)\.?(?:osition(?:en)?)?\s{1,3}"
    r"(?:nr\s(?P<oldnumber>\d{1,4})/(?P<oldyear>\d{4})|(?P<year>\d{4})\snr\s(?P<nr>\d{1,4}))(?!\d)",
    re.IGNORECASE,
)
_SAME_SESSION = re.compile(r"[Rr](?<![\w.].)skr\.?\s{1,3}(?P<number>\d{1,3})(?![\d/:])", re.IGNORECASE)
_BACK = re.compile(
    r"(?:[Aa]\.(?<![\w.]..)\s?(?:(?P<short>prop|bet)(?:\.|(?=\s))|(?P<any>a)\.)"
    r"|(?:[Ss]amma|[Nn]ämnda|[Aa]nförda|[Aa]nf\.)\s{1,3}(?P<word>prop(?=\.|osition)|betänkande)(?:\.|osition)?"
    r"|(?P<definite>[Pp]rop(?:ositionen|\.)|[Bb]etänkandet)(?=,?\s{1,3}s(?:\.|id)))(?!\w)"
)
_PAGE = re.compile(r",?\s{0,3}(?:s\.|s(?=\s)|sid\.?|sidan|sidorna)\s{0,3}(?P<page>\d{1,4})(?!\d)(?![:/]\d)")
_MORE_PAGES = re.compile(
    r"(?:\s{0,2}ff?\.?)?(?:\s{0,2}(?:,\s?(?:och|samt)?|och|samt|[-–])\s{0,2})(?:s\.\s{0,2})?"
    r"(?P<page>\d{1,4})(?!\d)(?![:/.]\d)(?!\s?(?:§|kap))"
)
_PAGE_BEFORE = re.compile(
    r"(?<!\w)(?:s\.|sid\.?|sidan|sidorna)\s{0,3}(?P<page>\d{1,4})(?:\s?ff?\.)?\s{1,3}i\s{1,3}(?:regeringens\s{1,3})?\Z"
)
_VOLUME = re.compile(r",?\s{1,3}(?:del|band|volym|häfte|bilaga|bil\.)\s{1,2}(?:\d{1,2}|[A-ZIVX]{1,4})(?!\w)")
_SECTION = r"\d{1,2}(?:\.\d{1,2}){0,4}"
_AND = r"(?:,\s{0,3}(?:och|samt)?|och|samt|eller|[-–])"
_PART = re.compile(rf",?\s{{0,3}}(?:avsnitten|avsnitt|avsn\.)\s{{0,3}}(?P<part>{_SECTION})(?![\d/:])")
_MORE_PARTS = re.compile(rf"\s{{0,3}}{_AND}\s{{0,3}}(?P<part>{_SECTION})(?![\d/:])(?!\s?(?:§|kap))")
_OF_PRINT = re.compile(
    r"\s{1,3}(?:i|av)\s{1,3}(?:"
    r"(?:den\s|samma\s|[^\W\d_]{3,40}s\s{1,3})?(?P<word>betänkande|proposition|promemoria)(?:t|en|n)?(?!\w)|(?=\S))"
)
_MEANT = {"betänkande": ("sou", "bet", "ds"), "proposition": ("prop",), "promemoria": ("ds",)}
_GAP = re.compile(r"\s{0,3}(?:,|och|eller|samt|respektive|resp\.)\s{1,3}(?:\(?\s?)\Z")
_LONGEST_GAP = 16
_CHAIN = 160
_LONGEST_PAGE = 40
_MOST = 60
"""Pages or sections of one citation; the bound keeps a page of numbers linear."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A print and where the text names it."""

    print: Print
    span: Span


def find_forarbeten(text: str) -> Iterator[Citation]:
    """Every citation of a preparatory work; unordered, and apart."""
    prints = list(_prints(text))
    spoken: set[int] = set()
    if "vsn" in text:
        for citations, index in _sections(text, prints):
            yield from citations
            if index is not None:
                spoken.add(index)
    for index, named in enumerate(prints):
        if index not in spoken:
            yield from _with_place(text, named)


def _prints(text: str) -> Iterator[_Named]:
    """The prints that are named or referred back to, in order of place."""
    found = [*NUMBER.finditer(text)]
    if " nr " in text:
        found += _OLD.finditer(text)
    found.sort(key=lambda match: match.span())
    if not any(_named(text, match, None, {}) for match in found):
        return  # what refers back has nothing to refer to
    found += [*_SAME_SESSION.finditer(text), *_BACK.finditer(text)]
    found.sort(key=lambda match: match.span())
    last: dict[str, Print] = {}
    latest: _Named | None = None
    for match in found:
        if latest is not None and match.start() < latest.span.end:
            continue
        named = _named(text, match, latest, last)
        if named is not None:
            latest = named
            last[named.print.kind] = named.print
            yield named


def _named(text: str, match: re.Match[str], latest: _Named | None, last: dict[str, Print]) -> _Named | None:
    """The print that a number or a reference means; `last` are those named before, by kind."""
    if match.re is NUMBER:
        before = BEFORE.search(text, max(0, match.start() - LONGEST_BEFORE), match.start())
        goes_on = latest.print if latest is not None and _in_list(text, latest, match.start()) else None
        found = print_of(match, before, goes_on)
        if found is None:
            return None
        start = before.start() if before is not None else match.start()
        return _Named(found, Span(start, match.end()))
    if match.re is _OLD:
        year, number = match["oldyear"] or match["year"], int(match["oldnumber"] or match["nr"])
        kind = match["kind"].lower()
        return _Named(Print(kind, f"{kind}/{year}:{number}", (False, False)), Span(*match.span()))
    if latest is None:
        return None
    if match.re is _SAME_SESSION:
        years = latest.print.root.partition("/")[2].rpartition(":")[0]
        if match.start() - latest.span.end > _CHAIN or "/" not in years:
            return None
        found = Print("rskr", f"rskr/{years}:{int(match['number'])}", (True, False))
        return _Named(found, Span(*match.span()))
    if match["any"]:
        found = latest.print if _PAGE.match(text, match.end()) else None
    else:
        word = (match["short"] or match["word"] or match["definite"]).lower()
        found = last.get("prop") if word.startswith("prop") else last.get("bet") or last.get("sou")
    return _Named(found, Span(*match.span())) if found else None


def _in_list(text: str, latest: _Named, start: int) -> bool:
    """Whether a number goes on with the list of the print before it: `SOU 2013:77, 2014:14 och 2015:24`."""
    end = latest.span.end
    if start - end > _CHAIN:
        return False
    if start - end > _LONGEST_GAP:
        end = max([end, *(span.end for _, span in _place(text, end))])
    return start >= end and _GAP.match(text[end:start]) is not None


def _place(text: str, end: int) -> list[tuple[str, Span]]:
    """The pages or sections that follow right after `end`, as fragments of keys."""
    volume = _VOLUME.match(text, end)
    if volume:
        end = volume.end()
    if page := _PAGE.match(text, end):
        found = [(f"sid{int(page['page'])}", Span(page.start("page"), page.end()))]
        pattern, name, shape = _MORE_PAGES, "page", "sid{}"
    elif part := _PART.match(text, end):
        found = [(f"S{part['part'].replace('.', '-')}", Span(part.start("part"), part.end()))]
        pattern, name, shape = _MORE_PARTS, "part", "S{}"
    else:
        return []
    while len(found) < _MOST and (more := pattern.match(text, found[-1][1].end)):
        value = more[name].replace(".", "-") if name == "part" else str(int(more[name]))
        found.append((shape.format(value), Span(*more.span(name))))
    return found


def _with_place(text: str, named: _Named) -> Iterator[Citation]:
    """The citation of a print, or those of its pages or sections; the first one covers the print's name."""
    start, end = named.span
    places = _place(text, end)
    if not places and (page := _PAGE_BEFORE.search(text, max(0, start - _LONGEST_PAGE), start)):
        at = Span(page.start(), end)
        yield Citation(f"{named.print.root}#sid{int(page['page'])}", text[slice(*at)], at)
        return
    if not places:
        yield Citation(named.print.root, text[start:end], named.span)
        return
    for fragment, span in places:
        at = Span(start if span is places[0][1] else span.start, span.end)
        yield Citation(f"{named.print.root}#{fragment}", text[slice(*at)], at)


def _sections(text: str, prints: list[_Named]) -> Iterator[tuple[list[Citation], int | None]]:
    """`avsnitt 8.2 i SOU 2015:24` and `avsnitt 8.2 i kommitténs betänkande`: the citations, and the index of
    the print that stands beside them."""
    starts = [named.span.start for named in prints]
    for first in _PART.finditer(text):
        spans = [Span(*first.span("part"))]
        while len(spans) < _MOST and (more := _MORE_PARTS.match(text, spans[-1].end)):
            spans.append(Span(*more.span("part")))
        of = _OF_PRINT.match(text, spans[-1].end)
        if of is None:
            continue
        index = bisect.bisect_left(starts, of.end())
        if index < len(prints) and starts[index] == of.end():
            yield _cited(text, first, spans, prints[index].print.root, prints[index].span.end), index
        elif of["word"]:
            root = _meant(text, prints, starts, of)
            if root is not None:
                yield _cited(text, first, spans, root, of.end()), None


def _meant(text: str, prints: list[_Named], starts: list[int], of: re.Match[str]) -> str | None:
    """The print that "kommitténs betänkande" means: the one of its kind named last before, or that of a
    committee named after it; else the first one after it."""
    place, kinds = of.end(), _MEANT[of["word"]]
    committee = report_of_committee(text, place) if "sou" in kinds else None
    index = bisect.bisect_left(starts, place)
    earlier = range(index - 1, max(-1, index - 1 - _MOST), -1)
    before = next((prints[at] for at in earlier if prints[at].print.kind in kinds), None)
    if committee and (before is None or committee[1] > before.span.start):
        return committee[0]
    if before is None:
        later = range(index, min(len(prints), index + _MOST))
        before = next((prints[at] for at in later if prints[at].print.kind in kinds), None)
    return before.print.root if before else None


def _cited(text: str, first: re.Match[str], spans: list[Span], root: str, end: int) -> list[Citation]:
    found = []
    for number, span in enumerate(spans):
        start = (
            first.start() + len(first[0]) - len(first[0].lstrip(", \n\t\u00a0"))
            if number == 0
            else span.start
        )
        at = Span(start, end if number == len(spans) - 1 else span.end)
        part = text[slice(*span)].replace(".", "-")
        found.append(Citation(f"{root}#S{part}", text[slice(*at)], at))
    return found
