"""Where in a document the words stand that a person has copied from it."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from remissarkiv.corrections.places import Folded, folded
from remissarkiv.domain import Document, Span
from remissarkiv.errors import UsageError
from remissarkiv.language.sentences import sentence_breaks

MOST_PLACES = 50
"""Places of one word that a form lists."""

_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")


def sentence_of(document: Document, words: str) -> Span:
    """The sentence in which the words stand. Raises `UsageError` with a Swedish sentence when they stand
    nowhere, or in several sentences."""
    text = Folded(document.text)
    wanted = folded(words)
    found: dict[Span, None] = {}
    start = text.text.find(wanted) if wanted else -1
    while start >= 0 and len(found) < 2:
        place = text.unfold(Span(start, start + len(wanted)))
        sentence = sentence_around(document, place)
        found[sentence] = None
        # On behind the sentence: in a long one the words may stand any number of times.
        start = text.text.find(wanted, max(start + len(wanted), text.fold(sentence.end)))
    if not found:
        raise UsageError(
            "correction: these words do not stand in the text",
            "Orden finns inte i dokumentet. Kopiera dem ur texten, precis som de står.",
        )
    if len(found) > 1:
        raise UsageError(
            "correction: these words stand in several sentences",
            "Orden finns i flera meningar. Ta med fler ord, så att bara en mening passar.",
        )
    (only,) = found
    _require_own(document, only)
    return only


def sentence_around(document: Document, place: Span) -> Span:
    """The sentence, or the sentences, that a stretch of the text lies in."""
    text = document.text
    start = max((gap.end() for gap in _BLANK_LINE.finditer(text, 0, place.start)), default=0)
    after = _BLANK_LINE.search(text, place.end)
    end = after.start() if after else len(text)
    block = Span(start, end)
    for section in document.sections:
        heading_end = section.span.start + len(section.heading)
        if start < heading_end <= place.start and section.heading:
            start = heading_end
    while start < place.start and text[start].isspace():
        start += 1
    whole = [one.span for one in document.citations if one.span.overlaps(block)]
    for gap in sentence_breaks(text, start, end, whole):
        if gap.end <= place.start:
            start = gap.end
        elif gap.start >= place.end:
            end = gap.start
            break
    while end > place.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def places_of(document: Document, word: str) -> list[Span]:
    """Where a word stands, whole, at most fifty times; a word of a part that is a document of its own is
    that one's. Raises `UsageError` when it stands nowhere."""
    text = document.text
    parts = sorted(document.parted)
    found: list[Span] = []
    start = text.find(word) if word else -1
    while start >= 0 and len(found) < MOST_PLACES:
        place = Span(start, start + len(word))
        around = text[max(start - 1, 0) : start] + text[place.end : place.end + 1]
        if not _lies_in(parts, place) and not any(sign.isalnum() for sign in around):
            found.append(place)
        start = text.find(word, place.end)
    if not found:
        raise UsageError(
            "correction: the word does not stand in the text",
            "Ordet finns inte i dokumentet. Kopiera det ur texten, precis som det står, utan skiljetecken. "
            "Ord i en paragraf i ett protokoll rättas på paragrafens egen sida.",
        )
    return found


def _lies_in(parts: Sequence[Span], place: Span) -> bool:
    """Whether a place touches one of the parts, which are in order and apart."""
    index = bisect_left(parts, Span(place.end, 0)) - 1
    return index >= 0 and parts[index].overlaps(place)


def _require_own(document: Document, sentence: Span) -> None:
    if any(part.overlaps(sentence) for part in document.parted):
        raise UsageError(
            "correction: the sentence is of a part that is a document of its own",
            "Meningen hör till en paragraf som är ett dokument för sig. Öppna paragrafen och rätta där.",
        )
