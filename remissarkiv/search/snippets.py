"""The passages of a document that show why it was found."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from remissarkiv.domain import Snippet, Span
from remissarkiv.domain.hits import MOST_REPAIRED
from remissarkiv.language.sentences import sentence_breaks, word_break
from remissarkiv.passages import PassageSource
from remissarkiv.search.citation_groups import citation_groups
from remissarkiv.search.highlights import Mark, Matcher, merged

LENGTH = 240
"""Characters of a passage, about three lines on the page."""

MOST = 3
"""Passages of one document; the third is shown only when it answers something the others do not."""

STRETCH = 200_000
"""Characters read at a time; the rest of a long report is read only when nothing was found before it."""

MOST_MARKS = 1_000
"""Marks weighed in choosing passages: a word that stands everywhere need not be counted to the end."""

_ELLIPSIS = "…"

_RUN = re.compile(r"\s(?:\s+|(?<! )|(?<=\A )|\Z)")
"""Blanks that are not shown as they stand: all but one space between words. Whatever fits begins with a
blank, so that a search skips the words."""


def snippets(source: PassageSource, matcher: Matcher) -> tuple[Snippet, ...]:
    """Up to three passages around the densest matches, in the order of the text; the opening of the text
    when the query has no place in it. None for a document without text."""
    marks = _first_marks(source, matcher) if matcher.looks_for_text else []
    if not marks:
        opening = _passage(source, Span(0, 0), [])
        return (opening,) if opening.text else ()
    return tuple(_passage(source, window, marks) for window in sorted(_windows(marks)))


def _first_marks(source: PassageSource, matcher: Matcher) -> list[Mark]:
    for stretch in _stretches(source.text):
        marks = matcher.marks(source, stretch, MOST_MARKS)
        if source.parted:
            marks = [mark for mark in marks if not _parted(mark, source.parted)]
        if marks:
            return marks[:MOST_MARKS]
    return []


def _parted(mark: Mark, parted: tuple[Span, ...]) -> bool:
    """Whether the mark stands in a part of the text that is a hit of its own."""
    index = bisect_right(parted, mark.span.start, key=lambda span: span.start) - 1
    return index >= 0 and mark.span.start < parted[index].end


def _stretches(text: str) -> Iterator[Span | None]:
    """The text in pieces that end between words; None is all of it."""
    if len(text) <= STRETCH:
        yield None
        return
    start = 0
    while start < len(text):
        end = start + STRETCH
        if end < len(text):
            blank = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
            end = blank if blank > start else end
        yield Span(start, min(end, len(text)))
        start = end


def _windows(marks: list[Mark]) -> list[Span]:
    """The stretches worth showing: those that answer most of the query first, then the densest, earliest."""
    chosen: list[Span] = []
    shown: set[int] = set()
    for _, _, start, end in sorted(_candidates(marks)):
        if len(chosen) == MOST:
            break
        inside = marks[start:end]
        parts = {mark.part for mark in inside}
        begin = inside[0].span.start
        apart = all(abs(begin - other.start) > LENGTH for other in chosen)
        if apart and (len(chosen) < MOST - 1 or not parts <= shown):
            chosen.append(Span(begin, min(max(mark.span.end for mark in inside), begin + LENGTH)))
            shown |= parts
    return chosen


def _candidates(marks: list[Mark]) -> Iterator[tuple[int, int, int, int]]:
    """For each mark the window that begins with it: how many parts of the query and how many places it lacks
    (both below zero: the best is the least), its first mark and the one behind its last."""
    places = list(accumulate((mark.span != before.span for before, mark in pairwise(marks)), initial=1))
    parts: dict[int, int] = {}
    end = 0
    for start, mark in enumerate(marks):
        farthest = mark.span.start + LENGTH - 40
        while end < len(marks) and (end == start or marks[end].span.end <= farthest):
            part = marks[end].part
            parts[part] = parts.get(part, 0) + 1
            end += 1
        yield -len(parts), places[start] - places[end - 1] - 1, start, end
        if parts[mark.part] == 1:
            del parts[mark.part]
        else:
            parts[mark.part] -= 1


def _passage(source: PassageSource, window: Span, marks: list[Mark]) -> Snippet:
    """The passage around a window, cut at sentences where they fit and at words elsewhere."""
    text = source.text
    room = LENGTH - (window.end - window.start)
    whole = _uncut(source, Span(window.start - LENGTH, window.end + LENGTH))
    begin, whole_begin = _beginning(text, max(0, window.start - room // 2), window.start, whole)
    end, whole_end = _ending(text, window.end, min(len(text), begin + LENGTH), whole)
    inside = [mark for mark in marks if mark.span.start < end and mark.span.end > begin]
    spans = [Span(max(span.start, begin), min(span.end, end)) for span in merged(inside)]
    mended, repaired = _repaired(source, spans)
    moved = [span.shift(-begin) for span in (*spans, *mended)]
    shown, places = _on_one_line(text[begin:end], moved)
    if shown and not whole_begin:
        shown = f"{_ELLIPSIS} {shown}"
        places = [place.shift(len(_ELLIPSIS) + 1) for place in places]
    if shown and not whole_end:
        shown = f"{shown} {_ELLIPSIS}"
    return Snippet(
        shown,
        tuple(places[: len(spans)]),
        damaged=any(mark.damaged for mark in inside) and not source.is_mended,
        repaired=repaired,
        mended=tuple(places[len(spans) :]),
    )


def _repaired(
    source: PassageSource, highlights: list[Span]
) -> tuple[list[Span], tuple[tuple[str, str], ...]]:
    """The parts of the highlights that stand on repaired words, and what had been read there, each once."""
    mended: list[Span] = []
    pairs: dict[tuple[str, str], None] = {}
    if not len(source.repaired):
        return mended, ()
    for highlight in highlights:
        for read, word in source.repaired.overlapping(highlight):
            mended.append(Span(max(word.start, highlight.start), min(word.end, highlight.end)))
            pairs[read, " ".join(source.text[slice(*word)].split())] = None
    return mended, tuple(pairs)[:MOST_REPAIRED]


def _uncut(source: PassageSource, around: Span) -> list[Span]:
    """What a passage is not cut in the middle of: citations that are one to the reader, diary numbers."""
    near = source.citations_near(around)
    return [*(citation_groups(source.text, near) if near else ()), *source.dnr_near(around)]


def _beginning(text: str, earliest: int, latest: int, whole: Sequence[Span]) -> tuple[int, bool]:
    """Where the passage begins, and whether that is the beginning of a sentence."""
    if earliest == 0:
        return 0, True
    sentence = next(sentence_breaks(text, earliest, latest, whole), None)
    if sentence is not None:
        return sentence.end, True
    blank = word_break(text, range(earliest, latest), whole)
    if blank is not None:
        return blank + 1, False
    # No blank before the match: cut a long run of letters, but never in the middle of the match.
    return (earliest if not text[earliest:latest].isalnum() else latest), False


def _ending(text: str, earliest: int, latest: int, whole: Sequence[Span]) -> tuple[int, bool]:
    """Where the passage ends, and whether that is the end of a sentence."""
    latest = max(earliest, latest)
    if latest >= len(text):
        return len(text), True
    ends = [gap.start for gap in sentence_breaks(text, earliest, latest, whole)]
    if ends and latest - ends[-1] < LENGTH // 3:
        return ends[-1], True
    blank = word_break(text, range(latest, earliest, -1), whole)
    return (latest if blank is None else blank), False


def _on_one_line(text: str, spans: list[Span]) -> tuple[str, list[Span]]:
    """The text with every run of blanks as one, none at its ends, and the spans moved along.

    A blank line or a tab parts what does not belong to one sentence (a heading, the cells of a table); a
    middle dot stands for it.
    """
    out: list[str] = []
    # The runs that change, and for each where it begins and ends here, and in what comes out.
    starts, ends, places, afters = [0], [0], [0], [0]
    done = length = 0
    for run in _RUN.finditer(text):
        begin, end = run.span()
        out.append(text[done:begin])
        length += begin - done
        blank = _blank(run[0], text[begin - 1 : begin]) if length and end < len(text) else ""
        starts.append(begin)
        ends.append(end)
        places.append(length)
        out.append(blank)
        length += len(blank)
        afters.append(length)
        done = end
    out.append(text[done:])

    def moved(place: int) -> int:
        index = bisect_right(starts, place) - 1
        return places[index] if place < ends[index] else place - ends[index] + afters[index]

    on_one_line = (Span(moved(span.start), moved(span.end)) for span in spans)
    return "".join(out), [span for span in on_one_line if span.start < span.end]


def _blank(run: str, before: str) -> str:
    apart = ("\t" in run or run.count("\n") > 1) and before not in (".", "!", "?", ":")
    return " · " if apart else " "
