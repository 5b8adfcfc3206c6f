"""The way back: which stretch of a changed text is which stretch of the text it came from.

A text is changed in steps. Each step is a list of edits to the text as the step before left it; the segments
always tie the newest text to the very first.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from remissarkiv.domain import Segment, Span


class Edit(NamedTuple):
    """Replace what stands at `span` of the present text by `text`; `rule` and `cost` as in `Segment`."""

    span: Span
    text: str
    rule: str
    cost: float = 0.0


@dataclass(frozen=True)
class MappedText:
    """A text, the text it was made from, and the segments where they differ (in order, never overlapping)."""

    text: str
    original: str
    segments: tuple[Segment, ...] = ()

    @classmethod
    def unchanged(cls, text: str) -> "MappedText":
        """A text that nothing has been done to yet."""
        return cls(text, text)

    def edited(self, edits: Iterable[Edit]) -> "MappedText":
        """The text after one step. The edits are in order and do not overlap. Linear in text and edits."""
        ordered = [edit for edit in edits if self.text[edit.span.start : edit.span.end] != edit.text]
        if not ordered:
            return self
        parts: list[str] = []
        position = 0
        for edit in ordered:
            if edit.span.start < position:
                raise ValueError("edits overlap or are out of order")
            parts.append(self.text[position : edit.span.start])
            parts.append(edit.text)
            position = edit.span.end
        parts.append(self.text[position:])
        text = "".join(parts)
        if not self.segments:
            return MappedText(text, self.original, tuple(_first(ordered)))
        segments = (
            segment
            for segment in _compose(self.segments, ordered)
            if self.original[segment.original.start : segment.original.end]
            != text[segment.repaired.start : segment.repaired.end]
        )
        return MappedText(text, self.original, tuple(segments))

    def to_text(self, span: Span) -> Span:
        """Where a span of the original lies in the text; one that was removed becomes empty."""
        start = self._forward(span.start, at_end=False)
        return Span(start, max(start, self._forward(span.end, at_end=True)))

    def to_original(self, span: Span) -> Span:
        """What a span of the text was made from; a span that touches a changed place takes all of it."""
        starts = self._repaired_starts
        first = bisect_right(starts, span.start) - 1
        start = span.start
        if first >= 0:
            segment = self.segments[first]
            inside = span.start < segment.repaired.end
            start = (
                segment.original.start if inside else span.start - segment.repaired.end + segment.original.end
            )
        last = bisect_right(starts, max(span.end - 1, span.start)) - 1
        end = span.end
        if last >= 0:
            segment = self.segments[last]
            inside = span.end <= segment.repaired.end
            end = segment.original.end if inside else span.end - segment.repaired.end + segment.original.end
        return Span(start, max(start, end))

    @cached_property
    def _original_starts(self) -> list[int]:
        return [segment.original.start for segment in self.segments]

    @cached_property
    def _repaired_starts(self) -> list[int]:
        return [segment.repaired.start for segment in self.segments]

    def _forward(self, place: int, *, at_end: bool) -> int:
        index = bisect_right(self._original_starts, place) - 1
        if index < 0:
            return place
        segment = self.segments[index]
        if place >= segment.original.end:
            return place - segment.original.end + segment.repaired.end
        if place == segment.original.start or not at_end:
            return segment.repaired.start
        return segment.repaired.end


class _Piece(NamedTuple):
    """A change seen from the middle text: its span there, and the length it has on the far side (in the
    original for an older segment, in the new text for an edit)."""

    start: int
    end: int
    length: int
    is_edit: bool
    rule: str
    cost: float


def _first(edits: Sequence[Edit]) -> Iterable[Segment]:
    """The segments of edits to a text that nothing was done to before."""
    growth = 0
    for span, text, rule, cost in edits:
        start = span.start + growth
        yield Segment(span, Span(start, start + len(text)), rule, cost)
        growth += len(text) - (span.end - span.start)


def _compose(segments: Sequence[Segment], edits: Sequence[Edit]) -> Iterable[Segment]:
    """The segments from the original to the newest text, out of those to the middle text and the edits on it.

    Pieces that overlap in the middle text become one segment; the edit names its rule. Nearly all touch no
    other: such an edit is a segment as it is, and such a segment only moves.
    """
    places = [(s.repaired.start, s.repaired.end, False, n) for n, s in enumerate(segments)]
    places += [(e.span.start, e.span.end, True, n) for n, e in enumerate(edits)]
    places.sort()
    before = after = 0  # how much longer the original, and the new text, is than the middle text so far
    first, count = 0, len(places)
    while first < count:
        start, end, is_edit, number = places[first]
        following = first + 1
        while following < count and places[following][0] < end:
            end = max(end, places[following][1])
            following += 1
        if following - first > 1:
            group = [_piece(segments, edits, *place[2:]) for place in places[first:following]]
            segment, before, after = _merge(group, end, before, after)
            yield segment
        elif is_edit:
            _, text, rule, cost = edits[number]
            there = start + after
            yield Segment(Span(start + before, end + before), Span(there, there + len(text)), rule, cost)
            after += len(text) - (end - start)
        else:
            original, _, rule, cost = segments[number]
            yield Segment(original, Span(start + after, end + after), rule, cost)
            before = original.end - end
        first = following


def _piece(segments: Sequence[Segment], edits: Sequence[Edit], is_edit: bool, number: int) -> _Piece:
    if is_edit:
        span, text, rule, cost = edits[number]
        return _Piece(*span, len(text), True, rule, cost)
    original, span, rule, cost = segments[number]
    return _Piece(*span, original.end - original.start, False, rule, cost)


def _merge(group: list[_Piece], end: int, before: int, after: int) -> tuple[Segment, int, int]:
    start = group[0].start
    new_before, new_after = before, after
    for piece in group:
        growth = piece.length - (piece.end - piece.start)
        if piece.is_edit:
            new_after += growth
        else:
            new_before += growth
    named = next((piece for piece in reversed(group) if piece.is_edit), group[-1])
    segment = Segment(
        Span(start + before, end + new_before),
        Span(start + after, end + new_after),
        named.rule,
        sum(piece.cost for piece in group),
    )
    return segment, new_before, new_after
