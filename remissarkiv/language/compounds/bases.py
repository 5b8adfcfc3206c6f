"""Which word stands behind the first part of a compound?

Swedish links the parts of compounds in a handful of ways: not at all (`bok-`), with an s (`förvaltnings-`),
with an added e (`tjänste-`), or with the last vowel of the word changed or gone: `gatu-` from `gata`,
`hälso-` from `hälsa`, `skol-` from `skola`, `lärar-` from `lärare`, `samhälls-` from `samhälle`, `hyres-`
from `hyra`, `gymnasie-` from `gymnasium`.
"""

from remissarkiv.language.compounds.elements import elements
from remissarkiv.language.dictionary import known, lemma

_INFLECTED = ("et", "en", "er", "ar", "or", "na", "as", "es", "ade", "at", "te", "ts", "ns", "a")
_RARE = 14.0
"""Words of three letters must be commoner than this (`Lexicon.cost`): the rarer ones are mostly foreign."""


def bases(first: str) -> tuple[str, ...]:
    """The words that `first` (lower case) may be the linking form of; () when it cannot begin a compound."""
    return tuple([word for word in _candidates(first) if _is_base(word)])


def _candidates(first: str) -> list[str]:
    """Each once."""
    made = [first]
    if len(first) > 3 and first[-1] == "s":
        bare = first[:-1]
        if lemma(first) == first and lemma(bare + "are") == bare:
            return made  # `gods-` is not of the adjective `god`
        if bare[-1] != "s":
            made += (bare, bare + "e")
        if bare[-1] == "e":
            made.append(bare[:-1] + "a")
    if len(first) > 2:
        made += (first + "a", first + "e")
        if first[-1] in "oue":
            made.append(first[:-1] + "a")
        if first[-1] == "e":
            made.append(first[:-1])
            if first[-2] == "i":
                made.append(first[:-1] + "um")
    return made


def _is_base(word: str) -> bool:
    """Whether a word is no particle and in its dictionary form: `skola`, not `skolans`.

    The dictionary takes some such forms for those of another word (`boende` for one of `bo`), so a form
    without an ending passes too.
    """
    found, _, rarity = known(word)
    if found is None or rarity is None or (len(word) <= 3 and rarity >= _RARE):
        return False  # as most candidates
    if found != word and word.endswith(_INFLECTED) and not _is_adjective(word):
        return False
    return word not in elements().particles


def _is_adjective(word: str) -> bool:
    """Whether a word in -en is an adjective such as `vuxen`, with `vuxna`."""
    return word.endswith("en") and lemma(word[:-2] + "na") in (word, lemma(word))
