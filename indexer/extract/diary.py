"""What each Dnr is to the document it stands in.

Own: in a running head, in the file's metadata, on a line of the letterhead that is a Dnr (`Dnr SOF
2025/424`, `Vårt dnr`), or on the § line of a protokoll. The sender's: after words that say whose it is
("Svar på remiss från kommunstyrelsen, Dnr KS 2025/448", "Er beteckning", "Kommunstyrelsens dnr"); such words
tell of the first Dnr behind them. Beside a Dnr with the board's letters one with another board's is not its
own (`diary_boards.py`). Anything else is mentioned. A remiss asks to have its own Dnr on the
answers, so there "diarienummer" is its own; the stamp of the board that has received it is not.
"""

import datetime
import re
from typing import NamedTuple

from indexer.extract.bodies import only_a_body
from indexer.extract.diary_boards import is_of_another, is_of_office, with_own_letters
from indexer.extract.diary_words import (
    ANSWER,
    ASKED_FOR,
    KOMMUN_LEAD,
    LABEL,
    LEAD_IN,
    OURS,
    OWNER,
    SECTION_LEAD,
    STAMP,
    SUBJECT,
    THEIRS,
    is_page_number,
    sends_remisser,
)
from indexer.extract.draft import HEAD_LINES, Draft
from indexer.extract.lines import Line, folded
from indexer.extract.paragraph_heads import first_head
from indexer.extract.paragraph_opening import opening_of
from remissarkiv.dnr import find_dnr, parse_dnr
from remissarkiv.dnr.authorities import is_board
from remissarkiv.domain import Dnr, DnrMention, DnrRole, Kind, SectionKind, Span

_BEFORE = 160
_LONGEST_LINE = 300
"""A longer line is a paragraph, not a letterhead."""
_TOP = 6
"""So many lines may be one of a letterhead whose columns OCR has joined."""
_ORDER = {DnrRole.OWN: 0, DnrRole.SENDER: 1, DnrRole.MENTIONED: 2}
_ITSELF = frozenset(folded(word) for word in ("nämnden", "stadsdelsnämnden", "förvaltningen"))
"""How a board speaks of itself: `nämndens dnr KFN 2009/12`."""
_UTLATANDE = re.compile(
    rf"utl\S{{1,2}}tande (?:19|20)\d\d:\d{{1,4}}(?: [A-ZÅÄÖ+, ]{{1,12}})? ?\({LABEL}:? ?", re.IGNORECASE
)
"""`Utlåtande 2006:177 RV (Dnr 028-455/2006)`: kommunstyrelsens, in some cities."""
_BARE = re.compile(r"(?:19|20)\d\d[-/.:]\d{3,5}")
"""Not the two digits of a month, nor those of a year: `2014-0211`."""
_LETTERED = re.compile(r"([A-ZÅÄÖ]{2,5})\d\d[-/]\d{1,4}")
_LIST_GAP = re.compile(r"[\s,]{0,3}(?:och|samt|&)?\s{0,3}(?:dnr\s)?")


class _Whose(NamedTuple):
    """What the document is: its sort, its board, and the lines with which the § of a protokoll opens."""

    kind: Kind
    namnd: str
    opening: range


def find_roles(
    draft: Draft, kind: Kind, *, namnd: str = "", date: datetime.date | None = None
) -> tuple[DnrMention, ...]:
    """Each Dnr of the document once, in order of place, with its strongest role. A Dnr that stands only in a
    running head or in the metadata comes first and has the empty span (0, 0). `namnd` and `date` are the
    document's."""
    found: dict[str, DnrMention] = {}
    outside = [dnr for line in draft.running for dnr in find_dnr(line.text, date=date)]
    outside += find_dnr(draft.metadata.get("dnr", ""), date=date)
    for dnr in outside:
        foreign = _foreign_line(draft.running, dnr)
        own = DnrMention(_outside(with_own_letters(dnr, namnd)), DnrRole.OWN)
        _add(found, DnrMention(_outside(dnr), DnrRole.SENDER) if foreign else own)
    whose = _Whose(kind, namnd, _opening(draft) if kind is Kind.PROTOKOLL else range(0))
    all_dnr = _with_bare(draft, find_dnr(draft.text, date=date), whose.opening)
    for n in range(len(all_dnr)):
        role = _role(draft, all_dnr, n, whose)
        mended = with_own_letters(all_dnr[n], namnd)
        is_own = role is DnrRole.OWN or mended.value in found
        _add(found, DnrMention(mended if is_own else all_dnr[n], role))
    return tuple(found.values())


