"""Find every Dnr in a text.

Two passes: what stands after a cue ("Dnr", "diarienummer") may have any style; in running text only styles
that nothing else shares count. A text that is nothing but a Dnr, as a user pastes it, counts like one with a
cue. OCR reads `Dnr` as `Dar`, and web pages glue it to the word before (`gjuterierDnr KN2025/01016`).
"""

import datetime
import re
from collections.abc import Iterator

from remissarkiv.dnr.read import is_school_year, read, stands_alone
from remissarkiv.dnr.styles import LETTER_STYLES, NUMBER_STYLES
from remissarkiv.dnr.years import Times
from remissarkiv.domain import Dnr

_CUE = re.compile(
    r"(?:(?<![^\W_])(?i:d\.? ?nr|(?:er|vår)t? beteckning|diarie[ -]?(?:nr|nummer)"
    r"|[äa]rende[ -]?(?:nr|nummer))"
    r"|Dnr|Diarien(?:r|ummer)|(?<![^\W_])Dar(?=[.:]?\s))(?:et)?[ \t]{0,2}[.:]{0,2}\s{0,3}"
    r"(?:[|(\[][ \t]{0,2})?"
)
_AND = re.compile(r"(?:\s{0,3},)?\s{0,3}(?:och|samt|respektive|resp\.?|eller|,|&)\s{0,3}")
_EDGE = " \t\r\n()[].,;:\"'”"
_YEARS = re.compile(r"(?:19|20)\d\d-(?:19|20)\d\d")
_TWO_SHORT = re.compile(r"(?<!\d)\d\d[/:-]\d\d(?!\d)")
_LONGEST = 60


def at(text: str, start: int, times: Times) -> Dnr | None:
    """The longest Dnr of any style that begins exactly at `start`, or None."""
    best: Dnr | None = None
    glued = start > 0 and _is_glued(text, start)
    for style in (*LETTER_STYLES, *NUMBER_STYLES):
        match = (style.glued if glued else style.pattern).match(text, start)
        dnr = read(style, match, times) if match else None
        if dnr is not None and (best is None or dnr.span.end > best.span.end):
            best = dnr
    return best


def _after_cues(text: str, times: Times) -> Iterator[Dnr]:
    for cue in _CUE.finditer(text):
        dnr = at(text, cue.end(), times)
        while dnr is not None:
            yield dnr
            more = _AND.match(text, dnr.span.end)
            dnr = at(text, more.end(), times) if more else None


def _is_glued(text: str, place: int) -> bool:
    """Whether a Dnr begins in the middle of a word: `DnrKS`, `Dnr2014`; not `diarienummerserie`."""
    after = text[place : place + 1]
    return text[place - 1].islower() and (after.isupper() or after.isdigit())


def _running(text: str, times: Times) -> Iterator[Dnr]:
    for style in (*LETTER_STYLES, *NUMBER_STYLES):
        if not (style.letters or style.strong):
            continue
        for match in style.pattern.finditer(text):
            dnr = read(style, match, times)
            if dnr is not None and stands_alone(style, match, dnr, times):
                yield dnr


def _whole(text: str, times: Times) -> Dnr | None:
    """The Dnr a text consists of; a bare `2023/24`, `2020-2024` or `2017:725` is years or an act instead."""
    if len(text) > _LONGEST and len(text.strip(_EDGE)) > _LONGEST:
        return None
    start = len(text) - len(text.lstrip(_EDGE))
    dnr = at(text, start, times)
    if dnr is None or dnr.span.end < len(text.rstrip(_EDGE)):
        return None
    if not dnr.authority and (is_school_year(dnr) or ":" in dnr.raw or _YEARS.match(dnr.raw)):
        return None
    return dnr


def find_dnr(text: str, *, date: datetime.date | None = None) -> tuple[Dnr, ...]:
    """All Dnr in `text`, in order of place; `.span` points into `text` and `.raw` is what stands there.

    `date` is the document's: it tells which number is the year where both have two digits (`TN 98/41`).
    Without it the other Dnr of the text tell. Where two readings overlap, one after a cue goes before one in
    running text, then the longer.
    """
    times = Times.of(date)
    found = _found(text, times)
    if not times.known and any(_TWO_SHORT.search(dnr.raw) for dnr in found):
        years = [dnr.year for dnr in found if not _TWO_SHORT.search(dnr.raw)]
        if years:
            return _found(text, Times(max(years) + 1, known=True))
    return found


def _found(text: str, times: Times) -> tuple[Dnr, ...]:
    whole = _whole(text, times)
    if whole is not None:
        return (whole,)
    taken: list[Dnr] = []
    candidates = [(0, dnr) for dnr in _after_cues(text, times)] + [(1, dnr) for dnr in _running(text, times)]
    candidates.sort(key=lambda item: (item[1].span.start, item[0], -item[1].span.end))
    for order, dnr in candidates:
        if taken and taken[-1].span.overlaps(dnr.span):
            longer = dnr.span.end - dnr.span.start > taken[-1].span.end - taken[-1].span.start
            if order == 0 and longer:
                taken[-1] = dnr
            continue
        taken.append(dnr)
    return tuple(taken)
