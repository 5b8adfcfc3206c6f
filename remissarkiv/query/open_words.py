"""Words that stand for many: `kommun*`, `skol*bidrag`, `organi?ation`, `rådgivning~`.

A question mark last in a word ends a question. Each word costs the engine a walk through terms, so that
enough of it has to be written for the walk to be short.
"""

import re
from typing import NamedTuple

from remissarkiv.domain import Span
from remissarkiv.language.tokens import fold_case, tokenize
from remissarkiv.language.wildcards import SIGNS, head, longest_run
from remissarkiv.query import problems
from remissarkiv.query.tree import Fuzzy, Prefix, Tree, Wildcard, Word

MIN_PREFIX = 2
"""Characters before the star: one letter would collect a large part of the vocabulary."""

MIN_RUN = 3
"""Letters in a row in a word that does not begin with `MIN_PREFIX`: it is looked for among all terms."""

MIN_FUZZY = {1: 4, 2: 6}
"""Letters of a word with so many wrong: with one letter wrong every word of three is another."""

_MARKS = ".,;:!?"
_SLIPS = re.compile(r"(.+?)~([0-9]{0,9})", re.DOTALL)
_PATTERN = re.compile(r"[\w*?'’-]+")


class OpenWord(NamedTuple):
    """A word as read, and what could not be taken as written."""

    tree: Tree
    problem: str | None = None


def read_open_word(word: str, span: Span) -> OpenWord | None:
    """What a word (with a letter or digit in it) with signs for letters means; None for one without."""
    core = word.rstrip(_MARKS)
    slips = _SLIPS.fullmatch(core)
    if slips is not None:
        return _fuzzy(slips[1], int(slips[2] or 1), span)
    start = core.rstrip("*")
    if core != start and not any(sign in start for sign in SIGNS):
        if sum(letter.isalnum() for letter in start) < MIN_PREFIX:
            return OpenWord(_plain(word, span), problems.short_prefix(word, MIN_PREFIX))
        return OpenWord(Prefix(start, span))
    if any(sign in core for sign in SIGNS) and _PATTERN.fullmatch(core):
        return _wildcard(core, span)
    if "*" in core:
        return OpenWord(_plain(word, span), problems.misplaced_star(word))
    return None


def _wildcard(core: str, span: Span) -> OpenWord:
    pattern = re.sub(r"\*+", "*", core)
    if len(head(pattern)) < MIN_PREFIX and sum(map(str.isalnum, longest_run(pattern))) < MIN_RUN:
        return OpenWord(_plain(core, span), problems.short_pattern(core, MIN_RUN, MIN_PREFIX))
    return OpenWord(Wildcard(fold_case(pattern), span))


def _fuzzy(word: str, edits: int, span: Span) -> OpenWord:
    tokens = [token.text for token in tokenize(word)]
    if len(tokens) != 1 or not tokens[0].isalpha() or any(sign in word for sign in SIGNS):
        return OpenWord(_plain(word, span), problems.no_word_to_slip_in(word))
    most = max((slips for slips, least in MIN_FUZZY.items() if len(tokens[0]) >= least), default=0)
    if not most:
        return OpenWord(Word(word, span), problems.short_fuzzy(word, MIN_FUZZY[1]))
    if edits > most:
        told = problems.too_many_slips(word, most, MIN_FUZZY[2])
        return OpenWord(Fuzzy(word, most, span), told)
    return OpenWord(Fuzzy(word, edits, span) if edits else Word(word, span))


def _plain(word: str, span: Span) -> Tree:
    """The letters of the word, searched as words."""
    return Word(re.sub(r"[*?~]+", " ", word).strip(), span)
