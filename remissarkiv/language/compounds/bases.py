"""Which word stands behind the first part of a compound?

Swedish links the parts of compounds in a handful of ways: not at all (`bok-`), with an s (`förvaltnings-`),
with an added e (`tjänste-`), or with the last vowel of the word changed or gone: `gatu-` from `gata`,
`hälso-` from `hälsa`, `skol-` from `skola`, `lärar-` from `lärare`, `samhälls-` from `samhälle`, `hyres-`
from `hyra`, `gymnasie-` from `gymnasium`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from remissarkiv.language.compounds.elements import elements
from remissarkiv.language.dictionary import cost, lemma

_INFLECTED = re.compile(r".*(?:et|en|er|ar|or|na|as|es|ade|at|te|ts|ns|a)")
_RARE = 14.0
"""Words of three letters must be commoner than this (`Lexicon.cost`): the rarer ones are mostly foreign."""


@lru_cache(maxsize=20_000)
def bases(first: str) -> tuple[str, ...]:
    """The words that `first` (lower case) may be the linking form of; () when it cannot begin a compound."""
    particles = elements().particles
    return tuple(
        word for word in dict.fromkeys(_candidates(first)) if word not in particles and _is_base(word)
    )


def _candidates(first: str) -> Iterator[str]:
    yield first
    if len(first) > 3 and first.endswith("s"):
        if lemma(first) == first and lemma(first[:-1] + "are") == first[:-1]:
            return  # `gods-` is not of the adjective `god`
        if not first.endswith("ss"):
            yield first[:-1]
            yield first[:-1] + "e"
        if first.endswith("es"):
            yield first[:-2] + "a"
    if len(first) > 2:
        yield first + "a"
        yield first + "e"
        if first[-1] in "oue":
            yield first[:-1] + "a"
        if first[-1] == "e":
            yield first[:-1]
        if first.endswith("ie"):
            yield first[:-1] + "um"


def _is_base(word: str) -> bool:
    """Whether a word is in its dictionary form: `skola`, not `skolans`.

    The dictionary takes some such forms for those of another word (`boende` for one of `bo`), so a form
    without an ending passes too.
    """
    found = lemma(word)
    if found is None or (found != word and _INFLECTED.fullmatch(word) and not _is_adjective(word)):
        return False
    rarity = cost(word)
    return rarity is not None and (len(word) > 3 or rarity < _RARE)


def _is_adjective(word: str) -> bool:
    """Whether a word in -en is an adjective such as `vuxen`, with `vuxna`."""
    return word.endswith("en") and lemma(word[:-2] + "na") in (word, lemma(word))
