"""From a query tree to the documents it finds, with their scores: whole arrays at a time, part by part.

Only what can still matter is worked out: an `And` begins with the part that finds least and asks the others
only about the documents that are left.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np

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
from remissarkiv.engines.scoring import day_number
from remissarkiv.engines.whoosh.arrays import Numbers, Scores
from remissarkiv.engines.whoosh.matches import (
    NOTHING,
    SHORTER,
    Matches,
    among,
    best,
    both,
    raised,
    summed,
    united,
    without,
)
from remissarkiv.engines.whoosh.near import with_near
from remissarkiv.engines.whoosh.phrases import with_phrase
from remissarkiv.engines.whoosh.snapshot import Snapshot


class Evaluation:
    """Evaluates one query on one generation. Removed documents may be among what columns find: whoever asks
    keeps to those that can be seen."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._size = snapshot.size

    def matches(self, node: Node, within: Numbers | None = None) -> Matches:
        """The documents that match, with their scores; only those in `within`, when it is given."""
        # What queries consist of most comes first; a `match` would take longer than it takes to find it.
        if isinstance(node, Term):
            found = self._snapshot.term(node.field, node.term).times(node.boost)
            return found if within is None else among(found, within, self._size)
        if isinstance(node, In):
            found = Matches(self._having(node.column, node.values), 0.0)
            return found if within is None else among(found, within, self._size)
        match node:
            case Best(children):
                return best([self.matches(child, within) for child in children], self._size)
            case Or(children):
                return summed([self.matches(child, within) for child in children], self._size)
            case And(children):
                return self._all(children, within)
            case Raised(child, where, factor):
                found = self.matches(child, within)
                if not len(found):
                    return found
                where_too = self.matches(where, self._left(found)).documents
                return raised(found, where_too, factor, self._size)
            case _:
                found = self._leaf(node)
                return found if within is None else among(found, within, self._size)

    def _having(self, column: str, values: frozenset[str]) -> Numbers:
        held = self._snapshot.column(column)
        if len(values) == 1:
            (value,) = values
            return held.having(value)
        return united([held.having(value) for value in values], self._size)

    def _leaf(self, node: Node) -> Matches:
        snapshot = self._snapshot
        match node:
            case Prefix(field, prefix, boost):
                return Matches(snapshot.with_prefix(field, prefix), float(boost))
            case Phrase(field, terms, boost):
                return self._phrase(field, terms, boost)
            case Wildcard(field, pattern, boost):
                return Matches(snapshot.with_pattern(field, pattern), float(boost))
            case Fuzzy(field, term, edits, boost):
                return Matches(snapshot.with_term_near(field, term, edits), float(boost))
            case Near(field, words, distance, boost):
                return self._near(field, words, distance, boost)
            case Days(first, last):
                return Matches(self._dated(first, last), 0.0)
            case Begins(column, prefix):
                return Matches(united(snapshot.column(column).beginning(prefix), self._size), 0.0)
            case Ids(ids):
                return Matches(snapshot.with_ids(ids), 0.0)
            case Not(child):
                return without(Matches(snapshot.documents, 0.0), self.matches(child).documents, self._size)
            case _:
                return Matches(snapshot.documents, 0.0)

    def _most(self, node: Node) -> int:
        """How many documents a part can find at most, as far as that costs nothing to know."""
        match node:
            case Term(field, term, _):
                return len(self._snapshot.term(field, term))
            case Phrase(field, terms, _):
                return min((len(self._snapshot.term(field, term)) for term in terms), default=0)
            case Near(field, words, _, _):
                return min(
                    (sum(len(self._snapshot.term(field, t)) for t in word) for word in words), default=0
                )
            case And(children):
                return min(map(self._most, children), default=0)
            case Raised(child, _, _):
                return self._most(child)
            case Or(children) | Best(children):
                return sum(map(self._most, children))
            case Ids(ids):
                return len(ids)
            case In(column, values):
                return self._snapshot.column(column).most(values)
            case Begins() | Days() | Prefix() | Wildcard() | Fuzzy():
                return self._size // 2
            case _:
                return self._size

    def _all(self, children: Sequence[Node], within: Numbers | None) -> Matches:
        """What all children match. A `Not` beside something else only takes away: its complement, nearly the
        whole archive, is never written out."""
        wanted: list[Node] = [child for child in children if not isinstance(child, Not)]
        unwanted = [child for child in children if isinstance(child, Not)]
        if not wanted:
            # Only exclusions, or nothing at all: `And(())` matches nothing.
            wanted = [Everything()] if unwanted else []
        if len(wanted) > 1:
            wanted.sort(key=self._most)
        found = self.matches(wanted[0], within) if wanted else NOTHING
        for child in wanted[1:]:
            if not len(found):
                return found
            found = self._both(found, child)
        for exclusion in unwanted:
            if len(found):
                excluded = self.matches(exclusion.child, self._left(found))
                found = without(found, excluded.documents, self._size)
        return found

    def _both(self, found: Matches, child: Node) -> Matches:
        """What was found and the child matches too. Where documents have one value each in a column, what was
        found is asked for its values, and not every document with the value looked up."""
        if isinstance(child, In):
            having = self._snapshot.column(child.column).among(found.documents, child.values)
            if having is not None:
                return found.only(having)
        return both(found, self.matches(child, self._left(found)), self._size)

    def _left(self, found: Matches) -> Numbers | None:
        """The documents that the rest is asked about; None when they are so many that it costs more."""
        return found.documents if len(found) * SHORTER < self._size else None

    def _phrase(self, field: str, terms: Sequence[str], boost: float) -> Matches:
        if not terms:
            return NOTHING
        scored = {term: self._snapshot.term(field, term) for term in terms}
        candidates = min(scored.values(), key=len).documents
        for one in scored.values():
            candidates = among(Matches(candidates, 0.0), one.documents, self._size).documents
        found = self._only(with_phrase(self._snapshot, field, terms, candidates), candidates)
        total: Scores = np.zeros(len(found))
        for term in terms:
            # Each of the terms has all that was found, so that what is left of its scores is in step.
            total += among(scored[term], found, self._size).scores
        return Matches(found, total * boost)

    def _near(self, field: str, words: Sequence[tuple[str, ...]], distance: int, boost: float) -> Matches:
        scored = {
            word: best([self._snapshot.term(field, term) for term in word], self._size) for word in words
        }
        if not all(map(len, scored.values())) or not scored:
            return NOTHING
        candidates = min(scored.values(), key=len).documents
        for one in scored.values():
            candidates = among(Matches(candidates, 0.0), one.documents, self._size).documents
        found = self._only(with_near(self._snapshot, field, words, distance, candidates), candidates)
        total: Scores = np.zeros(len(found))
        for word in words:
            total += among(scored[word], found, self._size).scores
        return Matches(found, total * boost)

    def _only(self, found: Numbers, candidates: Numbers) -> Numbers:
        """Word places are read of more documents than were asked for, the removed ones among them."""
        return among(Matches(found, 0.0), candidates, self._size).documents

    def _dated(self, first: date | None, last: date | None) -> Numbers:
        days = self._snapshot.numbers("day")
        inside = days >= max(day_number(first), 1)
        if last is not None:
            inside &= days <= day_number(last)
        return np.flatnonzero(inside).astype(np.int32)
