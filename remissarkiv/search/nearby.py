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

_MOST_STEPS = 8_000
"""Places of the trie from which one word is tried on; with two slips, some 50 ms."""

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
    tails = [""]
    for letter in reversed(letters):
        tails.insert(0, _joined(letter, tails[0]))
    known_beginnings: dict[str, bool] = {}
    known_letters: dict[str, list[str]] = {}

    def leads_on(start: str) -> bool:
        known = known_beginnings.get(start)
        if known is None:
            known = known_beginnings[start] = lexicon.begins(start)
        return known

    def with_a_letter(start: str) -> list[str]:
        """The beginning with each letter behind it that some word has there."""
        known = known_letters.get(start)
        if known is None:
            longer = [_joined(start, letter) for letter in _LETTERS]
            known = known_letters[start] = list(filter(leads_on, longer))
        return known

    found: set[str] = set()
    waiting = [("", 0, slips)]
    seen = set(waiting)
    steps = 0
    while waiting and steps < _MOST_STEPS:
        steps += 1
        start, at, left = waiting.pop()
        rest = len(letters) - at
        if not rest:
            found.add(start)
        onward = [(_joined(start, letters[at]), at + 1, left)] if rest else []
        # Most ways part at the first letter, and whoever slips twice has at least begun right.
        if at > 0 or slips == 1:
            # A letter put in, one in the place of another, one left out, two swapped.
            begun = with_a_letter(start)
            ways = [(begun, at), (begun, at + 1), ([start], at + 1)] if rest else [(begun, at)]
            if rest > 1 and leads_on(swapped := _joined(_joined(start, letters[at + 1]), letters[at])):
                ways.append(([swapped], at + 2))
            for beginnings, behind in ways:
                if left > 1:
                    onward += [(one, behind, left - 1) for one in beginnings]
                else:
                    tail = tails[behind]
                    found.update([_joined(one, tail) for one in beginnings])
        for step in onward:
            if step not in seen and leads_on(step[0]):
                seen.add(step)
                waiting.append(step)
    return found


def _joined(start: str, more: str) -> str:
    """Two skeletons as one: a run of marks is one."""
    return start + more[1:] if start[-1:] == MARK == more[:1] else start + more
