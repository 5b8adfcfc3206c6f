"""Where a compound is joined.

A word is cut in two wherever the left side can begin a compound and the right side is a word (or a compound
again), the cut is weighed, and the best one counts; then both sides are looked at in the same way. The cut is
weighed by how productive each side is, by its length (chance finds short words everywhere), and against the
word itself: a compound is seldom commoner than what it is made of, so `rapport` is not `rapp|ort`.
"""

import math
from functools import lru_cache
from typing import NamedTuple

from remissarkiv.language.compounds.bases import bases
from remissarkiv.language.compounds.elements import (
    MIN_LENGTH,
    elements,
    is_name,
    known_firsts,
    known_lasts,
    lemma,
)
from remissarkiv.language.lexicon import base_lexicon

MAX_LENGTH = 60
"""Longer words are noise."""

_SHORTEST = 6
_CUT = 2.5
"""What a cut must weigh. Set on `compounds.txt` of the sample data, not on the list of the tests."""

_CUT_AGAIN = 6.0
"""What a cut inside a part must weigh, where the part is a word of its own: `rådgivning` in `skuldrådgivning`
stays whole, for that is what it is called."""

_LENGTH = 0.35
_FREQUENCY = 0.1
_SUSPICION = 0.6
_NESTED = 0.35
_UNSEEN = 18.0
_MOST_LETTERS = 5
_PRODUCTIVE = 8.0


class Cut(NamedTuple):
    """A word in two, and how sure that is (`weight`)."""

    weight: float
    first: str
    last: str


class _Side(NamedTuple):
    weight: float
    cost: float


@lru_cache(maxsize=200_000)
def best_cut(word: str) -> Cut | None:
    """The best place to cut a word (lower case) in two; None for one that is no compound."""
    best = None
    whole: float | None = None
    for place in range(2, len(word) - MIN_LENGTH + 1):
        first, last = word[:place], word[place:]
        right = _as_last(last)
        left = _as_first(first) if right else None
        if right is None or left is None or (first[-1] == "s" and "s" + last in elements().endings):
            continue
        if whole is None:
            whole = _commonest(word)
        surprise = max(0.0, left.cost - whole) + max(0.0, right.cost - whole)
        weight = left.weight + right.weight - _SUSPICION * surprise
        if weight >= _CUT and (best is None or weight > best.weight):
            best = Cut(weight, first, last)
    return best


@lru_cache(maxsize=200_000)
def split(word: str) -> tuple[str, ...]:
    """The parts of a word (lower case), each with its linking letters, so that they cover the whole word:
    `kommunalskatteutjämning` gives `kommunal`, `skatte`, `utjämning`. A word that is no compound, or a name,
    is its only part."""
    if not _SHORTEST <= len(word) <= MAX_LENGTH or not word.isalpha() or is_name(word):
        return (word,)
    cut = best_cut(word)
    return _again(cut.first) + _again(cut.last) if cut else (word,)


def _again(part: str) -> tuple[str, ...]:
    link = "s" if part.endswith("s") and len(part) >= _SHORTEST else ""
    bare = part.removesuffix(link) if link else part
    cut = best_cut(bare) if len(bare) >= _SHORTEST else None
    if cut is None or (cut.weight < _CUT_AGAIN and lemma(bare) is not None):
        return (part,)
    return _again(cut.first) + _again(cut.last + link)


@lru_cache(maxsize=200_000)
def _as_first(first: str) -> _Side | None:
    """How well a piece begins a compound; None when it does not."""
    simple = _simple_first(first)
    if simple or len(first) <= _SHORTEST:
        return simple
    cut = best_cut(first.removesuffix("s"))
    return _Side(cut.weight * _NESTED, 0.0) if cut else None


def _simple_first(first: str) -> _Side | None:
    particles = elements().particles
    if first in particles or first.removesuffix("s") in particles:
        return None
    productive = known_firsts().get(first, 0.0)
    if len(first) <= MIN_LENGTH and productive < _PRODUCTIVE:
        return None
    if first.endswith("a") and productive < MIN_LENGTH:
        return None  # `kassaflöde`, but a word in -a nearly always loses it
    words = bases(first)
    if not words:
        return None
    letters = min(len(first) - _MOST_LETTERS, _MOST_LETTERS)
    cost = min(map(_cost, (first, *words)))
    return _Side(math.log1p(productive) + _LENGTH * letters, min(cost, 14 - math.log1p(productive)))


@lru_cache(maxsize=200_000)
def _as_last(last: str) -> _Side | None:
    """How well a piece ends a compound, as a word or as a compound of its own; None when it does not."""
    if last in elements().endings or last in elements().particles:
        return None
    simple = _simple_last(last)
    if len(last) < _SHORTEST:
        return simple
    cut = best_cut(last)
    if cut and (simple is None or cut.weight * _NESTED > simple.weight):
        return _Side(cut.weight * _NESTED, 0.0)
    return simple


def _simple_last(last: str) -> _Side | None:
    if len(last) == MIN_LENGTH and last not in elements().short:
        return None
    word = lemma(last)
    if word is None:
        return None
    productive = math.log1p(known_lasts().get(word, 0.0))
    cost = _cost(last)
    letters = min(len(last) - _MOST_LETTERS, _MOST_LETTERS)
    weight = productive + _LENGTH * letters + _FREQUENCY * (14 - cost)
    return _Side(weight, min(cost, _cost(word)))


def _commonest(word: str) -> float:
    return min(_cost(word), _cost(lemma(word) or word))


def _cost(word: str) -> float:
    cost = base_lexicon().cost(word)
    return _UNSEEN if cost is None else cost
