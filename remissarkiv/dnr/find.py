"""Find every Dnr in a text.

What stands after a cue ("Dnr", "diarienummer") may have any style; in running text only styles that nothing
else shares count. A text that is nothing but a Dnr, as a user pastes it, counts like one with a cue. OCR
reads `Dnr` as `Dar` and the Dnr itself with a letter for a digit (`misread.py`), and web pages glue it to the
word before (`gjuterierDnr KN2025/01016`).

A Dnr has a digit, and near it a sign or letters and another digit: only at such spots are the styles tried.
"""

import datetime
import re
from collections.abc import Iterator

from remissarkiv.dnr.authorities import is_board, is_known_diary
from remissarkiv.dnr.cues import cues
from remissarkiv.dnr.misread import misread_letters, unmisread
from remissarkiv.dnr.read import is_padded, may_be_whole, may_follow_beteckning, read, stands_alone
from remissarkiv.dnr.styles import DIGITS_FIRST, LETTERS_FIRST, Style
from remissarkiv.dnr.years import Times
from remissarkiv.domain import Dnr, Span
from remissarkiv.language.digits import DIGIT

_GAP = r"[ \t\u00a0]"
_TWO_DIGITS = re.compile(r"[^\d,;\n]{0,18}\d[^\d,;\n]{0,12}\d")
"""What every Dnr has, misread ones too: a quick look before all styles are tried."""
_DIGIT = re.compile(DIGIT)
_AND = re.compile(r"(?:\s{0,3},)?\s{0,3}(?:och|samt|respektive|resp\.?|eller|,|&|\()\s{0,3}")
# The digit first: a search for a sign passes over the rest of a text far quicker than one that looks back.
_SPOT = re.compile(
    rf"{DIGIT}(?<!\d\d)(?<!\d[.,:/-]\d)"
    rf"(?=\d{{0,6}}{_GAP}?[/:.–-]{_GAP}?\d"
    rf"|(?:(?<=1)9|(?<=2)0)\d\d{_GAP}?[/.-]?{_GAP}?[^\W\d_]{{1,6}}{_GAP}?[/:.-]?{_GAP}?\d"
    rf"|\d[./]?[^\W\d_]{{1,6}}(?:{_GAP}|/)?\d)"
)
_LETTERS_BEFORE = re.compile(
    r"(?:(?P<double>[A-ZÅÄÖ]{2,4}(?:[-.]|[ ](?=[A-Z]-)))?[^\W\d_]{1,8}|\$)"
    rf"(?:{_GAP}?[/.:–-]{_GAP}?|{_GAP}{{0,2}})\Z"
)
_GLUED_MINISTRY = re.compile(r"(?<=[a-zåäö)])(?:S|Ju|Fi|U|Ku|KN|A|N|M|I|Fö|LI|UD)(?:19|20)\d\d/\d{5}(?!\d)")
"""A web page has lost the line between a title and its Dnr: `utländska staterFi2025/01319`."""
_MISREAD_TAIL = re.compile(r"\d{1,2}[ /-](?=(?:19|20)\d\d[/:-])")
"""The digit of `K5/2014:119`."""
_REACH = 18
_EDGE = " \t\r\n()[].,;:\"'”"
_TWO_SHORT = re.compile(r"(?<!\d)\d\d[/:-]\d\d(?!\d)")
_LONGEST = 60


def at(text: str, start: int, times: Times, *, cued: bool) -> Dnr | None:
    """The longest Dnr of any style that begins exactly at `start`, or None. `cued` tells that somebody, or a
    word before it, says that it is a Dnr."""
    if start >= len(text) or not (_begins(text, start) or _is_glued(text, start)):
        return None
    best: Dnr | None = None
    for style in DIGITS_FIRST if text[start].isdigit() else LETTERS_FIRST:
        match = style.pattern.match(text, start)
        dnr = read(style, match, times, cued=cued) if match else None
        if dnr is not None and (best is None or dnr.span.end > best.span.end):
            best = dnr
    return best


def _begins(text: str, start: int) -> bool:
    """Whether something may begin here: not within a word or number, nor behind a §."""
    if start == 0:
        return True
    before = text[start - 1]
    if before.isalnum() or before in "_§$":
        return False
    return not (before in ".,:/-" and start > 1 and text[start - 2].isdigit())


