"""Where the minutes end: signatures, the notice on the board and whatever hangs on them belong to no §."""

import re
from collections.abc import Sequence

from indexer.extract.lines import Line, folded

_LONGEST = 90
# A whole line, whatever stands after the words: names, places, a date.
_WHOLE = (
    "underskrifter",
    "underskrift",
    "signaturer",
    "signatursida",
    "elektroniska underskrifter",
    "digitala underskrifter",
    "anslag",
    "anslagsbevis",
    "anslag bevis",
    "bevis",
    "bevis om anslag",
    "bevis om justering",
    "tillkännagivande av justering",
    "justeringsbevis",
    "verifikat",
    "justerat",
    "justeras",
    "justerare",
    "justerande",
)
_OPENINGS = (
    "vid protokollet",
    "underskrifter sekreterare",
    "underskrift sekreterare",
    "protokollet justerat",
    "protokollet är justerat",
    "protokollet är digitalt",
    "detta protokoll är digitalt",
    "dokumentet är undertecknat",
    "dokumentet är elektroniskt",
    "följande handlingar har undertecknats",
    "transaktion ",
    "bevis om tillkännagivande",
    "bevis tillkännagivande",
    "anslag bevis",
    "anslagsbevis",
    "justeringen har tillkännagivits",
    "justeringen har anslagits",
    "protokollet är justerat",
    "sammanträdesprotokollet justerat",
)
_WHOLES = frozenset(folded(words) for words in _WHOLE)
_BEGINNINGS = tuple(folded(words) for words in _OPENINGS)
# "Bilaga 1 till protokoll KS 2024-02-06", "Bilaga till § 102": the first of what hangs on the minutes.
_ATTACHMENT = re.compile(r"Bilaga(?: [\w:.-]{1,8})?(?: till| KS| KF)? (?:protokoll|§)", re.IGNORECASE)
_RULED = re.compile(r"[._–—-]{4,}")


def end_of_last(lines: Sequence[Line], first: int) -> int:
    """The number of the line after the last § whose text begins with line `first`; `len(lines)` when nothing
    tells where the signatures begin."""
    for n in range(first, len(lines)):
        line = lines[n]
        if len(line.text) > _LONGEST or _is_foot(line.text):
            continue
        words = folded(_RULED.sub(" ", line.text))
        is_attachment = line.opens and _ATTACHMENT.match(line.text) is not None
        if is_attachment or words in _WHOLES or words.startswith(_BEGINNINGS):
            return n
    return len(lines)


def _is_foot(text: str) -> bool:
    """`Justerandes sign   Utdragsbestyrkande` stands at the foot of every page."""
    return folded(text).startswith(_FEET)


_FEET = (folded("justerandes sign"), folded("justerares sign"), folded("utdragsbestyrkande"))
