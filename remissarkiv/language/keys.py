"""Inflection keys: what two forms of one word have in common.

Snowball's Swedish stemmer alone joins less than half of a hard list of word families (it misses
`ärende/ärendet`, `kostnad/kostnaden`, `bok/böcker`), and it joins words that have nothing to do with each
other: it takes `fastighet` for `fast` and `hemlighet` for `hem`. A dictionary alone knows too few words. So a
word is indexed under what the dictionary, the table of irregular forms or its last part say it is a form of,
and under the stem of the form where that does not cut into the dictionary form.
"""

from functools import lru_cache

from remissarkiv.language.compounds.elements import elements
from remissarkiv.language.dictionary import lemma
from remissarkiv.language.irregular import irregular
from remissarkiv.language.paradigms import dictionary_forms
from remissarkiv.language.stem import MAX_STEMMED, stem
from remissarkiv.language.stopwords import STOPWORDS

_LAST_VOWELS = "ae"
_LOSES_VOWEL = 4
"""Letters of a word that loses its last vowel: `fria`, not `ska`."""


@lru_cache(maxsize=200_000)
def word_keys(word: str) -> tuple[str, ...]:
    """The inflection keys of a word in lower case, the surest last.

    `böcker` and `bok` both give `("bok",)`; `kompetensärendet`, which no dictionary has, gives
    `("kompetensärendet", "kompetensärend")`, the latter by its last part; a number is its own only key.
    """
    if len(word) > MAX_STEMMED or not word.isalpha():
        return (stem(word),) if any(letter.isalpha() for letter in word) else (word,)
    odd = irregular(word)
    if odd and not odd.shared:
        return tuple(dict.fromkeys(map(_lemma_key, odd.lemmas)))
    forms = dictionary_forms(word) + (odd.lemmas if odd else ())
    keys = list(map(_lemma_key, forms))
    stemmed = stem(word)
    if all(key == stemmed or not key.startswith(stemmed) for key in keys):
        keys.insert(0, stemmed)
    return tuple(dict.fromkeys(keys))


def _lemma_key(form: str) -> str:
    """The key of a dictionary form: its stem, unless the stemmer took more than the last vowel off, or what
    is left is another word."""
    stemmed = stem(form)
    if form[-1] in _LAST_VOWELS and _is_another_word(form, form[:-1]):
        return form
    taken = len(form) - len(stemmed)
    if taken == 1 or (form[-1] not in _LAST_VOWELS and not taken):
        return stemmed
    return form[:-1] if form[-1] in _LAST_VOWELS and len(form) >= _LOSES_VOWEL else form


def _is_another_word(form: str, shorter: str) -> bool:
    """Whether a dictionary form without its last vowel is a word that it has nothing to do with: one that
    holds sentences together (`föra` and `för`, `nära` and `när`), or an adjective (`rike` and `rik`)."""
    if lemma(shorter) != shorter:
        return False
    if shorter in (lemma(shorter + "are"), lemma(shorter + "ast")):
        return form[-1] == "e" and lemma(form) == form
    return shorter in STOPWORDS or shorter in elements().particles
