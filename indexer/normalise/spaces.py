"""White space: a line keeps its words and its columns, a text its lines and its blocks."""

import re
from collections.abc import Iterator

from indexer.normalise.mapping import Edit
from remissarkiv.domain import Span

_COLUMN_GAP = 4
"""So many spaces set columns apart: `§ 18                       Dnr KS-2023-00676`."""

# One between two words stays as it is, and is passed over.
_BLANKS = re.compile(r"[ \t](?:[ \t]+|(?=\n|\Z)|(?<![^\n].))")
_LINE_ENDS = re.compile(r"\n+")


def within_lines(text: str) -> Iterator[Edit]:
    """Blanks at the ends of lines go; between words one space is left, or a tab between columns."""
    for match in _BLANKS.finditer(text):
        start, end = match.span()
        found = match.group()
        if start == 0 or text[start - 1] == "\n" or end == len(text) or text[end] == "\n":
            plain = ""
        elif "\t" in found:
            plain = "\t" * found.count("\t")
        else:
            plain = "\t" if end - start >= _COLUMN_GAP else " "
        if plain != found:
            yield Edit(Span(start, end), plain, "whitespace")


def between_lines(text: str) -> Iterator[Edit]:
    """At most one blank line in a row, none at either end."""
    for match in _LINE_ENDS.finditer(text):
        start, end = match.span()
        keep = 0 if start == 0 or end == len(text) else min(2, end - start)
        if keep < end - start:
            yield Edit(Span(start, end), "\n" * keep, "whitespace")
