"""Where a query's words stand in a document: the marks of snippets and of the document page.

The document is read word by word with the same keys that its index terms were made of, so that a mark stands
wherever the engine found something, and nowhere else.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from remissarkiv.assessments import held
from remissarkiv.citations import key_ancestors
from remissarkiv.dnr import HalfDnr, dnr_keys
from remissarkiv.domain import Document, Span
from remissarkiv.language.keys import word_keys
from remissarkiv.language.lexicon import base_lexicon
from remissarkiv.language.misread import misread_words
from remissarkiv.language.parts import part_keys
from remissarkiv.language.skeleton import raw_keys
from remissarkiv.language.tokens import Token, tokenize
from remissarkiv.query import tree
from remissarkiv.search.citation_groups import citation_groups, widened
from remissarkiv.search.joined_words import joined_words
from remissarkiv.search.words import QueryWords, WordForms, forms_of, raw_prefix, wanted_leaves


class Mark(NamedTuple):
    """A found place: its span, the part of the query it answers, whether it stands on a damaged page."""

    span: Span
    part: int
    damaged: bool


@dataclass(frozen=True, slots=True)
class _WordProbe:
    part: int
    keys: frozenset[str]
    raw: frozenset[str]
    beginning: str = ""
    raw_beginning: str | None = None

    def legible(self, word: str, keys: frozenset[str]) -> bool:
        if self.beginning:
            return word.startswith(self.beginning)
        return not self.keys.isdisjoint(keys)

    def by_skeleton(self, word: str) -> bool:
        if self.raw_beginning is not None:
            return any(key.startswith(self.raw_beginning) for key in raw_keys(word))
        return not self.raw.isdisjoint(raw_keys(word))


class Matcher:
    """Finds the places in a document that answer a query; parts under `INTE` are not looked for.

    `words` are those the engine was asked by; without them the query is read by Swedish alone.
    """

    def __init__(self, query: tree.Tree, words: QueryWords | None = None) -> None:
        self._query_words = words or QueryWords(query, base_lexicon())
        self._words: list[_WordProbe] = []
        self._phrases: list[tuple[int, tuple[str, ...]]] = []
        self._dnr: list[tuple[int, str]] = []
        self._halves: list[tuple[int, HalfDnr]] = []
        self._keys: list[tuple[int, frozenset[str]]] = []
        self._concluded: list[tuple[int, tree.ConcludedQ]] = []
        self._seen: dict[str, tuple[int, ...]] = {}
        self._seen_misread: dict[str, tuple[int, ...]] = {}
        compounds = joined_words(query, self._query_words)
        for part, leaf in enumerate(wanted_leaves(query)):
            self._add(part, leaf)
            if isinstance(leaf, tree.Word):
                for forms in compounds.get(leaf, ()):
                    self._add_probe(part, forms)
        self._openings = {forms[0] for _, forms in self._phrases}

    def _add(self, part: int, leaf: tree.Leaf) -> None:
        match leaf:
            case tree.Word(text):
                self._add_words(part, text)
            case tree.Prefix(text):
                *before, last = forms_of(text)
                for word in before:
                    self._add_words(part, word)
                self._words.append(_WordProbe(part, frozenset(), frozenset(), last, raw_prefix(last)))
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
            self._add_probe(part, forms, forms.fuzzy)

    def _add_probe(self, part: int, forms: WordForms, fuzzy: tuple[str, ...] = ()) -> None:
        self._words.append(_WordProbe(part, frozenset(forms.all_keys), frozenset((*forms.raw, *fuzzy))))

    @property
    def looks_for_text(self) -> bool:
        """Whether anything in the query can stand in a text at all."""
        identifiers = self._dnr or self._halves or self._keys
        return bool(self._words or self._phrases or identifiers or self._concluded)

    def marks(self, document: Document, within: Span | None = None) -> list[Mark]:
        """The marks in the document's text (or in a stretch of it), by place."""
        within = within or Span(0, len(document.text))
        damage = _Damage(document.damaged)
        marks = [Mark(span, part, damage.at(span)) for span, part in self._mentions(document, within)]
        if self._words or self._phrases:
            marks.extend(self._in_words(document.text[slice(*within)], within.start, damage))
        if any(probe.raw or probe.raw_beginning for probe in self._words):
            marks.extend(self._in_misread(document, within))
        return sorted(set(marks))

    def _mentions(self, document: Document, within: Span) -> Iterator[tuple[Span, int]]:
        for part, value in self._dnr:
            for mention in document.dnr:
                if value in dnr_keys(mention.dnr) and _inside(mention.dnr.span, within):
                    yield mention.dnr.span, part
        for part, half in self._halves:
            for mention in document.dnr:
                if half.matches(mention.dnr) and _inside(mention.dnr.span, within):
                    yield mention.dnr.span, part
        if self._keys:
            yield from self._citing(document, within)
        for part, asked in self._concluded:
            for one in held(document, asked.column):
                if one.value in asked.values and (one.certain or asked.unsure) and _inside(one.span, within):
                    yield one.span, part

    def _citing(self, document: Document, within: Span) -> Iterator[tuple[Span, int]]:
        """Where the document cites what the query asks for; a lone number with all that it belongs to."""
        here = [citation for citation in document.citations if _inside(citation.span, within)]
        groups = citation_groups(document.text, here)
        for citation in here:
            ancestors = key_ancestors(citation.key)
            for part, keys in self._keys:
                if not keys.isdisjoint(ancestors):
                    yield widened(document.text, citation, groups), part

    def _in_words(self, text: str, offset: int, damage: "_Damage") -> Iterator[Mark]:
        tokens = list(tokenize(text))
        for index, token in enumerate(tokens):
            found = self._seen.get(token.text)
            if found is None:
                found = self._seen[token.text] = self._look_at(token.text)
            if found:
                span = token.span.shift(offset)
                damaged = damage.at(span)
                for part in found:
                    yield Mark(span, part, damaged)
            if token.text in self._openings:
                for part, forms in self._phrases:
                    if _stands_at(tokens, index, forms):
                        end = tokens[index + len(forms) - 1].span.end
                        span = Span(token.span.start, end).shift(offset)
                        yield Mark(span, part, damage.at(span))

    def _look_at(self, word: str) -> tuple[int, ...]:
        """The parts of the query that a word answers as it stands."""
        keys = frozenset(word_keys(word)).union(part_keys(word))
        return tuple(probe.part for probe in self._words if probe.legible(word, keys))

    def _in_misread(self, document: Document, within: Span) -> Iterator[Mark]:
        """The places of the words that were read as something the query looks for."""
        for misread in misread_words(document, within):
            found = self._seen_misread.get(misread.word)
            if found is None:
                found = self._seen_misread[misread.word] = tuple(
                    probe.part for probe in self._words if probe.by_skeleton(misread.word)
                )
            for part in found:
                yield Mark(misread.span, part, damaged=True)


class _Damage:
    """The damaged stretches of a document (in rising order), asked by place."""

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def at(self, span: Span) -> bool:
        index = bisect_right(self._starts, span.start) - 1
        return index >= 0 and span.start < self._spans[index].end


def _inside(span: Span, within: Span) -> bool:
    return within.start <= span.start < span.end <= within.end


def _stands_at(tokens: list[Token], index: int, forms: tuple[str, ...]) -> bool:
    if index + len(forms) > len(tokens):
        return False
    return all(tokens[index + step].text == form for step, form in enumerate(forms))


def merged(marks: list[Mark]) -> tuple[Span, ...]:
    """The places of marks (by place) without overlaps."""
    spans: list[Span] = []
    for mark in marks:
        if spans and mark.span.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, mark.span.end))
        else:
            spans.append(mark.span)
    return tuple(spans)
