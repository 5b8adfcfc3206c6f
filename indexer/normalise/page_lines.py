"""The lines of a text with their places, and what can be told of a single line of a page's head or foot."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from remissarkiv.domain import Span

_WORDED_NUMBER = re.compile(
    r"[Ss][iíl1]d(?:a|an|\.)?[ \t]{0,3}([\dlIO]{1,4})[ \t]{0,3}(?:(?:\(|/|av )[ \t]?[\dlIO]{1,4}[ \t]?\)?)?"
)
_WORDED = ("S", "s")
_BARE_NUMBER = re.compile(r"(?:[-–][ ]?)?(\d{1,4})(?:[ ]?[-–]|[ ]?\(\d{1,4}\)|[ ]?/[ ]?\d{1,4})?")
_MISREAD = str.maketrans("lIO", "110")

# What a municipal head says besides the sender's name; the dots stand for letters OCR gets wrong.
_HEAD_WORD = re.compile(
    r"(?:dnr|diarienr|diarienummer|datum)\b|\d{4}-\d{2}-\d{2}$"
    r"|(?:tj.{1,2}nsteutl.{1,2}tande|tj.{1,2}nsteskrivelse|sammantr.{1,2}desprotokoll|protokoll|remissvar|yttrande"
    r"|skrivelse|missiv|promemoria)(?:$|[ \t])",
    re.IGNORECASE,
)

_DIGITS = re.compile(r"\d+")


class TextLine(NamedTuple):
    """A line without its line end: what stands there and where."""

    text: str
    span: Span

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on the line."""
        return not self.text

    @property
    def key(self) -> str:
        """Equal for two lines that differ only in numbers, spaces and case: `Sida 2 (7)`, `Sida 3 (7)`."""
        return _DIGITS.sub("#", "".join(self.text.casefold().split()))


def lines_of(text: str, span: Span) -> Iterator[TextLine]:
    """The lines of a stretch of text, blank ones included."""
    start, stop = span
    while start < stop:
        end = text.find("\n", start, stop)
        if end < 0:
            end = stop
        yield TextLine(text[start:end].strip(), Span(start, end))
        start = end + 1


def may_end_in_number(line: str) -> bool:
    """A quick look: whether a line without blanks at its end may end in `2`, `2 (7)` or `sida 2 av 7`."""
    return line.endswith(")") or line[-1:].isdecimal()


def worded_page_number(line: str) -> int | None:
    """The number on a line that is nothing but `Sida 3 (3)`, `Sid 2`, `Sida 4 av 7`; else None."""
    match = _WORDED_NUMBER.fullmatch(line) if len(line) < 40 and line[:1] in _WORDED else None
    return int(match[1].translate(_MISREAD)) if match else None


def is_page_number(line: str) -> bool:
    """Whether a line is nothing but a page number, with or without the word: `– 3 –`, `29 (60)`, `Sida 3`."""
    return worded_page_number(line) is not None or (
        len(line) < 20 and _BARE_NUMBER.fullmatch(line) is not None
    )


def is_head_word(line: str) -> bool:
    """Whether a line is one that heads are made of: a Dnr, a date, the kind of document."""
    return len(line) < 80 and _HEAD_WORD.match(line) is not None
