"""The dictionary forms of Swedish words, as simplemma's dictionary has them."""

from functools import lru_cache

from simplemma.strategies import DictionaryLookupStrategy

_dictionary = DictionaryLookupStrategy()
_OWN_FORMS = ("en", "n", "et", "t", "er", "ar", "or", "r", "erna", "arna")


@lru_cache(maxsize=200_000)
def lemma(word: str) -> str | None:
    """The dictionary form of a word in lower case; None for a name and for a word that is not known.

    The dictionary has one for each form, and for some that of a rarer word: `sport` comes as a form of
    `sporta`. A word that has forms of its own (`sporten`) is its own dictionary form.
    """
    found = _entry(word)
    if found is None or found == word or not found.islower():
        return found if found and found.islower() else None
    return word if any(_entry(word + ending) == word for ending in _OWN_FORMS) else found


def name(word: str) -> str | None:
    """The dictionary form, in lower case, of a word (lower case) that is known as a name alone: `fredriks`
    gives `fredrik`; None for others."""
    found = _entry(word)
    return found.lower() if found and not found.islower() else None


def _entry(word: str) -> str | None:
    return _dictionary.get_lemma(word, "sv") if word else None
