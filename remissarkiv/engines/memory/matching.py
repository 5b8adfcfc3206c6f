"""Whether one document matches a query tree, and how well: the definition of `interface.py` in code."""

import re
from collections import Counter
from collections.abc import Mapping

from remissarkiv.domain import FieldTerms, IndexEntry
from remissarkiv.engines.interface import (
    And,
    Begins,
    Best,
    Days,
    Everything,
    Fuzzy,
    Ids,
    In,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Raised,
    Term,
    Wildcard,
)
from remissarkiv.engines.scoring import idf, saturation
from remissarkiv.language.slips import slips_between

_NO_TERMS = FieldTerms({}, 0, {})


class Matching:
    """Matches documents of one generation against query trees; counts what the scores need once per term."""

    def __init__(self, entries: Mapping[str, IndexEntry]) -> None:
        self._entries = entries
        self._idf: dict[tuple[str, str], float] = {}
        self._mean: dict[str, float] = {}

    def score(self, node: Node, entry: IndexEntry) -> float | None:
        """The document's score, None when it does not match."""
        match node:
            case Term(field, term, boost):
                held = term in _terms(entry, field).frequencies
                return boost * self._term_score(entry, field, term) if held else None
            case Prefix(field, prefix, boost):
                held = any(term.startswith(prefix) for term in _terms(entry, field).frequencies)
                return boost if held else None
            case Phrase(field, terms, boost):
                if not _has_phrase(_terms(entry, field), terms):
                    return None
                return boost * sum(self._term_score(entry, field, term) for term in terms)
            case Wildcard(field, pattern, boost):
                fits = _pattern(pattern).fullmatch
                return boost if any(map(fits, _terms(entry, field).frequencies)) else None
            case Fuzzy(field, term, edits, boost):
                held = any(slips_between(term, own) <= edits for own in _terms(entry, field).frequencies)
                return boost if held else None
            case Near(field, words, distance, boost):
                if not _are_near(_terms(entry, field), words, len(words) + distance):
                    return None
                return boost * sum(self._word_score(entry, field, word) for word in words)
            case Days(first, last):
                day = entry.day
                inside = day and (first is None or first <= day) and (last is None or day <= last)
                return 0.0 if inside else None
            case In(column, values):
                return 0.0 if values.intersection(entry.columns.get(column, ())) else None
            case Begins(column, prefix):
                held = any(value.startswith(prefix) for value in entry.columns.get(column, ()))
                return 0.0 if held else None
            case Ids(ids):
                return 0.0 if entry.id in ids else None
            case Best(children):
                return max(self._matching(children, entry), default=None)
            case And(children):
                scores = self._matching(children, entry)
                return sum(scores) if children and len(scores) == len(children) else None
            case Or(children):
                scores = self._matching(children, entry)
                return sum(scores) if scores else None
            case Raised(child, where, factor):
                found = self.score(child, entry)
                return found if found is None or self.score(where, entry) is None else found * factor
            case Not(child):
                return 0.0 if self.score(child, entry) is None else None
            case Everything():
                return 0.0

    def _matching(self, children: tuple[Node, ...], entry: IndexEntry) -> list[float]:
        scores = (self.score(child, entry) for child in children)
        return [score for score in scores if score is not None]

    def _word_score(self, entry: IndexEntry, field: str, word: tuple[str, ...]) -> float:
        held = _terms(entry, field).frequencies
        return max(self._term_score(entry, field, term) for term in word if term in held)

    def _term_score(self, entry: IndexEntry, field: str, term: str) -> float:
        terms = _terms(entry, field)
        if (field, term) not in self._idf:
            holding = sum(term in _terms(other, field).frequencies for other in self._entries.values())
            self._idf[field, term] = idf(len(self._entries), holding)
        if field not in self._mean:
            total = sum(_terms(other, field).length for other in self._entries.values())
            self._mean[field] = total / len(self._entries)
        return self._idf[field, term] * saturation(terms.frequencies[term], terms.length, self._mean[field])


def _terms(entry: IndexEntry, field: str) -> FieldTerms:
    return entry.fields.get(field, _NO_TERMS)


def _pattern(pattern: str) -> re.Pattern[str]:
    signs = {"*": ".*", "?": "."}
    return re.compile("".join(signs.get(sign, re.escape(sign)) for sign in pattern), re.DOTALL)


def _are_near(terms: FieldTerms, words: tuple[tuple[str, ...], ...], stretch: int) -> bool:
    held = terms.positions or {}
    places = {word: {place for term in word for place in held.get(term, ())} for word in words}
    return any(
        all(
            sum(start <= place < start + stretch for place in places[word]) >= times
            for word, times in Counter(words).items()
        )
        for start in set().union(*places.values())
    )


def _has_phrase(terms: FieldTerms, phrase: tuple[str, ...]) -> bool:
    if not phrase:
        return False
    places = [set((terms.positions or {}).get(term, ())) for term in phrase]
    return any(all(start + n in place for n, place in enumerate(places)) for start in places[0])
