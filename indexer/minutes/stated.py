"""The range of §§ that minutes state on their first page or in the notice: `Paragrafer §§ 20-45`."""

import re
from collections.abc import Sequence

from indexer.extract.lines import Line

_HEAD, _TAIL = 150, 60
_LONGEST = 200
_RANGE = re.compile(
    r"(?:Paragraf(?:er|nr)?|PARAGRAF(?:ER)?|§§|§)[\s:]{0,4}(?:§{1,2}\s?)?(?P<first>\d{1,4})\s?"
    r"(?:[-–—]|till|t\.o\.m\.)\s?(?:§{1,2}\s?)?(?P<last>\d{1,4})(?!\d)"
)
_MOST = 400


def stated_numbers(lines: Sequence[Line]) -> range | None:
    """The numbers of the §§ as the minutes state them; None when they do not."""
    for line in (*lines[:_HEAD], *lines[_HEAD:][-_TAIL:]):
        match = _RANGE.search(line.text[:_LONGEST])
        if match is None:
            continue
        first, last = int(match["first"]), int(match["last"])
        if first + 1 < last < first + _MOST:
            return range(first, last + 1)
    return None
