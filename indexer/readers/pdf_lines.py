"""Makes the text of a PDF page from its lines and where they stand."""

import statistics
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_MARGIN_TOP = 0.09
_MARGIN_BOTTOM = 0.08
_BLOCK_GAP = 1.45


class Line(NamedTuple):
    """A line of text and the heights, in points above the foot of the page, of its lower and upper edge."""

    text: str
    bottom: float
    top: float


def page_text(lines: Sequence[Line], height: float) -> str:
    """The lines as text, a blank line between blocks.

    A PDF often holds its head and foot after the body, as `Dnr 3.1-4788-2026` stands last in the file but
    first on the page; lines wholly in the upper margin are moved to the start, those in the lower to the end.
    """
    ordered = sorted(lines, key=lambda line: _zone(line, height))
    if not ordered:
        return ""
    usual = _usual_step(ordered)
    parts = [ordered[0].text]
    for above, below in pairwise(ordered):
        parts.append("\n\n" if _apart(above, below, usual, height) else "\n")
        parts.append(below.text)
    return "".join(parts)


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


def _apart(above: Line, below: Line, usual: float, height: float) -> bool:
    if _zone(above, height) != _zone(below, height):
        return True
    step = above.bottom - below.bottom
    line_height = max(above.top - above.bottom, below.top - below.bottom, 1.0)
    # A step upwards begins a new column or a text box.
    # Lines of a heading in large type stand further apart than those of the body, and still belong together.
    return step < -line_height or step > _BLOCK_GAP * max(usual, line_height)
