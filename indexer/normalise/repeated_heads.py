"""Heads in the middle of a text without pages that repeat on every page with the page's number beside them.

    BOKERYDS KOMMUN                    SAMMANTRÄDESPROTOKOLL          32 (60)
    Kommunstyrelsen
    Datum
    2024-01-23

That is how minutes look whose pages were copied into one text. A line counts when it comes at least three
times with rising page numbers; the lines around it belong to it when they stand at the same distance from it,
word for word, on half of the pages.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from indexer.normalise.inner_heads import InnerHead
from indexer.normalise.page_lines import TextLine, may_end_in_number

_FEWEST = 3
_SHORTEST_PAGE = 6
"""Lines, blank ones not counted."""

_LONGEST = 160
_AROUND = 7
_LETTERHEAD_LINES = 10
_NUMBER = re.compile(
    r"(?:^|[\t ])(?:(?:Sid(?:a|an)?|Blad)\.?[ \t:]{1,3}(?P<worded>\d{1,4})"
    r"(?:[ ]?\(\d{1,4}\)|[ ]?(?:av|/)[ ]?\d{1,4})?"
    r"|(?P<of>\d{1,4})[ ]?(?:\(\d{1,4}\)|av[ ]\d{1,4}))[ \t]*$",
    re.IGNORECASE,
)
# Minutes on paper have the initials of those who sign at the foot of each page, numbered or not.
_INITIALS = re.compile(r"Justera(?:ndes?|re[ns]?s?)[ \t]{0,3}sign|Utdragsbestyrkande", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def repeated_heads(lines: Iterable[TextLine]) -> Iterator[InnerHead]:
    """The heads and feet inside a text of these lines, in order. One with which the text begins is its
    letterhead and not given. Linear in the text."""
    lines = [line for line in lines if line.text]
    marks = _page_lines(lines)
    if not marks:
        return
    near = _repeated_near(lines, [place for place, _ in marks])
    free = 0
    for place, number in marks:
        first, last = place, place
        while first > free and (first - 1 - place, _key(lines[first - 1])) in near:
            first -= 1
        while last + 1 < len(lines) and (last + 1 - place, _key(lines[last + 1])) in near:
            last += 1
        if place >= free and not (free == 0 and place < _LETTERHEAD_LINES):
            yield InnerHead(tuple(lines[first : last + 1]), number)
        free = max(free, last + 1)


def _page_lines(lines: Sequence[TextLine]) -> list[tuple[int, int]]:
    """The lines that tell the page, with its number: all those of the sort that is found most often."""
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    initials: list[tuple[int, int]] = []
    for place, line in enumerate(lines):
        if len(line.text) > _LONGEST:
            continue
        match = _NUMBER.search(line.text) if may_end_in_number(line.text) else None
        if match:
            groups[line.key].append((place, int(match["worded"] or match["of"])))
        elif _INITIALS.match(line.text):
            initials.append((place, len(initials) + 1))
    found = max((_rising(group) for group in groups.values()), key=len, default=[])
    if len(found) < _FEWEST:
        found = initials
    return found if len(found) >= _FEWEST and _are_pages(found) else []


def _are_pages(found: list[tuple[int, int]]) -> bool:
    """Whether there is room for a page between most of the lines: rows of a table follow each other."""
    distances = sorted(after[0] - before[0] for before, after in pairwise(found))
    return distances[len(distances) // 2] >= _SHORTEST_PAGE


def _rising(group: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of a group whose number is higher than all before, but not by far."""
    kept: list[tuple[int, int]] = []
    for place, number in group:
        if not kept or kept[-1][1] < number <= kept[-1][1] + _FEWEST:
            kept.append((place, number))
    return kept


def _repeated_near(lines: Sequence[TextLine], places: Sequence[int]) -> set[tuple[int, str]]:
    """What stands at which distance from half of the page lines.

    Above it also must stand in the letterhead of the first page, or be what is signed at a foot: many §§ end
    with the same words ("Beslutet skickas till / Kommunfullmäktige").
    """
    seen: Counter[tuple[int, str]] = Counter()
    feet: set[tuple[int, str]] = set()
    for place in places:
        first = max(0, place - _AROUND)
        for other, line in enumerate(lines[first : place + _AROUND + 1], first):
            if other != place:
                seen[other - place, _key(line)] += 1
                if _INITIALS.match(line.text):
                    feet.add((other - place, _key(line)))
    top = places[0] if places[0] < _LETTERHEAD_LINES else 0
    feet |= {(other - top, _key(lines[other])) for other in range(top)}
    needed = max(_FEWEST, len(places) // 2)
    return {near for near, times in seen.items() if times >= needed and (near[0] > 0 or near in feet)}


def _key(line: TextLine) -> str:
    """Equal for lines that say the same; a date or the page number at the end may be another one."""
    words = _NUMBER.sub("", line.text[:_LONGEST])
    return _DATE.sub("#", "".join(words.casefold().split()))
