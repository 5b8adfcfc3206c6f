"""Words near each other, signs for letters, words with slips and days: hits, marks and what is said."""

from collections.abc import Callable

import pytest

from remissarkiv.domain import StoredDocument
from remissarkiv.engines.whoosh.leaf import MOST_TERMS

Build = Callable[..., StoredDocument]


@pytest.fixture(params=["memory", "whoosh"])
def filled(shelf, build: Build):  # type: ignore[no-untyped-def]  # the fixtures of this folder
    shelf.put(
        build("nära", "Kommunen ger juridisk rådgivning till hushåll.", year=2010),
        build("omvänt", "Rådgivningen, som kommunerna länge gett, är uppskattad.", year=2012),
        build("långt", f"Kommunen {'och ' * 40} rådgivning.", year=2014),
        build("skol", "Elevernas skolresebidrag och skolbidraget höjs.", year=2010),
        build("bostad", "Ett bostadsbidrag söks.", title="Försörjningsbidrag"),
        build("organ", "Vår organisation och deras organization.", year=2011),
        build("slarv", "Den juridiska rådgivnigen kostar.", year=2013),
        build("dold", "Kommunal rådgivning och skolbidrag.", collection="sluten"),
    )
    return shelf


def marked(shelf, query: str, document_id: str) -> set[str]:  # type: ignore[no-untyped-def]
    hit = next(hit for hit in shelf.searcher.search(query, shelf.everyone).hits if hit.id == document_id)
    return {snippet.text[start:end].lower() for snippet in hit.snippets for start, end in snippet.highlights}


@pytest.mark.parametrize("shelf", ["memory", "whoosh"], indirect=True)
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kommun NÄRA/5 rådgivning", {"nära", "omvänt"}),
        ("kommun NÄRA/2 rådgivning", {"nära", "omvänt"}),
        ("kommun NÄRA/1 rådgivning", {"omvänt"}),
        ("rådgivning NÄRA/100 kommun", {"nära", "omvänt", "långt"}),
        ('"kommunen rådgivning"~5', {"nära"}),
        ('"rådgivning kommunen"~5', {"nära"}),
        ("kommun NÄRA/5 rådgivning INTE hushåll", {"omvänt"}),
        ("*bidrag", {"skol", "bostad"}),
        ("skol*bidrag", {"skol"}),
        ("organi?ation", {"organ"}),
        ("titel:*bidrag", {"bostad"}),
        ("rådgivnigen~", {"slarv", "omvänt"}),
        ("elev NÄRA/2 skolbidrag", {"skol"}),
        ("datum:2010-01-01..2011-06-30", {"nära", "skol", "organ"}),
        ("datum:2012-06..", {"omvänt", "långt", "slarv"}),
        ("datum:..2010 kommun", {"nära"}),
        ("år:2013-", {"långt", "slarv"}),
        ("år:-2010", {"nära", "skol"}),
        ("år:2010..2011", {"nära", "skol", "organ"}),
    ],
)
def test_each_operator_finds_what_it_says(filled, query: str, expected: set[str]) -> None:  # type: ignore[no-untyped-def]
    assert set(filled.found(query)) == expected


@pytest.mark.parametrize("shelf", ["memory", "whoosh"], indirect=True)
@pytest.mark.parametrize(
    ("query", "document_id", "words"),
    [
        ("kommun NÄRA/5 rådgivning", "nära", {"kommunen", "rådgivning"}),
        ("kommun NÄRA/5 rådgivning", "omvänt", {"kommunerna", "rådgivningen"}),
        ('"kommunen rådgivning"~5', "nära", {"kommunen", "rådgivning"}),
        ("skol*bidrag", "skol", {"skolresebidrag"}),
        ("organi?ation", "organ", {"organisation", "organization"}),
        ("rådgivningen~", "slarv", {"rådgivnigen"}),
    ],
)
def test_the_words_found_are_marked(  # type: ignore[no-untyped-def]
    filled, query: str, document_id: str, words: set[str]
) -> None:
    assert marked(filled, query, document_id) == words


def test_a_word_as_typed_comes_before_those_with_slips(filled) -> None:  # type: ignore[no-untyped-def]
    assert filled.found("rådgivningen~")[-1] == "slarv"
    assert filled.found("rådgivningen~")[0] == "omvänt"


@pytest.mark.parametrize(
    ("query", "label", "value", "note"),
    [
        (
            "kommun NÄRA/5 rådgivning",
            "Nära varandra",
            "kommun och rådgivning (högst 5 ord emellan, i vilken ordning som helst)",
            "i alla böjningar",
        ),
        (
            '"kommunal rådgivning"~0',
            "Nära varandra",
            "kommunal och rådgivning (intill varandra, i vilken ordning som helst)",
            "precis så, utan böjningar",
        ),
        ("skol*bidrag", "Ord", "skol*bidrag (alla ord som passar)", ""),
        ("rådgivning~", "Ord", "rådgivning (även en bokstav fel)", "i alla böjningar"),
        ("rådgivning~2", "Ord", "rådgivning (även två bokstäver fel)", "i alla böjningar"),
        ("datum:2010-01-01..2012-06-30", "Datum", "2010-01-01–2012-06-30", ""),
        ("datum:2010-06-", "Datum", "från och med 2010-06-01", ""),
    ],
)
def test_what_was_understood_is_told(  # type: ignore[no-untyped-def]
    filled, query: str, label: str, value: str, note: str
) -> None:
    (entry,) = filled.searcher.search(query, filled.everyone).understood
    assert (entry.label, entry.value) == (label, value)
    assert entry.note.startswith(note)


def test_words_that_stand_farther_apart_are_told_of(filled) -> None:  # type: ignore[no-untyped-def]
    found = filled.searcher.search("juridisk NÄRA/0 hushåll", filled.everyone)
    (problem,) = found.problems
    assert (
        "Ingen text har orden så nära varandra; var som helst i texten har 1 dokument dem" in problem.message
    )


def test_what_each_operator_adds_to_a_score_is_told(filled) -> None:  # type: ignore[no-untyped-def]
    for query, document_id, terms in (
        ("kommun NÄRA/5 rådgivning", "nära", ("kommun", "rådgivning")),
        ("skol*bidrag", "skol", ("skol*bidrag",)),
        ("rådgivningen~", "slarv", ("rådgivningen~1",)),
    ):
        told = filled.searcher.explain(query, [document_id], filled.everyone)[document_id]
        assert told[0].terms == terms


@pytest.mark.parametrize("shelf", ["whoosh"], indirect=True)
def test_too_broad_a_word_is_refused_with_a_sentence_at_its_place(shelf, build: Build) -> None:  # type: ignore[no-untyped-def]
    shelf.put(build("many", " ".join(f"n{number}ning" for number in range(MOST_TERMS + 1))))
    found = shelf.searcher.search("skola ELLER *ning", shelf.everyone, facets=True)
    assert (found.total, found.hits) == (0, ())
    (problem,) = found.problems
    assert f"”*ning” passar på mer än {MOST_TERMS} olika ord" in problem.message
    assert "Skriv fler bokstäver" in problem.message
    assert "skola ELLER *ning"[slice(*problem.span)] == "*ning"
    assert shelf.searcher.search("skola INTE *ning", shelf.everyone).problems
