"""What each Dnr is to the document it stands in.

Own: in a running head, in the file's metadata, on a line of the letterhead that is a Dnr (`Dnr SOF
2025/424`, `Vårt dnr`), or on the § line of a protokoll. The sender's: after words that say whose it is
("Svar på remiss från kommunstyrelsen, Dnr KS 2025/448", "Er beteckning"). Anything else is mentioned. A
remiss asks to have its own Dnr on the answers, so there "diarienummer" is its own.
"""

import re

from indexer.extract.draft import HEAD_LINES, Draft
from indexer.extract.lines import Line
from indexer.extract.paragraph_heads import first_head
from indexer.extract.paragraph_opening import opening_of
from remissarkiv.dnr import find_dnr
from remissarkiv.domain import Dnr, DnrMention, DnrRole, Kind, SectionKind, Span
from remissarkiv.language.skeleton import skeleton

_BEFORE = 160
_LONGEST_LINE = 300
"""A longer line is a paragraph, not a letterhead."""

_LABEL = r"(?:d(?:ia)?rie?(?:nr|nummer)|d[nao]r|dnr|beteckning|referens|ref|ärendenr|ärendenummer|ärende)"
_THEIRS = re.compile(
    rf"(?:\b(?:er|ert|eran?|avsändarens|remittentens|departementets|regeringskansliets)\s{{1,2}}{_LABEL}"
    r"|\bremiss\w{0,8}\b(?:\s[^.;\n]{0,90})?\b(?:från|fran|frin|frdn|frén|ifrån)\b|\b(?:svar|yttrande)\s(?:på|pa|pd|pé|över|over)\s(?:\w+\s)?remiss"
    r"|\bremitterat?s?\b|\bremissens\b|\bsvara\s(?:på|pa|pd|pé)\s(?:en\s)?remiss|\bremiss\b[^.;\n]{0,60}$)",
    re.IGNORECASE,
)
_OURS = re.compile(rf"\bv\S{{1,2}}rt?(?: eget)?\s{{1,2}}{_LABEL}", re.IGNORECASE)
_ASKED_FOR = re.compile(r"diarienummer|dnr\b|ärendenummer", re.IGNORECASE)
_LEAD_IN = re.compile(
    r"[\s:.,;()\[\]|–-]*(?:(?:v\S{1,2}rt?|stadens|nämndens|kommunens|mål)\s)?"
    r"(?:d[nao]r|d nr|diarienr|diarie ?nr|diarienummer|ärende ?nr|ärendenummer|arendenr|beteckning"
    r"|referens|ärende|nr)?"
    r"[\s:.]*",
    re.IGNORECASE,
)
_ORDER = {DnrRole.OWN: 0, DnrRole.SENDER: 1, DnrRole.MENTIONED: 2}


def find_roles(draft: Draft, kind: Kind) -> tuple[DnrMention, ...]:
    """Each Dnr of the document once, in order of place, with its strongest role. A Dnr that stands only in a
    running head or in the metadata comes first and has the empty span (0, 0)."""
    found: dict[str, DnrMention] = {}
    outside = [dnr for line in draft.running for dnr in find_dnr(line.text)]
    outside += find_dnr(draft.metadata.get("dnr", ""))
    for dnr in outside:
        foreign = _foreign_line(draft.running, dnr)
        _add(found, DnrMention(_outside(dnr), DnrRole.SENDER if foreign else DnrRole.OWN))
    opening = _opening(draft) if kind is Kind.PROTOKOLL else range(0)
    for dnr in draft.dnr:
        _add(found, DnrMention(dnr, _role(draft, dnr, kind, opening)))
    return tuple(found.values())


def _opening(draft: Draft) -> range:
    """The lines with which the § of a protokollsutdrag opens, empty without one."""
    found = first_head(draft.lines[:HEAD_LINES])
    return range(found[0], opening_of(draft.lines, *found).end) if found else range(0)


def _outside(dnr: Dnr) -> Dnr:
    return Dnr(dnr.authority, dnr.year, dnr.number, dnr.suffix, dnr.raw, Span(0, 0))


def _foreign_line(lines: tuple[Line, ...], dnr: Dnr) -> bool:
    return any(
        dnr.raw in line.text and _THEIRS.search(line.text[: line.text.index(dnr.raw)]) for line in lines
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


def _role(draft: Draft, dnr: Dnr, kind: Kind, opening: range) -> DnrRole:
    text = draft.text
    number, line = _line_of(draft, dnr)
    column = _column_label(draft, number, dnr)
    before = " ".join(text[max(0, dnr.span.start - _BEFORE) : dnr.span.start].split("\n\n")[-1].split())
    theirs, ours = _THEIRS.search(before), _OURS.search(before)
    if column is not None:
        return column
    if ours and (theirs is None or ours.start() > theirs.start()):
        return DnrRole.OWN
    if number in opening and (theirs is None or not _has_other(draft, opening, dnr)):
        return DnrRole.OWN
    if kind is Kind.REMISS and _ASKED_FOR.search(before[-90:]):
        return DnrRole.OWN
    # What stands alone on a line below the opening of a § is an item of a list: decisions, contracts.
    alone = not (opening and number >= opening.stop) and _alone_in_head(draft, number, line, dnr)
    if theirs and not alone:
        return DnrRole.SENDER
    if alone or _beside_page_number(draft, number):
        return DnrRole.OWN
    return DnrRole.MENTIONED


def _has_other(draft: Draft, opening: range, dnr: Dnr) -> bool:
    """Whether the opening of a § or the letterhead names another Dnr too: `§ 21 Svar på remiss, Fi2023/123
    KS 2023/713`."""
    span = Span(0, draft.lines[opening.stop - 1].span.end)
    return any(other.value != dnr.value and other.span.overlaps(span) for other in draft.dnr)


def _line_of(draft: Draft, dnr: Dnr) -> tuple[int, Line]:
    """The line a Dnr begins on, and its number."""
    number = max(0, draft.line_at(dnr.span.start + 1) - 1)
    return number, draft.lines[number]


def _alone_in_head(draft: Draft, number: int, line: Line, dnr: Dnr) -> bool:
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
        if _LEAD_IN.fullmatch(lead) and (not rest or rest[:1].isdigit() or (place == 0 and len(rest) < 20)):
            return not _label_above_is_theirs(draft, number)
    return False


def _label_above_is_theirs(draft: Draft, number: int) -> bool:
    """`Er beteckning` on a line of its own above the Dnr."""
    return number > 0 and bool(
        re.fullmatch(rf"er[ta]?\s{{1,2}}{_LABEL}:?", draft.lines[number - 1].text, re.IGNORECASE)
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
    return len(draft.lines[number].text) < 40 and any(
        _PAGE.match(skeleton(line.text.lower())) for line in near
    )


_PAGE = re.compile(r"s\*(?:\*)?\s?\S{1,4}\s?(?:\(|\*v)")
