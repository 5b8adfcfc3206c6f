"""What may have been written where this was read? The words of the lexicon, and compounds of them.

Looked up in this order, each only when what was found before is not convincing:
the words with the same skeleton (`socialndmnden`: `socialnämnden`); those with the skeleton of a variant, in
which one reading is undone (`bestammelsema`: `bestammelserna`) or a lost å, ä or ö put back (`fr`: `för`);
and two to four words in a row (`tjénsteutlatandemall`: `tjänsteutlåtande` + `mall`).
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from indexer.repair.channel import IMPOSSIBLE, Channel
from remissarkiv.language.lexicon import Lexicon
from remissarkiv.language.skeleton import MARK, skeleton

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
_SHORTEST_KNOWN = 4
_PARTS = 3
_JOINT = 3.5
"""The price of each joint of a compound."""

_RARE_FIRST = 15.5
"""A first part rarer than this is a misprint, or a name."""

_RARE_LAST = 17.0
_LINKED = 1.5
_MOST_LOST = 8
_LIMIT = 24.0


class Candidate(NamedTuple):
    """A word that may have been written: `cost` is the negative logarithm of how likely it is that it was, and
    was read so; `misread` the channel's share of that; `is_name` as the lexicon says; `parts` the number of
    words it is put together from, 1 for a word of the lexicon."""

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
            (read, written, cost)
            for written, read, cost in channel.readings()
            if skeleton(written) != skeleton(read)
        )
        self._usual = [reading for reading in self._undone if reading[2] < _USUAL_VARIANT]
        self.of = lru_cache(maxsize=CACHED)(self._of)
        self._firsts = lru_cache(maxsize=CACHED)(self._first_parts)
        self._lasts = lru_cache(maxsize=CACHED)(self._last_parts)

    def _of(self, read: str) -> tuple[Candidate, ...]:
        """The likeliest candidates for what was read (lower case), cheapest first, at most six."""
        if len(read) > LONGEST:
            return ()
        found: dict[str, Candidate] = {}
        self._add(found, self._same_skeleton(read, skeleton(read)))
        self._add(found, self._variants(read, self._usual))
        if _cheapest(found) > _CONVINCING:
            self._add(found, self._genitives(read))
        if _cheapest(found) > _CONVINCING or len(read) < _SHORT:
            self._add(found, self._variants(read, self._undone))
            self._add(found, self._lost_vowel(read))
        if _cheapest(found) > _CONVINCING and len(read) >= _SHORTEST_COMPOUND:
            self._add(found, self._compounds(read, _PARTS))
        return tuple(sorted(found.values())[:_MOST])

    def _add(self, found: dict[str, Candidate], more: Iterator[Candidate]) -> None:
        for candidate in more:
            known = found.get(candidate.word)
            if known is None or candidate.cost < known.cost:
                found[candidate.word] = candidate

    def _same_skeleton(self, read: str, shape: str, extra: float = 0.0) -> Iterator[Candidate]:
        best = IMPOSSIBLE
        for word in self._lexicon.alike(shape):
            if word.cost > best + _LIMIT:
                break
            misread = self._channel.cost(word.text, read, _LIMIT) + extra
            if misread < IMPOSSIBLE:
                cost = word.cost + misread
                best = min(best, cost)
                yield Candidate(cost, word.text, misread, word.is_name)

    def _variants(self, read: str, readings: list[tuple[str, str, float]]) -> Iterator[Candidate]:
        for seen, written, _ in readings:
            place = read.find(seen)
            if place >= 0 and read.count(seen) > 1:
                # A page that reads one ö as s does so again: `fsrfattningsfsrslag`.
                yield from self._other_skeleton(read, read.replace(seen, written))
            while place >= 0:
                yield from self._other_skeleton(read, read[:place] + written + read[place + len(seen) :])
                place = read.find(seen, place + 1)

    def _other_skeleton(self, read: str, variant: str) -> Iterator[Candidate]:
        for candidate in self._same_skeleton(read, skeleton(variant), _VARIANT_EXTRA):
            if len(read) >= _SHORT or candidate.cost - candidate.misread < _COMMON:
                yield candidate

    def _lost_vowel(self, read: str) -> Iterator[Candidate]:
        shapes = dict.fromkeys(skeleton(f"{read[:place]}ä{read[place:]}") for place in range(len(read) + 1))
        own = skeleton(read)
        for shape in shapes:
            if shape != own and shape.count(MARK) <= _MOST_LOST:
                yield from (c for c in self._same_skeleton(read, shape) if self._is_likely(c, read))

    def _is_likely(self, candidate: Candidate, read: str) -> bool:
        return len(read) > _SHORT or candidate.cost - candidate.misread < _COMMON

    def _genitives(self, read: str) -> Iterator[Candidate]:
        """`samordnarnas` where the lexicon has `samordnarna`."""
        if read.endswith("s") and len(read) >= _SHORTEST_GENITIVE:
            stem = read[:-1]
            for candidate in self._same_skeleton(stem, skeleton(stem)):
                if not candidate.word.endswith(("s", "x", "z")):
                    yield candidate._replace(cost=candidate.cost + _GENITIVE, word=candidate.word + "s")

    def _compounds(self, read: str, parts: int) -> Iterator[Candidate]:
        for place in range(_SHORTEST_PART, len(read) - _SHORTEST_PART + 1):
            firsts = self._firsts(read[:place])
            if not firsts:
                continue
            lasts = list(self._lasts(read[place:]))
            if parts > 2 and len(read) - place >= _SHORTEST_COMPOUND:
                lasts += sorted(self._compounds(read[place:], parts - 1))[:2]
            for first in firsts:
                for last in lasts:
                    yield Candidate(
                        first.cost + last.cost + _JOINT,
                        first.word + last.word,
                        first.misread + last.misread,
                        parts=last.parts + 1,
                    )

    def _first_parts(self, read: str) -> tuple[Candidate, ...]:
        """Words that stand first in a compound, with the s that may link them: `rättighets|frågan`."""
        found = [c for c in self._same_skeleton(read, skeleton(read)) if self._is_part(c)]
        if read.endswith("ar") and len(read) > _SHORTEST_KNOWN:
            # `företrädar|förordningen` from företrädare
            found += [
                c._replace(cost=c.cost + _LINKED, word=c.word[:-1])
                for c in self._same_skeleton(read + "e", skeleton(read + "e"))
                if self._is_part(c) and c.word.endswith("are")
            ]
        if read.endswith("s") and len(read) >= _SHORTEST_KNOWN:
            stem = read[:-1]
            found += [
                c._replace(cost=c.cost + _LINKED, word=c.word + "s")
                for c in self._same_skeleton(stem, skeleton(stem))
                if not c.word.endswith("s") and self._is_part(c)
            ]
        return tuple(sorted(found)[:3])

    def _last_parts(self, read: str) -> tuple[Candidate, ...]:
        found = [
            c
            for c in (*self._same_skeleton(read, skeleton(read)), *self._genitives(read))
            if len(c.word) >= _SHORTEST_PART and c.cost - c.misread < _RARE_LAST
        ]
        return tuple(sorted(found)[:3])

    def _is_part(self, candidate: Candidate) -> bool:
        return len(candidate.word) >= _SHORTEST_PART and candidate.cost - candidate.misread < _RARE_FIRST


def _cheapest(found: dict[str, Candidate]) -> float:
    return min((candidate.cost for candidate in found.values()), default=IMPOSSIBLE)
