"""From a document's text to the terms of each field. Every engine receives exactly these."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from remissarkiv.domain import Document, FieldTerms, Span
from remissarkiv.language.lexicon import base_lexicon
from remissarkiv.language.misread import misread_words
from remissarkiv.language.parts import own_and_part_keys
from remissarkiv.language.skeleton import raw_keys
from remissarkiv.language.stated import stated_spans
from remissarkiv.language.tokens import Words, words_of

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
    words = words_of(document.text)
    numbers = _outside(words.starts, document.parted)
    exact = _forms([words.forms[number] for number in numbers] if document.parted else words.forms, numbers)
    title = words_of(document.title).forms
    title_exact = _forms(title, range(len(title)))
    keys, parts = _keys_and_parts(exact.frequencies)
    title_keys, _ = _keys_and_parts(title_exact.frequencies)
    return {
        "text": FieldTerms(keys, exact.length),
        "exact": exact,
        "parts": FieldTerms(parts, sum(parts.values())),
        "raw": _raw(document),
        "title": FieldTerms(title_keys, title_exact.length),
        "title_exact": title_exact,
        "stated": _stated(words, document),
    }


def _outside(starts: Sequence[int], parted: tuple[Span, ...]) -> Sequence[int]:
    """The numbers of those of the places (in rising order) that are outside the spans (in rising order)."""
    if not parted:
        return range(len(starts))
    inside = {number for span in parted for number in _within(starts, span)}
    return [number for number in range(len(starts)) if number not in inside]


def _within(starts: Sequence[int], span: Span) -> range:
    return range(bisect_left(starts, span.start), bisect_left(starts, span.end))


def _keys_and_parts(words: Mapping[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    """How often the inflection keys of words stand in a text, and those of the parts of compounds. Each key
    of a word counts, though for the length of the text (not of the parts) the word counts once."""
    keys: dict[str, int] = {}
    parts: dict[str, int] = {}
    # Not counters: they are asked for each key that is new to them by a function in Python.
    of_key, of_part = keys.get, parts.get
    for (own, of_parts), count in zip(map(own_and_part_keys, words), words.values(), strict=True):
        for key in own:
            keys[key] = of_key(key, 0) + count
        for key in of_parts:
            parts[key] = of_part(key, 0) + count
    return keys, parts


def _forms(forms: Sequence[str], numbers: Sequence[int]) -> FieldTerms:
    """Word forms with their positions, for phrases."""
    positions: defaultdict[str, list[int]] = defaultdict(list)
    for form, number in zip(forms, numbers, strict=True):
        positions[form].append(number)
    frozen = dict(zip(positions, map(tuple, positions.values()), strict=True))
    return FieldTerms(dict(zip(frozen, map(len, frozen.values()), strict=True)), len(forms), frozen)


def _stated(words: Words, document: Document) -> FieldTerms:
    """The keys and parts of the words of the stretches that are stated, each once."""
    stated = {number for span in stated_spans(document) for number in _within(words.starts, span)}
    for span in document.parted:
        stated.difference_update(_within(words.starts, span))
    forms = {words.forms[number] for number in stated}
    return _counted({term for word in forms for keys in own_and_part_keys(word) for term in keys})


def _raw(document: Document) -> FieldTerms:
    """Skeletons of the words that OCR misread, as they were read."""
    misread = list(misread_words(document))
    numbers = _outside([one.span.start for one in misread], document.parted)
    keys = (raw_keys(misread[number].word) for number in numbers)
    return FieldTerms(Counter(chain.from_iterable(keys)), len(numbers))


def _counted(terms: Iterable[str]) -> FieldTerms:
    frequencies = Counter(terms)
    return FieldTerms(frequencies, sum(frequencies.values()))
