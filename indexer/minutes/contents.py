"""The table of contents of minutes: it lists every § with its heading, and is none of them.

    Innehållsförteckning
    § 1 Val av justerare                    4
    § 2 Svar på motion om cykelvägar        5

A table is a run of §§ with nothing but a few lines each, whose numbers come again in the text after it.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from indexer.extract.lines import Line, folded
from indexer.minutes.candidates import Candidate, ends_with_page
from remissarkiv.domain import Document, SectionKind

_SHORTEST = 3
_MOST_LINES = 6
"""So many lines an item has at most: a heading over several lines, its Dnr, a running head between."""

_ABOVE = 6
_SAME = 0.6
_TITLES = tuple(
    folded(word)
    for word in (
        "innehåll",
        "innehållsförteckning",
        "ärendelista",
        "ärendeförteckning",
        "föredragningslista",
        "dagordning",
        "paragrafförteckning",
        "paragrafer",
        "register",
        "ärenden",
        "ärende",
    )
)


def without_contents(
    candidates: Sequence[Candidate], lines: Sequence[Line], whole: Document
) -> tuple[Candidate, ...]:
    """The candidates that are no items of a table of contents."""
    starts = [s.span.start for s in whole.sections if s.kind is not SectionKind.OVRIGT]
    left: list[Candidate] = []
    after = Counter(candidate.head.number for candidate in candidates)
    dropped: Candidate | None = None
    for run in _runs(candidates, lines, starts):
        numbers = {candidate.head.number for candidate in run}
        after.subtract(candidate.head.number for candidate in run)
        again = sum(after[number] > 0 for number in numbers)
        goes_on = dropped is not None and run[0].head.number == dropped.head.last + 1
        if again >= max(1, _SAME * len(numbers)) and (
            goes_on or (len(run) >= _SHORTEST and _is_table(run, lines, after))
        ):
            dropped = run[-1]
        else:
            left += run
    return tuple(left)


def _runs(
    candidates: Sequence[Candidate], lines: Sequence[Line], starts: Sequence[int]
) -> list[list[Candidate]]:
    """The candidates in runs of rising numbers, close upon each other, with no section between."""
    runs: list[list[Candidate]] = []
    for candidate in candidates:
        before = runs[-1][-1] if runs else None
        if (
            before
            and candidate.head.number > before.head.number
            and candidate.line - before.line <= _MOST_LINES
            and not _starts_between(starts, lines[before.line].span.start, lines[candidate.line].span.start)
        ):
            runs[-1].append(candidate)
        else:
            runs.append([candidate])
    return runs


def _starts_between(starts: Sequence[int], first: int, last: int) -> bool:
    place = bisect_left(starts, first)
    return place < len(starts) and starts[place] < last


def _is_table(run: Sequence[Candidate], lines: Sequence[Line], after: Counter[int]) -> bool:
    """Whether page numbers, the title above it or its completeness make a run of short §§ a table."""
    ends = [candidate.line for candidate in run[1:]] + [min(run[-1].line + 1, len(lines))]
    with_page = sum(
        any(ends_with_page(line.text) for line in lines[candidate.line : end])
        for candidate, end in zip(run, ends, strict=True)
    )
    if with_page * 2 >= len(run):
        return True
    above = lines[max(0, run[0].line - _ABOVE) : run[0].line]
    if any(folded(cell) in _TITLES for line in above for cell in (line.text, *line.cells)):
        return True
    remaining = sum(times > 0 for times in after.values())
    return len({candidate.head.number for candidate in run}) >= _SAME * remaining
