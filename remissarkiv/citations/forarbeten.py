"""Förarbeten: propositions, SOU, Ds, directives, committee reports, riksdag decisions, motions; with
pages.

    print = kind number | committee number | "rskr." number-of-the-same-session | "a. prop." | "samma prop."
    place = [ "del 1" ] ( pages | avsnitt )  |  avsnitt "i" print  |  avsnitt "i kommitténs betänkande"

What follows with nothing but its number goes on with the session: `rskr. 2017/18:100 och 101`. A range or
list of pages gives its named pages: `s. 162-165` is 162 and 165. What refers back (`a. prop. s. 48`, `a.a. s.
50`) is the print last named.
"""

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from remissarkiv.citations.kommitteer import report_of_committee
from remissarkiv.citations.tryck import BEFORE, LONGEST_BEFORE, Print, PrintNumber, print_numbers, print_of
from remissarkiv.citations.utskott import committees
from remissarkiv.domain import Citation, Span

_OLD = re.compile(
    r"(?P<kind>[Pp](?<![\w.].)(?i:rop)|[Mm](?<![\w.].)(?i:ot))(?i:\.?(?:osition(?:en)?)?\s{1,3}"
    r"(?:\(?nr\s(?P<oldnumber>\d{1,4})\)?(?:(?:/|,?\s(?:för\s)?år\s|\s(?:till|vid)\s)(?P<oldyear>1[89]\d\d))?"
    r"|(?P<year>1[89]\d\d),?\snr\s(?P<nr>\d{1,4})))(?![\d/:])"
)
_YEAR_BEFORE = re.compile(r"(?<!\d)(?P<year>1[89]\d\d)\sårs\s\Z")
_SAME_SESSION = re.compile(r"[Rr](?<![\w.].)(?i:skr)\.?\s{1,3}(?P<number>\d{1,3})(?![\d/:])")
_BACK = re.compile(
    r"(?:[Aa]\.(?<![\w.]..)\s?(?:(?P<short>prop|bet)(?:\.|(?=\s))|(?P<any>a)\.)"
    r"|(?:[Ss]amma|[Nn]ämnda|[Aa]nförda|[Aa]nf\.)\s{1,3}(?P<word>prop(?=\.|osition)|betänkande)(?:\.|osition)?"
    r"(?!\s{1,2}\(?(?:(?i:sou|ds|prop|bet)\.?\s)?\d{4}[:/])"
    r"|(?P<definite>[Pp]rop(?:ositionen|\.)|[Bb]etänkandet)(?=,?\s{1,3}s(?:\.|id)))(?!\w)"
)
# What each of those has in it that is looked for fast; most texts have none of it.
_BACK_SIGNS = (
    re.compile(r"\.(?<=[Aa].)(?<![\w.]..)\s?(?:prop|bet|a\.)"),
    re.compile(r"prop(?<=[a.\s]\s....)"),
    re.compile(r"betänkande(?<=[a.\s]\s..........)"),
    re.compile(r"rop(?:ositionen|\.)(?=,?\s{1,3}s(?:\.|id))"),
    re.compile(r"etänkandet(?=,?\s{1,3}s(?:\.|id))"),
)
_PAGE = re.compile(r",?\s{0,3}(?:s\.|s(?=\s)|sid\.?|sidan|sidorna)\s{0,3}(?P<page>\d{1,4})(?!\d)(?![:/]\d)")
_MORE_PAGES = re.compile(
    r"(?:\s{0,2}ff?\.?)?(?:\s{0,2}(?:,\s?(?:och|samt)?|och|samt|[-–—]{1,2})\s{0,2})(?:s\.\s{0,2})?"
    r"(?P<page>\d{1,4})(?!\d)(?![:/.]\d)(?!\s?(?:§|kap))"
)
_PAGE_BEFORE = re.compile(
    r"(?<!\w)(?:s\.|sid\.?|sidan|sidorna)\s{0,3}(?P<page>\d{1,4})(?:\s?ff?\.)?\s{1,3}i\s{1,3}(?:regeringens\s{1,3})?\Z"
)
_VOLUME = re.compile(
    r"(?:,?\s{1,3}(?:[Dd]el|[Bb]and|[Vv]olym|[Hh]äfte|[Bb]ilaga|[Bb]il\.)\s{1,2}(?:\d{1,2}|[A-Z]{1,4})(?!\w)){1,2}"
)
_SECTION = r"\d{1,2}(?:\.\d{1,2}){0,4}"
_AND = r"(?:,\s{0,3}(?:och|samt)?|och|samt|eller|[-–—]{1,2})"
_PART = re.compile(rf",?\s{{0,3}}(?:avsnitten|avsnitt|avsn\.)\s{{0,3}}(?P<part>{_SECTION})(?![\d/:])")
_MORE_PARTS = re.compile(rf"\s{{0,3}}{_AND}\s{{0,3}}(?P<part>{_SECTION})(?![\d/:])(?!\s?(?:§|kap))")
_OF_PRINT = re.compile(
    r"\s{1,3}(?:i|av)\s{1,3}(?:"
    r"(?:den\s|samma\s|[^\W\d_]{3,40}s\s{1,3})?(?P<word>betänkande|proposition|promemoria)(?:t|en|n)?(?!\w)|(?=\S))"
)
_MEANT = {"betänkande": ("sou", "bet", "ds"), "proposition": ("prop",), "promemoria": ("ds",)}
_GAP = re.compile(r"(?:\s{0,2}ff?\.?(?!\w))?\s{0,3}(?:,|och|eller|samt|respektive|resp\.)\s{1,3}(?:\(?\s?)\Z")
# "rskr. 2017/18:100 och 101", "bet. 2016/17:KU30 och KU31": the session is that of the first.
_ALSO = re.compile(
    r"\s{0,2}(?P<join>,|och|samt|respektive|resp\.)\s{1,2}(?P<series>[123]?[A-ZÅÄÖ][A-Za-zåäö]{0,3}U\s?)?"
    r"(?P<number>\d{1,4})(?![\d%])(?![.,:/]\d)(?P<closed>\s{0,2}(?:[.,;)]|\Z))?(?P<goes_on>,?\s{0,2}(?:och|samt)\s|,\s)?"
)
_LAST_YEAR_SESSION = 1975
"""Until then a session was a year; that of 1975/76 was the first of two."""

