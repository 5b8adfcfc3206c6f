"""Queries typed without å, ä, ö or with a slip of the finger."""

from collections.abc import Callable
from typing import Any

import pytest

from remissarkiv.domain import StoredDocument

Build = Callable[..., StoredDocument]


@pytest.fixture
def filled(shelf: Any, build: Build) -> Any:
    shelf.put(
        build("a", "Socialnämnden ger rådgivning. Remissvar till tjänsteutlåtande enligt kommunallagen."),
        build("b", "Åsa Söderström begärde skuldrådgivning hos förvaltningen.", title="Motion om lån"),
        build("c", "Svar på motion. Han for till staden.", title="Svar"),
        *(build(f"l{n}", f"Ett lån och ett mål nummer {n} i länet.") for n in range(12)),
        build("h", "Överförmyndarnämndens hemliga kvicksilver.", collection="sluten"),
    )
    return shelf


def said(shelf: Any, query: str) -> str:
    return " · ".join(entry.value for entry in shelf.searcher.search(query, shelf.everyone).understood)


def suggested(shelf: Any, query: str, access: Any = None, **options: Any) -> str | None:
    found: str | None = shelf.searcher.search(query, access or shelf.everyone, **options).suggestion
    return found


@pytest.mark.parametrize(
    ("typed", "meant", "id"),
    [
        ("socialnamnden", "socialnämnden", "a"),
        ("radgivning", "rådgivning", "a"),
        ("Soderstrom", "Söderström", "b"),
        ("forvaltningen", "förvaltningen", "b"),
        ("skuldradgivning", "skuldrådgivning", "b"),
        ("tjansteutlatandet", "tjänsteutlåtandet", "a"),
    ],
)
def test_a_word_typed_without_dots_is_understood_and_told(
    filled: Any, typed: str, meant: str, id: str
) -> None:
    assert filled.found(typed) == filled.found(meant)
    assert filled.found(typed)[0] == id
    assert said(filled, typed) == f"{meant} (skrivet {typed})"
    assert suggested(filled, typed) is None


def test_what_was_meant_is_marked(filled: Any) -> None:
    (hit,) = filled.searcher.search("soderstrom", filled.everyone).hits
    (snippet,) = hit.snippets
    assert [snippet.text[slice(*span)] for span in snippet.highlights] == ["Söderström"]


@pytest.mark.parametrize(
    "word", ["svar", "for", "mal", "lan", "motion", "fritidskort", "Karlsson", "xyzzy", "2025"]
)
def test_a_word_that_is_one_stays_what_it_is(filled: Any, word: str) -> None:
    assert said(filled, word) == word


def test_a_real_word_with_a_far_commoner_twin_gets_a_suggestion_only(filled: Any) -> None:
    assert filled.found("mal") == []
    assert suggested(filled, "mal") == "mål"
    assert suggested(filled, "svar") is None
    assert filled.found("for") == ["c"]


def test_a_title_is_understood_too(filled: Any, build: Build) -> None:
    filled.put(build("t", "Text.", title="Skuldrådgivning i kommunen"))
    assert filled.found("titel:skuldradgivning") == ["t"]
    assert said(filled, "titel:skuldradgivning") == "skuldrådgivning (skrivet skuldradgivning)"


def test_in_quotation_marks_the_right_spelling_is_only_suggested(filled: Any) -> None:
    assert filled.found('"ger radgivning"') == []
    assert suggested(filled, '"ger radgivning"') == '"ger rådgivning"'
    assert suggested(filled, '"tar radgivning"') is None


@pytest.mark.parametrize(
    ("query", "better"),
    [
        ("soclianämnden", "socialnämnden"),
        ("tjänsteutlåtnade", "tjänsteutlåtande"),
        ("remisvar", "remissvar"),
        ("kommunallgen", "kommunallagen"),
        ("Kommunallgen", "Kommunallagen"),
        ("KOMMUNALLGEN", "KOMMUNALLAGEN"),
        ("soclianamnden", "socialnämnden"),
        ("skuldrådgivnnig", "skuldrådgivning"),
        ("rådgivning remisvar år:-2030 INTE hund", None),
        ("rådgivning remisvar INTE hund", "rådgivning remissvar INTE hund"),
        ("(remisvar ELLER skola) kommunallgen", "(remissvar ELLER skola) kommunallagen"),
        ('"ger rådgivning" soclianämnden', '"ger rådgivning" socialnämnden'),
        ("rådgivning", None),
        ("elefant", None),
        ("remisvar ELLER lån", "remissvar ELLER lån"),
        ("titel:remisvar", None),
        ("INTE remisvar", None),
    ],
)
def test_did_you_mean(filled: Any, query: str, better: str | None) -> None:
    assert suggested(filled, query) == better


def test_a_suggestion_finds_something_and_replaces_nothing(filled: Any) -> None:
    answer = filled.searcher.search("remisvar ELLER söderström", filled.everyone)
    assert [hit.id for hit in answer.hits] == ["b"]
    assert filled.searcher.search(answer.suggestion, filled.everyone).total == 2
    assert suggested(filled, "remisvar", filters={"kind": ["motion"]}) is None
    assert suggested(filled, "remisvar snöskottning") is None


def test_a_misspelling_that_stands_in_one_document_still_gets_the_right_word(
    filled: Any, build: Build
) -> None:
    filled.put(build("fel", "Remissvvar saknas."), *(build(f"r{n}", f"Remissvar {n}.") for n in range(25)))
    assert filled.found("remissvvar") == ["fel"]
    assert suggested(filled, "remissvvar") == "remissvar"


def test_what_only_a_closed_collection_has_is_never_suggested(filled: Any) -> None:
    assert suggested(filled, "kvicksivler", filled.insider) == "kvicksilver"
    assert suggested(filled, "kvicksivler") is None
    assert suggested(filled, "överförmyndarnämdens") is None


@pytest.mark.parametrize("piece", ["qzx", "kvrndmd ", "(", '"remisvar" ', "remisvar ELLER "])
def test_a_hostile_query_costs_as_it_is_long(filled: Any, growth: Callable[..., float], piece: str) -> None:
    assert growth(lambda query: filled.searcher.search(query, filled.everyone), piece, small=2_000) <= 10
