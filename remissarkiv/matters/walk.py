"""One ärende out of a whole archive, without reading the archive: from Dnr to documents to their Dnr.

What is found is what `join` makes of all the documents that the source gives, since every document that could
make a difference is fetched. So it is enough that the source gives nothing that the caller may not see.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from remissarkiv.matters.diaries import also, spellings
from remissarkiv.matters.facts import Facts, Key, Matter, Named
from remissarkiv.matters.guesses import may_belong
from remissarkiv.matters.joining import MOST_BEARING, join
from remissarkiv.matters.letters import letters
from remissarkiv.matters.naming import names
from remissarkiv.matters.subject import telling, words_of

MOST_WALKED = 1500
"""Documents after which the walk stops: no ärende has so many."""
MOST_STEPS = 40
"""Steps from Dnr to Dnr after which it stops. An answer to an answer is two or three; a chain of hundreds is
one wrong reading after another, and each step looks at all that was found."""
_MORE_A_START = 20
_MOST_TRIED = 12
_FAR = 1_000_000


class Source(Protocol):
    """Where documents are fetched from: those one caller may see."""

    def bearing(self, values: Sequence[str], *, mentioned: bool = False) -> Sequence[Facts]:
        """The documents that have one of these values of Dnr, in whatever role tells an ärende; with
        `mentioned` also those that only mention one."""

    def family(self, ids: Sequence[str]) -> Sequence[Facts]:
        """What these documents hang on, and what hangs on them."""

    def about(self, words: Sequence[str]) -> Sequence[Facts]:
        """The documents with one of these words in their subject and no Dnr of their own or of a sender."""

    def numbered_about(self, words: Sequence[str]) -> Sequence[Facts]:
        """Some of the documents with one of these words in their subject that have such a Dnr."""


def matter_of(start: Facts, source: Source) -> Matter:
    """The ärende of a document; of one that belongs to none, the document by itself."""
    return next(matter for matter in _matters_from([start], source) if start.id in matter.documents)


def matters_with(value: str, starts: Sequence[Facts], source: Source) -> tuple[Matter, ...]:
    """The ärenden that have a Dnr, which all of `starts` bear: one for each kommun and diary, by their keys.
    Where more documents bear it than an ärende can have, one that says so and holds the first of them."""
    named = names(starts)
    bearing: dict[Key, list[str]] = {}
    for one in starts:
        for key in dict.fromkeys(named[one.id].keys):
            if value in spellings(key):
                bearing.setdefault(key, []).append(one.id)
    crowds = {key: ids for key, ids in bearing.items() if len(ids) > MOST_BEARING}
    told = [Matter((key,), tuple(ids[:MOST_BEARING]), crowded=True) for key, ids in crowds.items()]
    crowded = {document for ids in crowds.values() for document in ids}
    rest = [one for one in starts if one.id not in crowded]
    ids = {one.id for one in rest}
    found = [
        matter
        for matter in (_matters_from(rest, source) if rest else ())
        if not ids.isdisjoint(matter.documents) and any(value in spellings(key) for key in matter.keys)
    ]
    return tuple(sorted([*told, *found], key=lambda matter: (matter.keys, matter.documents)))


def guessed_matters(start: Facts, source: Source) -> tuple[Matter, ...]:
    """The ärenden that a document without a Dnr may belong to, the nearest in time first; none for one that
    has a Dnr."""
    if matter_of(start, source).keys or not start.subject:
        return ()
    found: dict[str, Matter] = {}
    near = [one for one in source.numbered_about(telling(start.subject)) if may_belong(start, [one])]
    for one in sorted(near, key=lambda one: (_days_apart(start, one), one.id))[:_MOST_TRIED]:
        if one.id not in found:
            matter = matter_of(one, source)
            found.update(dict.fromkeys(matter.documents, matter))
    return tuple(matter for matter in dict.fromkeys(found.values()) if start.id in matter.guesses)


def _matters_from(start: Sequence[Facts], source: Source) -> tuple[Matter, ...]:
    """The ärenden of some documents; among them others that were met on the way, which may be incomplete."""
    walk = _Walk(start, source)
    walk.follow()
    walk.fetch_neighbours()
    matters = join(walk.found.values())
    return tuple(replace(matter, crowded=True) for matter in matters) if walk.stopped else matters


def _days_apart(one: Facts, other: Facts) -> int:
    return abs((one.date - other.date).days) if one.date and other.date else _FAR


class _Walk:
    def __init__(self, start: Sequence[Facts], source: Source) -> None:
        self._most = MOST_WALKED + _MORE_A_START * (len(start) - 1)
        self.found = {one.id: one for one in start}
        self.stopped = False
        self._start = frozenset(self.found)
        self._source = source
        self._asked: set[str] = set()
        self._related: set[str] = set()

    def follow(self) -> None:
        """Fetch until nothing new is found that may be of the ärende."""
        for _ in range(MOST_STEPS):
            self._fetch_family(self._within())
            within = self._within()
            # Whose diary the Dnr of a document without a kommun stand in, others with any of them tell.
            homeless = {one.id for one in self.found.values() if not one.kept_by}
            keys = self._keys(within | homeless)
            values = sorted({value for key in keys for value in spellings(key)} - self._asked)
            if len(within) > self._most:
                break
            if not values and within <= self._related:
                return
            self._asked.update(values)
            self._add(self._source.bearing(values))
        self.stopped = True

    def fetch_neighbours(self) -> None:
        """Fetch what is shown beside an ärende: what answers the same from outside, what may belong here."""
        within = self._within()
        named = names(self.found.values())
        outside = {one.value for document in within for one in named[document].outside}
        if outside:
            self._add(self._source.bearing(sorted(outside), mentioned=True))
        words = {word for document in within for word in words_of(self.found[document].subject)}
        if words:
            waiting = self._source.about(sorted(words))
            while waiting:
                new = [one for one in waiting if one.id not in self._related]
                self._add(new)
                self._related.update(one.id for one in new)
                waiting = self._source.family([one.id for one in new]) if new else ()

    def _within(self) -> set[str]:
        """The documents found so far that may be of the ärende: whatever shares a Dnr, or a letter, with one
        that is."""
        named = names(self.found.values())
        heads = letters(self.found)
        crowds = _crowds(named)
        bearing: dict[Key | str, list[str]] = {}
        for document, one in named.items():
            for place in _places(one, heads.get(document, document)):
                bearing.setdefault(place, []).append(document)
        within: set[str] = set()
        waiting = list(self._start)
        while waiting:
            document = waiting.pop()
            if document not in within:
                within.add(document)
                for place in _places(named[document], heads.get(document, document)):
                    if place not in crowds:
                        waiting.extend(bearing.pop(place, []))
        return within

    def _keys(self, within: set[str]) -> set[Key]:
        named = names(self.found.values())
        return {key for document in within for key in _every(named[document])}

    def _fetch_family(self, ids: set[str]) -> None:
        while new := sorted(ids - self._related):
            self._related.update(new)
            self._add(self._source.family(new))

    def _add(self, more: Iterable[Facts]) -> None:
        for one in more:
            self.found.setdefault(one.id, one)


def _every(one: Named) -> tuple[Key, ...]:
    """The keys of a document, however they are written."""
    return (*one.keys, *(same for key in one.keys for same in also(key)))


def _places(one: Named, letter: str) -> tuple[Key | str, ...]:
    """Where a document meets others: at its Dnr, and at its letter."""
    return (*_every(one), letter)


def _crowds(named: dict[str, Named]) -> set[Key]:
    count: dict[Key, int] = {}
    for one in named.values():
        for key in dict.fromkeys(one.keys):
            count[key] = count.get(key, 0) + 1
    return {key for key, bearing in count.items() if bearing > MOST_BEARING}
