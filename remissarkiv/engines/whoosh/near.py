"""Documents where words stand near each other, in any order."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from remissarkiv.engines.whoosh.arrays import NONE, Flags, Keys, Numbers
from remissarkiv.engines.whoosh.matches import Matches, among
from remissarkiv.engines.whoosh.postings import WordPlaces
from remissarkiv.engines.whoosh.snapshot import Snapshot

_WORD_NUMBERS = (1 << 32) - 1

Word = tuple[str, ...]
"""The terms that a word may be."""


def with_near(
    snapshot: Snapshot, field: str, words: Sequence[Word], distance: int, candidates: Numbers
) -> Numbers:
    """Those of the documents `candidates`, all of which have each of the words, where some stretch of
    `len(words) + distance` word numbers holds them all; a word that is asked for twice stands there twice."""
    if not len(candidates):
        return NONE
    needed = Counter(words)
    stretch = min(len(words) + distance, _WORD_NUMBERS)
    read = {word: [snapshot.places(field, term) for term in word] for word in needed}
    found: list[Numbers] = []
    for number, leaf in enumerate(snapshot.leaves):
        offset = snapshot.offset(number)
        first, after = np.searchsorted(candidates, (offset, offset + leaf.size))
        if first < after:
            own = candidates[first:after] - np.int32(offset)
            places = [
                (_places([term[number][1] for term in read[word]], own, leaf.size), times)
                for word, times in needed.items()
            ]
            found.append(_together(places, stretch) + np.int32(offset))
    return np.concatenate(found) if found else NONE


def _places(terms: Sequence[WordPlaces], documents: Numbers, size: int) -> Keys:
    """Where any of the terms stands in the documents (and perhaps in others), rising, each place once."""
    several = []
    for term in terms:
        held = among(Matches(documents, 0.0), term.documents, size).documents
        if len(held):
            several.append(term.within(held))
    if len(several) < 2:
        return several[0] if several else np.zeros(0, np.int64)
    return _once(np.sort(np.concatenate(several)))


def _together(places: list[tuple[Keys, int]], stretch: int) -> Numbers:
    """The documents in which a stretch holds so many of each list of places."""
    places.sort(key=lambda word: len(word[0]))
    rarest = places[0][0]
    places = [places[0], *((_around(keys, rarest, stretch), times) for keys, times in places[1:])]
    # A stretch that holds them all may as well begin with one of them.
    begin = _once(np.sort(np.concatenate([keys for keys, _ in places])))
    last = np.minimum(begin + (stretch - 1), begin | _WORD_NUMBERS)
    for keys, times in places:
        if not len(begin):
            break
        at = np.searchsorted(keys, begin) + (times - 1)
        enough: Flags = at < len(keys)
        begin, last, at = begin[enough], last[enough], at[enough]
        enough = keys[at] <= last
        begin, last = begin[enough], last[enough]
    found: Numbers = (begin >> 32).astype(np.int32)
    return found[np.concatenate(([True], found[1:] != found[:-1]))] if len(found) else found


def _around(keys: Keys, rarest: Keys, stretch: int) -> Keys:
    """Those of `keys` that have one of the fewer `rarest` within a stretch of them."""
    begins = np.searchsorted(keys, rarest - (stretch - 1))
    ends = np.searchsorted(keys, rarest + (stretch - 1), "right")
    size = len(keys) + 1
    near = np.cumsum(np.bincount(begins, minlength=size) - np.bincount(ends, minlength=size))
    return keys[near[:-1] > 0]


def _once(keys: Keys) -> Keys:
    return keys[np.concatenate(([True], keys[1:] != keys[:-1]))] if len(keys) else keys
