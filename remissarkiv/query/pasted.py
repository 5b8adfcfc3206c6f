"""What a pasted text carries besides the signs that are seen.

From a web page or a Word file come hard blanks, line ends in the middle of a Dnr (`KS 2025/448` over two
lines), soft hyphens and marks without width; from a file name on a Mac å, ä and ö as two signs each; from
elsewhere digits and signs of full width (`２:１`) and signs that steer a terminal.
"""

import unicodedata
from dataclasses import dataclass

from remissarkiv.domain import Span

DASHES = str.maketrans("‐‑‒–—−", "------")
"""What word processors write for the hyphen of a Dnr. Not cleaned everywhere: in `2015–2020` it is a sign."""

_BLANKS = {"Zs", "Zl", "Zp"}
_LINE_ENDS = frozenset("\t\n\r\x0b\x0c\x85")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text as it is read, and the way back: `ends[n]` is where the sign `n` ends in what was pasted, and
    the sign after it begins. None: nothing was changed but one sign for another."""

    text: str
    ends: tuple[int, ...] | None = None

    def back(self, span: Span) -> Span:
        """Where something that stands at `span` of the read text stands in the pasted one."""
        if self.ends is None:
            return span
        start, end = (self.ends[place - 1] if place else 0 for place in (span.start, span.end))
        return Span(start, max(start, end))


def cleaned(text: str) -> Cleaned:
    """The text with every blank and line end as a blank, without signs that are not seen, composed (NFC), its
    digits 0 to 9."""
    if text.isascii() and text.isprintable():
        return Cleaned(text)
    signs: list[str] = []
    ends: list[int] = []
    for end, sign in enumerate(text, start=1):
        category = unicodedata.category(sign)
        if category == "Cf" or (category == "Cc" and sign not in _LINE_ENDS):
            continue
        if category == "Mn" and signs:
            composed = unicodedata.normalize("NFC", signs[-1] + sign)
            if len(composed) == 1:
                signs[-1], ends[-1] = composed, end
                continue
        signs.append(" " if category in _BLANKS or sign in _LINE_ENDS else _narrow(sign, category))
        ends.append(end)
    return Cleaned("".join(signs), None if len(signs) == len(text) else tuple(ends))


def _narrow(sign: str, category: str) -> str:
    """A digit of any script as 0 to 9, a sign of full width as the usual one."""
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    return unicodedata.normalize("NFKC", sign) if unicodedata.east_asian_width(sign) == "F" else sign
