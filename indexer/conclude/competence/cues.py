"""What tells that something is, or is not, within the competence of the kommun: the `tables`, one a subject.

A line of a table has five fields: the strength of the cue, its sign, where a denial of it stands (`scope`),
words of which one must stand in the sentence for it to be tried at all, and its pattern, in which `<NAME>` is
a piece of `terms.py` and `<3>` up to three words between. After the scope `!` tells that the cue says nothing
unless it is denied, `~` that it counts only where nothing else is concluded near.

Each cue has a sign as it stands without any denial ("strider mot" -1, "förenligt med" +1) and a strength:
SPECIFIC words can hardly mean anything else, LEGAL ones speak of what is lawful and count in documents of a
kommun, WEAK ones ("får inte", "möjligt") also need law right beside them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from importlib import resources

from indexer.conclude.competence.terms import NEEDED, pattern
from indexer.conclude.needed import Groups, needed, stand
from indexer.conclude.stems import Stems

_TABLES = ("competence", "bounds", "law", "powers", "tasks", "lawful", "review", "ordinary")
"""Their files, in the order in which equal cues of one place outrank each other."""


class Strength(IntEnum):
    """How much the words of a cue tell without their surroundings."""

    WEAK = 1
    LEGAL = 2
    SPECIFIC = 3


class Scope(IntEnum):
    """Where the denial of a cue stands."""

    NONE = 0
    """It is part of the cue: "inte en kommunal utan en statlig"."""
    BEFORE = 1
    """Before it or within it: "är inte förenligt", "inte ryms inom"."""
    AFTER = 2
    """Also right after it: "medger inte", "får kommunen inte"."""
    AROUND = 3
    """Anywhere in the clause: "hinder mot borgen finns inte", "utrymme för bidrag saknas"."""


@dataclass(frozen=True)
class Cue:
    """A way of saying it. One of `needs` stands wherever `pattern` can match, which is quick to see.
    `only_denied`: without a denial it says nothing ("kräver lagstöd"). `is_aside`: it counts only where
    nothing else is concluded near ("hör till det egentliga näringslivet")."""

    words: str
    """The pattern as the table has it."""
    needs: tuple[str, ...]
    sign: int
    strength: Strength
    scope: Scope
    only_denied: bool
    is_aside: bool

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Made when first asked for: all of them take half a second, and few archives need them all."""
        return pattern(self.words)

    @cached_property
    def also(self) -> Groups:
        """What else must stand in a sentence for the pattern to match in it, as the pattern itself tells."""
        return needed(self.words, NEEDED)

    @cached_property
    def numbered(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """The same, each group with its number: many cues need one of the words for a kommun."""
        return tuple((_NUMBERS.setdefault(group, len(_NUMBERS)), group) for group in self.also)


_NUMBERS: dict[tuple[str, ...], int] = {}
"""Of every group that some cue needs."""


def _read() -> Iterator[Cue]:
    folder = resources.files("indexer.conclude.competence").joinpath("tables")
    for name in _TABLES:
        for line in folder.joinpath(f"{name}.tsv").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield _parsed(*line.split("\t"))


def _parsed(strength: str, sign: str, scope: str, needs: str, words: str) -> Cue:
    return Cue(
        words,
        tuple(needs.split("|")),
        1 if sign == "+" else -1,
        Strength[strength.upper()],
        Scope[scope.rstrip("!~").upper()],
        "!" in scope,
        "~" in scope,
    )


CUES = tuple(_read())
"""All of them; of equal strength the earlier in a sentence outranks."""

_BY_NEED: dict[str, list[int]] = {}
_SPECIFIC_BY_NEED: dict[str, list[int]] = {}
for _number, _cue in enumerate(CUES):
    for _word in _cue.needs:
        _BY_NEED.setdefault(_word, []).append(_number)
        if _cue.strength is Strength.SPECIFIC:
            _SPECIFIC_BY_NEED.setdefault(_word, []).append(_number)


_NEEDED = Stems(*_BY_NEED)


def words_needed() -> tuple[str, ...]:
    """Every word that some cue needs."""
    return tuple(_BY_NEED)


def worth_trying(low: str, *, municipal: bool = True) -> list[Cue]:
    """The cues of which the sentence, in lower case, has a word that they need; in a document that is not
    `municipal` the specific ones alone."""
    needs = _BY_NEED if municipal else _SPECIFIC_BY_NEED
    numbers = {number for word in _NEEDED.those_in(low) for number in needs.get(word, ())}
    return [CUES[number] for number in sorted(numbers)]


def that_may_match(low: str, cues: Iterable[Cue]) -> list[Cue]:
    """Those of which all else that they need stands in the sentence too: the others match nowhere in it."""
    found: list[Cue] = []
    known: dict[int, bool] = {}
    for cue in cues:
        for number, group in cue.numbered:
            stands = known.get(number)
            if stands is None:
                stands = known[number] = stand((group,), low)
            if not stands:
                break
        else:
            found.append(cue)
    return found
