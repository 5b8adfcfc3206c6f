"""Where a compound is joined.

A word is cut in two wherever the left side can begin a compound and the right side is a word (or a compound
again), the cut is weighed, and the best one counts; then both sides are looked at in the same way. The cut is
weighed by how productive each side is, by its length (chance finds short words everywhere), and against the
word itself: a compound is seldom commoner than what it is made of, so `rapport` is not `rapp|ort`.
"""

import math
from functools import cache, lru_cache
from typing import NamedTuple

from remissarkiv.language.compounds.bases import bases
from remissarkiv.language.compounds.elements import (
    MIN_LENGTH,
    elements,
    known_firsts,
    known_lasts,
)
from remissarkiv.language.dictionary import cost, known, lemma, name

MAX_LENGTH = 60
"""Longer words are noise."""

_SHORTEST = 6
_CUT = 2.5
"""What a cut must weigh. Set on `compounds.txt` of the sample data, not on the list of the tests."""

_CUT_UNHEARD_OF = 1.5
"""What it must weigh in a word that is in no list: such a long word is mostly a compound."""

_CUT_AGAIN = 6.0
"""What a cut inside a part must weigh, where the part is a word of its own: `rådgivning` in `skuldrådgivning`
stays whole, for that is what it is called."""

_CUT_NAME = 5.0
"""What a cut in a word that is known as a name alone must weigh: `fredrik` is not rich in peace."""

_LENGTH = 0.35
_FREQUENCY = 0.1
_SUSPICION = 0.7
_NESTED = 0.35
_SPEAKS_FOR_ITSELF = 2.5
_RATHER_LINKED = 3.0
_LONG = 7
_COMMON = 15.0
_UNSEEN = 18.0
_MOST_LETTERS = 5
_FEW_LETTERS = 4
_PRODUCTIVE = 6.0


_PARTICIPLES = tuple(
    begin + end for begin in ("ande", "ende") for end in ("", "s", "n", "ns", "t", "ts", "na", "nas")
)
_OF_VERBS = (
    *("are", "aren", "arens", "ares", "arna", "arnas"),
    *_PARTICIPLES,
    *("ning", "ningen", "ningens", "nings", "ningar", "ningarna"),
)
_DEFINITE = ("en", "et", "ens", "ets")
_SHORTEST_VERB = 3
_LONGEST_PARTICLE = 9
_SHORTEST_PARTICLE = 4
"""Letters of a particle at the beginning that no cut goes through."""


class Cut(NamedTuple):
    """A word in two, and how sure that is (`weight`)."""

    weight: float
    first: str
    last: str


class _Side(NamedTuple):
    weight: float
    cost: float


class _Whole(NamedTuple):
    """What a cut is weighed against: the cost of the word or its dictionary form; its dictionary form, if it
    is another than the word, and that which its article shows (the dictionary has `vinsten` for a word of its
    own); where words stand in it that are never cut."""

    cost: float
    forms: list[str]
    uncut: list[tuple[int, int]]


@lru_cache(maxsize=100_000)
def best_cut(word: str) -> Cut | None:
    """The best place to cut a word (lower case) in two; None for one that is no compound."""
    best = None
    whole: _Whole | None = None
    for place in range(max(2, _particle(word)), len(word) - MIN_LENGTH + 1):
        # Of the first letters of words there are few, and what they are is remembered; so are word ends.
        if place <= _FEW_LETTERS:
            first = word[:place]
            if not (first in _short_firsts() if place <= MIN_LENGTH else _as_first(first)):
                continue
        last = word[place:]
        right = _as_last(last)
        if right is None:
            continue
        first = word[:place]
        left = _as_first(first)
        if left is None or _s_is_misplaced(first, last):
            continue
        if whole is None:
            whole = _whole(word)
        if _cuts_whole(whole, place) or not _cuts_lemma(word, whole, place) or _cuts_derivation(word, place):
            continue
        surprise = max(0.0, left.cost - whole.cost) + max(0.0, right.cost - whole.cost)
        weight = left.weight + right.weight - _SUSPICION * surprise
        if weight >= (_CUT if whole.cost < _UNSEEN else _CUT_UNHEARD_OF) and (
            best is None or weight > best.weight
        ):
            best = Cut(weight, first, last)
    return best


@cache
def _short_firsts() -> frozenset[str]:
    return frozenset(
        first
        for first, productive in known_firsts().items()
        if len(first) <= MIN_LENGTH and productive >= _PRODUCTIVE and _as_first(first) is not None
    )


