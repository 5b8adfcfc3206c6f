"""How the letters of a PDF line are set: where its columns stand, how large and bold its type is."""

import ctypes
import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from indexer.readers.interface import Heading
from indexer.readers.pdf_lines import Line, PlacedLine
from remissarkiv.domain import Span

_WORDS = re.compile(r"\S+")
_ITEM = re.compile(r"(?:[–—•·▪◦\uf0b7\uf0a7-]|\d{1,3}[.)]|[a-zåäö]\)|att)$")
_SURELY = 2.5
_LEAST = 1.15
"""Widths of a gap between columns, in sizes of the type: sure, and where words else stand close."""

_WIDER = 2.2
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
_FONT_NAME = 128
_LARGER = 1.12
_LONGEST_HEADING = 200
_MOST_LINES = 4
_LEVELS = 3


def set_line(layer: Any, text: str, start: int, bottom: float, top: float) -> Line:
    """The line `text` that begins at the sign number `start` of a page's layer."""
    if start + len(text) > layer.count_chars():
        return Line(text, bottom, top)
    words = [(match.start(), match.end()) for match in _WORDS.finditer(text)]
    boxes = [
        (layer.get_charbox(start + first, loose=True), layer.get_charbox(start + last - 1, loose=True))
        for first, last in words
    ]
    size = float(pdfium.FPDFText_GetFontSize(layer.raw, start + words[0][0])) or max(top - bottom, 1.0)
    # The size is that before the page's own scale; letters are never much lower than it says.
    size = min(size, 2 * (top - bottom)) if top > bottom else size
    gaps = [after[0][0] - before[1][2] for before, after in itertools.pairwise(boxes)]
    usual = statistics.median(gaps) if len(gaps) > 2 else 0.0
    parts = [text[slice(*words[0])]]
    column = boxes[0][0][0]
    for number, gap in enumerate(gaps):
        wide = gap > _SURELY * size or (gap > _LEAST * size and gap > _WIDER * usual)
        if wide and not (number == 0 and _ITEM.match(parts[0])):
            parts.append("\t")
            column = boxes[number + 1][0][0]
        else:
            parts.append(text[words[number][1] : words[number + 1][0]])
        parts.append(text[slice(*words[number + 1])])
    return Line(
        "".join(parts),
        bottom,
        top,
        left=float(boxes[0][0][0]),
        right=float(boxes[-1][1][2]),
        column=float(column),
        size=size,
        bold=all(_is_bold(layer, start + place) for place in (words[0][0], words[-1][0])),
    )


def _is_bold(layer: Any, place: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(layer.raw, place) >= _BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(_FONT_NAME)
    pdfium.FPDFText_GetFontInfo(layer.raw, place, name, _FONT_NAME, ctypes.byref(ctypes.c_int()))
    return bool(_BOLD.search(name.value.decode("latin-1")))


def headings(pages: Iterable[tuple[int, Sequence[PlacedLine]]]) -> tuple[Heading, ...]:
    """The headings of a document, told by larger or bolder type than most of it is set in. `pages` are the
    place in the text where a page begins, and its lines."""
    placed = [(start + line.start, line.line) for start, lines in pages for line in lines]
    usual = Counter[tuple[float, bool]]()
    for _, line in placed:
        usual[_sort(line)] += len(line.text)
    if not usual:
        return ()
    body = usual.most_common(1)[0][0]
    found: list[tuple[Span, tuple[float, bool], int]] = []
    last = None
    for place, line in placed:
        sort = _sort(line)
        span = Span(place, place + len(line.text))
        if last == sort and span.start == found[-1][0].end + 1 and "\t" not in line.text:
            found[-1] = (Span(found[-1][0].start, span.end), sort, found[-1][2] + 1)
        elif _stands_out(sort, body) and _can_head(line):
            found.append((span, sort, 1))
            last = sort
        else:
            last = None
    sizes = sorted({sort for _, sort, _ in found}, reverse=True)
    levels = {sort: min(_LEVELS, place) for place, sort in enumerate(sizes, 1)}
    return tuple(
        Heading(span, levels[sort])
        for span, sort, lines in found
        if lines <= _MOST_LINES and span.end - span.start <= _LONGEST_HEADING
    )


def _sort(line: Line) -> tuple[float, bool]:
    return round(line.size * 2) / 2, line.bold


def _stands_out(sort: tuple[float, bool], body: tuple[float, bool]) -> bool:
    return sort[0] > body[0] * _LARGER or (sort[0] >= body[0] and sort[1] and not body[1])


def _can_head(line: Line) -> bool:
    return "\t" not in line.text and any(c.isalpha() for c in line.text) and line.text[-1] not in ".,;"
