"""What may have been written where this was read? The words of the lexicon, and compounds of them.

Looked up in this order, each only when what was found before is not convincing:
the words with the same skeleton (`socialndmnden`: `socialnämnden`); those with the skeleton of a variant, in
which one reading is undone (`bestammelsema`: `bestammelserna`) or a lost å, ä or ö put back (`fr`: `för`);
and two to four words in a row (`tjénsteutlatandemall`: `tjänsteutlåtande` + `mall`).
"""

import re
from bisect import insort
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from indexer.repair.channel import IMPOSSIBLE, Channel
from remissarkiv.language.lexicon import Lexicon
from remissarkiv.language.skeleton import MARK, skeleton
from remissarkiv.language.stopwords import STOPWORDS

CACHED = 200_000

LONGEST = 45
"""Longer tokens are rows of signs, not words."""

_MOST = 6
_CONVINCING = 16.0
"""Nothing more is looked for when a candidate costs less: a word seen once in a million, read as usual."""

_VARIANT_EXTRA = 1.0
_USUAL_VARIANT = 4.0
"""Readings so usual are undone even where a word was found: `modem` may be `modern`."""

_SHORT = 4
_COMMON = 8.5
"""A word of fewer than four letters is taken for another skeleton's only when that is a very common word."""

_SHORTEST_COMPOUND = 7
_SHORTEST_GENITIVE = 5
_GENITIVE = 2.5
_SHORTEST_PART = 3
_PARTS = 3
_JOINT = 3.5
"""The price of each joint of a compound."""

_RARE_FIRST = 15.5
"""A first part rarer than this is a misprint, or a name."""

_RARE_LAST = 17.0
_LINKED = 1.5
_JOINTS = (("s", ""), ("ar", "are"), ("o", "a"), ("u", "a"), ("e", ""))
"""How a word ends as the first part of a compound, and as a word of its own."""

_JOINED = tuple(ending for ending, _ in _JOINTS)

_NO_PART = STOPWORDS | frozenset("ändå också alltså kanske åter ända ännu alltid aldrig redan bara".split())
"""Words that no compound ends in: `Sjéanda` is not `sjö` + `ändå`."""

_MOST_LOST = 8
_MOST_PARTS = 3
_PART_CEILING = 24.0

_AS_READ, _LETTER = 15.0, 1.3
_NAME_AS_READ, _NAME_LETTER = 15.0, 1.0
_DIGIT_INSIDE = 6.0
_ACUTE_INSIDE = 7.0
"""What it costs that a token is right as it was read though no lexicon has it: more for each letter, less for
one with a capital inside a sentence, more for one with a digit where letters belong (`6verklagas`) or an é
where Swedish has none (`Késter`)."""

# Words end in é, with or without an ending: idé, idéns, kaféer, Rosén, Linnés.
_ACUTE = re.compile(r"é(?!(?:s|n|ns|r|er|erna|ernas|ers|et|ets|en|ens|ét|e|a|t)?\Z)")

_TWO = MARK * 2

WITHIN = 8.0
"""Candidates so much dearer than the best are not followed up."""


class Candidate(NamedTuple):
    """A word that may have been written: `cost` is the negative logarithm of how likely it is that it was,
    and was read so; `misread` the channel's share of that; `is_name` as the lexicon says; `parts` the number
    of words it is put together from, 1 for a word of the lexicon."""

    cost: float
    word: str
    misread: float
    is_name: bool = False
    parts: int = 1


