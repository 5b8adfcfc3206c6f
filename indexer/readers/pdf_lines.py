"""Makes the text of a PDF page from its lines and where they stand."""

import statistics
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_MARGIN_TOP = 0.09
_MARGIN_BOTTOM = 0.08
_BLOCK_GAP = 1.3
"""Times the usual step: Word sets paragraphs half a line apart, and lines of one never more than a tenth
off."""

_SAME = 2.0
"""Points by which places that are meant to be the same may differ."""

_MOST_CELLS = 20

_PADDING = 8.0
"""Points that a cell's text may keep from the next cell's."""


class Line(NamedTuple):
    """A line of text with a tab between columns; in points above the foot of the page its lower and upper
    edge, from the left its ends and that of its last column; the size of its letters and whether they are
    bold; for a row of several lines put together, how far below the first the last one stands; whether a
    block begins with it."""

    text: str
    bottom: float
    top: float
    left: float = 0.0
    right: float = 0.0
    column: float = 0.0
    size: float = 0.0
    bold: bool = False
    drop: float = 0.0
    apart: bool = False


class PlacedLine(NamedTuple):
    """A line and where its text begins in that of the page."""

    line: Line
    start: int


def page_text(lines: Sequence[Line], height: float) -> tuple[str, list[PlacedLine]]:
    """The lines as text, a blank line between blocks, and where each stands in it.

    A PDF often holds its head and foot after the body, as `Dnr 3.1-4788-2026` stands last in the file but
    first on the page; lines wholly in the upper margin are moved to the start, those in the lower to the end.
    """
    zones: dict[int, list[Line]] = {0: [], 1: [], 2: []}
    for line in lines:
        zones[_zone(line, height)].append(line)
    ordered = [*zones[0], *table_rows(zones[1]), *zones[2]]
    if not ordered:
        return "", []
    usual = _usual_step([line for zone in zones.values() for line in zone])
    size = statistics.median(line.size for line in ordered) or 1.0
    parts = [ordered[0].text]
    placed = [PlacedLine(ordered[0], 0)]
    length = len(parts[0])
    for above, below in pairwise(ordered):
        parts.append("\n\n" if _apart(above, below, usual, size, height) else "\n")
        placed.append(PlacedLine(below, length + len(parts[-1])))
        parts.append(below.text)
        length += len(parts[-2]) + len(parts[-1])
    return "".join(parts), placed


def _zone(line: Line, height: float) -> int:
    if line.bottom > height * (1 - _MARGIN_TOP):
        return 0
    return 2 if line.top < height * _MARGIN_BOTTOM else 1


def _usual_step(lines: Sequence[Line]) -> float:
    """The distance from line to line inside a paragraph: the lower part of what occurs on the page."""
    steps = sorted(
        above.bottom - below.bottom for above, below in pairwise(lines) if above.bottom - below.bottom > 1
    )
    return steps[len(steps) // 4] if steps else statistics.fmean(line.top - line.bottom for line in lines)


def _apart(above: Line, below: Line, usual: float, size: float, height: float) -> bool:
    if below.apart or _zone(above, height) != _zone(below, height):
        return True
    step = above.bottom - (below.bottom + below.drop)
    line_height = max(above.top - above.bottom - above.drop, below.top - below.bottom - below.drop, 1.0)
    # Lines of a heading in large type stand further apart than those of the body, and still belong together.
    larger = min(above.size, below.size) / size if above.size and below.size else 1.0
    # A step upwards begins a new column or a text box.
    return step < -line_height or step > _BLOCK_GAP * max(usual * max(1.0, larger), line_height)


def table_rows(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with those rows of tables put together whose cells have more than one line.

    A PDF holds such a row cell by cell: the two lines of the first, then, a step upwards, those of the next.
    A cell whose lines were not broken by its width (the names of those present) stays as it is, apart from
    the label beside it.
    """
    edge = max((line.right for line in lines), default=0.0)
    place = 0
    while place < len(lines):
        cells, after = _cells(lines, place)
        if len(cells) > 1 and all(
            _is_wrapped(cell, cells[number + 1][0].left if number + 1 < len(cells) else edge)
            for number, cell in enumerate(cells)
        ):
            yield _row(cells)
        elif len(cells) == 1 and len(cells[0]) > 1:
            yield from _labelled(cells[0], edge)
        else:
            after = place + 1
            yield lines[place]
        place = after


def _cells(lines: Sequence[Line], place: int) -> tuple[list[list[Line]], int]:
    """The cells of the row that begins with a line, one if it is no row of several, and the line after it."""
    cells: list[list[Line]] = []
    first = lines[place]
    while place < len(lines) and len(cells) < _MOST_CELLS:
        head = lines[place]
        if cells and (abs(head.bottom - first.bottom) > _SAME or head.left <= cells[-1][0].right):
            break
        cell = [head]
        place += 1
        while place < len(lines) and _goes_on(cell[-1], lines[place], head.column):
            cell.append(lines[place])
            place += 1
        cells.append(cell)
    return cells, place


def _goes_on(above: Line, below: Line, column: float) -> bool:
    """Whether a line is the next of the same cell: right below, at the same left edge, without columns."""
    step = above.bottom - below.bottom
    return (
        0 < step < 1.6 * max(above.size, 1.0)
        and abs(below.left - column) < _SAME
        and "\t" not in below.text
        and above.bold == below.bold
    )


def _is_wrapped(cell: Sequence[Line], edge: float) -> bool:
    """Whether each line of a cell was full: the first word of the next had no room before the edge."""
    return all(above.right + _first_word(below) >= edge - _PADDING for above, below in pairwise(cell))


def _first_word(line: Line) -> float:
    """About how wide the first word of a line is, with the space before it."""
    words = line.text.split(maxsplit=1)
    return (line.right - line.left) * (len(words[0]) + 1) / max(1, len(line.text))


def _row(cells: Sequence[Sequence[Line]]) -> Line:
    texts = []
    for cell in cells:
        text = cell[0].text
        for line in cell[1:]:
            # `2008-` / `09-10` is a date; a word that is divided at its hyphen is mended here too.
            text += line.text if text.endswith("-") and line.text[:1].isdigit() else f" {line.text}"
        texts.append(text)
    lowest = min(line.bottom for cell in cells for line in cell)
    head = cells[0][0]
    right = cells[-1][0].right
    return head._replace(text="\t".join(texts), bottom=lowest, right=right, drop=head.bottom - lowest)


def _labelled(cell: Sequence[Line], edge: float) -> Iterator[Line]:
    """A label with a cell of several lines beside it, `Beslutande	Gunnel Viksäter (S), ordförande` and the
    names below, or lines of a paragraph, which stay."""
    head = cell[0]
    if "\t" not in head.text:
        yield from cell
    elif _is_wrapped(cell, edge):
        yield _row([cell])
    else:
        label, _, rest = head.text.rpartition("\t")
        yield head._replace(text=label, right=head.left, apart=True)
        yield head._replace(text=rest, left=head.column, apart=True)
        yield from cell[1:]
