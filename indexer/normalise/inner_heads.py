"""Heads in the middle of a text without pages: what OCR leaves of a page break.

A tjänsteutlåtande read by OCR runs on past the end of the page; then come some blank lines and the next
page's head, `Stockholms / stad / Remiss av Motion … / Tjansteutlatande / Dnr SOF 2025/424 / Sida 3 (3)`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from indexer.normalise.letterhead import number_at_end
from indexer.normalise.page_lines import TextLine, is_head_word, worded_page_number

_MAX_LINES = 16
_MAX_WIDTH = 70
_WIDE_GAP = 2
"""Blank lines that set a head apart from the text before it."""

_BELOW = 6
"""Lines below the page number that may belong to the head, blank ones counted."""

_FIRST_LINES = 12
_NOT_CONSONANTS = re.compile(r"[^bcfghjklmnpqrstvwxz]")


class InnerHead(NamedTuple):
    """A page break in running text: the lines of the head, and the number it prints."""

    lines: tuple[TextLine, ...]
    number: int


def inner_heads(lines: Sequence[TextLine]) -> Iterator[InnerHead]:
    """The heads inside a text of these lines (blank ones among them), in order. One with which the text
    begins is its letterhead and not given."""
    letterhead = _Letterhead(lines)
    free = 0
    for index, line in enumerate(lines):
        number = _page_number(line, letterhead)
        if number is None or index < free:
            continue
        first = _first_line(lines, index, free, letterhead)
        if first is None:
            free = index + 1
            continue
        free = _last_line(lines, index, letterhead) + 1
        yield InnerHead(tuple(found for found in lines[first:free] if not found.is_blank), number)


def page_starts(heads: Sequence[InnerHead]) -> list[int]:
    """The number of each page that the heads divide a text into, one more than there are heads.

    A number at the foot names the page it ends, which shows in that the first one is 1. Numbers always grow:
    one that OCR misread is counted on from the page before.
    """
    numbers = [1]
    at_foot = bool(heads) and heads[0].number == 1
    for head in heads:
        printed = head.number + 1 if at_foot else head.number
        numbers.append(printed if numbers[-1] < printed <= numbers[-1] + 1_000 else numbers[-1] + 1)
    return numbers


class _Letterhead:
    """The lines a text begins with; later heads repeat some of them, with other misreadings."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        first = [(index, line) for index, line in enumerate(lines[:_FIRST_LINES]) if not line.is_blank]
        self.start = first[0][0] if first else 0
        self._first = [line for _, line in first]

    @cached_property
    def _ends(self) -> dict[str, int]:
        """Where each of them ends, by its key; most texts have no page number, and nobody asks."""
        ends: dict[str, int] = {}
        for line in self._first:
            ends.setdefault(_robust_key(line.text), line.span.end)
        ends.pop("", None)
        return ends

    def is_repeated_by(self, line: TextLine) -> bool:
        """Whether a line can only belong to a head: by what it says, or because the text began with it."""
        earlier = self._ends.get(_robust_key(line.text))
        return is_head_word(line.text) or (earlier is not None and earlier < line.span.start)


def _page_number(line: TextLine, letterhead: _Letterhead) -> int | None:
    """The page number that a line consists of, or with which a line ends that the text began with."""
    number = worded_page_number(line.text)
    if number is None and (match := number_at_end(line.text)) and letterhead.is_repeated_by(line):
        return int(match[1])
    return number


def _last_line(lines: Sequence[TextLine], index: int, letterhead: _Letterhead) -> int:
    """The last line of the head whose page number stands on line `index`."""
    last = index
    for place in range(index + 1, min(index + _BELOW, len(lines))):
        if letterhead.is_repeated_by(lines[place]):
            last = place
        elif not lines[place].is_blank:
            break
    return last


def _robust_key(line: str) -> str:
    """The consonants of a line: OCR without Swedish mostly misreads å, ä and ö, as one vowel or another."""
    key = _NOT_CONSONANTS.sub("", line[: _MAX_WIDTH + 10].lower())
    return key if len(key) > 3 else ""


def _first_line(lines: Sequence[TextLine], index: int, free: int, letterhead: _Letterhead) -> int | None:
    """The first line of the head whose page number stands on line `index`; None for the letterhead itself.
    Lines before `free` belong to another head."""
    blanks = seen = 0
    place = index - 1
    while place >= free and seen < _MAX_LINES and len(lines[place].text) <= _MAX_WIDTH:
        blanks = blanks + 1 if lines[place].is_blank else 0
        seen += not lines[place].is_blank
        if blanks == _WIDE_GAP:
            first = place + _WIDE_GAP
            if place <= letterhead.start:
                return None
            if first == index or any(is_head_word(line.text) for line in lines[first:index]):
                return first
            break
        place -= 1
    if place < 0 and not letterhead.is_repeated_by(lines[index]):
        return None
    # Not set apart: only the lines right above that cannot be anything else, over one blank line at most.
    first = place = index
    while place > free and index - place < _MAX_LINES:
        place -= 1
        if letterhead.is_repeated_by(lines[place]):
            first = place
        elif not lines[place].is_blank or lines[place + 1].is_blank:
            break
    return first
