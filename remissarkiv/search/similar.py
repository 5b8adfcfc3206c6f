"""Documents that are about the same as a document or a text.

The key terms of the one are asked for all at once, any of them enough; the engine ranks by how many of them a
document has, and how rare they are in this archive. What a hit has in common with the text is told with it.
"""

from collections.abc import Collection

from remissarkiv.copies import likeness, sketch, words_of
from remissarkiv.domain import Document
from remissarkiv.engines import interface as engine
from remissarkiv.search import weights
from remissarkiv.search.key_terms import KeyTerm, keys_of

FEWEST_SHARED = 3
"""Words that two documents have in common before they are alike; two where a text has no more than four."""

_FEW_TERMS = 4
_SAME_SHARE = 0.8
_SAME_LIKENESS = 0.8

LEAST_SHARE = 0.15
"""Of the weight of a text's key terms, what a document must have."""


def likeness_query(terms: tuple[KeyTerm, ...], leaving_out: Collection[str]) -> engine.Node:
    """The engine's query for documents that share these terms, but for some ids."""
    any_of = engine.Or(tuple(_guises(term) for term in terms))
    if not leaving_out:
        return any_of
    return engine.And((any_of, engine.Not(engine.Ids(frozenset(leaving_out)))))


def shared_terms(terms: tuple[KeyTerm, ...], other: Document) -> tuple[KeyTerm, ...]:
    """Those of the terms that another document has too, the heaviest first."""
    held = keys_of(f"{other.title}\n{other.own_text}")
    return tuple(term for term in terms if not held.isdisjoint(term.keys))


def is_alike(terms: tuple[KeyTerm, ...], shared: tuple[KeyTerm, ...]) -> bool:
    """Whether what is shared makes two texts alike, not only two texts of Swedish."""
    fewest = FEWEST_SHARED if len(terms) > _FEW_TERMS else FEWEST_SHARED - 1
    return len(shared) >= fewest and share(terms, shared) >= LEAST_SHARE


def is_same_text(text: str, other: Document, held: float) -> bool:
    """Whether a document, which has this share of a text's key terms, is the text itself but for a sign here
    and there."""
    if held < _SAME_SHARE:
        return False
    mine, theirs = words_of(text), words_of(other.own_text)
    return mine == theirs or likeness(sketch(mine), sketch(theirs)) >= _SAME_LIKENESS


def share(terms: tuple[KeyTerm, ...], shared: tuple[KeyTerm, ...]) -> float:
    """How much of the terms' weight is shared, 0-1."""
    whole = sum(term.weight for term in terms)
    return sum(term.weight for term in shared) / whole if whole else 0.0


def _guises(term: KeyTerm) -> engine.Node:
    # The engine multiplies by how rare a term is here; the weight has been used to choose, and counts gently.
    boost = round(term.weight**0.5, 3)
    fields = (("text", weights.TEXT), ("title", weights.TITLE))
    return engine.Best(
        tuple(engine.Term(field, key, boost * weight) for key in term.keys for field, weight in fields)
    )
