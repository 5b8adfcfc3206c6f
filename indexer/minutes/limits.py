"""Where the text of a § begins and ends among the lines of the minutes."""

from collections.abc import Sequence

from indexer.extract.lines import Line
from indexer.extract.paragraph_heads import paragraph_head
from indexer.extract.paragraph_opening import opening_of, without_dnr
from indexer.minutes.candidates import Candidate
from indexer.minutes.ending import end_of_last
from remissarkiv.dnr import find_dnr

_LONGEST_DNR_LINE = 60


def first_line(candidate: Candidate, lines: Sequence[Line]) -> int:
    """The line a § begins on: its head, or the Dnr that was read from the right margin before it."""
    n = candidate.line
    if n == 0 or not lines[n - 1].opens or not _is_dnr(lines[n - 1].text):
        return n
    end = opening_of(lines, n, candidate.head).end
    return n if any(find_dnr(line.text) for line in lines[n:end] if len(line.text) < 200) else n - 1


def _is_dnr(text: str) -> bool:
    if len(text) > _LONGEST_DNR_LINE or paragraph_head(text):
        return False
    return bool(find_dnr(text)) and not without_dnr(text)


def last_lines(chain: Sequence[Candidate], first: Sequence[int], lines: Sequence[Line]) -> tuple[int, ...]:
    """The last line of each §; that of the last one stands before the signatures."""
    final = chain[-1].line + 1
    return (*(begin - 1 for begin in first[1:]), max(final, end_of_last(lines, final)) - 1)
