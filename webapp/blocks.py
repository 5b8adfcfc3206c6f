"""A document's text cut into what a page is made of: headings, paragraphs, lists, tables and page breaks.

Every block is a span of the text; nothing is added, dropped or reordered. Lines of a paragraph stay in one
block: a browser joins them, so that OCR's narrow lines read as running text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from remissarkiv.domain import Page, Section, Span


class BlockKind(Enum):
    """What a block is shown as."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LINES = "lines"
    LIST = "list"
    TABLE = "table"
    PAGE = "page"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Block:
    """`parts` are the items of a list, the rows of a table, lines that stand each for itself, else the
    block's one span. `number` is that of the section, page or part, for headings, page breaks and where a
    part (a § of minutes) begins."""

    kind: BlockKind
    parts: tuple[Span, ...]
    number: int = 0


_BLANK = re.compile(r"\n[ \t\f]*\n\s*")
# "– Socialnämnden", "• ...", "» ..." (a bullet as OCR reads it), "1. ..." and "a) ..."
_ITEM = re.compile(r"[ \t]*(?:[–—•·»*▪◦‣o-]|\d{1,3}[.)]|[a-zåäö]\))[ \t]+(?=\S)")

# "Från: Kommunstyrelsen", "Bifogade filer: Motion.pdf"
_NAMED = re.compile(r"[^\W\d_][\w ./-]{0,24}:[ \t]")
_SHORT = 45
"""Characters that a line of a letterhead or a signature has at most."""


def blocks(
    text: str, sections: Sequence[Section] = (), pages: Sequence[Page] = (), parted: Sequence[Span] = ()
) -> Iterator[Block]:
    """The blocks of a text, in order; `parted` are the parts that are documents of their own. Sections, pages
    and parts that lie outside the text are skipped."""
    cuts = sorted([*_cuts(text, sections, pages), *_beginnings(text, parted)], key=lambda cut: cut[:2])
    place = 0
    for start, end, block in cuts:
        if start < place:
            continue
        yield from _prose(text, place, start)
        yield block
        place = end
    yield from _prose(text, place, len(text))


def _cuts(text: str, sections: Sequence[Section], pages: Sequence[Page]) -> list[tuple[int, int, Block]]:
    cuts = [
        (page.span.start, page.span.start, Block(BlockKind.PAGE, (), page.number))
        for page in pages
        if page.number > 1 and 0 <= page.span.start <= len(text)
    ]
    for number, section in enumerate(sections, start=1):
        if span := heading_span(text, section):
            cuts.append((span.start, span.end, Block(BlockKind.HEADING, (span,), number)))
    return cuts


def _beginnings(text: str, parted: Sequence[Span]) -> Iterator[tuple[int, int, Block]]:
    for number, span in enumerate(parted, start=1):
        if 0 <= span.start <= len(text):
            yield span.start, span.start, Block(BlockKind.PART, (), number)


def heading_span(text: str, section: Section) -> Span | None:
    """Where a section's heading stands; None when it has none or the text does not begin with it.

    The heading as recorded may have lost a line break that the text still has, so spaces match loosely.
    """
    words = section.heading.split()
    if not words:
        return None
    start, limit = section.span
    if not 0 <= start <= limit <= len(text):
        return None
    first = place = _after_space(text, start, limit)
    for word in words:
        place = _after_space(text, place, limit)
        if not text.startswith(word, place):
            return None
        place += len(word)
    return Span(first, place) if place <= limit else None


def _after_space(text: str, place: int, limit: int) -> int:
    while place < limit and text[place].isspace():
        place += 1
    return place


def _prose(text: str, start: int, end: int) -> Iterator[Block]:
    start = _after_space(text, start, end)
    while start < end:
        gap = _BLANK.search(text, start, end)
        stop = gap.start() if gap else end
        if text[start:stop].strip():
            yield _block(text, start, stop)
        start = gap.end() if gap else end


def _block(text: str, start: int, end: int) -> Block:
    lines = _lines(text, start, end)
    if len(lines) > 1 and all("\t" in text[slice(*line)] for line in lines):
        return Block(BlockKind.TABLE, tuple(lines))
    starts = [line.start for line in lines if _ITEM.match(text, line.start, line.end)]
    if not starts or starts[0] != lines[0].start:
        # A list may follow its lead without a blank line: "Remissen har gått till:" and then the items.
        if len(starts) < 2 and _are_apart(text, lines):
            return Block(BlockKind.LINES, tuple(lines))
        if len(starts) < 2:
            return Block(BlockKind.PARAGRAPH, (Span(start, end),))
        starts.insert(0, lines[0].start)
    ends = [*starts[1:], end]
    return Block(BlockKind.LIST, tuple(Span(a, b) for a, b in zip(starts, ends, strict=True)))


def _are_apart(text: str, lines: Sequence[Span]) -> bool:
    """Whether lines were broken by who wrote them: those of a letterhead, of a signature with title and unit
    below the name, of a letter's head. Where a page's edge broke them, some line is long or goes on small."""
    if len(lines) < 2:
        return False
    shown = [text[slice(*line)].strip() for line in lines]
    if all(_NAMED.match(line) for line in shown):
        return True
    if any(len(line) > _SHORT or line[-1] in "-,;" for line in shown[:-1]) or len(shown[-1]) > _SHORT:
        return False
    return all(not line[0].islower() for line in shown[1:]) and not any(
        line[-1] in ".!?:" for line in shown[:-1]
    )


def _lines(text: str, start: int, end: int) -> list[Span]:
    lines = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip():
            lines.append(Span(start, stop))
        start = stop + 1
    return lines
