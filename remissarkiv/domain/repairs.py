"""The words of a document that were repaired, whole, and the way from its text back to what was read.

A segment may be shorter than its word (`d` -> `ä` in "socialnämnden") or share the word with another one (a
line end that divided it). People think in words, so this gives words: "socialndmnden" and "socialnämnden".
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from remissarkiv.domain.document import Document
from remissarkiv.domain.spans import Segment, Span

_REACH = 60
"""Letters of a word that are looked at on each side of a repaired place."""

_LONGEST_JOINT = 8
"""Signs read where a segment within a word lost them, as hyphen and line end of `social-` / `ndmnden`; what
is longer (a running head between two halves) is not of the word."""


class RepairedWord(NamedTuple):
    """A word, or words that were taken apart or put together: where it was read in `Document.original` and
    where it stands in `Document.text`; `cost` is that of its segments together."""

    original: Span
    repaired: Span
    cost: float = 0.0


def repaired_words(document: Document, within: Span | None = None) -> tuple[RepairedWord, ...]:
    """The repaired words in order, none overlapping; `within` gives those that touch a stretch of the text.

    Linear in the segments, and for a stretch in those near it.
    """
    if within is None:
        return tuple(_words(document.text, document.segments))
    margin = 2 * _REACH
    first = bisect_left(document.segments, within.start - margin, key=_place)
    last = bisect_right(document.segments, within.end + margin, key=_place)
    near = document.segments[max(first - 1, 0) : last]
    return tuple(word for word in _words(document.text, near) if word.repaired.overlaps(within))


def read_at(document: Document, spans: Iterable[Span]) -> list[Span]:
    """Where in `Document.original` each span of the text was read; one that touches a changed place takes
    all of it."""
    starts = [segment.repaired.start for segment in document.segments]
    places = []
    for span in spans:
        start = _back(document.segments, starts, span.start, at_end=False)
        end = _back(document.segments, starts, max(span.end, span.start), at_end=True)
        places.append(Span(start, max(start, end)))
    return places


def wordings(document: Document, word: RepairedWord) -> tuple[str, str]:
    """What was read and what it became, each on one line: ("socialndmnden", "socialnämnden")."""
    read, repaired = document.original[slice(*word.original)], document.text[slice(*word.repaired)]
    return on_one_line(read), on_one_line(repaired)


def on_one_line(words: str) -> str:
    """Words with single blanks between them and none around."""
    return " ".join(words.split())


def _place(segment: Segment) -> int:
    return segment.repaired.start


def _back(segments: Sequence[Segment], starts: list[int], place: int, *, at_end: bool) -> int:
    index = (bisect_left(starts, place) if at_end else bisect_right(starts, place)) - 1
    if index < 0:
        return place
    original, repaired = segments[index].original, segments[index].repaired
    if place >= repaired.end and not (at_end and place == repaired.end):
        return place - repaired.end + original.end
    return original.end if at_end else original.start


def _words(text: str, segments: Sequence[Segment]) -> Iterator[RepairedWord]:
    done = index = end = 0
    while index < len(segments):
        if segments[index].is_repair:
            first, start = _leftward(text, segments, index, done, end)
            index, end = _rightward(text, segments, index)
            before, after = segments[first], segments[index]
            read = Span(
                before.original.start - (before.repaired.start - start),
                after.original.end + (end - after.repaired.end),
            )
            cost = sum(segment.cost for segment in segments[first : index + 1])
            yield RepairedWord(read, Span(start, end), cost)
            done = index + 1
        index += 1


def _leftward(text: str, segments: Sequence[Segment], first: int, done: int, limit: int) -> tuple[int, int]:
    """The first segment of the word and the place in the text where the word begins; `done` is the first
    segment that no earlier word has, `limit` where the last one ends."""
    while True:
        place, end = segments[first].repaired
        if place < end and not text[place].isalnum():
            return first, place
        floor = segments[first - 1].repaired.end if first else 0
        least = max(floor, limit, place - _REACH)
        start = place
        while start > least and text[start - 1].isalnum():
            start -= 1
        if start > floor or first == done or not _is_inside(text, segments[first - 1]):
            return first, start
        first -= 1


def _rightward(text: str, segments: Sequence[Segment], last: int) -> tuple[int, int]:
    """The last segment of the word and the place in the text where the word ends."""
    while True:
        begin, place = segments[last].repaired
        if begin < place and not text[place - 1].isalnum():
            return last, place
        ceiling = segments[last + 1].repaired.start if last + 1 < len(segments) else len(text)
        most = min(ceiling, place + _REACH)
        end = place
        while end < most and text[end].isalnum():
            end += 1
        if end < ceiling or last + 1 == len(segments) or not _is_inside(text, segments[last + 1]):
            return last, end
        last += 1


def _is_inside(text: str, segment: Segment) -> bool:
    """Whether a word goes on over a segment that it reaches: letters stand on both sides of it."""
    start, end = segment.repaired
    joint = segment.original.end - segment.original.start <= _LONGEST_JOINT
    letters = text[start:end].isalnum() or start == end
    around = text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
    return letters and (segment.is_repair or joint) and (around or (segment.is_repair and start < end))
