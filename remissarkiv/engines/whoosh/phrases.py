"""Documents where words stand side by side."""

from collections.abc import Sequence

import numpy as np

from remissarkiv.engines.whoosh.arrays import NONE, Keys, Numbers
from remissarkiv.engines.whoosh.postings import WordPlaces
from remissarkiv.engines.whoosh.snapshot import Snapshot

_FEWER = 8
"""A word that stands so many times less often than another is looked up in its places."""


def with_phrase(snapshot: Snapshot, field: str, terms: Sequence[str], candidates: Numbers) -> Numbers:
    """Those of the documents `candidates`, all of which have all the terms, where they stand in order, next
    to each other."""
    if len(terms) < 2 or not len(candidates):
        return candidates
    read = {term: snapshot.places(field, term) for term in dict.fromkeys(terms)}
    found: list[Numbers] = []
    for number, leaf in enumerate(snapshot.leaves):
        offset = read[terms[0]][number][0]
        first, after = np.searchsorted(candidates, (offset, offset + leaf.size))
        if first < after:
            own = candidates[first:after] - np.int32(offset)
            places = [read[term][number][1] for term in terms]
            found.append(_starting(places, own) + np.int32(offset))
    return np.concatenate(found) if found else NONE


def _starting(places: Sequence[WordPlaces], documents: Numbers) -> Numbers:
    """Those of `documents` where the phrase begins somewhere. The rarest word is taken first: where it
    stands, the phrase would begin so many words before, and the other words would stand so many after."""
    order = sorted(range(len(places)), key=lambda word: len(places[word].keys))
    left = places[order[0]].within(documents) - order[0]
    for word in order[1:]:
        left = _common(left + word, places[word].keys) - word
    found = (left >> 32).astype(np.int32)
    return found[np.concatenate(([True], found[1:] != found[:-1]))] if len(found) else found


def _common(few: Keys, many: Keys) -> Keys:
    """What is in both; each rises and holds nothing twice."""
    if not len(few) or not len(many):
        return few[:0]
    if len(few) * _FEWER < len(many):
        at = np.searchsorted(many, few)
        at[at == len(many)] = 0
        same: Keys = few[many[at] == few]
        return same
    merged: Keys = np.concatenate((few, many))
    merged.sort(kind="stable")
    twice: Keys = merged[:-1][merged[1:] == merged[:-1]]
    return twice
