"""What is found, in which order, and what the officer is told."""

from collections.abc import Callable
from typing import Any

import pytest

from remissarkiv.domain import Kind, Motionar, StoredDocument
from remissarkiv.errors import UsageError

Build = Callable[..., StoredDocument]


@pytest.fixture
def filled(shelf: Any, build: Build) -> Any:
    shelf.put(
        build(
            "a",
            "Kommunen ger skuldråd och juridisk rådgivning till enskilda. Dnr SOF 2025/424. "
            "Se 2 kap. 1 § kommunallagen.",
            title="Svar på remiss av motion om rådgivning",
            year=2025,
            namnd="Socialnämnden",
        ),
        build(
            "b",
            "Böckerna i stadens bibliotek. Rådgivningen är kort. Dnr KUN 2021/88, jfr SOF 2025-424.",
            title="Yttrande över böcker",
            kind=Kind.YTTRANDE,
            year=2021,
            namnd="Kulturnämnden",
        ),
        build(
            "c",
            "Motion om en bok för alla EU-medborgare, till kommunstyrelsens arbetsutskott.",
            title="Motion om bok",
            kind=Kind.MOTION,
            year=2018,
            namnd="Kommunstyrelsen",
            motioner=(Motionar("Åsa Nilsson Söderström", "L"), Motionar("Per Ek", "SD")),
        ),
        build("d", "Hemlig handling om rådgivning.", collection="sluten", namnd="Överförmyndarnämnden"),
    )
    return shelf


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("rådgivning", ["a", "b"]),
        ("bok", ["c", "b"]),
        ("böcker", ["b", "c"]),
        ("juridisk rådgivning", ["a"]),
        ("rådgivning till enskilda", ["a"]),
        ('"rådgivning till enskilda"', ["a"]),
        ('"rådgivning enskilda"', []),
        ("rådgivning INTE juridisk", ["b"]),
        ("juridisk ELLER bibliotek", ["a", "b"]),
        ("(juridisk ELLER bibliotek) enskilda", ["a"]),
        ("medborgare", ["c"]),
        ("skuld*", ["a"]),
        ("och/eller bibliotek", ["b"]),
        ("SOF 2025/424", ["a", "b"]),
        ("dnr:2025/424", ["a", "b"]),
        ("dnr:424/2025", ["a", "b"]),
        ("dnr:KUN 2021/88", ["b"]),
        ("böckerna sof 2025-424", ["b"]),
        ('lag:"2 kap. 1 § kommunallagen"', ["a"]),
        ('lag:"2 kap. 1-3 §§ kommunallagen"', ["a"]),
        ('lag:"2 kap. kommunallagen"', ["a"]),
        ("lag:2017:725", ["a"]),
        ('lag:"2 kap. 2 § kommunallagen"', []),
        ("enskilda 2 kap. 1 § KL", ["a"]),
        ("typ:motioner", ["c"]),
        ("typ:(motion ELLER yttrande) år:2019-", ["b"]),
        ("nämnd:social", ["a"]),
        ("NAMND:SOCIALNAMNDEN", ["a"]),
        ("nämnd:socialnämndens", ["a"]),
        ("år:2018-2021", ["b", "c"]),
        ("år:-2018", ["c"]),
        ("parti:liberalerna", ["c"]),
        ("parti:s", []),
        ("parti:sd", ["c"]),
        ("motionär:nilsson", ["c"]),
        ('motionar:"asa soderstrom"', ["c"]),
        ("motionär:ek", ["c"]),
        ("titel:bok", ["c", "b"]),
        ('titel:"om bok"', ["c"]),
        ("titel:yttr*", ["b"]),
        ("*", ["a", "b", "c"]),
        ("INTE rådgivning", ["c"]),
        ("hemlig", []),
        ("", []),
    ],
)
def test_what_a_query_finds(filled: Any, query: str, ids: list[str]) -> None:
    found = filled.found(query)
    assert sorted(found) == sorted(ids)
    if query in ("bok", "titel:bok", "rådgivning", "*"):
        assert found == ids


def test_the_word_that_no_document_has_is_named(filled: Any) -> None:
    (problem,) = filled.searcher.search("rådgivning elefant", filled.everyone).problems
    assert "”elefant”" in problem.message
    assert "rådgivning elefant"[slice(*problem.span)] == "elefant"


def test_words_that_are_never_together_are_told(filled: Any) -> None:
    (problem,) = filled.searcher.search("juridisk bibliotek", filled.everyone).problems
    assert "allt detta på en gång" in problem.message


def test_a_phrase_that_is_only_there_as_words_is_told(filled: Any) -> None:
    (problem,) = filled.searcher.search('"enskilda rådgivning"', filled.everyone).problems
    assert "utan citattecken finns 1 dokument" in problem.message


