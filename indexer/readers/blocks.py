"""Builds the text of a reading block by block, with the spans of its headings."""

import re

from indexer.readers.interface import Heading, Reading
from indexer.readers.limits import check_length
from remissarkiv.domain import Span

LINE_BREAK = "\v"
"""Stands for a line break the author made (`<br>`), while other white space is being collapsed."""

_MARKUP_SPACE = re.compile(r"[ \t\r\n\f]+")


def collapse(text: str) -> str:
    """Markup's white space made single spaces; `LINE_BREAK` becomes a line break. No-break spaces stay."""
    lines = _MARKUP_SPACE.sub(" ", text).split(LINE_BREAK)
    return "\n".join(line.strip(" ") for line in lines).strip("\n")


class BlockText:
    """A text that grows by blocks, apart by a blank line; list items after one another, and table rows after
    one another, by a line break only."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._last = ""
        self._headings: list[Heading] = []
        self._running: list[Span] = []

    @property
    def length(self) -> int:
        """Characters so far."""
        return self._length

    def add(
        self, text: str, *, tight: bool = False, row: bool = False, level: int = 0, running: bool = False
    ) -> None:
        """Appends a block; an empty one is nothing. `tight` makes it a list item or the like, `row` a row of
        a table, `level` above 0 a heading, `running` a running head or foot. Raises `UnreadableFileError`
        when the whole grows past what a document may have."""
        if not text.strip():
            return
        sort = "row" if row else "item" if tight else ""
        if self._parts:
            self._append("\n" if (tight or row) and sort == self._last else "\n\n")
        span = Span(self._length, self._length + len(text))
        self._append(text)
        self._last = sort
        if level:
            self._headings.append(Heading(span, level))
        if running:
            self._running.append(span)

    def _append(self, text: str) -> None:
        check_length(self._length + len(text))
        self._parts.append(text)
        self._length += len(text)

    def reading(
        self, media_type: str, metadata: dict[str, str] | None = None, pages: tuple[Span, ...] = ()
    ) -> Reading:
        """The reading of what was added."""
        return Reading(
            text="".join(self._parts),
            media_type=media_type,
            pages=pages,
            headings=tuple(self._headings),
            metadata={key: value for key, value in (metadata or {}).items() if value},
            running=tuple(self._running),
        )
