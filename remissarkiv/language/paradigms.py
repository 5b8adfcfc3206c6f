"""Which dictionary forms does a word belong to?

The dictionary has one answer for each form, and for a form of two words often that of the rarer one; it knows
few compounds. The rules here mend what a look at the neighbouring forms can mend.
"""

from collections.abc import Iterator
from functools import lru_cache

from remissarkiv.language.compounds import split
from remissarkiv.language.dictionary import known, lemma

_PLURAL = ("er", "ar", "or", "erna", "arna", "orna")
_PLURALS = (("er", "erna"), ("ar", "arna"), ("or", "orna"), ("erna", "er"), ("arna", "ar"), ("orna", "or"))
_DEFINITE = ("et", "en", "ets", "ens")
_SHORTEST_NOUN = 3
_SHORTEST_VERBAL = 6
_CONTRACTED = "lnr"
_SHORT_OF_E = ("et", "a", "el", "en", "er")
_PARTICIPLES = ("ad", "d", "t")
_RELATED = ("ning", "ligen")
_VOWELS = "aeiouyåäö"


@lru_cache(maxsize=20_000)
def dictionary_forms(word: str) -> tuple[str, ...]:
    """The dictionary forms of a word in lower case, the surest first; () when nothing is known of it.

    `nämndens` gives `nämnd`; `kompetensärendet`, which no dictionary has, `kompetensärende` by its last part;
    `enkla` both `enkla` and `enkel`.
    """
    found, called, _ = known(word)
    form = found or called or (lemma(word[:-1]) if word.endswith("s") else None)
    if form is None:
        return _of_last_part(word)
    if form != word and word.endswith(_DEFINITE):
        form = _noun(word) or form
    # Most words end in a way that no rule is for.
    forms = [form]
    if form != word and word.endswith(_PLURAL):
        forms += _plural(word)
    if len(word) > _SHORTEST_NOUN and word.endswith(_SHORT_OF_E):
        forms += _contracted(word)
    if word[-1] in "ta":
        forms += _neuter(word, form)
    if form.endswith(_PARTICIPLES):
        forms += _participle(form)
    if form.endswith(_RELATED):
        forms += _of_the_same_word(form)
    return tuple(dict.fromkeys(forms)) if len(forms) > 1 else (form,)


def _of_last_part(word: str) -> tuple[str, ...]:
    *before, last = split(word)
    return tuple("".join(before) + form for form in dictionary_forms(last)) if before else ()


def _noun(word: str) -> str | None:
    """The noun of a definite form. The dictionary has `avslaget` under `avslå`, whose participle it can be
    too, but with `avslag` beside it, the noun is what is meant."""
    for ending in _DEFINITE:
        start = word.removesuffix(ending)
        if start == word or len(start) < _SHORTEST_NOUN or lemma(word) == start + "e":
            continue  # `riket` is of `rike`, though there is `rik`
        if lemma(start) in (start, start + "a"):
            return start
    return None


def _plural(word: str) -> Iterator[str]:
    """Another word with this plural. The dictionary has `skulder` under `skuldra`; but `skulderna`, of the
    same declension, it has under `skuld`."""
    for ending, other in _PLURALS:
        if word.endswith(ending):
            start = word.removesuffix(ending)
            sibling = lemma(start + other)
            if sibling and sibling in (start, start + ("a" if ending.startswith("or") else "e")):
                yield sibling
    if word.endswith("ar") and lemma(word[:-2]) == lemma(word[:-2] + "en") == word[:-2]:
        yield word[:-2]


def _contracted(word: str) -> Iterator[str]:
    """A word that loses its e: `enkla` is a form of `enkel`, whatever verb it may be, `vattnet` of
    `vatten`, and `buller` has `bullret`, though the dictionary has it under `bullra`."""
    start = word.removesuffix("et") if word.endswith("et") else word.removesuffix("a")
    if start != word and start[-1] in _CONTRACTED and start[-2] not in _VOWELS:
        full = f"{start[:-1]}e{start[-1]}"
        if lemma(full) == full:
            yield full
    elif word[-2] == "e" and word[-1] in _CONTRACTED and lemma(f"{word[:-2]}{word[-1]}et") == word:
        yield word


def _neuter(word: str, form: str) -> Iterator[str]:
    """The adjective of a neuter (`smalt`, `fritt`, `brett`) or plural (`fria`): it has a comparative."""
    starts = [word[:-1]]
    if word.endswith("tt"):
        starts += [word[:-2], word[:-2] + "d"]
    for start in starts:
        if start != form and start and lemma(start) == start == lemma(start + "are"):
            yield start


def _participle(form: str) -> Iterator[str]:
    """The verb of a past participle: `reserverade` is of `reserverad` and of `reservera`. A noun that looks
    like one stays a noun: `nämnd` has nothing to do with `nämna`."""
    if lemma(form + "en") == form:
        return
    for ending in _PARTICIPLES:
        verb = form.removesuffix(ending) + "a"
        if form.endswith(ending) and verb == lemma(verb) == lemma(
            verb + "r" if ending == "ad" else verb[:-1] + "er"
        ):
            yield verb
            return


def _of_the_same_word(form: str) -> Iterator[str]:
    """What a dictionary has as words of their own and people as forms of one: `ansökan` has the plural of
    `ansökning`, `skriftligen` goes with `skriftlig`."""
    for ending, other in (("ning", "an"), ("ligen", "lig")):
        if form.endswith(ending):
            related = form.removesuffix(ending) + other
            if lemma(related) == related and len(related) >= _SHORTEST_VERBAL:
                yield related