_CHAIN = 160
_LONGEST_YEAR = 12
_OF_SESSION = frozenset(("prop", "bet", "rskr", "skr", "mot"))
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
    found: list[re.Match[str] | PrintNumber] = [*print_numbers(text)]
    if " nr " in text or "\u00a0nr" in text:
        found += _OLD.finditer(text)
    found.sort(key=_span)
    if not any(_named(text, one, None, {}) for one in found):
        return  # what refers back has nothing to refer to
    found += [*_SAME_SESSION.finditer(text), *_back(text)]
    found.sort(key=_span)
    last: dict[str, Print] = {}
    latest: _Named | None = None
    for one in found:
        if latest is not None and _span(one).start < latest.span.end:
            continue
        named = _named(text, one, latest, last)
        while named is not None:
            latest = named
            last[named.print.kind] = named.print
            yield named
            named = _also(text, named)


def _back(text: str) -> Iterator[re.Match[str]]:
    """What may refer back to a print, in order of place."""
    return _BACK.finditer(text) if any(sign.search(text) for sign in _BACK_SIGNS) else iter(())


def _span(one: re.Match[str] | PrintNumber) -> Span:
    return one.span if isinstance(one, PrintNumber) else Span(*one.span())


def _named(
    text: str, one: re.Match[str] | PrintNumber, latest: _Named | None, last: dict[str, Print]
) -> _Named | None:
    """The print that a number or a reference means; `last` are those named before, by kind."""
    if isinstance(one, PrintNumber):
        start, end = one.span
        before = BEFORE.search(text, max(0, start - LONGEST_BEFORE), start)
        goes_on = latest.print if latest is not None and _in_list(text, latest, start) else None
        found = print_of(one, before, goes_on)
        if found is None:
            return None
        return _Named(found, Span(before.start() if before is not None else start, end))
    if one.re is _OLD:
        return _of_year(text, one)
    if latest is None:
        return None
    if one.re is _SAME_SESSION:
        years = latest.print.root.partition("/")[2].rpartition(":")[0]
        sat = "/" in years or (latest.print.kind in _OF_SESSION and int(years) <= _LAST_YEAR_SESSION)
        if one.start() - latest.span.end > _CHAIN or not sat:
            return None
        return _Named(Print("rskr", f"rskr/{years}:{int(one['number'])}", (True, False)), _span(one))
    if one["any"]:
        found = latest.print if _PAGE.match(text, one.end()) else None
    else:
        word = (one["short"] or one["word"] or one["definite"]).lower()
        found = last.get("prop") if word.startswith("prop") else last.get("bet") or last.get("sou")
    return _Named(found, _span(one)) if found else None