def _with_bare(draft: Draft, found: tuple[Dnr, ...], opening: range) -> tuple[Dnr, ...]:
    """With the Dnr that is the last cell of a line with which a § opens, or of one of the letterhead, though
    nothing says that it is one: `Svar på remiss – motion om gifttunnor          2014-0211`, `KS12-310`."""
    more: list[Dnr] = []
    for number in (*range(min(_TOP, len(draft.lines))), *opening):
        line = draft.lines[number]
        if len(line.text) > _LONGEST_LINE or any(dnr.span.overlaps(line.span) for dnr in (*found, *more)):
            continue
        cell = line.cells[-1] if line.cells else ""
        lettered = _LETTERED.fullmatch(cell)
        is_bare = number in opening and _BARE.fullmatch(cell) is not None
        known = lettered is not None and is_board(lettered[1])
        if (is_bare or known) and (dnr := parse_dnr(cell)) is not None:
            start = line.span.start + line.text.rindex(cell)
            more.append(
                Dnr(dnr.authority, dnr.year, dnr.number, dnr.suffix, cell, Span(start, start + len(cell)))
            )
    return tuple(sorted((*found, *more), key=lambda dnr: dnr.span)) if more else found


def year_of(found: tuple[DnrMention, ...]) -> datetime.date | None:
    """About when a document without a date was written: the last day of the year of the Dnr that it has or
    answers to. None when it has none. An ärende may be answered years after it was opened."""
    years = [mention.dnr.year for mention in found if mention.role is not DnrRole.MENTIONED]
    return datetime.date(max(years), 12, 31) if years else None


def _opening(draft: Draft) -> range:
    """The lines with which the § of a protokollsutdrag opens, empty without one."""
    found = first_head(draft.lines[:HEAD_LINES])
    return range(found[0], opening_of(draft.lines, *found).end) if found else range(0)


def _outside(dnr: Dnr) -> Dnr:
    return Dnr(dnr.authority, dnr.year, dnr.number, dnr.suffix, dnr.raw, Span(0, 0))


def _foreign_line(lines: tuple[Line, ...], dnr: Dnr) -> bool:
    return any(
        dnr.raw in line.text and THEIRS.search(line.text[: line.text.index(dnr.raw)]) for line in lines
    )


def _add(found: dict[str, DnrMention], mention: DnrMention) -> None:
    """Keep one mention of each value: the first place in the text, the strongest role."""
    known = found.get(mention.dnr.value)
    if known is None:
        found[mention.dnr.value] = mention
        return
    role = min(known.role, mention.role, key=lambda role: _ORDER[role])
    in_text = known.dnr if known.dnr.span.end else mention.dnr
    found[mention.dnr.value] = DnrMention(in_text, role)