def test_advice_never_tells_of_closed_collections(filled: Any) -> None:
    (problem,) = filled.searcher.search("rådgivning hemlig", filled.everyone).problems
    assert "”hemlig”" in problem.message
    (problem,) = filled.searcher.search("nämnd:gatunämnden", filled.everyone).problems
    assert "Kulturnämnden" in problem.message
    assert "Överförmyndarnämnden" not in problem.message
    assert "Överförmyndarnämnden" in filled.searcher.search("nämnd:gatu", filled.insider).problems[0].message


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("rådgivning till bok", [("Ord", "rådgivning, bok"), ("Utelämnat", "till")]),
        (
            '"juridisk rådgivning" skuld*',
            [("Fras", "”juridisk rådgivning”"), ("Ord", "skuld… (alla ord som börjar så)")],
        ),
        ("nämnd:social typ:motioner", [("Nämnd", "Socialnämnden"), ("Typ", "Motion")]),
        ("år:2018- INTE bok", [("År", "från och med 2018"), ("Inte", "bok")]),
        ("bok ELLER böcker", [("Ord", "bok eller böcker")]),
        ("bok ELLER år:2018", [("Något av", "bok eller år 2018")]),
        ("sof 2025-424", [("Dnr", "SOF 2025/424")]),
        ("*", [("Allt", "alla dokument")]),
        ("", []),
    ],
)
def test_how_the_query_was_understood(filled: Any, query: str, said: list[tuple[str, str]]) -> None:
    answer = filled.searcher.search(query, filled.everyone)
    assert [(entry.label, entry.value) for entry in answer.understood] == said


def test_a_lagrum_is_shown_by_its_name(filled: Any) -> None:
    (entry,) = filled.searcher.search("2 kap. 1 § KL", filled.everyone).understood
    assert entry.label == "Lagrum"
    assert "kommunallagen" in entry.value


def test_facets_count_every_hit_the_caller_may_see(filled: Any) -> None:
    answer = filled.searcher.search("*", filled.everyone, limit=1, facets=True)
    assert answer.total == 3
    assert len(answer.hits) == 1
    assert answer.facets["kind"] == (("motion", 1), ("tjänsteutlåtande", 1), ("yttrande", 1))
    assert answer.facets["year"] == (("2025", 1), ("2021", 1), ("2018", 1))
    assert "Överförmyndarnämnden" not in dict(answer.facets["namnd"])
    assert filled.searcher.search("*", filled.everyone).facets == {}


def test_filters_narrow_hits_and_counts(filled: Any) -> None:
    filters = {"kind": ["motion", "yttrande"], "year": ["2018"]}
    answer = filled.searcher.search("*", filled.everyone, facets=True, filters=filters)
    assert [hit.id for hit in answer.hits] == ["c"]
    assert answer.facets["kind"] == (("motion", 1),)
    unknown = filled.searcher.search("", filled.everyone, filters={"kind": ["motion"], "färg": ["blå"]})
    assert [hit.id for hit in unknown.hits] == ["c"]
    assert unknown.problems == ()


def test_all_hits_come_without_snippets_in_the_same_order(filled: Any) -> None:
    everything = filled.searcher.search("rådgivning", filled.everyone, limit=None)
    paged = [filled.searcher.search("rådgivning", filled.everyone, limit=1, offset=n).hits[0] for n in (0, 1)]
    assert [hit.id for hit in everything.hits] == [hit.id for hit in paged]
    assert all(hit.snippets == () for hit in everything.hits)
    assert all(hit.snippets for hit in paged)


def test_sorted_by_date(filled: Any) -> None:
    found = filled.searcher.search("bok", filled.everyone, sort="datum")
    assert [hit.id for hit in found.hits] == ["b", "c"]
    with pytest.raises(UsageError, match="relevans, datum"):
        filled.searcher.search("bok", filled.everyone, sort="färg")


def test_a_hit_tells_what_a_list_shows(filled: Any) -> None:
    (hit,) = filled.searcher.search("juridisk", filled.everyone).hits
    assert (hit.title, hit.kind, hit.namnd) == (
        "Svar på remiss av motion om rådgivning",
        "tjänsteutlåtande",
        "Socialnämnden",
    )
    assert hit.dnr == ("SOF 2025/424",)
    assert hit.path == "a.txt"
    assert hit.date is not None
    assert hit.score > 0


def test_a_document_gone_from_the_catalog_is_left_out(filled: Any) -> None:
    with filled.catalog.write() as writer:
        writer.remove("a")
    answer = filled.searcher.search("rådgivning", filled.everyone)
    assert [hit.id for hit in answer.hits] == ["b"]
    assert answer.total == 1


def test_parentheses_in_each_other_are_told_in_bounded_work(filled: Any) -> None:
    """Fifty levels described twice each would not end."""
    answer = filled.searcher.search("(bok ELLER år:2018 ELLER " * 60, filled.everyone)
    assert answer.understood[0].label == "Något av"
