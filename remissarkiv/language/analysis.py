"""From a document's text to the terms of each field. Every engine receives exactly these."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from remissarkiv.domain import Document, FieldTerms, Span
from remissarkiv.language.keys import word_keys
from remissarkiv.language.lexicon import base_lexicon
from remissarkiv.language.misread import misread_words
from remissarkiv.language.parts import part_keys
from remissarkiv.language.skeleton import raw_keys
from remissarkiv.language.stated import stated_tokens
from remissarkiv.language.tokens import Token, tokenize

ANALYZER_VERSION = 5
"""Raised with every change that gives other terms for some text; the index then asks to be rebuilt."""


def fingerprint() -> str:
    """What tells one analyzer from another: its version, those of the libraries that decide its keys, and the
    words of Swedish that compounds are split by and misread words are told by."""
    from importlib.metadata import version

    libraries = ":".join(f"{name}-{version(name)}" for name in ("snowballstemmer", "simplemma"))
    return f"{ANALYZER_VERSION}:{libraries}:{base_lexicon().source}"


def analyse(document: Document) -> dict[str, FieldTerms]:
    """The terms of every field of `remissarkiv.domain.FIELDS` for a document.

    What is a document of its own (`Document.parted`) is left out; the words around it keep their numbers, so
    that no phrase is found across it.
    """
    numbered = list(_outside(tokenize(document.text), document.parted))
    tokens = [token for _, token in numbered]
    title = list(tokenize(document.title))
    return {
        "text": _keys(tokens),
        "exact": _forms(numbered),
        "parts": _counted(part for token in tokens for part in part_keys(token.text)),
        "raw": _raw(document),
        "title": _keys(title),
        "title_exact": _forms(list(enumerate(title))),
        "stated": _stated(stated_tokens(tokens, document)),
    }


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


PlacedT = TypeVar("PlacedT", bound=_Placed)


def _outside(tokens: Iterable[PlacedT], parted: tuple[Span, ...]) -> Iterator[tuple[int, PlacedT]]:
    """The tokens (or other things with a place), numbered, that begin outside the spans (in rising order)."""
    stretches = iter(parted)
    current = next(stretches, None)
    for number, token in enumerate(tokens):
        while current is not None and token.span.start >= current.end:
            current = next(stretches, None)
        if current is None or token.span.start < current.start:
            yield number, token


def _keys(tokens: list[Token]) -> FieldTerms:
    """Inflection keys: each key of a word counts, the word's length counts once."""
    words = Counter(token.text for token in tokens)
    frequencies: Counter[str] = Counter()
    for word, count in words.items():
        for key in word_keys(word):
            frequencies[key] += count
    return FieldTerms(frequencies, len(tokens))


def _forms(numbered: list[tuple[int, Token]]) -> FieldTerms:
    """Word forms with their positions, for phrases."""
    positions: dict[str, list[int]] = {}
    for position, token in numbered:
        positions.setdefault(token.text, []).append(position)
    frozen = {form: tuple(places) for form, places in positions.items()}
    return FieldTerms({form: len(places) for form, places in frozen.items()}, len(numbered), frozen)


def _stated(tokens: Iterable[Token]) -> FieldTerms:
    """The keys and parts of words, each once."""
    words = {token.text for token in tokens}
    return _counted({term for word in words for term in (*word_keys(word), *part_keys(word))})


def _raw(document: Document) -> FieldTerms:
    """Skeletons of the words that OCR misread, as they were read."""
    frequencies: Counter[str] = Counter()
    length = 0
    for _, misread in _outside(misread_words(document), document.parted):
        length += 1
        frequencies.update(raw_keys(misread.word))
    return FieldTerms(frequencies, length)


def _counted(terms: Iterable[str]) -> FieldTerms:
    frequencies = Counter(terms)
    return FieldTerms(frequencies, sum(frequencies.values()))
