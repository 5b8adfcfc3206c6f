"""Page numbers in the letterhead: the head of the first page stays, but what it says of the page goes."""

import re
from collections.abc import Iterator

from indexer.normalise.page_lines import TextLine, lines_of, may_end_in_number, worded_page_number
from remissarkiv.domain import Span

_LINES = 12
"""Lines of a text that may belong to its letterhead, blank ones not counted."""

_LONGEST = 120
# `Björkåsa kommun Kommunfullmäktige Sida 1 (2)`, `SAMMANTRÄDESPROTOKOLL Blad 1`
_AT_END = re.compile(
    r"(?<=\S)[ \t]{1,80}(?:Sid(?:a|an|\.)?|Blad(?:nr)?\.?)[ \t]{0,3}(\d{1,4})"
    r"(?:[ \t]?\([ \t]?\d{1,4}[ \t]?\)|[ \t]?(?:av|/)[ \t]?\d{1,4})?$"
)
_ALONE = re.compile(r"\d{1,4}[ ]?\(\d{1,4}\)")


def number_at_end(line: str) -> re.Match[str] | None:
    """Where a line of a head ends with the number of the page, group 1 of the match."""
    return _AT_END.search(line) if len(line) <= _LONGEST and may_end_in_number(line) else None


def page_numbers(text: str, start: int, end: int) -> Iterator[TextLine]:
    """The page numbers among the first lines of text[start:end], in order: whole lines, or the end of one."""
    seen = 0
    for line in lines_of(text, Span(start, end)):
        if line.is_blank:
            continue
        seen += 1
        if seen > _LINES:
            return
        if worded_page_number(line.text) is not None or _ALONE.fullmatch(line.text):
            yield line
        elif match := number_at_end(text[slice(*line.span)].rstrip()):
            place = line.span.start + match.start()
            yield TextLine(match.group().strip(), Span(place, line.span.start + match.end()))
