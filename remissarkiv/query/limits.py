"""How much of a query is read and searched.

The limits are on work and never on the clock, so that the same query has the same answer on a busy machine:
characters, words, parentheses in each other, and words that stand for many (`kommun*`, `*bidrag`,
`rådgivning~`), of which each may take tens of thousands of terms.
"""

from collections.abc import Iterable
from dataclasses import replace

from remissarkiv.domain import Problem, Span
from remissarkiv.query import problems
from remissarkiv.query.lexer import Piece, Sort

MAX_LENGTH = 2_000
"""Characters of a query that are read."""

MAX_WORDS = 100
"""Words of a query that are searched, those within quotation marks too; each costs several terms."""

MAX_DEPTH = 50
"""Parentheses inside each other that are followed."""

MAX_OPEN = 3
"""Words with `*`, `?` or `~` that are searched as such."""

MAX_NEAR = 2
"""Places of a query where words are to be near each other: two common words take the engine 30 ms."""

_FREE = (Sort.OPERATOR, Sort.OPEN, Sort.CLOSE)


def within_limits(pieces: Iterable[Piece], end: int, told: list[Problem]) -> list[Piece]:
    """The pieces up to `MAX_WORDS` words; the phrase that goes beyond them up to there. What is left out of
    a query that ends at `end` is told, and the operator before it, which joins nothing now, is not kept."""
    kept: list[Piece] = []
    words = 0
    for piece in pieces:
        if piece.sort in _FREE:
            kept.append(piece)
            continue
        own = piece.text.split() if piece.sort is Sort.PHRASE else [piece.text]
        left = MAX_WORDS - words
        words += max(len(own), 1)
        if words <= MAX_WORDS:
            kept.append(piece)
            continue
        told.append(Problem(problems.too_many(MAX_WORDS), Span(piece.span.start, end)))
        if left and piece.sort is Sort.PHRASE:
            kept.append(replace(piece, text=" ".join(own[:left])))
        while kept and kept[-1].sort is Sort.OPERATOR:
            kept.pop()
        break
    return kept