def _of_year(text: str, one: re.Match[str]) -> _Named | None:
    """A print of a session that was a year: `prop. 1942 nr 5`, `proposition nr 5 år 1942`, `1942 års
    proposition nr 5`."""
    start, year = one.start(), one["oldyear"] or one["year"]
    if year is None:
        early = _YEAR_BEFORE.search(text, max(0, start - _LONGEST_YEAR), start)
        if early is None:
            return None
        start, year = early.start(), early["year"]
    kind, number = one["kind"].lower(), int(one["oldnumber"] or one["nr"])
    return _Named(Print(kind, f"{kind}/{year}:{number}", (False, False)), Span(start, one.end()))


def _also(text: str, named: _Named) -> _Named | None:
    """The print that goes on where `named` ends with nothing but its number; numbers of a list rise."""
    match = _ALSO.match(text, named.span.end)
    if match is None:
        return None
    years, _, number = named.print.root.rpartition(":")
    series = number.rstrip("0123456789")
    own = (match["series"] or "").strip().upper()
    if own:
        if named.print.kind != "bet" or own not in committees():
            return None
        series = committees()[own]
    elif int(match["number"]) <= int(number[len(series) :] or 0) or not _lists(match, named.print.kind):
        return None
    root = f"{years}:{series}{match['number']}"
    span = Span(match.start("series" if own else "number"), match.end("number"))
    return _Named(Print(named.print.kind, root, named.print.shape), span)


def _lists(match: re.Match[str], kind: str) -> bool:
    """Whether a lone number goes on with a list: it ends there, or goes on. After a comma it does only
    where lists are usual: not in "prop. 2016/17:171, 180 personer och"."""
    if match["join"] == ",":
        return kind in ("rskr", "bet") and match["goes_on"] is not None
    return match["closed"] is not None or match["goes_on"] is not None


def _in_list(text: str, latest: _Named, start: int) -> bool:
    """Whether a number goes on with the list of the print before it: `SOU 2013:77, 2014:14 och 2015:24`."""
    end = latest.span.end
    if start - end > _CHAIN:
        return False
    if not _GAP.match(text[end:start]):
        end = max([end, *(span.end for _, span in _place(text, end))])
    return start >= end and _GAP.match(text[end:start]) is not None


def _place(text: str, end: int) -> list[tuple[str, Span]]:
    """The pages or sections that follow right after `end`, as fragments of keys."""
    volume = _VOLUME.match(text, end)
    found = _listed(text, volume.end() if volume else end, _PAGE, _MORE_PAGES, "page")
    if found:
        return [*found, *_listed(text, found[-1][1].end, _PART, _MORE_PARTS, "part")]
    found = _listed(text, volume.end() if volume else end, _PART, _MORE_PARTS, "part")
    # "avsnitt 5, s. 33"
    return [*found, *_listed(text, found[-1][1].end, _PAGE, _MORE_PAGES, "page")] if found else []


def _listed(
    text: str, end: int, first: re.Pattern[str], more: re.Pattern[str], name: str
) -> list[tuple[str, Span]]:
    """The pages, or the sections, that follow on `end`: what `first` and then `more` find under `name`."""
    found: list[tuple[str, Span]] = []
    while len(found) < _MOST and (match := (more if found else first).match(text, end)):
        value, end = match[name], match.end(name)
        fragment = f"S{value.replace('.', '-')}" if name == "part" else f"sid{int(value)}"
        found.append((fragment, Span(*match.span(name))))
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
