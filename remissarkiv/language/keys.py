"""Inflection keys: what two forms of one word have in common.

Snowball's Swedish stemmer alone joins less than half of a hard list of word families (it misses
`ärende/ärendet`, `kostnad/kostnaden`, `bok/böcker`), and joins words that have nothing to do with each other: it
takes `fastighet` for `fast` and `hemlighet` for `hem`. A dictionary alone knows too few words. So a word is
indexed under what the dictionary, the table of irregular forms or its last part say it is a form of, and under
the stem of the form where that does not cut into the dictionary form.
"""

from collections.abc import Iterator
from functools import lru_cache

from remissarkiv.language.compounds import split
from remissarkiv.language.dictionary import lemma, name
from remissarkiv.language.irregular import irregular
from remissarkiv.language.stem import MAX_STEMMED, stem

_VOWELS = "ae"
_PLURALS = (("er", "erna"), ("ar", "arna"), ("or", "orna"), ("erna", "er"), ("arna", "ar"), ("orna", "or"))


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
    forms = _dictionary_forms(word) + (odd.lemmas if odd else ())
    keys = tuple(map(_lemma_key, forms))
    stemmed = stem(word)
    if any(len(stemmed) < len(key) and key.startswith(stemmed) for key in keys):
        return tuple(dict.fromkeys(keys))
    return tuple(dict.fromkeys((stemmed, *keys)))


def _dictionary_forms(word: str) -> tuple[str, ...]:
    """The dictionary form of a word, if there is one; that of its last part for compounds unheard of."""
    form = lemma(word) or name(word) or (lemma(word[:-1]) if word.endswith("s") else None)
    if form is None:
        parts = split(word)
        last = lemma(parts[-1]) if len(parts) > 1 else None
        form = word.removesuffix(parts[-1]) + last if last else None
    if form is None:
        return ()
    adjective = form.removesuffix("en")
    if form.endswith("ligen") and lemma(adjective) == adjective:
        form = adjective  # `skriftligen` goes with `skriftlig`
    return (form, *_plural_of(word, form))


def _plural_of(word: str, form: str) -> Iterator[str]:
    """Another dictionary form of a plural. The dictionary has one for each word, and for `skulder` that is
    `skuldra`; but `skulderna`, in the same declension, it has under `skuld`."""
    for ending, other in _PLURALS:
        if word.endswith(ending):
            start = word.removesuffix(ending)
            sibling = lemma(start + other)
            if sibling and sibling != form and sibling in (start, start + "a", start + "e"):
                yield sibling


def _lemma_key(form: str) -> str:
    """The key of a dictionary form: its stem, unless the stemmer took more than the last vowel off."""
    stemmed = stem(form)
    if len(form) - len(stemmed) <= 1:
        return stemmed
    return form[:-1] if form[-1] in _VOWELS else form
