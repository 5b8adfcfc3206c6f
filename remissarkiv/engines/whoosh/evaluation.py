"""From a query tree to the documents it finds, with their scores: sets at a time, term by term."""

from collections.abc import Sequence

from remissarkiv.engines.interface import (
    And,
    Begins,
    Best,
    Everything,
    Ids,
    In,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Term,
)
from remissarkiv.engines.scoring import idf, saturation
from remissarkiv.engines.whoosh.snapshot import Snapshot

Scores = dict[int, float]


class Evaluation:
    """Evaluates one query on one generation. A term that the tree names twice is read once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._terms: dict[tuple[str, str], Scores] = {}

    def scores(self, node: Node) -> Scores:
        """The documents that match, by number, with their scores. The result is the caller's to change."""
        match node:
            case Term(field, term, boost):
                return {number: boost * score for number, score in self._term(field, term).items()}
            case Prefix(field, prefix, boost):
                return dict.fromkeys(self._snapshot.with_prefix(field, prefix), boost)
            case Phrase(field, terms, boost):
                return self._phrase(field, terms, boost)
            case In(column, values):
                found: Scores = {}
                for value in values:
                    found.update(dict.fromkeys(self._snapshot.frequencies(column, value), 0.0))
                return found
            case Ids(ids):
                named: Scores = {}
                for document_id in ids:
                    named.update(dict.fromkeys(self._snapshot.frequencies("id", document_id), 0.0))
                return named
            case Begins(column, prefix):
                return dict.fromkeys(self._snapshot.with_prefix(column, prefix), 0.0)
            case Best(children):
                best: Scores = {}
                for child in children:
                    for number, score in self.scores(child).items():
                        if score > best.get(number, float("-inf")):
                            best[number] = score
                return best
            case And(children):
                return self._all(children)
            case Or(children):
                either: Scores = {}
                for child in children:
                    for number, score in self.scores(child).items():
                        either[number] = either.get(number, 0.0) + score
                return either
            case Not(child):
                without = self.scores(child)
                return {number: 0.0 for number in self._snapshot.documents if number not in without}
            case Everything():
                return dict.fromkeys(self._snapshot.documents, 0.0)

    def _term(self, field: str, term: str) -> Scores:
        key = (field, term)
        if key not in self._terms:
            snapshot = self._snapshot
            frequencies = snapshot.frequencies(field, term)
            lengths = snapshot.column(field)
            mean = snapshot.total_length(field) / max(snapshot.count(), 1)
            weight = idf(snapshot.count(), len(frequencies))
            self._terms[key] = {
                number: weight * saturation(frequency, lengths[number], mean)
                for number, frequency in frequencies.items()
            }
        return self._terms[key]

    def _all(self, children: Sequence[Node]) -> Scores:
        """What all children match. A `Not` beside something else only takes away: its complement, nearly the
        whole archive, is never written out."""
        wanted: list[Node] = [child for child in children if not isinstance(child, Not)]
        unwanted = [child for child in children if isinstance(child, Not)]
        if not wanted:
            # Only exclusions, or nothing at all: `And(())` matches nothing.
            wanted = [Everything()] if unwanted else [Or(())]
        found = self.scores(wanted[0])
        for child in wanted[1:]:
            if not found:
                return found
            other = self.scores(child)
            found = {number: score + other[number] for number, score in found.items() if number in other}
        for exclusion in unwanted:
            for number in self.scores(exclusion.child):
                found.pop(number, None)
        return found

    def _phrase(self, field: str, terms: Sequence[str], boost: float) -> Scores:
        if not terms:
            return {}
        scored = [self._term(field, term) for term in terms]
        smallest = min(scored, key=len)
        candidates = {number for number in smallest if all(number in other for other in scored)}
        if candidates and len(terms) > 1:
            # Where the phrase could start, given each term's places: term n stands n words after the start.
            places = {term: self._snapshot.positions(field, term, candidates) for term in set(terms)}
            candidates = {
                number
                for number in candidates
                if set.intersection(*({p - n for p in places[t][number]} for n, t in enumerate(terms)))
            }
        return {number: boost * sum(score[number] for score in scored) for number in candidates}
