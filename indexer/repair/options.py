"""What a token may have been, as it stands: its candidates, or just what was read.

A token may be right though no lexicon has it: a name, a foreign word, one that nobody has heard of.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from indexer.repair.candidates import WITHIN, Candidate, Candidates, as_read
from indexer.repair.tokens import Token

MARKED = frozenset("åäö")
"""The letters that a program without Swedish cannot read right."""

_SHORTEST = 2
"""A single letter is what it is, but for an r, which is left of `är`."""

_CAPITAL_COMPOUND = 4.0
_AS_GOOD = 0.5
_NO_NAME = 3.0
_FAR = 12.0
"""What speaks against a candidate far from what was read with a capital: `Sjénda byalag` is a place's."""

_NO_SUFFIX = "nrst"
_COMMON = 13.0
_STAYS, _COMPOUND_STAYS = 0.6, 2.0
"""What speaks for a word that is one as it was read: a reader sooner forgives a word left alone than a right
one changed."""

_LONG = 5
_UNUSUAL = 8.0
_ENDING = 2
_SURE = 1.6
_MOST_REMEMBERED = 200_000


_AGE = re.compile(r"\d+(?:ars?|arig\w*|aring\w*|dringen|e|de|an|ans|or|:\w+)\Z")


class Option(NamedTuple):
    """A `word` that a token may have been, "" for what is no word; its `cost`; whether the lexicon or a
    compound of its words `explains` it; how its å, ä and ö were read (`"öé"`), where that is plain; and
    whether it is `far` from what was read, a letter lost or quite another."""

    cost: float
    word: str
    explains: bool
    marks: tuple[str, ...] = ()
    far: bool = False


class Choice(NamedTuple):
    """What a token was taken for: the `word` in lower case, whether the lexicon (or a compound of its
    words) `explains` it, and `doubt`, where it is another word than was read, the negative logarithm
    of how likely it is among the options of the token; `far` as in `Option`."""

    word: str
    explains: bool
    doubt: float
    far: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The `options` of a token, cheapest first; `only` what it is taken for when there is but one.

    `sure` tells how the å, ä and ö of a token were read that can hardly be anything but its first option,
    `marked` whether those of any of several options are told. Equal to itself only, so that what is
    remembered of it is found at once.
    """

    options: tuple[Option, ...]
    only: Choice | None
    sure: tuple[str, ...]
    marked: bool


class Options:
    """The options of tokens; remembers them. One for each lexicon and process."""

    def __init__(self, candidates: Candidates) -> None:
        self._candidates = candidates
        self._remembered: dict[tuple[str, bool, bool, bool], Found] = {}

    def of(self, token: Token) -> Found:
        """The options of a token; those much dearer than the first are left out."""
        key = token.shown, token.opens, token.among_capitals, token.named
        found = self._remembered.get(key)
        if found is None:
            if len(self._remembered) >= _MOST_REMEMBERED:
                self._remembered.clear()
            options: tuple[Option, ...]
            if token.is_abbreviation:
                options = (Option(0.0, token.text, True),)
            else:
                options = self._weighed(
                    token.text, token.is_capital and (token.named or not token.opens), token.is_capital
                )
            first, several = options[0], len(options) > 1
            only = None if several else Choice(first.word or token.text, first.explains, 0.0, first.far)
            marked = several and any(option.marks for option in options)
            found = self._remembered[key] = Found(options, only, _sure_marks(options), marked)
        return found

    def _weighed(self, read: str, capital: bool, is_shown: bool) -> tuple[Option, ...]:
        """The options of what was read (lower case); `capital` tells of one inside a sentence, `is_shown` of
        any."""
        letters = sum(letter.isalpha() for letter in read)
        if not letters:
            return (Option(0.0, "", True),)
        if (len(read) < _SHORTEST and read != "r") or _is_code(read, letters):
            return (Option(0.0, read, True),)
        found = self._candidates.of(read)
        options = [
            Option(cost, c.word, True, _marks(c.word, read), c.misread >= _UNUSUAL)
            for c in found
            if c.word != read and not _is_other_form(c, read) and c.word != read[1:]
            for cost in (
                c.cost + _strange(c, capital) + (_FAR if is_shown and c.misread >= _UNUSUAL else 0.0),
            )
        ]
        itself = [c.cost - (_STAYS if c.parts == 1 else _COMPOUND_STAYS) for c in found if c.word == read]
        options.append(Option(min([as_read(read, capital), *itself]), read, bool(itself)))
        options.sort()
        return tuple(option for option in options if option.cost <= options[0].cost + WITHIN)


def _sure_marks(options: tuple[Option, ...]) -> tuple[str, ...]:
    """How the å, ä and ö of a token were read that can hardly be anything but its first option: a long word
    without a near second."""
    first = options[0]
    if not first.marks or len(first.word) < _LONG:
        return ()
    return first.marks if len(options) == 1 or options[1].cost - first.cost > _SURE else ()


def _is_code(read: str, letters: int) -> bool:
    """Whether a token with figures is no misread word: `4a §`, `46ar`; but `4r` is `är`, `p4` `på`."""
    digits = sum(letter.isdigit() for letter in read)
    if not digits or (len(read) == 2 and (read[1] in _NO_SUFFIX or read[1] in "48")):
        return False
    return letters < 2 or digits * 3 > letters + 1 or _AGE.match(read) is not None


def _strange(candidate: Candidate, capital: bool) -> float:
    """What speaks against a candidate besides its cost: a capital inside a sentence is mostly a name's. Names
    are no compounds (`Havsborn` is not `havs` + `örn`) and no common words (`Hast` is not `häst`)."""
    if not capital or candidate.is_name:
        return 0.0
    compound = _CAPITAL_COMPOUND * (candidate.parts - 1) if candidate.misread > _AS_GOOD else 0.0
    return compound + (_NO_NAME if candidate.cost - candidate.misread < _COMMON else 0.0)


def _is_other_form(candidate: Candidate, read: str) -> bool:
    """Whether it is more likely another form of the word that was read than what was read badly: alike but
    for the ending, which no usual misreading explains. `instruerat` is no misread `instruera`."""
    if candidate.misread < _UNUSUAL:
        return False
    same = 0
    for one, other in zip(candidate.word, read, strict=False):
        if one != other:
            break
        same += 1
    return same >= max(len(candidate.word), len(read)) - _ENDING


def _marks(word: str, read: str) -> tuple[str, ...]:
    """How the å, ä and ö of a word were read, letter for letter."""
    if len(word) != len(read):
        return ()
    return tuple(one + other for one, other in zip(word, read, strict=True) if one in MARKED)
