"""What a word of a query is looked for by: the same for the engine and for the marks in the text."""

from dataclasses import dataclass

from remissarkiv.language.keys import word_keys
from remissarkiv.language.skeleton import raw_keys, skeleton
from remissarkiv.language.tokens import tokenize
from remissarkiv.search.weights import MIN_RAW_LETTERS


@dataclass(frozen=True, slots=True)
class WordForms:
    """A word in lower case, its inflection keys, and its skeletons ("raw"; none for short words)."""

    form: str
    keys: tuple[str, ...]
    raw: tuple[str, ...]


def word_forms(text: str) -> tuple[WordForms, ...]:
    """The words in a piece of text; a word as typed may hold several, as `och/eller` does."""
    return tuple(
        WordForms(token.text, word_keys(token.text), raw_keys(token.text) if _legible(token.text) else ())
        for token in tokenize(text)
    )


def raw_prefix(text: str) -> str | None:
    """The beginning of the skeletons of words that begin with `text` (lower case); None when too short."""
    return skeleton(text) if _legible(text) else None


def forms_of(text: str) -> tuple[str, ...]:
    """The word forms of a phrase, as the field `exact` holds them."""
    return tuple(token.text for token in tokenize(text))


def _legible(word: str) -> bool:
    return sum(letter.isalpha() for letter in word) >= MIN_RAW_LETTERS
