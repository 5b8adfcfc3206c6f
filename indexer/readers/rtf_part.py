"""Paragraphs and table rows of one part of a rich text: its body, its page heads, a text box."""

from collections.abc import Mapping
from typing import NamedTuple

MAX_CELLS = 500
"""Cells of one table row; Word allows 63."""


class Block(NamedTuple):
    """A paragraph, a list item (`tight`), a row of a table, or a heading (`level` above 0)."""

    text: str
    tight: bool = False
    row: bool = False
    level: int = 0


class RtfPart:
    """Grows by text and by the control words that end paragraphs, cells and rows. `levels` are the heading
    levels of the paragraph styles, known once the style sheet has been read."""

    def __init__(self, levels: Mapping[int, int]) -> None:
        self.blocks: list[Block] = []
        self._levels = levels
        self._text: list[str] = []
        self._label: list[str] = []
        self._style = 0
        self._outline = -1
        self._in_table = False
        self._cell: list[str] = []
        self._cells: list[list[str]] = []

    def put(self, text: str, *, is_label: bool = False) -> None:
        """Text of the paragraph, or of the number or sign before it."""
        (self._label if is_label else self._text).append(text)

    def shape(self, kind: str, number: int | None) -> None:
        """A control word that ends or marks a paragraph; any other is nothing."""
        if kind in {"par", "sect", "page"}:
            self._end_paragraph()
        elif kind == "pard":
            self._style, self._outline, self._in_table = 0, -1, False
        elif kind == "s":
            self._style = number or 0
        elif kind == "outlinelevel":
            self._outline = -1 if number is None else number
        elif kind == "intbl":
            self._in_table = True
        elif kind in {"cell", "nestcell"}:
            self._in_table = True
            self._end_paragraph()
            self._cells.append(self._cell)
            self._cell = []
            if len(self._cells) >= MAX_CELLS:
                self._end_row()
        elif kind in {"row", "nestrow"}:
            self._end_row()

    def end(self) -> list[Block]:
        """All blocks, what was left open included."""
        self._end_paragraph()
        self._end_row()
        return self.blocks

    def _end_paragraph(self) -> None:
        text, label = "".join(self._text).strip(" \n"), "".join(self._label).strip()
        self._text, self._label = [], []
        if not text.strip():
            return
        level = self._levels.get(self._style, 0)
        if not level and 0 <= self._outline < 9:
            level = self._outline + 1
        if label:
            text = f"{label if any(c.isalnum() for c in label) else '–'} {text.strip()}"
        if self._in_table:
            self._cell.append(text.strip())
            return
        # A row that was never ended stands before what follows it.
        self._end_row()
        self.blocks.append(Block(text, tight=bool(label) and not level, level=level))

    def _end_row(self) -> None:
        """A row of facts becomes a line with tabs; a cell of several paragraphs is text of its own."""
        cells = [*self._cells, self._cell] if self._cell else self._cells
        self._cells, self._cell = [], []
        if any(len(cell) > 1 or any("\n" in text for text in cell) for cell in cells):
            self.blocks.extend(Block(text) for cell in cells for text in cell)
            return
        line = "\t".join(cell[0] if cell else "" for cell in cells).rstrip("\t")
        if line:
            self.blocks.append(Block(line, row=True))
