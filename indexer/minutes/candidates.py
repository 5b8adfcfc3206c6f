"""The lines that may begin a §, each with how much speaks for it.

A head stands after a blank line, with a Dnr or a heading beside it, and what follows has the usual sections
of a §. A reference at the beginning of a line ("Kommunstyrelsens arbetsutskott 2024-01-16, / § 26") has none
of that.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from indexer.extract.lines import Line
from indexer.extract.paragraph_heads import ParagraphHead, is_stated, paragraph_head
from indexer.extract.paragraph_opening import without_dnr
from remissarkiv.dnr import find_dnr
from remissarkiv.domain import Document, SectionKind

MOST = 20_000
"""No minutes hold so many §§; a text with more is a table or an attack."""

_NEAR = 3
"""Lines in which the Dnr of a § is looked for."""

_GOES_ON = re.compile(
    r"(?:[,(/&]|(?<!\w)(?:och|att|om|till|av|i|för|med|på|enligt|som|samt|se|jfr|dnr|eller|beslut|protokoll))\Z",
    re.IGNORECASE,
)
_PAGE_AT_END = re.compile(r"(?:\.{3,}|\s)\s?\d{1,3}\Z")
_LISTS = frozenset({SectionKind.BESLUTSUNDERLAG, SectionKind.EXPEDIERING, SectionKind.BILAGOR})


class Candidate(NamedTuple):
    """A line that may begin a §: its number among the lines, its head, and the evidence for it (above 0)."""

    line: int
    head: ParagraphHead
    weight: float


def find_candidates(lines: Sequence[Line], whole: Document, marked: frozenset[int]) -> tuple[Candidate, ...]:
    """The candidates in the order of the text; () for a text with more than `MOST`. `marked` are the offsets
    at which the file itself marks a heading."""
    heads = list(islice(_heads(lines), MOST + 1))
    if len(heads) > MOST:
        return ()
    starts = [section.span.start for section in whole.sections]
    pages = frozenset(page.span.start for page in whole.pages)
    found = []
    for place, (n, head) in enumerate(heads):
        following = heads[place + 1][0] if place + 1 < len(heads) else len(lines)
        begin = lines[n].span.start
        end = lines[following].span.start if following < len(lines) else len(whole.text)
        inside = whole.sections[bisect_left(starts, begin + 1) : bisect_left(starts, end)]
        around = whole.sections[max(0, bisect_right(starts, begin) - 1)].kind if starts else None
        is_set_apart = lines[n].opens or begin in marked or begin in pages
        weight = _weight(lines, n, head, following) + _weight_of_sections({s.kind for s in inside})
        weight += 1.0 if is_set_apart else -1.5 if around in _LISTS else -0.5
        found.append(Candidate(n, head, weight))
    return tuple(found)


def _heads(lines: Sequence[Line]) -> Iterator[tuple[int, ParagraphHead]]:
    for n, line in enumerate(lines):
        head = paragraph_head(line.text)
        if head and not is_stated(lines, n) and not _is_continued(lines, n):
            yield n, head


def _is_continued(lines: Sequence[Line], n: int) -> bool:
    """Whether the line before runs on into this one."""
    return n > 0 and not lines[n].opens and _GOES_ON.search(lines[n - 1].text) is not None


def _weight(lines: Sequence[Line], n: int, head: ParagraphHead, following: int) -> float:
    """What the line itself tells, and the Dnr near it."""
    text = lines[n].text
    rest = without_dnr(text[head.rest :])
    weight = 1.0 if head.certain else -1.0
    if not rest or rest[:1].isupper():
        weight += 0.5
    if rest and _PAGE_AT_END.search(text):
        weight -= 1.0
    near = " ".join(line.text for line in lines[n : min(n + _NEAR, following)] if len(line.text) < 200)
    return weight + (1.0 if find_dnr(near) else 0.0)


def _weight_of_sections(kinds: set[SectionKind]) -> float:
    if SectionKind.BESLUT in kinds:
        return 2.0
    return 1.0 if kinds - {SectionKind.OVRIGT} else 0.0


def ends_with_page(text: str) -> bool:
    """Whether a line ends as those of a table of contents do: `§ 12 Svar på motion ....... 14`."""
    return _PAGE_AT_END.search(text) is not None
