"""The Snowball stem of a word, quickly and from any thread."""

import threading
from functools import lru_cache

import snowballstemmer

MAX_STEMMED = 60
"""Longer words are not inflected forms but noise; they are their own stem."""

# snowballstemmer uses PyStemmer (C) when it is installed, and its own Python code else; a test holds the two
# to the same answers. A stemmer object is not safe to share between threads.
_local = threading.local()


def _stemmer() -> snowballstemmer.stemmer:
    stemmer = getattr(_local, "stemmer", None)
    if stemmer is None:
        stemmer = _local.stemmer = snowballstemmer.stemmer("swedish")
        # What was stemmed is remembered here; PyStemmer's own memory costs three times what the stem does.
        if hasattr(stemmer, "maxCacheSize"):
            stemmer.maxCacheSize = 0
    return stemmer


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The Snowball Swedish stem of a word in lower case (https://snowballstem.org/algorithms/swedish)."""
    if len(word) > MAX_STEMMED:
        return word
    return str(_stemmer().stemWord(word))