class Candidates:
    """Looks up candidates; remembers them by what was read. One for each lexicon and process."""

    def __init__(self, lexicon: Lexicon, channel: Channel) -> None:
        self._lexicon = lexicon
        self._channel = channel
        self._undone = sorted(
            _Reading(read, written, cost, _marked(written))
            for written, read, cost in channel.readings()
            if skeleton(written) != skeleton(read)
        )
        self._usual = [reading for reading in self._undone if reading.cost < _USUAL_VARIANT]
        self.of = lru_cache(maxsize=CACHED)(self._of)
        self._firsts = lru_cache(maxsize=CACHED)(self._first_parts)
        self._lasts = lru_cache(maxsize=CACHED)(self._last_parts)

    def whole(self, read: str, below: float) -> Candidate | None:
        """The likeliest candidate if it costs less than that and is one word, which is told sooner than what
        compounds there may be."""
        if len(read) > LONGEST or self._words(read).best >= min(below, IMPOSSIBLE):
            return None
        best = self.of(read)[0]
        return best if best.parts == 1 and best.cost < below else None

    def _of(self, read: str) -> tuple[Candidate, ...]:
        """The likeliest candidates for what was read (lower case), cheapest first, at most six."""
        if len(read) > LONGEST:
            return ()
        found = self._words(read)
        if found.best > _CONVINCING and len(read) >= _SHORTEST_COMPOUND:
            found.add(self._compounds(read, _PARTS))
        return tuple(sorted(found.words.values())[:_MOST])

    def _words(self, read: str) -> "_Found":
        """The candidates that are one word."""
        found = _Found(as_read(read))
        marked = _marked(read)
        shape = _shape(marked)
        found.add(self._same_skeleton(read, shape, found))
        tried = {shape}
        self._variants(read, marked, self._usual, found, tried)
        if found.best > _CONVINCING:
            found.add(self._genitives(read, found))
        if found.best > _CONVINCING or len(read) < _SHORT:
            self._variants(read, marked, self._undone, found, tried)
            self._lost_vowel(read, marked, found)
        return found

    def _same_skeleton(
        self, read: str, shape: str, found: "_Found | _Parts", extra: float = 0.0, rarest: float = IMPOSSIBLE
    ) -> Iterator[Candidate]:
        """The words with a skeleton that cost less than what is followed up, and no more than `rarest`
        before they were read."""
        for word in self._lexicon.alike(shape):
            room = found.ceiling - word.cost - extra
            if room < 0 or word.cost > rarest:
                break
            misread = self._channel.cost(word.text, read, room) + extra
            if misread < IMPOSSIBLE:
                yield Candidate(word.cost + misread, word.text, misread, word.is_name)

    def _variants(
        self, read: str, marked: str, readings: "list[_Reading]", found: "_Found", tried: set[str]
    ) -> None:
        """Looks for words with the skeletons that are there when one reading is undone, but for those that
        were `tried` before: the words of a skeleton are the same whichever reading led to it."""
        for seen, written, cost, undone in readings:
            if seen not in read or cost + _VARIANT_EXTRA > found.ceiling:
                continue
            shapes = []
            if read.count(seen) > 1:
                # A page that reads one ö as s does so again: `fsrfattningsfsrslag`.
                shapes.append(skeleton(read.replace(seen, written)))
            place = read.find(seen)
            while place >= 0:
                shapes.append(_shape(marked[:place] + undone + marked[place + len(seen) :]))
                place = read.find(seen, place + 1)
            for shape in shapes:
                if shape not in tried:
                    tried.add(shape)
                    if self._lexicon.alike(shape):  # as hardly any
                        found.add(self._others(read, shape, found))

    def _others(self, read: str, shape: str, found: "_Found") -> Iterator[Candidate]:
        """The words with another skeleton than what was read has."""
        if len(read) >= _SHORT:
            return self._same_skeleton(read, shape, found, _VARIANT_EXTRA)
        return self._common(read, shape, found, _VARIANT_EXTRA)

    def _lost_vowel(self, read: str, marked: str, found: "_Found") -> None:
        own = _shape(marked)
        shapes = (_shape(marked[:place] + MARK + marked[place:]) for place in range(len(read) + 1))
        for shape in dict.fromkeys(shapes):
            if shape != own and shape.count(MARK) <= _MOST_LOST:
                if len(read) > _SHORT:
                    found.add(self._same_skeleton(read, shape, found))
                else:
                    found.add(self._common(read, shape, found))

    def _common(self, read: str, shape: str, found: "_Found", extra: float = 0.0) -> Iterator[Candidate]:
        """Those words with a skeleton that are very common."""
        for candidate in self._same_skeleton(read, shape, found, extra, _COMMON):
            if candidate.cost - candidate.misread < _COMMON:
                yield candidate

    def _genitives(self, read: str, found: "_Found | _Parts") -> Iterator[Candidate]:
        """`samordnarnas` where the lexicon has `samordnarna`."""
        if read.endswith("s") and len(read) >= _SHORTEST_GENITIVE:
            stem = read[:-1]
            for candidate in self._same_skeleton(stem, skeleton(stem), found):
                if not candidate.word.endswith(("s", "x", "z")):
                    yield candidate._replace(cost=candidate.cost + _GENITIVE, word=candidate.word + "s")

    def _compounds(self, read: str, parts: int) -> Iterator[Candidate]:
        for place in range(_SHORTEST_PART, len(read) - _SHORTEST_PART + 1):
            tail = read[place:]
            is_long = parts > 2 and len(tail) >= _SHORTEST_COMPOUND
            lasts = self._lasts(tail)
            # Last parts first: a token has few tails, which every cut before them shares, but many heads, for
            # each part in the middle begins anew: `tjénste|utlatande|mall`.
            firsts = self._firsts(read[:place]) if lasts or is_long else ()
            if not firsts:
                continue
            if is_long:
                lasts = (*lasts, *sorted(self._compounds(tail, parts - 1))[:2])
            for first in firsts:
                for last in lasts:
                    yield Candidate(
                        first.cost + last.cost + _JOINT,
                        first.word + last.word,
                        first.misread + last.misread,
                        parts=last.parts + 1,
                    )

    def _first_parts(self, read: str) -> tuple[Candidate, ...]:
        """Words that stand first in a compound, in the form they have there: `rättighets|frågan`,
        `kyrko|frågor`, `företrädar|förordningen`."""
        shape = skeleton(read)
        is_word = bool(self._lexicon.alike(shape))
        if not is_word and not read.endswith(_JOINED):
            return ()  # as of most heads
        parts = _Parts()
        if is_word:
            parts.add(filter(_is_part, self._same_skeleton(read, shape, parts, rarest=_RARE_FIRST)))
        for ending, written in _JOINTS:
            if read.endswith(ending) and len(read) - len(ending) >= _SHORTEST_PART:
                whole = read.removesuffix(ending) + written
                shape = skeleton(whole)
                if self._lexicon.alike(shape):
                    parts.add(
                        c._replace(cost=c.cost + _LINKED, word=c.word.removesuffix(written) + ending)
                        for c in self._same_skeleton(whole, shape, parts, rarest=_RARE_FIRST)
                        if _is_part(c) and c.word.endswith(written) and not c.word.endswith(ending)
                    )
        return tuple(parts.best)

    def _last_parts(self, read: str) -> tuple[Candidate, ...]:
        shape = skeleton(read)
        if not read.endswith("s") and not self._lexicon.alike(shape):
            return ()  # as of most tails
        parts = _Parts()
        for found in (
            self._same_skeleton(read, shape, parts, rarest=_RARE_LAST),
            self._genitives(read, parts),
        ):
            parts.add(
                c
                for c in found
                if len(c.word) >= _SHORTEST_PART
                and c.cost - c.misread < _RARE_LAST
                and c.word not in _NO_PART
            )
        return tuple(parts.best)


