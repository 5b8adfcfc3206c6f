"""The words of a damaged text, with the signs that an OCR program puts in place of letters."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from remissarkiv.domain import Span

# `inneb&r`, `soci@lt`, `UI]ampas`; in front only before a small letter (`[ang`, `&rsredovisning`), behind
# only where no bracket was opened (`al]`, `likas@`).
_TOKEN = re.compile(
    r"(?:[€&|{](?=[a-zé])|\[(?=[a-zé])(?![^\]\n]{0,60}\]))?"
    r"[^\W_]+(?:[@€&|$!{}\[\]®](?=[^\W\d_])[^\W_]+)*"
    r"(?:[@€&|](?<=[^\W\d_].)(?!\w)|\](?<=[a-zé].)(?!\w))?"
)
_LONGEST_ABBREVIATION = 4
_LONGEST_LINE = 400
_LONGEST_GAP = 8
_BESIDE = frozenset({" ", "-"})
_SHORT_LINE = 45
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_SENTENCE_END = re.compile(r"[.!?:][\"”’)]*\s+\Z|[•»*–—-]\s+\Z")


class Token(NamedTuple):
    """A word as it was read: `text` in lower case, `shown` as it stands, `start` and `end` where; `opens`
    whether a sentence or an item of a list begins with it, `leads` whether a line does;
    `among_capitals` whether the line is all in capitals; `named` whether another capital follows, as in
    `Lis Berg`; `apart` whether a comma or the end of a sentence parts it from the word before."""

    text: str
    shown: str
    start: int
    end: int
    opens: bool
    leads: bool = False
    among_capitals: bool = False
    named: bool = False
    apart: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.shown[0].isupper()

    @property
    def is_abbreviation(self) -> bool:
        """Whether it is short and all capitals, as `DN`, `SOU`, `KS`, `TV4` are."""
        if self.among_capitals or not 1 < len(self.shown) <= _LONGEST_ABBREVIATION:
            return False
        return self.shown.isalnum() and self.shown.isupper()


def blocks(text: str, stretch: Span) -> Iterator[list[Token]]:
    """The tokens of a stretch of text, a list for each block between blank lines."""
    start = stretch.start
    while start < stretch.end:
        gap = _BLANK_LINE.search(text, start, stretch.end)
        end = gap.start() if gap else stretch.end
        yield _tokens(text, start, end)
        start = gap.end() if gap else stretch.end


def _tokens(text: str, start: int, end: int) -> list[Token]:
    tokens: list[Token] = []
    before = start
    capitals = False
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        shown = match.group()
        gap = text[max(before, first - _LONGEST_GAP) : first]
        if shown[-1] == "]" and "[" in gap:
            shown, last = shown[:-1], last - 1
        opens = leads = apart = False
        if gap != " " or not tokens:
            opens = not tokens or _ends_sentence(gap)
            leads = not tokens or ("\n" in gap and _ends_short(text, first))
            apart = opens or "," in gap or ";" in gap
            if not tokens or "\n" in gap:
                capitals = _is_in_capitals(text, first)
        if not capitals and gap in _BESIDE and tokens and shown[0].isupper() and tokens[-1].is_capital:
            tokens[-1] = tokens[-1]._replace(named=True)
        # As `Token(…)`, which would pass nine values through one more call for every word of a text.
        values = shown.lower(), shown, first, last, opens, leads, capitals, False, apart
        tokens.append(tuple.__new__(Token, values))
        before = last
    return tokens


@lru_cache(maxsize=1_000)
def _ends_sentence(gap: str) -> bool:
    """Whether what stands between two words ends a sentence or marks an item; it is at most a few signs, and
    nearly always the same: a line end, a comma, a full stop."""
    return _SENTENCE_END.search(gap) is not None


def _is_in_capitals(text: str, start: int) -> bool:
    """Whether the line that goes on at `start` has words in capitals, longer ones than abbreviations are."""
    end = text.find("\n", start, start + _LONGEST_LINE)
    line = text[start : end if end >= 0 else start + _LONGEST_LINE]
    return line == line.upper() and any(len(word) > _LONGEST_ABBREVIATION for word in line.split())


def _ends_short(text: str, start: int) -> bool:
    """Whether the line before the one that begins at `start` is too short to go on: a heading, a list."""
    end = text.rfind("\n", 0, start)
    return "\n" in text[max(0, end - _SHORT_LINE) : end] or end < _SHORT_LINE
