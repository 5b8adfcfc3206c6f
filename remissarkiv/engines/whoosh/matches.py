"""What a part of a query finds, and how finds are joined: the algebra of the query tree on arrays.

Two ways through every join: where one side is much shorter its documents are looked up in the other (binary
search), else both are laid out over all documents, which costs the same for each however many there are.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from remissarkiv.engines.whoosh.arrays import NONE, Counts, Flags, Numbers, Places, Scores

SHORTER = 16
"""A list that is this many times shorter than another is looked up in it."""


@dataclass(slots=True)
class Matches:
    """Documents, rising, and the score of each; one number where all score the same. The arrays may be shared
    with the cache, so that nobody changes them."""

    documents: Numbers
    scores: Scores | float

    def __len__(self) -> int:
        return len(self.documents)

    @property
    def nbytes(self) -> int:
        """What the arrays take."""
        return self.documents.nbytes + (0 if isinstance(self.scores, float) else self.scores.nbytes)

    def only(self, kept: Places | Flags) -> "Matches":
        """Those at the places `kept`, or marked there."""
        scores = self.scores if isinstance(self.scores, float) else self.scores[kept]
        return Matches(self.documents[kept], scores)

    def times(self, boost: float) -> "Matches":
        """The same, each score so many times as high."""
        return self if boost == 1.0 else Matches(self.documents, self.scores * boost)


NOTHING = Matches(NONE, 0.0)


def marks(documents: Numbers, size: int) -> Flags:
    """The documents laid out over all `size` there are."""
    marked = np.zeros(size, np.bool_)
    marked[documents] = True
    return marked


def among(matches: Matches, documents: Numbers, size: int) -> Matches:
    """Those of `matches` that are in `documents`."""
    found = matches.documents
    if len(documents) == size or not len(found):
        return matches
    return matches.only(_held(found, documents, size))


def both(one: Matches, other: Matches, size: int) -> Matches:
    """What both find, with the sum of their scores."""
    if len(one) > len(other):
        one, other = other, one
    if not len(one):
        return NOTHING
    if isinstance(other.scores, float):
        found = among(one, other.documents, size)
        return Matches(found.documents, found.scores + other.scores) if other.scores else found
    places: Counts
    if len(one) * SHORTER < len(other):
        places = np.searchsorted(other.documents, one.documents)
        places[places == len(other)] = 0
        kept = other.documents[places] == one.documents
    else:
        laid_out = np.full(size, -1, np.int32)
        laid_out[other.documents] = np.arange(len(other), dtype=np.int32)
        places = laid_out[one.documents]
        kept = places >= 0
    found, places = one.only(kept), places[kept]
    return Matches(found.documents, found.scores + other.scores[places])


def without(matches: Matches, documents: Numbers, size: int) -> Matches:
    """What is not in `documents`."""
    if not len(documents) or not len(matches):
        return matches
    if len(matches) * SHORTER < len(documents):
        return matches.only(~_contained(matches.documents, documents))
    return matches.only(~marks(documents, size)[matches.documents])


def united(several: Sequence[Numbers], size: int) -> Numbers:
    """What is in any of the lists, each rising; `size` documents there are."""
    several = [documents for documents in several if len(documents)]
    if len(several) < 2:
        return several[0] if several else NONE
    if sum(map(len, several)) * SHORTER < size:
        joined = np.sort(np.concatenate(several))
        return joined[np.concatenate(([True], joined[1:] != joined[:-1]))]
    marked = np.zeros(size, np.bool_)
    for documents in several:
        marked[documents] = True
    return np.flatnonzero(marked).astype(np.int32)


def summed(several: Sequence[Matches], size: int) -> Matches:
    """What any finds, with the sum of the scores of those that do."""
    several = [matches for matches in several if len(matches)]
    if len(several) < 2:
        return several[0] if several else NOTHING
    if _same_score(several) == 0.0:
        return Matches(united([matches.documents for matches in several], size), 0.0)
    if sum(map(len, several)) * SHORTER < size:
        documents, scores = _end_to_end(several)
        order = np.argsort(documents, kind="stable")
        documents = documents[order]
        first = np.flatnonzero(np.concatenate(([True], documents[1:] != documents[:-1])))
        return Matches(documents[first], np.add.reduceat(scores[order], first))
    laid_out = np.zeros(size)
    for matches in several:
        laid_out[matches.documents] += matches.scores
    documents = united([matches.documents for matches in several], size)
    return Matches(documents, laid_out[documents])


def best(several: Sequence[Matches], size: int) -> Matches:
    """What any finds, with the highest score of those that do."""
    several = [matches for matches in several if len(matches)]
    if len(several) < 2:
        return several[0] if several else NOTHING
    same = _same_score(several)
    if same is not None:
        return Matches(united([matches.documents for matches in several], size), same)
    if sum(map(len, several)) * SHORTER < size:
        documents, scores = _end_to_end(several)
        order = np.lexsort((scores, documents))
        documents = documents[order]
        last = np.concatenate((documents[1:] != documents[:-1], [True]))
        return Matches(documents[last], scores[order][last])
    laid_out = np.full(size, -np.inf)
    for matches in several:
        places = matches.documents
        laid_out[places] = np.maximum(laid_out[places], matches.scores)
    documents = np.flatnonzero(laid_out != -np.inf).astype(np.int32)
    return Matches(documents, laid_out[documents])


def raised(matches: Matches, documents: Numbers, factor: float, size: int) -> Matches:
    """The same, those that are in `documents` with `factor` times their score."""
    if not len(documents):
        return matches
    scores: Scores = (
        np.full(len(matches), matches.scores) if isinstance(matches.scores, float) else matches.scores.copy()
    )
    scores[_held(matches.documents, documents, size)] *= factor
    return Matches(matches.documents, scores)


def _held(found: Numbers, documents: Numbers, size: int) -> Flags | Places:
    """Which of what was found is in `documents`: the places of those, or all of it marked."""
    if len(documents) * SHORTER < len(found):
        places = np.searchsorted(found, documents)
        places[places == len(found)] = 0
        held: Places = places[found[places] == documents]
        return held
    if len(found) * SHORTER < len(documents):
        return _contained(found, documents)
    return marks(documents, size)[found]


def _same_score(several: Sequence[Matches]) -> float | None:
    """The score that all documents of all have, None when there are several scores."""
    first = several[0].scores
    if isinstance(first, float) and all(
        isinstance(matches.scores, float) and matches.scores == first for matches in several
    ):
        return first
    return None


def _end_to_end(several: Sequence[Matches]) -> tuple[Numbers, Scores]:
    documents = np.concatenate([matches.documents for matches in several])
    return documents, np.concatenate([np.broadcast_to(one.scores, len(one)) for one in several])


def _contained(few: Numbers, many: Numbers) -> Flags:
    """Which of `few` are in `many`, of which there are some."""
    places = np.searchsorted(many, few)
    places[places == len(many)] = 0
    contained: Flags = many[places] == few
    return contained