class _Reading(NamedTuple):
    """Letters as they were `seen` where others were `written`, at what `cost`; `undone` are the written ones
    as in a skeleton."""

    seen: str
    written: str
    cost: float
    undone: str


class _Parts:
    """The likeliest parts found so far, cheapest first, and what another may cost at most to be one of
    them."""

    def __init__(self) -> None:
        self.best: list[Candidate] = []
        self.ceiling = _PART_CEILING

    def add(self, candidates: Iterable[Candidate]) -> None:
        for candidate in candidates:
            insort(self.best, candidate)
            if len(self.best) >= _MOST_PARTS:
                del self.best[_MOST_PARTS:]
                self.ceiling = min(self.ceiling, self.best[-1].cost)


class _Found:
    """The candidates found so far for one token, and what another may cost at most to be followed up."""

    def __init__(self, ceiling: float) -> None:
        self.words: dict[str, Candidate] = {}
        self.best = IMPOSSIBLE
        self.ceiling = ceiling

    def add(self, candidates: Iterable[Candidate]) -> None:
        for candidate in candidates:
            known = self.words.get(candidate.word)
            if known is None or candidate.cost < known.cost:
                self.words[candidate.word] = candidate
                self.best = min(self.best, candidate.cost)
                self.ceiling = min(self.ceiling, candidate.cost + WITHIN)


def _is_part(candidate: Candidate) -> bool:
    return len(candidate.word) >= _SHORTEST_PART and candidate.cost - candidate.misread < _RARE_FIRST


def _marked(letters: str) -> str:
    """The letters one by one as in a skeleton, so that their places stay the same."""
    return "".join(map(skeleton, letters))


def _shape(marked: str) -> str:
    """The skeleton of letters of which each is put as in a skeleton."""
    while _TWO in marked:
        marked = marked.replace(_TWO, MARK)
    return marked


def as_read(read: str, capital: bool = False) -> float:
    """What it costs that a token which no lexicon has is right as it was read; less for one with a `capital`
    inside a sentence, as names have, and more for one with what Swedish words do not have inside."""
    base, letter = (_NAME_AS_READ, _NAME_LETTER) if capital else (_AS_READ, _LETTER)
    odd = _DIGIT_INSIDE if not read.isalpha() else _ACUTE_INSIDE if _ACUTE.search(read) else 0.0
    return base + letter * len(read) + odd
