"""What Swedish knows of each word, compiled once: its dictionary form and its cost in the base lexicon.

simplemma holds its 960 000 forms in a dict: that is 100 MB and 0.6 s of every process, and a word that is
not there is looked up twice (`fredrik`, `Fredrik`). Compiled they are a trie of 5 MB, which is mapped, so
that all processes share it, and what takes several questions (does `sport` have forms of its own?) was asked
beforehand. To split compounds is to ask for hundreds of thousands of pieces of words; one look tells that a
piece is no word.
"""

import struct
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import takewhile
from operator import eq
from pathlib import Path

import marisa_trie

from remissarkiv.language.compiled_trie import compiled_trie
from remissarkiv.language.compiling import places_for, tell
from remissarkiv.language.lexicon.base import base_layer

_FORM = 1
"""Raised when the same dictionary is compiled to something else than before."""

_OWN_FORMS = frozenset(("en", "n", "et", "t", "er", "ar", "or", "r", "erna", "arna"))
_HEAD = struct.Struct(">HB")
_UNSEEN = 0xFFFF
_NAME = 0x80
_NO_FORM = 0x7F
_CENTINATS = 100


Known = tuple[str | None, str | None, float | None]
"""The dictionary form of a word, None when the dictionary lacks it or has it as a name alone; the name then;
the cost (`Lexicon.cost`) in the base lexicon, None when that lacks it.

No class of its own: very many are remembered, and the garbage collector lets plain tuples be."""

UNKNOWN: Known = (None, None, None)


class WordTrie:
    """What is known of words, by their forms in lower case. Safe to share between threads."""

    def __init__(self, trie: marisa_trie.BytesTrie) -> None:
        self._trie = trie

    def get(self, word: str) -> Known:
        """What is known of a word; `UNKNOWN` when nothing is."""
        found = self._trie.get(word)
        if found is None:
            return UNKNOWN
        cost, cut = _HEAD.unpack_from(found[0])
        price = None if cost == _UNSEEN else cost / _CENTINATS
        if cut == _NO_FORM:
            return None, None, price
        form = word[: len(word) - (cut & ~_NAME)] + found[0][_HEAD.size :].decode()
        return (None, form, price) if cut & _NAME else (form, None, price)


@lru_cache(maxsize=1)
def word_trie() -> WordTrie:
    """The trie of this program; compiled if need be, which takes a processor some seconds, once. Where it
    cannot be written down the process has one of its own."""
    # Here: it takes longer to load than two files to read, and a process that reads clean files never asks.
    import simplemma

    source = f"words-{_FORM}-{simplemma.__version__}-{base_layer().source}"
    folders = [place.parent for place in places_for(Path(__file__).with_name("lexicon"), source)]
    return WordTrie(compiled_trie(folders, source, lambda: _compiled()))


def packed(words: Iterable[tuple[str, str, bool]], costs: Mapping[str, float]) -> Iterator[tuple[str, bytes]]:
    """Words with what the trie holds for each.

    Of the dictionary form that is how many letters of the word go and which come instead: as there are few
    different endings, the trie is small.
    """
    left = dict(costs)
    for word, form, is_name in words:
        kept = sum(1 for _ in takewhile(bool, map(eq, word, form)))
        cut = len(word) - kept
        if cut < _NO_FORM:
            head = _HEAD.pack(_price(left.pop(word, None)), cut | _NAME if is_name else cut)
            yield word, head + form[kept:].encode()
    for word, cost in left.items():
        yield word, _HEAD.pack(_price(cost), _NO_FORM)


def _price(cost: float | None) -> int:
    return _UNSEEN if cost is None else round(cost * _CENTINATS)


def answers(dictionary: Mapping[str, str]) -> Iterator[tuple[str, str, bool]]:
    """Forms in lower case, the dictionary form (lower case) of each, and whether it is known as a name alone.

    The dictionary has one dictionary form for each, and for some that of a rarer word: `sport` comes as a
    form of `sporta`. A word that has forms of its own (`sporten`) is its own dictionary form.
    """
    low = {form: lemma for form, lemma in dictionary.items() if form == form.lower()}
    for form, lemma in dictionary.items():
        if form.lower().capitalize() == form:
            low.setdefault(form.lower(), lemma)
    for form in [form for form in low if "’" in form]:
        low.setdefault(form.replace("’", "'"), low[form])
    own = {
        lemma for form, lemma in low.items() if form.startswith(lemma) and form[len(lemma) :] in _OWN_FORMS
    }
    for form, lemma in low.items():
        if not lemma.islower():
            yield form, lemma.lower(), True
        else:
            yield form, form if form in own else lemma, False


def _compiled() -> marisa_trie.BytesTrie:
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    tell("the dictionary")
    # A factory of our own, so that the dict goes when the trie is there.
    dictionary = DefaultDictionaryFactory().get_dictionary("sv")
    costs = {entry.word: entry.cost for entry in base_layer().all_entries()}
    return marisa_trie.BytesTrie(packed(answers(dictionary), costs))
