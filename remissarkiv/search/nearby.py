"""The words of a lexicon that differ from a misspelt one by a slip of the finger.

The lexicon is a trie of skeletons; it is walked along the letters of the word, with a letter left out, put
in, exchanged or swapped at every place, and a way is left as soon as no word begins so.
"""

from collections.abc import Iterator
from typing import NamedTuple

from remissarkiv.language.compounds import split
from remissarkiv.language.lexicon import Lexicon, Word
from remissarkiv.language.skeleton import MARK, skeleton
from remissarkiv.language.slips import slips_between
from remissarkiv.query.folding import fold

MIN_LETTERS, MAX_LETTERS = 4, 40

LONG = 8
"""Letters from which two slips are allowed."""

_MOST_STEPS = 40_000
"""Places of the trie that are looked at for one word; with two slips, some 50 ms."""

_SLIP = 5.0
"""How much likelier (natural logarithm) a word must be for each slip more."""

_MIN_FIRST = 3

# Every letter that a skeleton keeps, and one for all that it does not.
_LETTERS = (MARK, *"bcefghjklmnpqrstuvwxyz")


class Near(NamedTuple):
    """A word that may have been meant: how many slips away it is, and how little it should be believed."""

    text: str
    slips: int
    doubt: float
    is_name: bool


def near_words(word: str, lexicon: Lexicon, slips: int = 1) -> Iterator[Near]:
    """The words at most `slips` slips from `word` (lower case), å ä ö counting as a a o: those one slip away
    first, the likeliest before the others; a second slip is allowed only in a long word. At last the word is
    tried as a compound with a slip in one of its halves, unless it is one without, as `lånelöfte`, or the
    lexicon has it (`vårdnadshavares`).

    What comes later costs more to find: whoever is content with the first spares herself the rest.
    """
    if not MIN_LETTERS <= len(word) <= MAX_LETTERS or not word.isalpha():
        return
    given: set[str] = set()
    for way in range(1, slips + 2):
        if way > slips:
            whole = len(split(word)) > 1 or lexicon.find(word) is not None
            found = [] if whole else _compounds(word, lexicon)
        elif way == 1 or len(word) >= LONG:
            found = _whole(word, lexicon, way)
        else:
            continue
        for near in sorted(found, key=lambda near: (near.doubt, near.text)):
            if near.text not in given:
                given.add(near.text)
                yield near


def _whole(word: str, lexicon: Lexicon, slips: int) -> list[Near]:
    folded = fold(word)
    found = []
    for shape in _shapes(word, lexicon, slips):
        for known in lexicon.alike(shape):
            if known.text != word:
                apart = slips_between(folded, fold(known.text), slips)
                if apart <= slips:
                    found.append(_near(known, apart))
    return found


def _near(known: Word, slips: int) -> Near:
    return Near(known.text, slips, known.cost + _SLIP * slips, known.is_name)


def _compounds(word: str, lexicon: Lexicon) -> list[Near]:
    """`skuldrådgivnnig`: a word that is right and one with a slip in it, either way round."""
    found = []
    for at in range(_MIN_FIRST, len(word) - MIN_LETTERS + 1):
        first, last = word[:at], word[at:]
        known = lexicon.find(first)
        if known is not None:
            found += [
                Near(first + near.text, near.slips, near.doubt + known.cost, False)
                for near in _whole(last, lexicon, 1)
            ]
        known = lexicon.find(last)
        if known is not None and len(first) >= MIN_LETTERS:
            found += [
                Near(near.text + last, near.slips, near.doubt + known.cost, False)
                for near in _whole(first, lexicon, 1)
            ]
    return found


def _shapes(word: str, lexicon: Lexicon, slips: int) -> set[str]:
    """The skeletons of all words with at most `slips` slips that may be in the lexicon."""
    letters = [skeleton(letter) for letter in word]
    known_beginnings: dict[str, bool] = {}

    def leads_on(start: str) -> bool:
        if start not in known_beginnings:
            known_beginnings[start] = lexicon.begins(start)
        return known_beginnings[start]

    found: set[str] = set()
    waiting = [("", 0, slips)]
    seen = set(waiting)
    steps = 0
    while waiting and steps < _MOST_STEPS:
        steps += 1
        start, at, left = waiting.pop()
        if left == 0:
            found.add(_joined(start, letters[at:]))
            continue
        if at == len(letters):
            found.add(start)
        onward = [(_joined(start, letters[at : at + 1]), at + 1, left)] if at < len(letters) else []
        # Most ways part at the first letter, and whoever slips twice has at least begun right.
        if at > 0 or slips == 1:
            onward += _slipping(start, at, left - 1, letters)
        for step in onward:
            if step not in seen and leads_on(step[0]):
                seen.add(step)
                waiting.append(step)
    return found


def _slipping(start: str, at: int, left: int, letters: list[str]) -> list[tuple[str, int, int]]:
    """The ways on by a slip at the letter `at`: the beginning, the next letter, the slips then left."""
    ways = [(_joined(start, [letter]), at, left) for letter in _LETTERS]
    if at < len(letters):
        ways.append((start, at + 1, left))
        ways += [(_joined(start, [letter]), at + 1, left) for letter in _LETTERS]
    if at + 1 < len(letters):
        ways.append((_joined(start, [letters[at + 1], letters[at]]), at + 2, left))
    return ways


def _joined(start: str, letters: list[str]) -> str:
    """A skeleton with the skeletons of more letters: a run of marks is one."""
    for letter in letters:
        if letter != MARK or not start.endswith(MARK):
            start += letter
    return start
