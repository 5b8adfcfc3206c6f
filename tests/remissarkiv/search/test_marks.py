"""Marks stand on every word that answers a query, and on no other: the same as when a document is read word
by word."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from remissarkiv.bootstrap import open_archive
from remissarkiv.domain import Document, Span
from remissarkiv.language.keys import word_keys
from remissarkiv.language.lexicon import base_lexicon
from remissarkiv.language.misread import misread_words
from remissarkiv.language.parts import part_keys
from remissarkiv.language.skeleton import raw_keys
from remissarkiv.language.slips import slips_between
from remissarkiv.language.tokens import tokenize
from remissarkiv.passages import KeptSource, ReadSource, kept
from remissarkiv.query import parse, tree
from remissarkiv.search.highlights import Mark, Matcher
from remissarkiv.search.joined_words import joined_words
from remissarkiv.search.near_words import forms_near
from remissarkiv.search.snippets import snippets
from remissarkiv.search.words import QueryWords, forms_of, raw_prefix, wanted_leaves

QUERIES = (
    "skola",
    "böcker rådgivning",
    "skuld rådgivning",
    "rådgiv*",
    "s*",
    '"kommunal kompetens"',
    '"är" ELLER "socialnämnden är"',
    "skola INTE bok",
    "Hjemström Kvrndahl",
    "hjemst*",
    "socialnamnden",
    "och/eller EU-medborgare",
    "*givning",
    "sko?a ELLER b?k*n",
    "skola~ ELLER rådgivning~2",
    '"skola bok"~2 ELLER "är är"~5',
    "bok NÄRA/3 rådgivning",
)
EVERYTHING = (
    *QUERIES,
    "lag:KL",
    "2 kap. 1 § kommunallagen skola",
    "KS 2025/448",
    "dnr:448",
    'kompetens:"inte förenligt?"',
    "beslut:avslag rådgivning",
    "instans:socialnämnden",
    "typ:motion",
)


def near_numbers(forms: list[str], words: tuple[tuple[str, ...], ...], distance: int) -> set[int]:
    """The words in every stretch that holds them all."""
    found: set[int] = set()
    stretch = len(words) + distance
    for start in range(len(forms) if words else 0):
        inside = range(start, min(start + stretch, len(forms)))
        if all(sum(forms[n] in word for n in inside) >= words.count(word) for word in words):
            found |= {n for n in inside if any(forms[n] in word for word in words)}
    return found


def read_word_by_word(document: Document, query: str) -> list[Mark]:
    """The marks of words, phrases and beginnings, as a patient reader sets them."""
    meaning = parse(query).tree
    words = QueryWords(meaning, base_lexicon())
    compounds = joined_words(meaning, words)
    tokens = list(tokenize(document.text))
    misread = list(misread_words(document))

    def damaged(span: Span) -> bool:
        return any(stretch.start <= span.start < stretch.end for stretch in document.damaged)

    def marks() -> Iterator[Mark]:
        for part, leaf in enumerate(wanted_leaves(meaning)):
            keys: set[str] = set()
            raw: set[str] = set()
            beginning = None
            phrase: tuple[str, ...] = ()
            fits: Callable[[str], object] = {}.get
            near: tuple[tuple[tuple[str, ...], ...], int] = (), 0
            match leaf:
                case tree.Word(text):
                    for forms in words.forms(text):
                        keys.update(forms.all_keys)
                        raw.update((*forms.raw, *forms.fuzzy))
                    for forms in compounds.get(leaf, ()):
                        keys.update(forms.all_keys)
                        raw.update(forms.raw)
                case tree.Prefix(text):
                    (beginning,) = forms_of(text)
                case tree.Phrase(text):
                    phrase = forms_of(text)
                case tree.Wildcard(text):
                    fits = re.compile(text.replace("*", ".*").replace("?", ".")).fullmatch
                case tree.Fuzzy(text, edits):
                    for forms in words.forms(text):
                        keys.update(forms.all_keys)
                        raw.update((*forms.raw, *forms.fuzzy))
                    fits = lambda form: slips_between(text, form) <= edits  # noqa: E731
                case tree.Near(_, distance):
                    near = forms_near(leaf, words), distance
            for number in near_numbers([token.text for token in tokens], *near):
                yield Mark(tokens[number].span, part, damaged(tokens[number].span))
            for number, token in enumerate(tokens):
                found_by = {*word_keys(token.text), *part_keys(token.text)}
                begins = beginning is not None and token.text.startswith(beginning)
                if keys & found_by or begins or fits(token.text):
                    yield Mark(token.span, part, damaged(token.span))
                run = tokens[number : number + len(phrase)]
                if phrase and tuple(one.text for one in run) == phrase:
                    yield Mark(Span(token.span.start, run[-1].span.end), part, damaged(token.span))
            shape = raw_prefix(beginning) if beginning else None
            for one in misread:
                found_by = set(raw_keys(one.word))
                begins = shape is not None and any(key.startswith(shape) for key in found_by)
                if raw & found_by or begins:
                    yield Mark(one.span, part, damaged=True)

    return sorted(set(marks()))


def kept_source(document: Document) -> KeptSource:
    spans = [str([list(span) for span in spans]) for spans in (document.damaged, document.parted)]
    return KeptSource(kept(document), document.text, *spans, document.lexicon)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.data(), st.sampled_from(QUERIES))
def test_marks_are_those_of_a_patient_reader(
    any_document: st.SearchStrategy[Document], data: st.DataObject, query: str
) -> None:
    document = data.draw(any_document)
    matcher = Matcher(parse(query).tree)
    expected = read_word_by_word(document, query)
    assert matcher.marks(ReadSource(document)) == expected
    assert matcher.marks(kept_source(document)) == expected
    most = data.draw(st.integers(1, 5))
    for source in (ReadSource(document), kept_source(document)):
        assert matcher.marks(source, most=most)[:most] == expected[:most]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.data(), st.sampled_from(EVERYTHING))
def test_passages_of_a_kept_document_are_those_of_the_whole_one(
    any_document: st.SearchStrategy[Document], data: st.DataObject, query: str
) -> None:
    document = data.draw(any_document)
    matcher = Matcher(parse(query).tree)
    assert snippets(kept_source(document), matcher) == snippets(ReadSource(document), matcher)


def test_marks_and_passages_of_the_sample_archive(corpus_data: Path) -> None:
    with open_archive(None, data=corpus_data) as archive:
        access = archive.operator_access()
        ids = list(archive.catalog.all_ids())
        listed = archive.catalog.listed(ids, access)
        documents = archive.catalog.documents(ids, access)
    for query in EVERYTHING:
        matcher = Matcher(parse(query).tree)
        for stored in documents.values():
            source = listed[stored.id].source
            assert snippets(source, matcher) == snippets(ReadSource(stored.document), matcher), query
            if query in QUERIES:
                assert matcher.marks(source) == read_word_by_word(stored.document, query), query
