"""How much of a text is words at all?

For telling a poor reading, which search can still use, from rubbish, which it cannot: a page that was read
upside down, or through a font whose letters mean others.
"""

import re
import unicodedata

import simplemma

from remissarkiv.language.dictionary import is_listed
from remissarkiv.language.stopwords import STOPWORDS

MIN_WORDS = 12
"""Fewer words tell nothing."""

_MOST_WORDS = 400
_RUN = re.compile(r"\S+")
_EDGE = "\"'.,;:!?()[]{}–—-•”“»«…*"


def share_of_real_words(text: str) -> float | None:
    """The share of words, 0-1, that Swedish or English has; None when there are too few to judge by.

    A word is a run without blanks that holds a letter; numbers are left out. The first words suffice.
    """
    judged = real = 0
    for match in _RUN.finditer(text):
        word = match.group()[:60].strip(_EDGE)
        if not any(letter.isalpha() for letter in word):
            continue
        judged += 1
        real += _is_real(word.lower())
        if judged == _MOST_WORDS:
            break
    return real / judged if judged >= MIN_WORDS else None


def _is_real(word: str) -> bool:
    # One or two letters are a word in some language, and half of all rubbish.
    if word in STOPWORDS or len(word) <= 2:
        return word in STOPWORDS
    return is_listed(unicodedata.normalize("NFC", word)) or simplemma.is_known(word, lang="en")
