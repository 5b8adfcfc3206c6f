"""A stretch of a normalised text as a text of its own, with its way back to what was read."""

from bisect import bisect_left, bisect_right

from indexer.normalise.interface import NormalText
from indexer.readers.interface import Heading
from remissarkiv.domain import Page, Segment, Span


def cut(normal: NormalText, span: Span) -> NormalText:
    """The part of a text that lies at `span`, which is not empty; what the file says of itself and its
    running heads stay with the whole.

    A place that was changed and lies across an end of the span belongs to the part with all of its original.
    Time log(n) + what lies in the span.
    """
    segments = normal.segments
    first = bisect_right(segments, span.start, key=_repaired_end)
    last = bisect_left(segments, span.end, key=_repaired_start)
    begin = _begin(segments, first, span.start)
    end = _end(segments, last, span.end)
    return NormalText(
        text=normal.text[span.start : span.end],
        original=normal.original[begin:end],
        segments=tuple(
            Segment(
                segment.original.shift(-begin),
                within(segment.repaired, span),
                segment.rule,
                segment.cost,
            )
            for segment in segments[first:last]
        ),
        pages=tuple(
            Page(page.number, within(page.span, span))
            for page in normal.pages[
                bisect_right(normal.pages, span.start, key=_page_end) : bisect_left(
                    normal.pages, span.end, key=_page_start
                )
            ]
        ),
        headings=tuple(
            Heading(within(heading.span, span), heading.level)
            for heading in normal.headings[
                bisect_left(normal.headings, span.start, key=_heading_start) : bisect_left(
                    normal.headings, span.end, key=_heading_start
                )
            ]
        ),
    )


def within(span: Span, part: Span) -> Span:
    """What of a span lies in a part of the text, as a span of that part."""
    start = min(max(span.start, part.start), part.end)
    return Span(start, max(start, min(span.end, part.end))).shift(-part.start)


def _begin(segments: tuple[Segment, ...], first: int, place: int) -> int:
    """Where the original of a part begins, whose text begins at `place`; `first` is its first segment."""
    if first < len(segments) and segments[first].repaired.start < place:
        return segments[first].original.start
    if first == 0:
        return place
    before = segments[first - 1]
    return place - before.repaired.end + before.original.end


def _end(segments: tuple[Segment, ...], last: int, place: int) -> int:
    """Where the original of a part ends; `last` is the segment after its last one."""
    if last == 0:
        return place
    before = segments[last - 1]
    return before.original.end + max(0, place - before.repaired.end)


def _repaired_start(segment: Segment) -> int:
    return segment.repaired.start


def _repaired_end(segment: Segment) -> int:
    return segment.repaired.end


def _page_start(page: Page) -> int:
    return page.span.start


def _page_end(page: Page) -> int:
    return page.span.end


def _heading_start(heading: Heading) -> int:
    return heading.span.start
