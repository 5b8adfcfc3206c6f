"""Finding again the place that a correction speaks of."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from remissarkiv.corrections.correction import Anchor
from remissarkiv.domain import Document, Segment, Span, read_at

_AROUND = 24
"""Signs before and after a word that tell it from the same word elsewhere."""

_WORD = re.compile(r"\S+")


class Folded:
    """A text with its white space folded to single spaces, and the way back. Linear in the text."""

    def __init__(self, text: str) -> None:
        self._words = [found.span() for found in _WORD.finditer(text)]
        self.text = " ".join(text[start:end] for start, end in self._words)
        self._starts: list[int] = []
        place = 0
        for start, end in self._words:
            self._starts.append(place)
            place += end - start + 1

    def unfold(self, span: Span) -> Span:
        """Where a span of the folded text stands in the text itself."""
        if not self._words:
            return Span(0, 0)
        return Span(self._back(span.start), self._back(span.end - 1) + 1)

    def fold(self, place: int) -> int:
        """Where a place of the text stands in the folded text."""
        index = bisect_right(self._words, (place, len(self.text) * 2 + place + 1)) - 1
        if index < 0:
            return 0
        start, end = self._words[index]
        return self._starts[index] + min(place, end) - start

    def _back(self, place: int) -> int:
        index = max(bisect_right(self._starts, place) - 1, 0)
        start, end = self._words[index]
        return min(start + place - self._starts[index], end - 1)


def folded(text: str) -> str:
    """The text with its white space folded to single spaces."""
    return " ".join(text.split())


def sentence_anchor(document: Document, span: Span) -> Anchor:
    """The anchor of what stands at `span` of the document's text."""
    (place,) = read_at(document, [span])
    read = folded(document.original[slice(*place)])
    original = Folded(document.original)
    at = original.fold(place.start)
    nth = sum(1 for start in _occurrences(original.text, read) if start < at)
    return Anchor(read=read, text=folded(document.text[slice(*span)]), nth=nth)


class Sentences:
    """Finds the sentences that anchors speak of in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._original = Folded(document.original)
        self._text = Folded(document.text)

    def find(self, anchor: Anchor) -> Span | None:
        """Where in the document's text the sentence stands; None when it is gone.

        What was read decides: another lexicon may have repaired it differently since.
        """
        found = _nth(self._original, anchor.read, anchor.nth)
        if found is not None:
            return shown_at(self._document, found)
        return _nth(self._text, anchor.text, anchor.nth)


def find_sentence(document: Document, anchor: Anchor) -> Span | None:
    """See `Sentences.find`; for one anchor."""
    return Sentences(document).find(anchor)


def word_anchor(document: Document, place: Span, shown: str) -> Anchor:
    """The anchor of a word that was read at `place` of `Document.original`."""
    original = document.original
    return Anchor(
        read=original[slice(*place)],
        text=shown,
        place=place,
        before=original[max(place.start - _AROUND, 0) : place.start],
        after=original[place.end : place.end + _AROUND],
    )


def find_word(original: str, anchor: Anchor) -> Span | None:
    """Where in `Document.original` the word of an anchor was read; None when it is gone.

    Where another program has read the file since, the word with the same surroundings is meant.
    """
    around = anchor.before + anchor.read + anchor.after
    start = anchor.place.start - len(anchor.before)
    if original[start : start + len(around)] != around or start < 0:
        start = original.find(around)
    if start < 0 or not anchor.read:
        return None
    place = start + len(anchor.before)
    return Span(place, place + len(anchor.read))


def shown_at(document: Document, place: Span) -> Span:
    """Where in the document's text a span of `Document.original` is shown; one that touches a changed place
    takes all of it."""
    starts = [segment.original.start for segment in document.segments]
    start = _forth(document.segments, starts, place.start, at_end=False)
    end = _forth(document.segments, starts, place.end, at_end=True)
    return Span(start, max(start, end))


def _forth(segments: Sequence[Segment], starts: list[int], place: int, *, at_end: bool) -> int:
    index = (bisect_left(starts, place) if at_end else bisect_right(starts, place)) - 1
    if index < 0:
        return place
    original, shown = segments[index].original, segments[index].repaired
    if place >= original.end:
        return place - original.end + shown.end
    return shown.end if at_end else shown.start


def _nth(text: Folded, words: str, nth: int) -> Span | None:
    """The nth place of the words, or the last one when there are fewer."""
    last = None
    for number, start in enumerate(_occurrences(text.text, words)):
        last = Span(start, start + len(words))
        if number == nth:
            break
    return None if last is None else text.unfold(last)


def _occurrences(text: str, words: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + len(words))