def _s_is_misplaced(first: str, last: str) -> bool:
    """Whether the s at the cut is on the wrong side: it begins `-skap` in `medlemskap`, and it links in
    `statslös`, for `stats-` is what `stat` looks like in compounds."""
    if first[-1] == "s":
        return "s" + last in elements().endings or _particle("s" + last) > 0
    firsts = known_firsts()
    return last[0] == "s" and firsts.get(first + "s", 0.0) > _RATHER_LINKED * firsts.get(first, 0.0)


def _particle(word: str) -> int:
    """The letters of the longest particle that the word begins with: no cut goes through it
    (`gen|omgång`)."""
    if word[:_SHORTEST_PARTICLE] not in _particle_beginnings():
        return 0
    particles = elements().particles
    ends = range(_LONGEST_PARTICLE, _SHORTEST_PARTICLE - 1, -1)
    return next((end for end in ends if word[:end] in particles), 0)


@cache
def _particle_beginnings() -> frozenset[str]:
    return frozenset(particle[:_SHORTEST_PARTICLE] for particle in elements().particles)


@cache
def _particle_letters() -> frozenset[str]:
    return frozenset(particle[:2] for particle in elements().particles)


def _whole(word: str) -> _Whole:
    form = lemma(word) or (lemma(word[:-1]) if word.endswith("s") else None)
    nouns = [word.removesuffix(ending) for ending in _DEFINITE if word.endswith(ending)]
    forms = dict.fromkeys((form or word, *(noun for noun in nouns if lemma(noun) == noun)))
    return _Whole(
        min(_cost(word), _cost(form or word)),
        [other for other in forms if other != word],
        [(start, start + len(whole)) for whole in elements().whole if (start := word.find(whole)) >= 0],
    )


def _cuts_whole(whole: _Whole, place: int) -> bool:
    """Whether the cut goes through one of the words that are never cut: `nack|delar`."""
    return any(start < place < end for start, end in whole.uncut)


def _cuts_lemma(word: str, whole: _Whole, place: int) -> bool:
    """Whether the cut goes between parts of the dictionary forms too: `tjän|sten` does not, for that is
    `tjänst`, nor does `sol|dater`, for `dat` is no last part."""
    for form in whole.forms:
        if form[:place] != word[:place]:
            continue
        last = form[place:]
        if len(last) == MIN_LENGTH and last not in elements().short:
            return False
        if len(last) < MIN_LENGTH or (lemma(last) is None and best_cut(last) is None):
            return False
    return True


def _cuts_derivation(word: str, place: int) -> bool:
    """Whether the cut goes through what a verb or a particle is followed by: `sök|andens` and `hand|lande`
    are of `söka` and `handla`, and `besk|rivning` is of `skrivning`."""
    if word.endswith(_PARTICIPLES):
        verb = _without(word, _PARTICIPLES) + "a"
        if lemma(verb) == verb:
            last = verb[place:]
            if len(last) < _SHORTEST_VERB or lemma(last) != last:
                return True
    if known_firsts().get(word[:place], 0.0) >= _PRODUCTIVE:
        return False
    for begin in range(max(2, place - MIN_LENGTH + 1), place):
        if lemma(word[begin:]) is None:
            continue
        for start in range(max(0, begin - _LONGEST_PARTICLE), begin - 1):
            if word[start:begin] in elements().particles and lemma(word[start:]) is not None:
                return True
    return False


@lru_cache(maxsize=10_000)
def split(word: str) -> tuple[str, ...]:
    """The parts of a word (lower case), each with its linking letters, so that they cover the whole word:
    `kommunalskatteutjämning` gives `kommunal`, `skatte`, `utjämning`. A word that is no compound is its
    only part, and so is a name that does not speak as plainly as `migrationsverket`."""
    if not _SHORTEST <= len(word) <= MAX_LENGTH or not word.isalpha():
        return (word,)
    cut = best_cut(word)
    if cut and name(word) and (cut.weight < _CUT_NAME or len(cut.last) < _SHORTEST):
        return (word,)
    return _again(cut.first) + _again(cut.last) if cut else (word,)


def _again(part: str) -> tuple[str, ...]:
    link = "s" if part.endswith("s") and len(part) >= _SHORTEST else ""
    bare = part.removesuffix(link) if link else part
    cut = best_cut(bare) if len(bare) >= _SHORTEST else None
    if cut is None or (cut.weight < _CUT_AGAIN and lemma(bare) is not None):
        return (part,)
    return _again(cut.first) + _again(cut.last + link)


