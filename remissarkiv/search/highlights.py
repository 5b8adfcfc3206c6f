"""Where the words of a query stand in a document: the marks of snippets and of the document page.

A document's words are looked up by the same keys that its index terms were made of, so that a mark stands
wherever the engine found something, and nowhere else.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import repeat
from typing import NamedTuple, cast

from remissarkiv.citations import key_ancestors
from remissarkiv.dnr import HalfDnr, dnr_keys
from remissarkiv.domain import Span
from remissarkiv.language.lexicon import base_lexicon
from remissarkiv.language.slips import within_edits
from remissarkiv.language.wildcards import wildcard
from remissarkiv.passages import PassageSource, WordIndex
from remissarkiv.query import tree
from remissarkiv.search.citation_groups import citation_groups, widened
from remissarkiv.search.joined_words import joined_words
from remissarkiv.search.near_words import forms_near, places_near
from remissarkiv.search.words import QueryWords, WordForms, forms_of, raw_prefix, wanted_leaves


class Mark(NamedTuple):
    """A found place: its span, the part of the query it answers, whether it stands on a damaged page."""

    span: Span
    part: int
    damaged: bool


class _Probe:
    """What the words of a text are looked up by: keys, beginnings of forms and of keys, each with the parts
    of the query that a word then answers."""

    def __init__(self) -> None:
        self._keys: dict[str, dict[int, None]] = {}
        self._beginnings: list[tuple[str, int]] = []
        self._key_beginnings: list[tuple[str, int]] = []
        self._like: list[tuple[Callable[[str], object], int]] = []

    def __bool__(self) -> bool:
        return bool(self._keys or self._beginnings or self._key_beginnings or self._like)

    def add_keys(self, keys: tuple[str, ...], part: int) -> None:
        for key in keys:
            self._keys.setdefault(key, {})[part] = None

    def add_beginning(self, start: str, part: int) -> None:
        self._beginnings.append((start, part))

    def add_key_beginning(self, start: str, part: int) -> None:
        self._key_beginnings.append((start, part))

    def add_like(self, fits: Callable[[str], object], part: int) -> None:
        """A part is answered by the forms that fit."""
        self._like.append((fits, part))

    def places(
        self, words: WordIndex, within: Span | None, most: int | None
    ) -> Iterator[tuple[int, list[Span]]]:
        """Each part with the places of the words that answer it; of all together the first `most`."""
        found: dict[int, list[int]] = {}
        for key in words.held_keys(self._keys):
            forms = words.forms_with_key(key)
            for part in self._keys[key]:
                found.setdefault(part, []).extend(forms)
        for start, part in self._beginnings:
            found.setdefault(part, []).extend(words.forms_beginning(start))
        for start, part in self._key_beginnings:
            found.setdefault(part, []).extend(words.forms_with_key_beginning(start))
        for fits, part in self._like:
            found.setdefault(part, []).extend(number for number, form in enumerate(words.forms) if fits(form))
        for part, places in words.words_of_each(found, words.within(within), most).items():
            yield part, words.spans(places)


class Matcher:
    """Finds the places in a document that answer a query; parts under `INTE` are not looked for.

    `words` are those the engine was asked by; without them the query is read by Swedish alone.
    """

    def __init__(self, query: tree.Tree, words: QueryWords | None = None) -> None:
        self._query_words = words or QueryWords(query, base_lexicon())
        self._words = _Probe()
        self._misread = _Probe()
        self._phrases: list[tuple[int, tuple[str, ...]]] = []
        self._near: list[tuple[int, tuple[tuple[str, ...], ...], int]] = []
        self._dnr: list[tuple[int, str]] = []
        self._halves: list[tuple[int, HalfDnr]] = []
        self._keys: list[tuple[int, frozenset[str]]] = []
        self._concluded: list[tuple[int, tree.ConcludedQ]] = []
        compounds = joined_words(query, self._query_words)
        for part, leaf in enumerate(wanted_leaves(query)):
            self._add(part, leaf)
            if isinstance(leaf, tree.Word):
                for forms in compounds.get(leaf, ()):
                    self._add_forms(part, forms)

    def _add(self, part: int, leaf: tree.Leaf) -> None:
        match leaf:
            case tree.Word(text):
                self._add_words(part, text)
            case tree.Prefix(text):
                *before, last = forms_of(text)
                for word in before:
                    self._add_words(part, word)
                self._words.add_beginning(last, part)
                if (beginning := raw_prefix(last)) is not None:
                    self._misread.add_key_beginning(beginning, part)
            case tree.Wildcard(text):
                self._words.add_like(wildcard(text).fullmatch, part)
            case tree.Fuzzy(text, edits):
                self._add_words(part, text)
                self._words.add_like(within_edits(forms_of(text)[0], edits), part)
            case tree.Near(_, distance):
                self._near.append((part, forms_near(leaf, self._query_words), distance))
            case tree.Phrase(text):
                self._phrases.append((part, forms_of(text)))
            case tree.DnrQ(dnr, text, _, field):
                self._dnr.append((part, dnr_keys(dnr)[0]))
                if not field:
                    self._phrases.append((part, forms_of(text)))
            case tree.HalfDnrQ(half):
                self._halves.append((part, half))
            case tree.LagQ(keys, text, _, _, spelled):
                self._keys.append((part, frozenset(keys)))
                if spelled:
                    self._phrases.append((part, forms_of(text)))
            case tree.ConcludedQ():
                self._concluded.append((part, leaf))
            case _:
                pass  # a nämnd, a year or a kind is no place in the text

    def _add_words(self, part: int, text: str) -> None:
        for forms in self._query_words.forms(text):
            self._add_forms(part, forms, forms.fuzzy)

    def _add_forms(self, part: int, forms: WordForms, fuzzy: tuple[str, ...] = ()) -> None:
        self._words.add_keys(forms.all_keys, part)
        self._misread.add_keys((*forms.raw, *fuzzy), part)

    @property
    def looks_for_text(self) -> bool:
        """Whether anything in the query can stand in a text at all."""
        identifiers = self._dnr or self._halves or self._keys
        return bool(self._words or self._phrases or self._near or identifiers or self._concluded)

    def marks(self, source: PassageSource, within: Span | None = None, most: int | None = None) -> list[Mark]:
        """The marks in a document's text (or in a stretch of it that ends between words), by place. With
        `most` the first so many are all there, and those behind them need not be."""
        found = [*self._mentions(source, within or Span(0, len(source.text)))]
        for part, forms in self._phrases:
            found.extend((span, part) for span in _phrase(source.words, forms, within))
        for part, words, distance in self._near:
            found.extend((span, part) for span in places_near(source.words, words, distance, within))
        damaged = _Damage(source.damaged)
        marks = {Mark(span, part, damaged.at(span)) for span, part in found}
        if self._words:
            for part, places in self._words.places(source.words, within, most):
                marks.update(damaged.marks(places, part))
        if self._misread and len(source.misread):
            for part, places in self._misread.places(source.misread, within, most):
                marks.update(_marks(places, part, damaged=True))
        return sorted(marks)

    def _mentions(self, source: PassageSource, within: Span) -> Iterator[tuple[Span, int]]:
        for part, value in self._dnr:
            for mention in source.dnr:
                if value in dnr_keys(mention.dnr) and _inside(mention.dnr.span, within):
                    yield mention.dnr.span, part
        for part, half in self._halves:
            for mention in source.dnr:
                if half.matches(mention.dnr) and _inside(mention.dnr.span, within):
                    yield mention.dnr.span, part
        if self._keys:
            yield from self._citing(source, within)
        for part, asked in self._concluded:
            for one in source.held(asked.column):
                if one.value in asked.values and (one.certain or asked.unsure) and _inside(one.span, within):
                    yield one.span, part

    def _citing(self, source: PassageSource, within: Span) -> Iterator[tuple[Span, int]]:
        """Where the document cites what the query asks for; a lone number with all that it belongs to."""
        here = [citation for citation in source.citations if _inside(citation.span, within)]
        groups = citation_groups(source.text, here)
        for citation in here:
            ancestors = key_ancestors(citation.key)
            for part, keys in self._keys:
                if not keys.isdisjoint(ancestors):
                    yield widened(source.text, citation, groups), part


class _Damage:
    """The damaged stretches of a document (in rising order), asked by place."""

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def at(self, span: Span) -> bool:
        index = bisect_right(self._starts, span.start) - 1
        return index >= 0 and span.start < self._spans[index].end

    def marks(self, places: list[Span], part: int) -> Iterable[Mark]:
        """Places that answer a part, as marks."""
        if not self._spans:
            return _marks(places, part, damaged=False)
        return (Mark(span, part, self.at(span)) for span in places)


# A common word has hundreds of marks on a page of hits: made without a step through Python for each.
_as_mark = cast(Callable[[tuple[Span, int, bool]], Mark], partial(tuple.__new__, Mark))


def _marks(places: list[Span], part: int, *, damaged: bool) -> Iterable[Mark]:
    return map(_as_mark, zip(places, repeat(part), repeat(damaged)))


def _phrase(words: WordIndex, forms: tuple[str, ...], within: Span | None) -> list[Span]:
    """The places where word forms stand one after the other."""
    numbers = [number for form in forms if (number := words.form(form)) is not None]
    if len(numbers) < len(forms):
        return []
    return words.spans(words.runs_of(numbers, words.within(within)), run=len(forms))


def _inside(span: Span, within: Span) -> bool:
    return within.start <= span.start < span.end <= within.end


def merged(marks: list[Mark]) -> tuple[Span, ...]:
    """The places of marks (by place) without overlaps."""
    spans: list[Span] = []
    for mark in marks:
        if spans and mark.span.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, mark.span.end))
        else:
            spans.append(mark.span)
    return tuple(spans)
