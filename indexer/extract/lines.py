"""The lines of a text with their places, as every extractor reads them."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from remissarkiv.domain import Span
from remissarkiv.language.skeleton import MARK, skeleton

_CELL_GAP = re.compile(r"\t+|[ \u00a0]{2,}")
_GLUED = re.compile(
    r"((?:[\w-]{2,25} ){1,2}(?:[Kk]ommun|KOMMUN)|[A-ZÅÄÖ][\w-]{4,40}) "
    r"((?<=kommun )[A-ZÅÄÖ][\w-]{3,30}|(?<=KOMMUN )[A-ZÅÄÖ][\w-]{3,30}|D[na]r\.? [A-ZÅÄÖ]{1,6}[ /].{4,20})"
)
_BULLET = re.compile(r"(?:[•●▪■◦»«*·¢–—-]|(?:\d{1,3}|[a-zA-Z])[.)])(?:[ \t]+|(?=[^\W\d_]{3}))")
_WORD = re.compile(r"[^\W_]+")
# What `_GLUED` cannot do without.
_GLUED_SIGNS = ("ommun ", "OMMUN ", " Dnr", " Dar")
_LONGEST_FOLDED = 200
_REMEMBERED = 4_000
"""Lines: the readers of a document ask for those of its beginning again and again."""


class Line(NamedTuple):
    """A line that is not blank: its text without blanks around it, the span of that text, and whether a
    blank line (or the beginning of the text) comes before and after."""

    text: str
    span: Span
    opens: bool
    closes: bool

    @property
    def cells(self) -> tuple[str, ...]:
        """The columns of a line, see `cells_of`."""
        return cells_of(self.text)

    @property
    def item(self) -> str:
        """The text without a bullet or number before it."""
        return without_bullet(self.text)


def cells_of(text: str) -> tuple[str, ...]:
    """The columns of a line: what tabs or two and more blanks keep apart.

    OCR leaves one blank between the columns of a letterhead: `Björkåsa kommun Tjänsteskrivelse` and
    `Socialförvaltningen Dnr SN 2004/64` are two columns each.
    """
    if "  " in text or "\t" in text or "\u00a0" in text:
        cells = tuple(cell.strip() for cell in _CELL_GAP.split(text) if cell.strip())
    else:
        cells = (bare,) if (bare := text.strip()) else ()
    if len(cells) != 1 or len(text) >= _LONGEST_FOLDED or not any(sign in text for sign in _GLUED_SIGNS):
        return cells
    glued = _GLUED.fullmatch(text)
    return (glued[1], glued[2]) if glued else cells


def without_bullet(text: str) -> str:
    """`» Stadsledningskontoret`, `1. Socialnämnden` and `– Polisen` without the sign before the words."""
    match = _BULLET.match(text)
    return text[match.end() :].strip() if match else text


def has_bullet(text: str) -> bool:
    """Whether the text begins with a bullet or a number, as items of a list do."""
    return _BULLET.match(text) is not None


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of `text` that are not blank, in order."""
    raw: list[tuple[str, int]] = []
    start = 0
    for piece in text.split("\n"):
        raw.append((piece, start))
        start += len(piece) + 1
    found = []
    for n, (piece, begin) in enumerate(raw):
        stripped = piece.strip()
        if not stripped:
            continue
        first = begin + len(piece) - len(piece.lstrip())
        found.append(
            Line(
                stripped,
                Span(first, first + len(stripped)),
                n == 0 or not raw[n - 1][0].strip(),
                n + 1 == len(raw) or not raw[n + 1][0].strip(),
            )
        )
    return tuple(found)


def folded(text: str) -> str:
    """The words of a short text as skeletons, apart by one blank: `Arendets beredning` and `Ärendets
    beredning` are one. Empty for a text too long to be a heading or a label."""
    return "" if len(text) > _LONGEST_FOLDED else _folded(text)


@lru_cache(maxsize=_REMEMBERED)
def _folded(text: str) -> str:
    words = " ".join(_WORD.findall(text)).lower()
    return " ".join(map(skeleton, words.split(" ")))


def sign_of(keys: Iterable[str]) -> re.Pattern[str]:
    """A quick look for words with these skeletons, or ending in them: a text in lower case in which it finds
    nothing has none of them. Of each it looks for the longest run of letters that OCR leaves alone, `mn` of
    `nämnden`."""
    runs = {max(key.split(MARK), key=len) for key in keys}
    return re.compile("|".join(sorted(map(re.escape, runs))))
