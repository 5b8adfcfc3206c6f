"""The inflections of a word: forms that have an inflection key in common with it.

No table lists the forms of every Swedish word. They are made instead: every ending is put to the word, its
dictionary forms and its stems, and what has no key in common with the word is dropped. Forms of the table of
irregular ones come as they stand there.
"""

from collections.abc import Iterator
from functools import lru_cache

from remissarkiv.language.irregular import irregular, irregular_forms
from remissarkiv.language.keys import word_keys
from remissarkiv.language.paradigms import dictionary_forms

_ENDINGS = (
    "", "n", "en", "t", "et", "an", "na", "a", "e", "or", "orna", "ar", "arna", "er", "erna", "r",
    "at", "ad", "ade", "ande", "are", "aren", "arna", "ast", "aste", "de", "te", "tt", "ts", "dd", "dde",
    "as", "des", "ats", "it", "its", "ens", "ende", "ning", "ningen",
)  # fmt: skip
_VOWELS = "aeiouyåäö"
_CONTRACTED = "lnr"
_DOUBLED = "mn"
_SHORTEST = 2

MOST = 80
"""Forms of one word; no Swedish word has as many."""


@lru_cache(maxsize=2_000)
def inflections(word: str) -> tuple[str, ...]:
    """The forms of a word in lower case, itself first. `nyckel` gives `nyckeln`, `nycklar`, `nycklarnas` and
    more, `bok` gives `böcker`; a word that is no word of letters only itself."""
    if not word.isalpha():
        return (word,)
    keys = set(word_keys(word))
    made = dict.fromkeys((word, *_candidates(word, keys)))
    return tuple(form for form in made if form == word or not keys.isdisjoint(word_keys(form)))[:MOST]


def _candidates(word: str, keys: set[str]) -> Iterator[str]:
    lemmas = dictionary_forms(word)
    for form in (word, *lemmas, *sorted(keys)):
        for base in _bases(form):
            for ending in _ENDINGS:
                yield base + ending
                if not ending.endswith("s"):
                    yield base + ending + "s"
    odd = irregular(word)
    for form in (word, *lemmas, *(odd.lemmas if odd else ())):
        for place in range(max(len(form) - _SHORTEST, 1)):
            for other in irregular_forms(form[place:]):
                yield form[:place] + other
                yield form[:place] + other + "s"


def _bases(form: str) -> Iterator[str]:
    """What endings are put to: `nyckel` and `nyckl`, `flicka` and `flick`, `rum` and `rumm`, `finnas` and
    `finn`."""
    yield form
    if len(form) <= _SHORTEST:
        return
    if form[-1] == "s" and form[-2] in _VOWELS:
        yield form[:-2]
    if form[-1] in _VOWELS:
        yield form[:-1]
    if form[-1] in _CONTRACTED and form[-2] in _VOWELS:
        yield form[:-2] + form[-1]
    if form[-1] in _DOUBLED and form[-2] in _VOWELS:
        yield form + form[-1]