def _role(draft: Draft, all_dnr: tuple[Dnr, ...], n: int, whose: _Whose) -> DnrRole:
    dnr = all_dnr[n]
    number, line = _line_of(draft, dnr)
    lead = draft.text[max(line.span.start, dnr.span.start - _BEFORE) : dnr.span.start]
    labelled = SECTION_LEAD.fullmatch(lead) is not None
    before = lead if labelled else _before(draft.text, all_dnr, n)
    theirs, ours = THEIRS.search(before), OURS.search(before)
    if (column := _column_label(draft, number, dnr)) is not None:
        return column
    if ours and (theirs is None or ours.start() > theirs.start()):
        return DnrRole.OWN
    if whose.kind is not Kind.REMISS and (owner := OWNER.search(before)):
        named = _named(owner["body"] or owner["short"], whose)
        if named is not None:
            return named
    if _UTLATANDE.fullmatch(lead):
        return DnrRole.OWN
    if _in_brackets(draft.text, all_dnr, n, line) and is_of_another(dnr, whose.namnd, all_dnr):
        return DnrRole.SENDER if is_of_office(dnr.authority) else DnrRole.MENTIONED
    if whose.kind is Kind.REMISS and _is_stamped(draft, number, all_dnr, n):
        return DnrRole.MENTIONED
    if number in whose.opening and (theirs is None or not _has_other(draft, all_dnr, dnr, whose.opening)):
        return _in_opening(draft, all_dnr, n, line, labelled, whose)
    if whose.kind is Kind.REMISS and (ASKED_FOR.search(before[-90:]) or SUBJECT.match(line.text)):
        return DnrRole.OWN
    # What stands alone on a line below the opening of a § is an item of a list: decisions, contracts.
    below = whose.opening and number >= whose.opening.stop
    alone = not below and _alone_in_head(draft, number, line, dnr, whose)
    if theirs and not alone:
        return DnrRole.SENDER
    if alone and whose.kind is not Kind.REMISS and is_of_another(dnr, whose.namnd, all_dnr):
        return DnrRole.SENDER if is_of_office(dnr.authority) else DnrRole.MENTIONED
    if alone or _beside_page_number(draft, number):
        return DnrRole.OWN
    return (_addressed(draft, number, line, dnr, whose) if not below else None) or DnrRole.MENTIONED


def _before(text: str, all_dnr: tuple[Dnr, ...], n: int) -> str:
    """The words of the paragraph before a Dnr, on one line, from the Dnr before it on: what is said of that
    one is not said of this, unless they are a list (`remiss från departementet, Fi2023/1 och Fi2023/2`)."""
    start = all_dnr[n].span.start
    first = max(0, start - _BEFORE)
    for earlier in range(n - 1, -1, -1):
        other = all_dnr[earlier]
        if other.span.end <= first:
            break
        if _LIST_GAP.fullmatch(text, other.span.end, start) is None:
            first = other.span.end
            break
    return " ".join(text[first:start].split("\n\n")[-1].split()) + " " * text[start - 1 : start].isspace()


def _named(body: str, whose: _Whose) -> DnrRole | None:
    """The role of `Kommunstyrelsens dnr`: own in a document of kommunstyrelsen, else the sender's."""
    if whose.namnd and (folded(whose.namnd) == folded(body) or folded(body) in _ITSELF):
        return DnrRole.OWN
    return DnrRole.SENDER if sends_remisser(body) else None


def _in_brackets(text: str, all_dnr: tuple[Dnr, ...], n: int, line: Line) -> bool:
    """Whether a Dnr stands in brackets behind the document's own on a line of the letterhead: `D.nr MBN12-98
    (KS12-310)`."""
    if not n or all_dnr[n - 1].span.start < line.span.start:
        return False
    own, dnr = all_dnr[n - 1].span, all_dnr[n].span
    lead, between = text[line.span.start : own.start], text[own.end : dnr.start]
    return (
        LEAD_IN.fullmatch(lead) is not None and between.strip() == "(" and text[dnr.end : dnr.end + 1] == ")"
    )


def _is_stamped(draft: Draft, number: int, all_dnr: tuple[Dnr, ...], n: int) -> bool:
    """Whether a Dnr belongs to the stamp of a board that has received the document, which has one of its
    own above it: `Dnr 10.KS0145 739 / SAMHÄLLSBYGGNADSNÄMNDEN / Ank. 2010-04-30 / Dnr SBN 2010-0213`."""
    if number >= HEAD_LINES or not n or all_dnr[n].authority == all_dnr[0].authority:
        return False
    near = draft.lines[max(0, number - 1) : number + 1]
    return any(STAMP.match(words) for line in near if len(line.text) <= _LONGEST_LINE for words in line.cells)


def _in_opening(
    draft: Draft, all_dnr: tuple[Dnr, ...], n: int, line: Line, labelled: bool, whose: _Whose
) -> DnrRole:
    """The § line has the document's own Dnr, and the heading of an answer may end with the sender's:
    `Yttrande till kommunstyrelsen över motion om vårdnadsbidrag (2001.118)`."""
    lead = draft.text[line.span.start : all_dnr[n].span.start]
    alone = labelled or LEAD_IN.fullmatch(lead) is not None
    own_above = any(
        LEAD_IN.fullmatch(draft.text[above.span.start : other.span.start])
        for other in all_dnr[:n]
        for _, above in [_line_of(draft, other)]
        if other.value != all_dnr[n].value
    )
    return DnrRole.SENDER if not alone and own_above and ANSWER.match(line.text) else DnrRole.OWN


