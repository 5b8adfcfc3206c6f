"""Running heads and feet of a paged text: what stands at the edge of most pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from indexer.normalise.page_lines import TextLine, is_head_word, is_page_number, lines_of, worded_page_number
from remissarkiv.domain import Span

# OCR reads the sign as 8, S, $ or &.
_PARAGRAPH = re.compile(r"(?:\w{1,12} )?(?:§|[8S$&] ?\d{1,4}(?:\s|$))|\d{1,4} ?§")
_TOP = 8
_BOTTOM = 6
"""Lines at each edge of a page that may belong to a head or foot."""


def repeated_lines(text: str, pages: Sequence[Span]) -> Iterator[TextLine]:
    """The lines that are running heads or feet, in order.

    Such a line stands, numbers aside, at the same edge of at least half of the pages, and nothing but such
    lines stands between it and the edge; a line that is nothing but `Sida 2 (7)` is one wherever it stands in
    a head or foot. The head of the first page is its letterhead and stays, but for the page number.
    """
    content = [[line for line in lines_of(text, page) if not line.is_blank] for page in pages]
    heads = _repeated((lines[:_TOP] for lines in content), len(pages))
    feet = _repeated((lines[-_BOTTOM:] for lines in content), len(pages))
    for number, lines in enumerate(content):
        top = _edge(lines[:_TOP], heads)
        rest = lines[len(top) :]
        bottom = _edge(rest[: -_BOTTOM - 1 : -1], feet)
        found = [line for line in top if number > 0 or is_page_number(line.text)]
        found += bottom
        found += [line for line in (*lines[:_TOP], *lines[-_BOTTOM:]) if worded_page_number(line.text)]
        yield from sorted(set(found), key=lambda line: line.span)


def _repeated(edges: Iterator[list[TextLine]], count: int) -> set[str]:
    seen: Counter[str] = Counter()
    for lines in edges:
        seen.update({line.key for line in lines if _can_repeat(line)})
    # Heads of left and right pages differ, so half the pages after the first are enough.
    needed = max(2, (count - 1) // 2)
    return {key for key, times in seen.items() if times >= needed}


def _can_repeat(line: TextLine) -> bool:
    """Rows of figures are alike when the figures are left out; they are a table, not a head. The §§ of
    minutes are alike too where each begins a page: `§ 92 Dnr KS 2014-0152`."""
    if _PARAGRAPH.match(line.text):
        return False
    if is_page_number(line.text) or is_head_word(line.text):
        return True
    return sum(character.isalpha() for character in line.text) > 1


def _edge(lines: list[TextLine], repeated: set[str]) -> list[TextLine]:
    """The lines from the edge inwards until the first that is the page's own."""
    found: list[TextLine] = []
    for line in lines:
        if line.key not in repeated and worded_page_number(line.text) is None:
            break
        found.append(line)
    return found
