"""Dnr and legal citations that stand among the words of a query without a field before them.

A person pastes `sof 2025-424` or `2 kap. 2 § kommunallagen`; what can be nothing else is taken for what
it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from remissarkiv.dnr import Dnr, HalfDnr, find_dnr, parse_half
from remissarkiv.dnr.authorities import is_known_diary
from remissarkiv.dnr.cues import Cue, cue_at_end
from remissarkiv.domain import Span
from remissarkiv.query import problems
from remissarkiv.query.act_slips import Mended, mended
from remissarkiv.query.known_places import judged
from remissarkiv.query.lagrum import cited_places
from remissarkiv.query.pasted import DASHES
from remissarkiv.query.tree import DnrQ, HalfDnrQ, LagQ, Or, Tree
from remissarkiv.query.typed_dnr import typed_dnr

# A comma before a letter parts two Dnr, `KS 2013/388,KS 2012/233`, and a semicolon whatever stands there.
_WORD = re.compile(r"(?:[^\s()\[\]\"”“„»«;,]|,(?![^\W\d_]))+")
_LONGEST_CUE = 24
_MOST_WORDS = 3
"""`2018/KS 0001 001` is three words."""

_LETTERS_OF_A_DIARY = 5
_BARRED = re.compile(r"[\"”“„»«]|(?<!\w)(?:OCH|ELLER|INTE|AND|OR|NOT|NÄRA|NEAR)(?!\w)")
# A Dnr without letters, and without "Dnr" before it, has its year in full (`2025/448`, `448/2025`,
# `6823-2009`, `332-548/2009`, `1.2.4-182-2013`), three digits and more before two (`0560/19`), or three
# groups as JK and länsstyrelser write them (`2551-80-21`, `505-2345-19`); `24/7`, `08-508` and `14.30` are
# words.
_BARE = re.compile(
    r"(?:19|20)\d\d[/:-]\d+.*|.*\d/(?:19|20)\d\d(?!\d).*|[1-9]\d{2,5}-(?:19|20)\d\d"
    r"|\d{1,3}(?:\.\d{1,3}){1,3}-\d{1,6}-(?:19|20)\d\d|\d{3,6}/\d\d|[1-9]\d{2,4}-\d\d-\d\d"
    r"|[1-9]\d\d-\d{4,6}-\d\d",
    re.S,
)
_TWO_YEARS = re.compile(r"(?:19|20)\d\d[-–](?:19|20)\d\d")
_NO_DNR_AFTER = re.compile(
    r"(?<![^\W_])(?:år(?:en|et)?|(?:läs|skol|budget|verksamhets)år(?:et)?|period(?:en)?|mandatperiod(?:en)?|budget"
    r"|riksmöte[t]?|rm|säsong(?:en)?|tel(?:efon)?|fax|mobil|kl|klockan|v|vecka|sid(?:an|orna)?|s|org\.?\s?nr"
    r"|\(?(?:eu|eg|eeg|euratom)\)?(?:\s{1,3}nr)?)"
    r"[.:]?\s{1,3}\Z|§\s{0,3}\Z",
    re.I,
)
_CLOCK = re.compile(r"[Kk]l\.?\s{0,3}[0-9]{1,2}(?:[.:][0-9]{2})?")
_LISTED = re.compile(r"\s{0,3}[,;]\s{0,3}")
_LONE_NUMBER = re.compile(r"[0-9]{1,7}\*?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Identifier:
    """A piece of the query that is a Dnr, a citation, or could be either; `told` are Swedish sentences on
    what could not be taken as written."""

    span: Span
    tree: Tree
    told: tuple[str, ...] = ()


def find_identifiers(text: str) -> list[Identifier]:
    """The Dnr and citations in `text` in order, without overlaps; a bare name of an act stays a word.

    Dnr with commas or semicolons between them are a pasted list, any of which is looked for.
    """
    laws = {found.span: found for found in _laws(text)}
    diaries = {found.span: found for found in _diaries(text)}
    found: list[Identifier] = []
    for span in sorted({*laws, *diaries}, key=lambda span: (span.start, -span.end)):
        if (found and span.start < found[-1].span.end) or not _whole(text, span):
            continue
        readings = [reading[span] for reading in (laws, diaries) if span in reading]
        if len(readings) == 2:
            either = Or(tuple(reading.tree for reading in readings))
            readings = [Identifier(span, either)]
        found.append(readings[0])
    return _lists(text, found)


def _lists(text: str, found: list[Identifier]) -> list[Identifier]:
    together: list[list[Identifier]] = []
    for one in found:
        before = together[-1][-1] if together else None
        if (
            before is not None
            and _is_dnr(before)
            and _is_dnr(one)
            and _LISTED.fullmatch(text, before.span.end, one.span.start)
        ):
            together[-1].append(one)
        else:
            together.append([one])
    return [
        members[0]
        if len(members) == 1
        else Identifier(
            Span(members[0].span.start, members[-1].span.end), Or(tuple(one.tree for one in members))
        )
        for members in together
    ]


def _is_dnr(found: Identifier) -> bool:
    return isinstance(found.tree, DnrQ | HalfDnrQ)


def _whole(text: str, span: Span) -> bool:
    """Whether the piece crosses no operator, quotation mark or half of a parenthesis."""
    piece = text[slice(*span)]
    return piece.count("(") == piece.count(")") and not _BARRED.search(piece)


def _laws(text: str) -> Iterator[Identifier]:
    """Citations, each stretch between operators and quotation marks for itself: in `2:1 KL ELLER 2:1 KL
    (1991:900)` the number says nothing of the first."""
    begin = 0
    for barred in (*_BARRED.finditer(text), None):
        end = barred.start() if barred else len(text)
        yield from _laws_within(text[begin:end], begin)
        begin = barred.end() if barred else end


def _laws_within(text: str, offset: int) -> Iterator[Identifier]:
    if not any(letter.isdigit() for letter in text):
        return
    names = mended(text)
    for place in cited_places(names.text):
        span = names.back(place.span)
        written = text[slice(*span)]
        if not place.keys or not any(letter.isdigit() for letter in written) or _CLOCK.fullmatch(written):
            continue
        lagrum, told = judged(LagQ(place.keys, written, span.shift(offset)))
        yield Identifier(lagrum.span, lagrum, (*_slips(names, written), *told))


def _slips(names: Mended, written: str) -> Iterator[str]:
    return (problems.slip(*name) for name in names.names if name[0] in written)


def _diaries(text: str) -> Iterator[Identifier]:
    """Dnr with the places they take in the query, a "Dnr" before them included.

    Running text asks for more before it believes in a Dnr than a search box needs to: here every run of up
    to three words that holds digits is tried as if it were alone.
    """
    for place, dnr in typed_dnr(text):
        cue = cue_at_end(text[max(0, place.start - _LONGEST_CUE) : place.start])
        span = Span(place.start - (cue.end if cue else 0), place.end)
        yield Identifier(span, DnrQ(dnr, text[slice(*place)], span))
    words = list(_WORD.finditer(text))
    index = 0
    while index < len(words):
        count = min(_MOST_WORDS, len(words) - index)
        while count:
            start, end = words[index].start(), words[index + count - 1].end()
            before = text[max(0, start - _LONGEST_CUE) : start]
            cue = cue_at_end(before)
            read = _alone(text[start:end], before, cue)
            if read is not None:
                found, length = read
                span = Span(start - (cue.end if cue else 0), start + length)
                written = text[start : span.end]
                yield Identifier(
                    span,
                    HalfDnrQ(found, written, span)
                    if isinstance(found, HalfDnr)
                    else DnrQ(found, written, span),
                )
                break
            count -= 1
        index += max(1, count)


def _alone(piece: str, before: str, cue: Cue | None) -> tuple[Dnr | HalfDnr, int] | None:
    """The Dnr, or half of one, that `piece` is, and its length there; None where it reads as well as words,
    a time or years."""
    if len(piece) > 60 or not any(letter.isdigit() for letter in piece):
        return None
    piece = piece.translate(DASHES)
    half = _half(piece, cued=cue is not None and cue.sure)
    if half is not None:
        return half, len(piece.rstrip(".,;:"))
    lead = ("Dnr " if cue.sure else "Beteckning ") if cue else ""
    found = find_dnr(f"{lead}{piece}")
    if len(found) != 1 or found[0].span.start != len(lead):
        return None
    dnr, length = found[0], found[0].span.end - len(lead)
    if piece[length:].strip(".,;:"):
        return None
    if dnr.authority:
        return (dnr, length) if _is_diary(dnr, piece) else None
    if cue:
        return dnr, length
    if not _BARE.fullmatch(dnr.raw) or _TWO_YEARS.fullmatch(dnr.raw) or _NO_DNR_AFTER.search(before):
        return None
    return dnr, length


def _half(piece: str, *, cued: bool) -> HalfDnr | None:
    """`KS 2025/44*`, `2025/44*` and `KS 2025*`; after "Dnr" also a number alone."""
    written = piece.rstrip(".,;:")
    if cued and _LONE_NUMBER.fullmatch(written) and not _YEAR.fullmatch(written):
        return parse_half(written)
    half = parse_half(written) if written.endswith("*") else None
    if half is None or half.year is None:
        return None
    return half if half.begins or (half.authority and is_known_diary(half.authority)) else None


def _is_diary(dnr: Dnr, piece: str) -> bool:
    """Whether the letters are a diary's; unknown ones before a blank (`skola 2025/448`) only in capitals."""
    letters = piece[: len(dnr.authority)]
    if is_known_diary(dnr.authority):
        return True
    blank = piece[len(dnr.authority) : len(dnr.authority) + 1].isspace()
    return len(dnr.authority) <= _LETTERS_OF_A_DIARY and not (blank and letters.islower())
