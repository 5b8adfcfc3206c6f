"""Words within a distance of each other: `kommunal NÄRA/5 rådgivning` and `"kommunal rådgivning"~5`."""

from collections.abc import Sequence

from remissarkiv.domain import Span
from remissarkiv.language.tokens import tokenize
from remissarkiv.query import problems
from remissarkiv.query.lexer import NO_NUMBER
from remissarkiv.query.tree import NOTHING, Near, Phrase, Tree, Word, joined

USUAL_DISTANCE = 10
"""Words between, where no number is written."""

MAX_DISTANCE = 100
"""Words between; beyond a page or two `OCH` says the same."""

MAX_WORDS = 10
"""Words that are to be near each other."""


def words_near(parts: Sequence[Tree], distance: int, span: Span) -> tuple[Tree, tuple[str, ...]]:
    """The parts near each other, and what could not be taken as written; all of them anywhere where one is
    not a word by itself. Quotation marks around one of them say nothing here."""
    parts = [part for part in parts if part != NOTHING]
    words = [part.text for part in parts if isinstance(part, Word | Phrase) and _is_one(part.text)]
    if len(words) < len(parts) or not parts:
        return joined(list(parts)), (problems.near_needs_words(),)
    return _near(words, distance, span, exact=False)


def phrase_near(text: str, distance: int, span: Span) -> tuple[Tree, tuple[str, ...]]:
    """The words of a phrase near each other, in just these forms, and what could not be taken as written."""
    return _near([token.text for token in tokenize(text)], distance, span, exact=True)


def _near(words: Sequence[str], distance: int, span: Span, *, exact: bool) -> tuple[Tree, tuple[str, ...]]:
    told: list[str] = []
    if distance == NO_NUMBER:
        distance = USUAL_DISTANCE
    if distance > MAX_DISTANCE:
        told.append(problems.too_far(MAX_DISTANCE))
        distance = MAX_DISTANCE
    near = Near(tuple(words), distance, exact, span)
    if len(words) > MAX_WORDS:
        return anywhere(near), (problems.too_many_near(MAX_WORDS),)
    return (near if len(words) > 1 else anywhere(near)), tuple(told)


def anywhere(near: Near) -> Tree:
    """The words, each once, wherever they stand in a document."""
    words = dict.fromkeys(near.words)
    return joined([Phrase(word, near.span) if near.exact else Word(word, near.span) for word in words])


def _is_one(text: str) -> bool:
    return len(list(tokenize(text))) == 1
