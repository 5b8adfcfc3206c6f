"""The numbers that Word counts itself: `1.`, `a)`, `2.3` before items and headings.

They stand nowhere in the text of the file. A paragraph names a list and a level, the part `numbering.xml`
says how the level counts (ISO/IEC 29500-1, 17.9).
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from indexer.readers.docx_parts import related_part

_LEVELS = 9
_LARGEST = 10_000
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


class _Level(NamedTuple):
    sort: str
    text: str
    start: int


@dataclass
class Numbering:
    """The lists of a document and how far each has counted."""

    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _lists: dict[str, tuple[str, dict[int, int]]] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0] * _LEVELS))

    @classmethod
    def of(cls, document: Any) -> "Numbering":
        """Those of a Word document."""
        numbering = cls()
        root = related_part(document, RELATIONSHIP_TYPE.NUMBERING)
        if root is None:
            return numbering
        for abstract in root.iter(qn("w:abstractNum")):
            levels = {_number(level, "w:ilvl"): _level(level) for level in abstract.iter(qn("w:lvl"))}
            numbering._levels[abstract.get(qn("w:abstractNumId"), "")] = levels
        for num in root.iter(qn("w:num")):
            starts = {
                _number(override, "w:ilvl"): _number(start, "w:val")
                for override in num.iter(qn("w:lvlOverride"))
                for start in override.iter(qn("w:startOverride"))
            }
            numbering._lists[num.get(qn("w:numId"), "")] = (_value(num, "w:abstractNumId"), starts)
        return numbering

    def next_label(self, list_id: str, depth: int) -> str:
        """The number that the next paragraph of a list has at a level (0 the outermost), `–` for one with a
        bullet or of a list that is not there."""
        abstract, starts = self._lists.get(list_id, ("", {}))
        levels = self._levels.get(abstract, {})
        level = levels.get(depth)
        if level is None or not 0 <= depth < _LEVELS:
            return "–"
        # Lists of one kind go on counting from each other, but for one that says where it starts.
        counts = self._counts[list_id if starts else abstract]
        first = starts.get(depth, level.start)
        counts[depth] = counts[depth] + 1 if counts[depth] else first
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        if level.sort in {"bullet", "none"}:
            return level.text if level.text.isalpha() else "–"
        label = level.text
        for place in range(depth + 1):
            shown = levels.get(place, level)
            label = label.replace(f"%{place + 1}", _written(counts[place] or shown.start, shown.sort))
        return label.strip() or "–"


def list_of(properties: Any) -> tuple[str, int] | None:
    """The list and level that paragraph properties name; None when they name none. The list "0" takes away
    the one of the style."""
    numbers = properties.find(qn("w:numPr")) if properties is not None else None
    if numbers is None:
        return None
    depth = numbers.find(qn("w:ilvl"))
    return _value(numbers, "w:numId"), 0 if depth is None else _number(depth, "w:val")


def _level(level: Any) -> _Level:
    start = level.find(qn("w:start"))
    return _Level(
        _value(level, "w:numFmt") or "decimal",
        _value(level, "w:lvlText")[:40],
        1 if start is None else _number(start, "w:val"),
    )


def _value(element: Any, name: str) -> str:
    child = element.find(qn(name))
    return "" if child is None else str(child.get(qn("w:val"), ""))


def _number(element: Any, name: str) -> int:
    value = str(element.get(qn(name), "0"))
    return min(int(value), _LARGEST) if value.isdecimal() and len(value) < 9 else 0


def _written(number: int, sort: str) -> str:
    if sort == "decimalZero":
        return f"{number:02}"
    if sort in {"lowerLetter", "upperLetter"} and number > 0:
        # After z comes aa, then bb.
        letter = chr(ord("a") + (number - 1) % 26) * min(1 + (number - 1) // 26, 4)
        return letter if sort == "lowerLetter" else letter.upper()
    if sort in {"lowerRoman", "upperRoman"}:
        roman = ""
        for value, sign in _ROMAN:
            roman += sign * (number // value)
            number %= value
        return roman if sort == "lowerRoman" else roman.upper()
    return str(number)
