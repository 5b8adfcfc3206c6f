"""The minutes without what belongs to their §§: the preamble, the table of contents and the signatures."""

import re
from bisect import bisect_right
from dataclasses import replace
from pathlib import PurePosixPath

from indexer.normalise.interface import NormalText
from remissarkiv.domain import DnrMention, DnrRole, Document, Section, SectionKind, Span

_IS_PROTOKOLL = re.compile(r"protokoll(?:et)?\b", re.IGNORECASE)
# A line of the table of contents: "Val av justerare ................ 3".
_OF_CONTENTS = re.compile(r"(?:\.{3}|…)\s?\d{1,4}\s?\Z")


def without_paragraphs(
    normal: NormalText,
    whole: Document,
    spans: tuple[Span, ...],
    *,
    own: frozenset[str],
    name: str,
) -> Document:
    """The whole with `spans` as its parts, and without the Dnr, citations, sections, motionärer and
    remissinstanser that were found in them. `spans` are in order and apart; `own` are the Dnr of the §§,
    which the table of contents only mentions."""
    starts = [span.start for span in spans]

    def is_outside(span: Span) -> bool:
        before = bisect_right(starts, span.start) - 1
        return before < 0 or span.start >= spans[before].end

    return replace(
        whole,
        title=_title(normal, whole, name),
        parted=spans,
        sections=_sections(whole, spans),
        dnr=tuple(
            DnrMention(mention.dnr, DnrRole.MENTIONED if mention.dnr.value in own else mention.role)
            for mention in whole.dnr
            if is_outside(mention.dnr.span)
        ),
        citations=tuple(c for c in whole.citations if is_outside(c.span)),
        motioner=(),
        remissinstanser=(),
    )


def _title(normal: NormalText, whole: Document, name: str) -> str:
    """What the minutes are called: as the file says or the first page, else by board and day, or by the
    name of the file; never the heading of their first §."""
    said = " ".join(normal.metadata.get("title", "").split())
    if said and whole.title.casefold() == said.casefold():
        return whole.title
    if _IS_PROTOKOLL.search(whole.title) and not _OF_CONTENTS.search(whole.title):
        return whole.title
    day = whole.date.isoformat() if whole.date else ""
    named = " ".join(filter(None, (whole.namnd, day)))
    return (
        f"Protokoll {named}" if named else PurePosixPath(name).stem.replace("_", " ").strip() or whole.title
    )


def _sections(whole: Document, spans: tuple[Span, ...]) -> tuple[Section, ...]:
    """The sections of what lies between the §§; a section that goes on after a § is continued without its
    heading."""
    found: list[Section] = []
    gaps = zip((0, *(span.end for span in spans)), (*(s.start for s in spans), len(whole.text)), strict=True)
    place = 0
    sections = whole.sections
    for start, end in gaps:
        if not whole.text[start:end].strip():
            continue
        while place < len(sections) and sections[place].span.end <= start:
            place += 1
        for section in sections[place:]:
            if section.span.start >= end:
                break
            span = Span(max(start, section.span.start), min(end, section.span.end))
            if not whole.text[span.start : span.end].strip():
                continue
            if section.span.start >= start:
                found.append(Section(section.kind, section.heading, span))
            else:
                found.append(Section(SectionKind.OVRIGT, "", span))
    return tuple(found)
