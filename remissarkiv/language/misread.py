"""The words of a damaged document as they were read: those that were mended, and those that nobody could.

The field `raw` holds them, and the marks of a search are set by them: one list for both.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress
from operator import attrgetter, not_
from typing import NamedTuple

from remissarkiv.domain import Document, Segment, Span
from remissarkiv.language.lexicon import base_lexicon
from remissarkiv.language.tokens import MAX_TOKEN, words_of


class Misread(NamedTuple):
    """A word as it was read (lower case), and where what it became stands in `Document.text`."""

    word: str
    span: Span


def misread_words(document: Document, within: Span | None = None) -> Iterator[Misread]:
    """The originals of repaired words, and the words of damaged stretches that were left as they stand
    although Swedish does not know them, in order of place; `within` limits it to a stretch of the text.

    Where `Séderstrom` became `Söderström` it gives `séderstrom`; a `Kvrndal` that the lexicon could make
    nothing of gives `kvrndal`. Words that a damaged page has whole, and numbers, are left out: they are
    found by what they are.
    """
    repairs: Sequence[Segment] = document.repairs
    if within is None:
        within = Span(0, len(document.text))
    else:
        repairs = [segment for segment in repairs if _touches(segment.repaired, within)]
    found = [*_mended(document, repairs), *_unresolved(document, repairs, within)]
    yield from sorted(found, key=attrgetter("span"))


def _mended(document: Document, repairs: Sequence[Segment]) -> Iterator[Misread]:
    before: Span | None = None
    for segment in repairs:
        # A step may change a few letters of a word; it is the word that people look for.
        read = _whole_words(document.original, segment.original)
        if read == before:
            continue
        before = read
        span = _whole_words(document.text, segment.repaired)
        words = _forms(document.original[slice(*read)])
        for word in words:
            yield Misread(word, span)
        if len(words) > 1 and len(_forms(document.text[slice(*span)])) == 1:
            # "social- ndmnden" was one word.
            yield Misread("".join(words)[:MAX_TOKEN], span)


@lru_cache(maxsize=20_000)
def _forms(words: str) -> tuple[str, ...]:
    """The tokens of a word or two. The same misreadings come again and again."""
    return tuple(words_of(words).forms)


def _unresolved(document: Document, repairs: Sequence[Segment], within: Span) -> Iterator[Misread]:
    ends = [segment.repaired.end for segment in repairs]
    for stretch in _damaged(document.damaged, within):
        words = words_of(document.text[slice(*stretch)])
        known = map(_is_known, words.forms)
        for number in compress(range(len(words.forms)), map(not_, known)):
            span = Span(words.starts[number], words.ends[number]).shift(stretch.start)
            next_repair = bisect_right(ends, span.start)
            if next_repair == len(repairs) or not _touches(repairs[next_repair].repaired, span):
                yield Misread(words.forms[number], span)


def _damaged(spans: tuple[Span, ...], within: Span) -> Iterator[Span]:
    first = bisect_left(spans, within.start, key=lambda span: span.end)
    for span in spans[first:]:
        if span.start >= within.end:
            return
        cut = Span(max(span.start, within.start), min(span.end, within.end))
        if cut.start < cut.end:
            yield cut


@lru_cache(maxsize=100_000)
def _is_known(word: str) -> bool:
    """Whether a word needs no second look: Swedish has it (each of its parts, for `EU-medborgare`), or it is
    no word at all but a number."""
    if not any(letter.isalpha() for letter in word):
        return True
    lexicon = base_lexicon()
    if lexicon.find(word) is not None:
        return True
    return "-" in word and all(lexicon.find(part) is not None for part in word.split("-") if part)


def _touches(span: Span, other: Span) -> bool:
    """Whether two spans share a character; an empty one (a letter that was put in) lies within the other."""
    if span.start == span.end:
        return other.start <= span.start <= other.end
    return span.overlaps(other)


def _whole_words(text: str, span: Span) -> Span:
    """The span, widened to the ends of the words it touches."""
    start, end = span
    while start > 0 and span.start - start < MAX_TOKEN and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and end - span.end < MAX_TOKEN and text[end].isalnum():
        end += 1
    return Span(start, end)
