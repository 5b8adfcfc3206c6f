"""The table of irregular forms: `böcker` is a form of `bok`, and so is the end of `barnböcker`."""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from remissarkiv.language.compounds import split
from remissarkiv.language.compounds.elements import elements
from remissarkiv.language.dictionary import lemma
from remissarkiv.language.paradigms import dictionary_forms

_SHORTEST = 3
"""Letters of a form that is looked for at the end of longer words."""


class Irregular(NamedTuple):
    """The dictionary forms that a form belongs to, and whether it is a form of a regular word as well."""

    lemmas: tuple[str, ...]
    shared: bool


def irregular(word: str) -> Irregular | None:
    """What the table has for a word in lower case, alone, with a particle before (`avgjorde`) or as last part
    of a compound (`barnböckernas`); None for regular words."""
    # Few words end like one of the table: only these are worth asking whether they are regular.
    if len(word) > _SHORTEST and word[-_SHORTEST:] not in _ends():
        return None
    found = _in_table(word)
    if found or len(word) <= _SHORTEST:
        return found
    tails = _tails(word, 2)
    if not tails or _is_regular(word):
        return None
    for place, tail in tails:
        before = word[:place]
        whole = tuple(before + form for form in tail.lemmas if _stands(before, form, word[place:]))
        if whole:
            return Irregular(whole, tail.shared)
    return None


def _tails(word: str, first: int) -> list[tuple[int, Irregular]]:
    """What the table has for the ends of a word that begin at `first` or later, the longest first."""
    return [
        (len(word) - len(end), tail)
        for end in _ends().get(word[-_SHORTEST:], ())
        if word.endswith(end) and len(word) - len(end) >= first and (tail := _in_table(end))
    ]


def _is_regular(word: str) -> bool:
    """Whether the dictionary knows the word as an inflection of a regular one: `förslaget` is one of
    `förslag` and not of `slå`, but `avgjorde`, which it has under `avgjord`, is one of `göra`."""
    forms = dictionary_forms(word)
    if not forms or not word.startswith(forms[0]):
        return False
    form = forms[0]
    return not _tails(form, 1)


def _stands(before: str, form: str, tail: str) -> bool:
    """Whether `before` is what stands before a particle verb or in a compound, not chance letters."""
    if before in elements().particles:
        return lemma(before + form) == before + form
    parts = split(before + tail)
    return len(parts) > 1 and parts[-1] == tail


def _in_table(word: str) -> Irregular | None:
    found = _table().get(word)
    if found or not word.endswith("s"):
        return found
    found = _table().get(word[:-1])
    return found if found and lemma(word) != word else None  # `gods` is not the genitive of `god`


@cache
def _table() -> Mapping[str, Irregular]:
    text = files("remissarkiv.language").joinpath("irregular.txt").read_text(encoding="utf-8")
    table: dict[str, Irregular] = {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        head, _, forms = line.partition(":")
        for form in (head, *forms.split()):
            word = form.removesuffix("+")
            known = table.get(word, Irregular((), False))
            lemmas = tuple(dict.fromkeys((*known.lemmas, head)))
            table[word] = Irregular(lemmas, known.shared or form != word)
    return table


@cache
def _ends() -> Mapping[str, list[str]]:
    """All forms and their genitives by their last letters, the longest first: most words are told by them to
    end like none."""
    ends: dict[str, list[str]] = {}
    for form in sorted({form for word in _table() for form in (word, word + "s")}, key=len, reverse=True):
        if len(form) >= _SHORTEST:
            ends.setdefault(form[-_SHORTEST:], []).append(form)
    return ends


def irregular_forms(word: str) -> tuple[str, ...]:
    """The other forms that the table has for a word in lower case, from any of its forms: `böcker`, `bok`."""
    found = _table().get(word)
    return tuple(form for form in _forms_of(found.lemmas) if form != word) if found else ()


@lru_cache(maxsize=2_000)
def _forms_of(lemmas: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form for form, known in _table().items() if not set(lemmas).isdisjoint(known.lemmas))
