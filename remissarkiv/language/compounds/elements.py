"""The tables a compound is judged by: what is never a part, and how many compounds a part is known from."""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from simplemma.strategies import DictionaryLookupStrategy

MIN_LENGTH = 3
"""Letters of a part; the few shorter ones that are safe stand in `elements.txt`."""


_dictionary = DictionaryLookupStrategy()
_OWN_FORMS = ("en", "n", "et", "t", "er", "ar", "or", "r", "erna", "arna")


class Elements(NamedTuple):
    """`particles` and `endings` are never parts; of words shorter than four letters only those in `short`
    are last parts."""

    particles: frozenset[str]
    endings: frozenset[str]
    short: frozenset[str]


@cache
def elements() -> Elements:
    """The lists of `elements.txt`."""
    lists: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in _lines("elements.txt"):
        if line.startswith("["):
            current = lists[line.strip("[]")] = set()
        else:
            current.update(line.split())
    return Elements(*(frozenset(lists[name]) for name in Elements._fields))


@cache
def known_firsts() -> Mapping[str, float]:
    """First parts as they stand in compounds (`arbets`, `gatu`) and how productive each is: roughly the
    number of different words it is known to stand before."""
    return _weights("firsts.txt")


@cache
def known_lasts() -> Mapping[str, float]:
    """The dictionary forms of last parts, and how productive each is."""
    return _weights("lasts.txt")


@lru_cache(maxsize=200_000)
def lemma(word: str) -> str | None:
    """The dictionary form of a word in lower case; None for a name and for a word that is not known.

    The dictionary has one for each form, and for some that of a rarer word: `sport` comes as a form of
    `sporta`. A word that has forms of its own (`sporten`) is its own dictionary form.
    """
    found = _entry(word)
    if found is None or found == word:
        return found
    return word if any(_entry(word + ending) == word for ending in _OWN_FORMS) else found


def is_name(word: str) -> bool:
    """Whether the word (lower case) is known as a name alone: `frankrike`, `fredrik`."""
    found = _dictionary.get_lemma(word, "sv") if word else None
    return found is not None and found != found.lower()


def _entry(word: str) -> str | None:
    found = _dictionary.get_lemma(word, "sv") if word else None
    return found if found is None or found == found.lower() else None


def _weights(name: str) -> dict[str, float]:
    """The words of a table of lines `weight: word word …`."""
    table: dict[str, float] = {}
    for line in _lines(name):
        weight, _, words = line.partition(":")
        table.update(dict.fromkeys(words.split(), float(weight)))
    return table


def _lines(name: str) -> list[str]:
    text = files("remissarkiv.language.compounds").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
