"""Putting a corrected word in the place of a misread one, and moving everything that stands behind it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from remissarkiv.domain import Assessment, Decision, Document, Page, Position, Segment, Span

_Any = TypeVar("_Any", Page, Assessment, Position, Decision)

BY_HAND = "ocr-hand"
"""The rule of a segment that a person made: a repair of what was read wrongly, that cannot be wrong."""


class Edit(NamedTuple):
    """A place of `Document.original` and the word that should stand there."""

    place: Span
    word: str


class _Change(NamedTuple):
    """An edit in the text: its place before and after."""

    edit: Edit
    before: Span
    after: Span


@dataclass(frozen=True, slots=True)
class _Moves:
    changes: tuple[_Change, ...]
    starts: tuple[int, ...]

    def span(self, span: Span) -> Span:
        start = self._place(span.start, at_end=False)
        return Span(start, max(start, self._place(span.end, at_end=True)))

    def touches(self, span: Span) -> bool:
        index = bisect_left(self.starts, span.end) - 1
        return index >= 0 and self.changes[index].before.overlaps(span)

    def _place(self, place: int, *, at_end: bool) -> int:
        index = (bisect_left(self.starts, place) if at_end else bisect_right(self.starts, place)) - 1
        if index < 0:
            return place
        change = self.changes[index]
        if place >= change.before.end:
            return place + change.after.end - change.before.end
        return change.after.end if at_end else change.after.start


def with_words(document: Document, edits: Sequence[Edit]) -> tuple[Document, frozenset[Edit]]:
    """The document with corrected words, and the edits that could not be made: where what was read is now
    taken together with more than the word. Edits must not overlap. Linear in the document."""
    changes, refused = _changes(document, sorted(edits))
    if not changes:
        return document, refused
    text = _text(document.text, changes)
    moves = _Moves(tuple(changes), tuple(change.before.start for change in changes))
    moved = replace(
        document,
        text=text,
        segments=_segments(document, changes),
        pages=_moved(document.pages, moves),
        sections=tuple(
            replace(
                section,
                span=moves.span(section.span),
                heading=_heading(document.text, text, section.heading, section.span.start, moves),
            )
            for section in document.sections
        ),
        dnr=tuple(
            replace(mention, dnr=replace(mention.dnr, span=span, raw=_read(text, mention.dnr.raw, span, hit)))
            for mention in document.dnr
            for span, hit in [(moves.span(mention.dnr.span), moves.touches(mention.dnr.span))]
        ),
        citations=tuple(
            replace(citation, span=span, text=_read(text, citation.text, span, hit))
            for citation in document.citations
            for span, hit in [(moves.span(citation.span), moves.touches(citation.span))]
        ),
        damaged=tuple(map(moves.span, document.damaged)),
        parted=tuple(map(moves.span, document.parted)),
        assessments=_moved(document.assessments, moves),
        positions=_moved(document.positions, moves),
        decisions=_moved(document.decisions, moves),
    )
    return moved, refused


def _changes(document: Document, edits: Sequence[Edit]) -> tuple[list[_Change], frozenset[Edit]]:
    """Where each edit is in the text before and after, in order."""
    starts = [segment.original.start for segment in document.segments]
    changes: list[_Change] = []
    refused = set()
    shift = 0
    for edit in edits:
        before = _shown(document.segments, starts, edit.place)
        if before is None:
            refused.add(edit)
            continue
        start = before.start + shift
        changes.append(_Change(edit, before, Span(start, start + len(edit.word))))
        shift += len(edit.word) - (before.end - before.start)
    return changes, frozenset(refused)


def _shown(segments: Sequence[Segment], starts: list[int], place: Span) -> Span | None:
    """Where a span of what was read is shown; None when a segment lies only partly within it."""
    first = bisect_left(starts, place.start)
    while first and segments[first - 1].original.end > place.start:
        first -= 1
    last = first
    while last < len(segments) and segments[last].original.start < place.end:
        inside = segments[last].original
        if inside.start < place.start or inside.end > place.end:
            return None
        last += 1
    start, end = place
    if first:
        before = segments[first - 1]
        start += before.repaired.end - before.original.end
    if last:
        before = segments[last - 1]
        end += before.repaired.end - before.original.end
    return Span(start, end)


def _text(text: str, changes: Sequence[_Change]) -> str:
    pieces = []
    done = 0
    for change in changes:
        pieces += [text[done : change.before.start], change.edit.word]
        done = change.before.end
    return "".join((*pieces, text[done:]))


def _segments(document: Document, changes: Sequence[_Change]) -> tuple[Segment, ...]:
    """The segments without those of the corrected words, and a new one for each of these. A word that was
    read rightly, and repaired wrongly, stands in both texts again: no segment.

    They go by their places in what was read: in the text a removed word has none of its own.
    """
    kept = []
    for segment in document.segments:
        index = bisect_right(changes, segment.original.start, key=lambda one: one.edit.place.start) - 1
        if index < 0:
            kept.append(segment)
        elif segment.original.start >= changes[index].edit.place.end:
            shift = changes[index].after.end - changes[index].before.end
            kept.append(segment._replace(repaired=segment.repaired.shift(shift)))
    made = [
        Segment(change.edit.place, change.after, BY_HAND)
        for change in changes
        if document.original[slice(*change.edit.place)] != change.edit.word
    ]
    return tuple(sorted((*kept, *made), key=lambda segment: (segment.original, segment.repaired)))


def _moved(items: tuple[_Any, ...], moves: _Moves) -> tuple[_Any, ...]:
    return tuple(replace(item, span=moves.span(item.span)) for item in items)


def _heading(before: str, after: str, heading: str, start: int, moves: _Moves) -> str:
    """A heading as it is written now, where it stood in the text word for word."""
    span = Span(start, start + len(heading))
    if not heading or before[slice(*span)] != heading:
        return heading
    return after[slice(*moves.span(span))]


def _read(text: str, words: str, span: Span, hit: bool) -> str:
    """Words of the text that a corrected word may be one of."""
    return text[slice(*span)] if hit and words else words
