"""What the words of a query are looked for by: the same for the engine, for the marks in the text, and for
the line that tells how the query was understood."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import simplemma

from remissarkiv.language.keys import word_keys
from remissarkiv.language.lexicon import Lexicon
from remissarkiv.language.skeleton import raw_keys, skeleton
from remissarkiv.language.tokens import tokenize
from remissarkiv.query import tree
from remissarkiv.search.confusions import misread_keys
from remissarkiv.search.restored import restored
from remissarkiv.search.weights import MIN_RAW_LETTERS

MOST_UNKNOWN = 8
"""Unknown words of a query that are looked at closely, as compounds and by confusions of shapes: each then
asks for a score of terms, and somebody who pastes a page is not looking for one surname."""


@dataclass(frozen=True, slots=True)
class WordForms:
    """A word in lower case and its inflection keys.

    `raw` are the skeletons that it is looked for among misread words by, `fuzzy` those of it with one
    letter confused; both are empty for a word that the lexicon knows: where it was misread, it was repaired.
    `restored` is what a word typed without å, ä, ö also stands for.
    """

    form: str
    keys: tuple[str, ...]
    raw: tuple[str, ...] = ()
    fuzzy: tuple[str, ...] = ()
    restored: "WordForms | None" = None

    @property
    def guises(self) -> tuple["WordForms", ...]:
        """The word and what else it stands for."""
        return (self, self.restored) if self.restored else (self,)

    @property
    def all_keys(self) -> tuple[str, ...]:
        """The inflection keys of all guises."""
        return tuple(key for guise in self.guises for key in guise.keys)


class QueryWords:
    """Reads the words of one query by the archive's lexicon.

    Words are read in the order of the tree when it is made, so that whoever asks for a word's forms later
    gets the same answer. With `misread` False nothing is looked for among misread words.
    """

    def __init__(self, query: tree.Tree, lexicon: Lexicon, *, misread: bool = True) -> None:
        self._lexicon = lexicon
        self._misread = misread
        self._unknown = 0
        self._read: dict[str, WordForms] = {}
        for leaf in leaves(query):
            match leaf:
                case tree.Word(text) | tree.Prefix(text) | tree.Fuzzy(text) | tree.Field("titel", text):
                    self.forms(text)
                case tree.Near(words, _, False):
                    for word in words:
                        self.forms(word)

    def forms(self, text: str) -> tuple[WordForms, ...]:
        """The words in a piece of text; a word as typed may hold several, as `och/eller` does."""
        return tuple(self._forms(token.text) for token in tokenize(text))

    def _forms(self, word: str) -> WordForms:
        found = self._read.get(word)
        if found is None:
            found = self._read[word] = self._look_up(word)
        return found

    def _look_up(self, word: str) -> WordForms:
        meant = restored(word, self._lexicon, closely=self._unknown < MOST_UNKNOWN)
        if meant is not None:
            return WordForms(word, word_keys(word), restored=WordForms(meant, word_keys(meant)))
        if not self._misread or not _legible(word) or is_known(word, self._lexicon):
            return WordForms(word, word_keys(word))
        self._unknown += 1
        fuzzy = misread_keys(word) if self._unknown <= MOST_UNKNOWN else ()
        return WordForms(word, word_keys(word), raw_keys(word), fuzzy)

    def shown(self, text: str) -> str:
        """A word as typed, or "socialnämnden (skrivet socialnamnden)"."""
        meant = [forms.restored.form for forms in self.forms(text) if forms.restored]
        if not meant or len(meant) < len(self.forms(text)):
            return text
        return f"{as_typed(' '.join(meant), text)} (skrivet {text})"


def leaves(node: tree.Tree) -> Iterator[tree.Leaf]:
    """The leaves of a query, those under `INTE` too, in order."""
    match node:
        case tree.And(children) | tree.Or(children):
            for child in children:
                yield from leaves(child)
        case tree.Not(child):
            yield from leaves(child)
        case _:
            yield node


def wanted_leaves(node: tree.Tree) -> Iterator[tree.Leaf]:
    """The leaves of a query in order; nothing under `INTE`."""
    if isinstance(node, tree.And | tree.Or):
        for child in node.children:
            yield from wanted_leaves(child)
    elif not isinstance(node, tree.Not):
        yield node


def as_typed(word: str, typed: str) -> str:
    """`word` (lower case) in capitals where `typed` is."""
    if len(typed) > 1 and typed.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if typed[:1].isupper() else word


def is_known(word: str, lexicon: Lexicon) -> bool:
    """Whether the lexicon has the word (lower case), its lemma, or another form of it: it then knows
    `Hjernström` as well as `Hjernströms`."""
    return any(lexicon.find(form) is not None for form in _family(word))


@lru_cache(maxsize=50_000)
def _family(word: str) -> tuple[str, ...]:
    """The word first, then its lemma and its genitive: what stands for it in a lexicon. Not all that shares
    its stem: `uppsöka` says nothing of `uppsökare`."""
    forms = (word, simplemma.lemmatize(word, lang="sv").lower(), word.removesuffix("s"), f"{word}s")
    return tuple(dict.fromkeys(forms))


def raw_prefix(text: str) -> str | None:
    """The beginning of the skeletons of words that begin with `text` (lower case); None when too short."""
    return skeleton(text) if _legible(text) else None


def forms_of(text: str) -> tuple[str, ...]:
    """The word forms of a phrase, as the field `exact` holds them."""
    return tuple(token.text for token in tokenize(text))


def _legible(word: str) -> bool:
    return sum(letter.isalpha() for letter in word) >= MIN_RAW_LETTERS
