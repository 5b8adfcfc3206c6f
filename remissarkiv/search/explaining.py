"""Why a hit stands where it stands: what each word of the query adds to its score, and by which guise."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from remissarkiv.domain import Access, Contribution
from remissarkiv.engines.interface import (
    And,
    Best,
    Engine,
    Fuzzy,
    Ids,
    Near,
    Node,
    Or,
    Phrase,
    Prefix,
    Raised,
    SearchRequest,
    Term,
    Wildcard,
)

Leaf = Term | Phrase | Near | Prefix | Wildcard | Fuzzy

_LEAST = 0.000_001
"""Scores are rounded to six decimals."""


def contributions(
    node: Node, ids: Sequence[str], engine: Engine, access: Access
) -> dict[str, tuple[Contribution, ...]]:
    """For each document, by id, what adds to its score for a query, greatest first.

    They sum up to the score: of the guises of a word the best counts, words add up, and what only filters
    adds nothing. What a document is worth by its date and legibility is in each. The engine is asked once for
    each guise.
    """
    found: dict[str, list[Contribution]] = {document_id: [] for document_id in ids}

    def scores(asked: Node) -> dict[str, float]:
        request = SearchRequest(And((asked, Ids(frozenset(ids)))), access, limit=None)
        return {hit.id: hit.score for hit in engine.search(request).hits}

    for guises, raising in _words(node):
        stated = frozenset(scores(raising.where)) if raising else frozenset()
        best: dict[str, Contribution] = {}
        for leaf in guises:
            for document_id, score in scores(replace(raising, child=leaf) if raising else leaf).items():
                told = _told(leaf, score, document_id in stated)
                if document_id not in best or told.score > best[document_id].score:
                    best[document_id] = told
        for document_id, told in best.items():
            if told.score >= _LEAST:
                found[document_id].append(told)
    return {name: tuple(sorted(told, key=lambda one: -one.score)) for name, told in found.items()}


def _words(node: Node) -> Iterator[tuple[tuple[Leaf, ...], Raised | None]]:
    """The guises of each word that scores, with what may raise it; what is under `Not` scores nothing."""
    match node:
        case Term() | Phrase() | Near() | Prefix() | Wildcard() | Fuzzy():
            yield (node,), None
        case Best(children):
            yield tuple(child for child in children if isinstance(child, Leaf)), None
        case Raised(child, _, _):
            for guises, _ in _words(child):
                yield guises, node
        case And(children) | Or(children):
            for child in children:
                yield from _words(child)
        case _:
            return


def _told(leaf: Leaf, score: float, stated: bool) -> Contribution:
    match leaf:
        case Term(field, term, boost):
            return Contribution(field, (term,), boost, score, stated)
        case Phrase(field, terms, boost):
            return Contribution(field, terms, boost, score, stated)
        case Prefix(field, prefix, boost):
            return Contribution(field, (f"{prefix}*",), boost, score, stated)
        case Wildcard(field, pattern, boost):
            return Contribution(field, (pattern,), boost, score, stated)
        case Fuzzy(field, term, edits, boost):
            return Contribution(field, (f"{term}~{edits}",), boost, score, stated)
        case Near(field, words, _, boost):
            return Contribution(field, tuple(word[0] for word in words if word), boost, score, stated)