def _has_other(draft: Draft, all_dnr: tuple[Dnr, ...], dnr: Dnr, opening: range) -> bool:
    """Whether the opening of a § or the letterhead names another Dnr too: `§ 21 Svar på remiss, Fi2023/123
    KS 2023/713`."""
    span = Span(0, draft.lines[opening.stop - 1].span.end)
    return any(other.value != dnr.value and other.span.overlaps(span) for other in all_dnr)


def _line_of(draft: Draft, dnr: Dnr) -> tuple[int, Line]:
    """The line a Dnr begins on, and its number."""
    number = max(0, draft.line_at(dnr.span.start + 1) - 1)
    return number, draft.lines[number]


def _alone_in_head(draft: Draft, number: int, line: Line, dnr: Dnr, whose: _Whose) -> bool:
    """Whether the Dnr, with nothing but its label, is a cell of the letterhead."""
    if number >= HEAD_LINES or len(line.text) > _LONGEST_LINE:
        return False
    # A list of answers with their Dnr under "Beslut" is no letterhead, however short the document.
    if any(s.kind is not SectionKind.OVRIGT and s.span.start < line.span.start for s in draft.sections):
        return False
    for cell in line.cells:
        place = cell.find(dnr.raw)
        if place < 0:
            continue
        lead = cell[:place]
        rest = cell[place + len(dnr.raw) :].strip(" .,;()")
        rest = "" if find_dnr(rest) else rest
        if LEAD_IN.fullmatch(lead) and (not rest or rest[:1].isdigit() or (place == 0 and len(rest) < 20)):
            return not _label_above_is_theirs(draft, number)
        if number < _TOP and not rest and (kommun := KOMMUN_LEAD.fullmatch(lead)):
            return whose.kind is Kind.REMISS or folded(kommun["what"]) != folded("remiss")
    return False


def _addressed(draft: Draft, number: int, line: Line, dnr: Dnr, whose: _Whose) -> DnrRole | None:
    """The role of `Kommunstyrelsen (dnr 2008/KS 0091)` as the addressee of an answer."""
    if number >= HEAD_LINES or len(line.text) > _LONGEST_LINE:
        return None
    for cell in line.cells:
        lead, found, rest = cell.partition(dnr.raw)
        words, bracket, label = lead.rpartition("(")
        if found and bracket and LEAD_IN.fullmatch(label) and not rest.strip(" )."):
            body = only_a_body(words.rpartition(":")[2].strip(), draft.restorer)
            return _named(body, whose) if body else None
    return None


def _label_above_is_theirs(draft: Draft, number: int) -> bool:
    """`Er beteckning` on a line of its own above the Dnr."""
    return number > 0 and bool(
        re.fullmatch(rf"er[ta]?\s{{1,2}}{LABEL}:?", draft.lines[number - 1].text, re.IGNORECASE)
    )


def _column_label(draft: Draft, number: int, dnr: Dnr) -> DnrRole | None:
    """The label above in the same column: `Vårt dnr   Ert dnr` over `KS 2024/1   Fi2024/22`."""
    if number == 0 or max(len(draft.lines[n].text) for n in (number - 1, number)) > _LONGEST_LINE:
        return None
    cells, labels = draft.lines[number].cells, draft.lines[number - 1].cells
    if len(cells) < 2 or len(cells) != len(labels):
        return None
    for cell, label in zip(cells, labels, strict=True):
        if dnr.raw in cell:
            if re.match(r"er[ta]?\b", label, re.IGNORECASE):
                return DnrRole.SENDER
            if re.match(r"v(?:å|a|d)rt?\b", label, re.IGNORECASE):
                return DnrRole.OWN
    return None


def _beside_page_number(draft: Draft, number: int) -> bool:
    """A running head left in the text: a Dnr line beside `Sida 3 (3)`."""
    near = draft.lines[max(0, number - 2) : number + 3]
    return len(draft.lines[number].text) < 40 and any(is_page_number(line.text) for line in near)
