"""Sentences that run over a page break: the blank line between the pages goes, the line break stays."""

from collections.abc import Iterable, Iterator

from indexer.normalise.mapping import Edit
from remissarkiv.domain import Span


def joined(text: str, boundaries: Iterable[int]) -> Iterator[Edit]:
    """Edits for the places, among `boundaries`, where the text before ends inside a sentence and the text
    after goes on with a small letter."""
    seen = -1
    for boundary in boundaries:
        if boundary <= seen:
            continue  # empty pages: the same line ends again
        start, end = boundary, boundary
        while start > 0 and text[start - 1] == "\n":
            start -= 1
        while end < len(text) and text[end] == "\n":
            end += 1
        seen = end
        inside = start > 0 and (text[start - 1].isalpha() or text[start - 1] in ",-")
        if inside and end > start and text[end : end + 1].islower():
            yield Edit(Span(start, end), "\n", "page-break")
