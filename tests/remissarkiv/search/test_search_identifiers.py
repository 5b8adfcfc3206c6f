"""Dnr, whole and half, and lagrum: what they find, what is said of them."""

from collections.abc import Callable
from typing import Any

import pytest

from remissarkiv.domain import StoredDocument

Build = Callable[..., StoredDocument]


@pytest.fixture
def filled(shelf: Any, build: Build) -> Any:
    shelf.put(
        build("a", "Dnr KS 2025/448. Enligt 2 kap. 1 § andra stycket kommunallagen (2017:725) gäller det."),
        build("b", "Dnr KS 2025/4480. Enligt 2 kap. 2 § kommunallagen (2017:725) gäller det."),
        build("c", "Dnr SN 2024/448. Enligt 2 kap. 1 § kommunallagen (1991:900) gäller det."),
        build("d", "Ärendet har diarienummer 2025/448. Se lagen (2031:9999) om prov, 5 § lagen (2031:9999)."),
        build("e", "Klockan 2025 var det 448 grader och inget Dnr. Handlingen nämner 99 kap. 1 § i en lag."),
        build("f", "Dnr KS 2025/449.", collection="sluten"),
    )
    return shelf


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("KS 2025/448", "a"),
        ("2025/448", "ad"),
        ("448/2025", "ad"),
        ("dnr:448", "acd"),
        ("dnr:0448", "acd"),
        ("dnr:KS 448", "a"),
        ('dnr:"KS 448"', "a"),
        ("dnr:KS", "ab"),
        ("dnr:KS 2025", "ab"),
        ("dnr:2025", "abd"),
        ("KS 2025/44*", "ab"),
        ("dnr:KS 2025/44*", "ab"),
        ("2025/44*", "abd"),
        ("dnr:2025/44*", "abd"),
        ("dnr:449", ""),
        ('dnr:"KS 2025/448, SN 2024/448"', "ac"),
        ("dnr:448 INTE dnr:SN", "ad"),
        ("lag:KL", "ab"),
        ("lag:2 kap. KL", "ab"),
        ("lag:2:1 KL", "a"),
        ('lag:"2 kap. 1 § andra stycket KL"', "a"),
        ('lag:"2 kap. 1 § första stycket KL"', ""),
        ('lag:"2:1, 2:2 KL"', "ab"),
        ("lag:2 kap. 1-3 §§ KL", "ab"),
        ("lag:gamla kommunallagen", "c"),
        ("lag:(2:1 KL ELLER 1991:900)", "ac"),
        ("lag:2031:9999", "d"),
    ],
)
def test_what_an_identifier_finds(filled: Any, query: str, ids: str) -> None:
    assert sorted(filled.found(query)) == sorted(ids)


def test_a_lagrum_among_words_does_not_find_the_older_act_by_its_spelling(shelf: Any, build: Build) -> None:
    shelf.put(
        build("äldre", "Enligt 2 kap. 1 § kommunallagen (1991:900), som skrivs 2 kap. 1 § kommunallagen.")
    )
    assert shelf.found("2 kap. 1 § kommunallagen") == []
    assert shelf.found('"2 kap. 1 § kommunallagen"') == ["äldre"]


@pytest.mark.parametrize(
    ("query", "label", "value", "as_words"),
    [
        ("ks2025/448-3", "Dnr", "KS 2025/448", '"ks2025/448-3"'),
        ("Dnr KS 2025/448, gäller", "Dnr", "KS 2025/448", '"Dnr KS 2025/448", gäller'),
        ("KS 2025/44*", "Dnr", "KS 2025/44…", '"KS 2025/44*"'),
        ("gäller 2:1 KL", "Lagrum", "2 kap. 1 § kommunallagen (2017:725)", 'gäller "2:1 KL"'),
        ("dnr:KS 2025/448", "Dnr", "KS 2025/448", ""),
        ("lag:2:1 KL", "Lagrum", "2 kap. 1 § kommunallagen (2017:725)", ""),
        ("dnr:448", "Dnr", "nummer 448 (alla år)", ""),
        ("dnr:KS 2025", "Dnr", "alla i KS 2025", ""),
        ("dnr:2025", "Dnr", "alla från 2025", ""),
        ("dnr:KS", "Dnr", "alla i KS", ""),
    ],
)
def test_what_was_recognised_is_told_with_the_way_to_plain_words(
    filled: Any, query: str, label: str, value: str, as_words: str
) -> None:
    answer = filled.searcher.search(query, filled.everyone)
    (entry,) = [entry for entry in answer.understood if entry.label == label]
    assert (entry.value, entry.as_words) == (value, as_words)
    if as_words:
        again = filled.searcher.search(as_words, filled.everyone)
        assert not {"Dnr", "Lagrum"} & {entry.label for entry in again.understood}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("KS 2025/999", "Inget dokument har eller nämner Dnr KS 2025/999."),
        ("dnr:999", "Inget Dnr i arkivet är ett sådant: nummer 999 (alla år)."),
        ("dnr:KS 2025/449", "Inget dokument har eller nämner Dnr KS 2025/449."),
        ("lag:2:9 KL", "Inget dokument hänvisar till 2 kap. 9 § kommunallagen (2017:725)."),
        ("gäller KS 2025/999", "Inget dokument har eller nämner Dnr KS 2025/999."),
        ("lag:2:1", "Vilken lag menas med ”2:1”?"),
        ("lag:2032:1", "Ingen lag med numret 2032:1 är känd; söker efter det som står."),
    ],
)
def test_what_finds_nothing_says_why(filled: Any, query: str, said: str) -> None:
    messages = [problem.message for problem in filled.searcher.search(query, filled.everyone).problems]
    assert any(message.startswith(said) for message in messages), messages


def test_the_place_of_half_a_dnr_is_marked(filled: Any) -> None:
    (hit,) = filled.searcher.search("dnr:SN 2024/4*", filled.everyone).hits
    snippet = hit.snippets[0]
    assert [snippet.text[slice(*span)] for span in snippet.highlights] == ["SN 2024/448"]


def test_advice_points_into_what_was_typed_also_past_signs_that_are_not_seen(filled: Any) -> None:
    query = "gäl\u00adler elefant"
    (problem,) = filled.searcher.search(query, filled.everyone).problems
    assert query[slice(*problem.span)] == "elefant"


def test_a_provision_beyond_its_act_is_told_and_searched_as_it_stands(shelf: Any, build: Build) -> None:
    shelf.put(
        build("fel", "Se 9 kap. 1 § befogenhetslagen om detta."), build("rätt", "Se 2 kap. 7 § 2009:47.")
    )
    for query in ("9 kap. 1 § befogenhetslagen", "lag:9 kap. 1 § befogenhetslagen"):
        answer = shelf.searcher.search(query, shelf.everyone)
        assert [hit.id for hit in answer.hits] == ["fel"]
        (problem,) = answer.problems
        assert problem.message == (
            "9 kap. 1 § finns inte i befogenhetslagen (2009:47); söker efter det som står."
        )


def test_the_number_of_a_report_is_found_as_it_is_spelled(shelf: Any, build: Build) -> None:
    shelf.put(build("rapport", "Statskontorets rapport Förbättrad kontroll (2025:7) remitteras."))
    assert shelf.found("Förbättrad kontroll (2025:7)") == ["rapport"]
    assert shelf.found("Statskontorets rapport 2025:7") == ["rapport"]
