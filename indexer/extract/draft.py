"""What every extractor works on: the text of a document, its lines, running heads and sections."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from indexer.extract.lines import Line, lines_of
from indexer.extract.restore_names import Restorer
from indexer.normalise.interface import NormalText
from remissarkiv.domain import Section, SectionKind, Span

HEAD_LINES = 25
"""So many lines of the beginning may be letterhead."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A document that is being understood."""

    normal: NormalText
    lines: tuple[Line, ...]
    running: tuple[Line, ...]
    sections: tuple[Section, ...]
    restorer: Restorer

    @property
    def text(self) -> str:
        """The text that every span points into."""
        return self.normal.text

    def has(self, letters: str) -> bool:
        """Whether letters stand anywhere in the text, large or small: a quick look before costly patterns."""
        return letters in _lowered(self.text)

    @property
    def head(self) -> tuple[Line, ...]:
        """Where a letterhead may stand: the running heads, then the first lines."""
        return self.running + self.lines[:HEAD_LINES]

    @property
    def metadata(self) -> dict[str, str]:
        """What the file format itself says."""
        return self.normal.metadata

    def section(self, kind: SectionKind) -> str:
        """The text of the first section of a kind, without its heading; "" when there is none."""
        for section in self.sections:
            if section.kind is kind:
                return self.body(section)
        return ""

    def body(self, section: Section) -> str:
        """The text of a section without its heading."""
        return self.text[section.span.start + len(section.heading) : section.span.end]

    def lines_in(self, span: Span) -> tuple[Line, ...]:
        """The lines that begin within a span."""
        return self.lines[self.line_at(span.start) : self.line_at(span.end)]

    def line_at(self, offset: int) -> int:
        """The number of the first line that begins at `offset` or later."""
        return bisect_left(self.lines, offset, key=_start)


@lru_cache(maxsize=1)
def _lowered(text: str) -> str:
    """The text in small letters, which several readers of one document ask for."""
    return text.lower()


def _start(line: Line) -> int:
    return line.span.start


def running_lines(normal: NormalText) -> tuple[Line, ...]:
    """The running heads and feet as lines; their spans point into their own joined text."""
    return lines_of("\n".join(normal.running))
