"""Do two titles speak of two things?

Papers made from one template have nearly all words in common, and say in the title what sets them apart:
"Uppdrag till Trafikverket om förstärkt arbete mot segregation" and the same to Folkhälsomyndigheten, 200
words each, are alike to .85; "Informationsutbytesavtal med Samoa" and "… med Gibraltar" to .88.
"""

from collections.abc import Iterable
from difflib import SequenceMatcher

from remissarkiv.language.skeleton import skeleton
from remissarkiv.language.stopwords import STOPWORDS

MISREAD = 0.8
"""From this share of common letters (of skeletons) a word may be the other one, misread."""

LONGEST_TITLE = 60
"""Words of a title that are compared."""


def title_words(words: Iterable[str]) -> tuple[str, ...]:
    """What a title is told by: its words (in lower case) that mean something, each once, in order; all
    but numbers as skeletons."""
    kept = (word if word.isdigit() else skeleton(word) for word in words if word not in STOPWORDS)
    return tuple(dict.fromkeys(kept))[:LONGEST_TITLE]


def differ(one: tuple[str, ...], other: tuple[str, ...], *, was_read: bool) -> bool:
    """Whether each of two titles has a word in place of one of the other's. A title that only leaves words
    out does not differ. With `was_read`, a word that an OCR program may have misread is the same word."""
    mine = [word for word in one if word not in other]
    theirs = [word for word in other if word not in one]
    if was_read:
        mine, theirs = _unlike(mine, theirs), _unlike(theirs, mine)
    return bool(mine) and bool(theirs)


def _unlike(words: list[str], others: list[str]) -> list[str]:
    return [word for word in words if not any(_misread(word, other) for other in others)]


def _misread(word: str, other: str) -> bool:
    if word.isdigit() and other.isdigit():
        return False
    # The commonest misreading that is not about å, ä and ö: `barn` becomes `bam`.
    word, other = (each[:100].replace("rn", "m") for each in (word, other))
    return SequenceMatcher(None, word, other, autojunk=False).ratio() >= MISREAD
