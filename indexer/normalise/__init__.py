"""From what was read to a text that can be shown and searched, with the way back."""

from collections.abc import Iterable

from indexer.normalise.characters import composed, plain_signs
from indexer.normalise.hyphens import undone, undone_in_line
from indexer.normalise.inner_heads import inner_heads, page_starts
from indexer.normalise.interface import NormalText
from indexer.normalise.letterhead import page_numbers
from indexer.normalise.mapping import Edit, MappedText
from indexer.normalise.page_joins import joined
from indexer.normalise.page_lines import TextLine, lines_of
from indexer.normalise.repeated_heads import repeated_heads
from indexer.normalise.running import repeated_lines
from indexer.normalise.spaces import between_lines, within_lines
from indexer.readers.interface import Heading, Reading
from remissarkiv.domain import Page, Span

__all__ = ["NormalText", "normalise"]


def normalise(reading: Reading) -> NormalText:
    """The reading with odd signs, spaces and hyphenation mended and running heads and feet taken out.

    Every change is a segment; headings and pages keep their places in the new text. Linear in the text.
    """
    mapped = MappedText.unchanged(reading.text)
    for step in (plain_signs, composed, within_lines):
        mapped = mapped.edited(step(mapped.text))
    marked = {span.end for span in reading.running}
    mapped, running, boundaries = _without_running(mapped, reading)
    places = {place for place, _ in boundaries[1:]} | marked
    starts = sorted(mapped.to_text(Span(place, place)).start for place in places)
    mapped = mapped.edited(joined(mapped.text, starts))
    for step in (between_lines, undone, undone_in_line):
        mapped = mapped.edited(step(mapped.text))
    return NormalText(
        text=mapped.text,
        original=reading.text,
        segments=mapped.segments,
        pages=_pages(mapped, boundaries),
        headings=_headings(mapped, reading.headings),
        running=tuple(dict.fromkeys(line.text for line in running)),
        metadata={key: _one_line(value) for key, value in reading.metadata.items()},
    )


def _one_line(value: str) -> str:
    """A value from the file's own metadata as it can be shown: plain signs, whole words, one line."""
    mapped = MappedText.unchanged(value)
    for step in (plain_signs, composed, undone, undone_in_line):
        mapped = mapped.edited(step(mapped.text))
    return " ".join(mapped.text.split())


def _without_running(
    mapped: MappedText, reading: Reading
) -> tuple[MappedText, list[TextLine], list[tuple[int, int]]]:
    """The text without running lines, those lines, and where in the original each page begins, by number."""
    text = mapped.text
    boundaries: list[tuple[int, int]] = []
    if reading.pages:
        running = list(repeated_lines(text, [mapped.to_text(page) for page in reading.pages]))
        boundaries = [(page.start, number) for number, page in enumerate(reading.pages, 1)]
    else:
        marked = [mapped.to_text(span) for span in reading.running]
        running = [line for span in marked for line in lines_of(text, span) if not line.is_blank]
        lines = [] if marked else list(lines_of(text, Span(0, len(text))))
        heads = max(list(inner_heads(lines)), list(repeated_heads(lines)), key=len)
        if heads:
            running = [line for head in heads for line in head.lines]
            places = [0, *(mapped.to_original(head.lines[-1].span).end for head in heads)]
            boundaries = list(zip(places, page_starts(heads), strict=True))
    first = mapped.to_text(reading.pages[0]).end if reading.pages else len(text)
    running = _with_page_numbers(running, page_numbers(text, 0, first))
    return mapped.edited(_removals(running)), running, boundaries


def _with_page_numbers(running: list[TextLine], numbers: Iterable[TextLine]) -> list[TextLine]:
    """Running lines and those page numbers of the letterhead that are not among them, in order."""
    known = {line.span.end for line in running}
    return sorted(
        (*running, *(line for line in numbers if line.span.end not in known)), key=lambda line: line.span
    )


def _removals(lines: Iterable[TextLine]) -> list[Edit]:
    return [Edit(line.span, "", "running-head") for line in lines]


def _pages(mapped: MappedText, boundaries: list[tuple[int, int]]) -> tuple[Page, ...]:
    ends = [*(place for place, _ in boundaries[1:]), len(mapped.original)]
    return tuple(
        Page(number, _trimmed(mapped.text, mapped.to_text(Span(start, end))))
        for (start, number), end in zip(boundaries, ends, strict=False)
    )


def _headings(mapped: MappedText, headings: Iterable[Heading]) -> tuple[Heading, ...]:
    moved = (Heading(_trimmed(mapped.text, mapped.to_text(h.span)), h.level) for h in headings)
    return tuple(heading for heading in moved if heading.span.start < heading.span.end)


def _trimmed(text: str, span: Span) -> Span:
    """The span without blanks and line ends at its edges."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