def _is_glued(text: str, place: int) -> bool:
    """Whether a Dnr begins in the middle of a word: `DnrKS`, `Dnr2014`; not `diarienummerserie`."""
    after = text[place : place + 1]
    return text[place - 1].islower() and (after.isupper() or after.isdigit())


def _after_cues(text: str, times: Times) -> Iterator[Dnr]:
    for cue in cues(text):
        dnr = at_or_misread(text, cue.end, times)
        if dnr is not None and not (cue.sure or may_follow_beteckning(dnr)):
            continue
        while dnr is not None:
            yield dnr
            more = _AND.match(text, dnr.span.end)
            dnr = at_or_misread(text, more.end(), times) if more else None


def at_or_misread(text: str, place: int, times: Times) -> Dnr | None:
    """The Dnr that is said to begin at `place`, as it stands or as OCR has misread it; None without one."""
    if not _TWO_DIGITS.match(text, place):
        return None
    dnr = at(text, place, times, cued=True)
    # `K5-2023-00555` is KS, not the fifth of 2023 of a diary K.
    doubted = dnr is not None and len(dnr.authority) == 1 and not is_known_diary(dnr.authority)
    if dnr is not None and not doubted:
        return dnr
    for window in unmisread(text, place):
        other = at(window, 0, times, cued=True)
        if other is not None and (dnr is None or is_board(other.authority)):
            return _moved(other, text, place)
    return dnr


def _moved(dnr: Dnr, text: str, place: int) -> Dnr:
    """A Dnr read in a window of as many characters as stand at `place`."""
    span = Span(place + dnr.span.start, place + dnr.span.end)
    return Dnr(dnr.authority, dnr.year, dnr.number, dnr.suffix, text[slice(*span)], span)


def _running(text: str, times: Times) -> Iterator[Dnr]:
    for spot in _SPOT.finditer(text):
        place = spot.start()
        styles = DIGITS_FIRST if _begins(text, place) else ()
        yield from _alone(text, place, styles, times)
        letters = _LETTERS_BEFORE.search(text, max(0, place - _REACH), place)
        if letters and _begins(text, letters.start()):
            yield from _alone(text, letters.start(), LETTERS_FIRST, times)
            if letters["double"]:
                yield from _alone(text, letters.end("double"), LETTERS_FIRST, times)
        if glued := _GLUED_MINISTRY.search(text, max(0, place - _REACH), place + _REACH):
            yield from _alone(text, glued.start(), LETTERS_FIRST, times)
        tail = _MISREAD_TAIL.match(text, place)
        if (tail or not letters or not _begins(text, letters.start())) and place:
            year = tail.end() if tail else place
            if (window := misread_letters(text, year)) is not None:
                found = _alone(window[0], 0, LETTERS_FIRST, times)
                yield from (_moved(dnr, text, year - window[1]) for dnr in found)


def _alone(text: str, start: int, styles: tuple[Style, ...], times: Times) -> Iterator[Dnr]:
    for style in styles:
        if style.alone == "never":
            continue
        match = style.pattern.match(text, start)
        dnr = read(style, match, times, cued=False) if match else None
        if match and dnr is not None and stands_alone(style, match, dnr, times):
            yield dnr


def _whole(text: str, times: Times) -> Dnr | None:
    """The Dnr a text consists of; a bare `2023/24`, `2020-2024` or `2017:725` is years or an act instead."""
    if len(text) > _LONGEST and len(text.strip(_EDGE)) > _LONGEST:
        return None
    start = len(text) - len(text.lstrip(_EDGE))
    dnr = at(text, start, times, cued=is_padded(text, start))
    if dnr is None or dnr.span.end < len(text.rstrip(_EDGE)):
        return None
    return dnr if may_be_whole(dnr) else None


def find_dnr(text: str, *, date: datetime.date | None = None) -> tuple[Dnr, ...]:
    """All Dnr in `text`, in order of place; `.span` points into `text` and `.raw` is what stands there.

    `date` is the document's: it tells which number is the year where both have two digits (`TN 98/41`).
    Without it the other Dnr of the text tell. Where two readings overlap, one after a cue goes before one in
    running text, then the longer.
    """
    if not _DIGIT.search(text):
        return ()
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
