"""Two words typed side by side also find the word they make: `skuld rådgivning` finds `skuldrådgivning`."""

from collections.abc import Mapping
from itertools import pairwise

from remissarkiv.language.compounds import joined
from remissarkiv.query import tree
from remissarkiv.search.words import QueryWords, WordForms

MIN_LETTERS = 3
"""Shorter words are not joined."""

_WIDEST_GAP = 2
"""Characters between two words that stand side by side; where a stop word was left out there are more."""


def joined_words(query: tree.Tree, words: QueryWords) -> Mapping[tree.Word, tuple[WordForms, ...]]:
    """For each typed word the compounds that it may make with its neighbours.

    Such a compound is one more guise of each of the two: a document that has it has both words.
    """
    found: dict[tree.Word, tuple[WordForms, ...]] = {}
    _collect(query, words, found)
    return found


def _collect(node: tree.Tree, words: QueryWords, found: dict[tree.Word, tuple[WordForms, ...]]) -> None:
    match node:
        case tree.Or(children):
            for child in children:
                _collect(child, words, found)
        case tree.Not(child):
            _collect(child, words, found)
        case tree.And(children):
            for child in children:
                _collect(child, words, found)
            for first, last in pairwise(children):
                if isinstance(first, tree.Word) and isinstance(last, tree.Word):
                    compounds = _compounds(first, last, words)
                    for word in (first, last):
                        # `att att att` holds the same pair over and over.
                        found[word] = tuple(dict.fromkeys(found.get(word, ()) + compounds))
        case _:
            pass


def _compounds(first: tree.Word, last: tree.Word, words: QueryWords) -> tuple[WordForms, ...]:
    begin, end = words.forms(first.text), words.forms(last.text)
    if last.span.start - first.span.end > _WIDEST_GAP or len(begin) != 1 or len(end) != 1:
        return ()
    # `skuld radgivning` makes what `skuld rådgivning` makes.
    pair = (begin[0].guises[-1].form, end[0].guises[-1].form)
    if not all(word.isalpha() and len(word) >= MIN_LETTERS for word in pair):
        return ()
    return tuple(forms for word in joined(*pair) for forms in words.forms(word))
