"""Inflection keys: what two forms of one word have in common.

Snowball's Swedish stemmer alone joins less than half of a hard list of word families (it misses
`ärende/ärendet`, `kostnad/kostnaden`, `bok/böcker`); a lemma dictionary alone four fifths; a word that is
indexed under the stem of its form and the stem of its lemma is found by nearly all of its forms.
"""

import threading
from functools import lru_cache

import simplemma
import snowballstemmer

MAX_STEMMED = 60
"""Longer words are not inflected forms but noise; they are their own key."""

# snowballstemmer uses PyStemmer (C) when it is installed, and its own Python code else; a test holds the two
# to the same answers. A stemmer object is not safe to share between threads.
_local = threading.local()


def _stemmer() -> snowballstemmer.stemmer:
    stemmer = getattr(_local, "stemmer", None)
    if stemmer is None:
        stemmer = _local.stemmer = snowballstemmer.stemmer("swedish")
    return stemmer


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The Snowball Swedish stem of a word in lower case (https://snowballstem.org/algorithms/swedish)."""
    if len(word) > MAX_STEMMED:
        return word
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=200_000)
def word_keys(word: str) -> tuple[str, ...]:
    """The inflection keys of a word in lower case: stem of the form, then stem of the lemma if different.

    `böcker` gives `("böck", "bok")`, so that `bok` finds it; a number is its own only key.
    """
    if len(word) > MAX_STEMMED or not word.isalpha():
        return (stem(word),) if any(letter.isalpha() for letter in word) else (word,)
    lemma = simplemma.lemmatize(word, lang="sv").lower()
    return tuple(dict.fromkeys((stem(word), stem(lemma))))