@lru_cache(maxsize=50_000)
def _as_first(first: str) -> _Side | None:
    """How well a piece begins a compound; None when it does not."""
    simple = _simple_first(first)
    if simple or len(first) <= _SHORTEST:
        return simple
    cut = best_cut(first.removesuffix("s"))
    return _Side(cut.weight * _NESTED, 0.0) if cut else None


def _simple_first(first: str) -> _Side | None:
    particles, endings, _, _ = elements()
    if first in particles:
        return None
    if first[-1] == "s" and (first[:-1] in particles or (len(first) > MIN_LENGTH and first in endings)):
        return None  # `fri|hets|berövande`
    productive = known_firsts().get(first, 0.0)
    words = bases(first)
    if not words or (productive < _SPEAKS_FOR_ITSELF and _is_unlikely(first, words)):
        return None
    letters = min(len(first) - _MOST_LETTERS, _MOST_LETTERS)
    return _Side(math.log1p(productive) + _LENGTH * letters, min(map(_cost, (first, *words))))


def _is_unlikely(first: str, words: tuple[str, ...]) -> bool:
    """Whether a piece that is not known from compounds looks like something else.

    A word in -a nearly always loses it, and what begins with a particle is mostly a piece of a verb (`ange`,
    `omhändert-`), unless it is a word but no verb (`anhörig`) or a linking s shows it for a noun
    (`utlämnings-`).
    """
    if first[-1] == "a":
        return len(first) < _MOST_LETTERS or lemma(first + "r") == first
    if first[-1] == "s" or first[:2] not in _particle_letters():
        return False
    particles = elements().particles
    if not any(first[:end] in particles for end in range(2, len(first))):
        return False
    return first not in words or lemma(first + "r") == first


@lru_cache(maxsize=100_000)
def _as_last(last: str) -> _Side | None:
    """How well a piece ends a compound, as a word or as a compound of its own; None when it does not."""
    particles, endings, _, _ = elements()
    if last in endings or last in particles:
        return None
    simple = _simple_last(last)
    if len(last) < _SHORTEST:
        return simple
    cut = best_cut(last)
    if cut and (simple is None or cut.weight * _NESTED > simple.weight):
        return _Side(cut.weight * _NESTED, 0.0)
    return simple


def _simple_last(last: str) -> _Side | None:
    word, called, rarity = known(last)
    verb = None
    if last.endswith(_OF_VERBS):
        verb = _verb(last)
        if verb is None and last.endswith(_PARTICIPLES) and _is_piece_of_participle(last, word):
            return None
    # A long word that the dictionary lacks (`prevention`) may be common all the same; most ends are no words.
    is_heard_of = len(last) >= _LONG and called is None and rarity is not None and rarity <= _COMMON
    if word is None and verb is None and not is_heard_of:
        return None
    for form in (last, word or last):
        if len(form) <= MIN_LENGTH and form not in elements().short:
            return None
    productive = math.log1p(known_lasts().get(word or "", 0.0))
    letters = min(len(last) - _MOST_LETTERS, _MOST_LETTERS)
    costs = [_cost(form) for form in (last, word, verb) if form]
    return _Side(productive + _LENGTH * letters + _FREQUENCY * (14 - costs[0]), min(costs))


def _verb(last: str) -> str | None:
    """The verb behind a part such as `-havaren`, `-havande`: such words need not stand alone."""
    verb = _without(last, _OF_VERBS) + "a"
    return verb if len(verb) >= _SHORTEST_VERB and lemma(verb) == verb else None


def _without(word: str, endings: tuple[str, ...]) -> str:
    """The word without the shortest of the endings that it has."""
    return max((word.removesuffix(ending) for ending in endings if word.endswith(ending)), key=len)


def _is_piece_of_participle(last: str, word: str | None) -> bool:
    """Whether a part that ends like a participle is the end of one (`andes`, `lande`), neither a word such
    as `ärende` nor the definite form of a noun such as `land`."""
    if any(
        lemma(last.removesuffix(end)) == last.removesuffix(end) for end in _DEFINITE if last.endswith(end)
    ):
        return False
    form = word or lemma(last.removesuffix("s")) or ""
    return not form.endswith(_PARTICIPLES) or (len(form) < _LONG and form not in known_lasts())


def _cost(word: str) -> float:
    found = cost(word)
    return _UNSEEN if found is None else found
