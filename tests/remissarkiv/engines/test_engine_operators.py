"""Words near each other, words with signs for letters, words with slips, days: what each engine answers."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from remissarkiv.domain import Access, IndexEntry
from remissarkiv.engines.interface import (
    And,
    Days,
    Engine,
    Everything,
    Fuzzy,
    Near,
    Node,
    Not,
    Phrase,
    SearchRequest,
    Term,
    Wildcard,
)
from remissarkiv.engines.registry import open_engine
from remissarkiv.engines.whoosh import leaf
from remissarkiv.engines.whoosh.leaf import MOST_TERMS
from remissarkiv.errors import TooBroadError

OPEN = Access(frozenset({"öppen"}))
MakeEntry = Callable[..., IndexEntry]


def store(engine: Engine, *entries: IndexEntry) -> None:
    with engine.writer() as writer:
        for entry in entries:
            writer.put(entry)
        writer.commit(engine.sequence() + 1)


def found(engine: Engine, node: Node) -> list[str]:
    return sorted(hit.id for hit in engine.search(SearchRequest(node, OPEN, None)).hits)


def score(engine: Engine, node: Node, document_id: str) -> float:
    hits = engine.search(SearchRequest(node, OPEN, None)).hits
    return next(hit.score for hit in hits if hit.id == document_id)


@pytest.fixture
def shelf(engine: Engine, make_entry: MakeEntry) -> Engine:
    store(
        engine,
        make_entry("next", "x kommunal rådgivning x x"),
        make_entry("turned", "rådgivning kommunal x x x"),
        make_entry("two-between", "kommunal x x rådgivning x"),
        make_entry("once", "råd x x x x"),
        make_entry("twice", "råd x råd x x"),
        make_entry("closed", "kommunal rådgivning", collection="sluten"),
    )
    store(engine, make_entry("later", "rådgivningen x kommunal x"))
    return engine


@pytest.mark.parametrize(
    ("distance", "expected"),
    [(0, ["next", "turned"]), (1, ["next", "turned"]), (2, ["next", "turned", "two-between"])],
)
def test_words_are_near_in_any_order_with_so_many_words_between(
    shelf: Engine, distance: int, expected: list[str]
) -> None:
    assert found(shelf, Near("exact", (("kommunal",), ("rådgivning",)), distance)) == expected


def test_a_word_may_be_any_of_its_forms_and_the_best_one_scores(shelf: Engine) -> None:
    forms = ("rådgivning", "rådgivningen", "rådgivningar")
    near = Near("exact", (("kommunal",), forms), 1, 2.0)
    assert found(shelf, near) == ["later", "next", "turned"]
    both = Term("exact", "kommunal"), Term("exact", "rådgivningen")
    assert score(shelf, near, "later") == pytest.approx(
        2 * sum(score(shelf, term, "later") for term in both), abs=2e-6
    )


def test_the_same_word_twice_needs_two_places(shelf: Engine) -> None:
    assert found(shelf, Near("exact", (("råd",), ("råd",)), 1)) == ["twice"]
    assert found(shelf, Near("exact", (("råd",), ("råd",)), 0)) == []
    assert found(shelf, Near("exact", (("råd",),), 0)) == ["once", "twice"]


def test_nothing_is_near_across_documents_or_without_words(shelf: Engine) -> None:
    assert found(shelf, Near("exact", (("kommunal",), ("råd",)), 2**40)) == []
    assert found(shelf, Near("exact", (), 5)) == []
    assert found(shelf, Near("exact", (("kommunal",), ()), 5)) == []


def test_impossible_nodes_are_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        Near("exact", (("a",), ("b",)), -1)
    with pytest.raises(ValueError, match="share"):
        Near("exact", (("a", "b"), ("b",)), 1)
    with pytest.raises(ValueError, match="positions"):
        Near("text", (("a",), ("b",)), 1)
    with pytest.raises(ValueError, match="negative"):
        Fuzzy("exact", "a", -1)


def test_phrases_and_near_words_are_found_where_documents_were_removed(
    engine: Engine, make_entry: MakeEntry
) -> None:
    store(engine, *(make_entry(f"d{n}", "kommunal rådgivning") for n in range(9)))
    with engine.writer() as writer:
        writer.remove("d3")
        writer.commit(9)
    left = [f"d{n}" for n in range(9) if n != 3]
    assert found(engine, Phrase("exact", ("kommunal", "rådgivning"))) == left
    assert found(engine, Near("exact", (("rådgivning",), ("kommunal",)), 0)) == left
    assert found(engine, Wildcard("exact", "kommun?l")) == left
    assert found(engine, Fuzzy("exact", "komunal", 1)) == left


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*bidrag", ["aid", "housing", "school"]),
        ("skol*bidrag", ["school"]),
        ("bidrag*", ["aid"]),
        ("organi?ation", ["s", "z"]),
        ("organi?", []),
        ("*gan*ation", ["s", "z"]),
        ("*a*a*", ["housing", "s", "z"]),
        ("*", ["aid", "housing", "s", "school", "z"]),
        ("??????", ["aid"]),
        ("*drag*rag", []),
        ("bidrag", ["aid"]),
        ("å?ä*", []),
    ],
)
def test_a_pattern_is_of_the_whole_word(
    engine: Engine, make_entry: MakeEntry, pattern: str, expected: list[str]
) -> None:
    store(engine, make_entry("aid", "bidrag"), make_entry("school", "skolbidrag"))
    store(engine, make_entry("housing", "bostadsbidrag"), make_entry("s", "organisation"))
    store(engine, make_entry("z", "organization"))
    assert found(engine, Wildcard("exact", pattern)) == expected
    assert all(score(engine, Wildcard("exact", pattern, 0.5), name) == 0.5 for name in expected)


def test_one_sign_is_one_letter_also_where_it_takes_several_bytes(
    engine: Engine, make_entry: MakeEntry
) -> None:
    store(engine, make_entry("a", "hål"), make_entry("b", "hal"), make_entry("c", "h\U0001f60al haål"))
    assert found(engine, Wildcard("exact", "h?l")) == ["a", "b", "c"]
    assert found(engine, Wildcard("exact", "*ål")) == ["a", "c"]
    assert found(engine, Fuzzy("exact", "hål", 1)) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("word", "edits", "expected"),
    [
        ("rådgivning", 0, ["right"]),
        ("rådgivning", 1, ["missing", "more", "other", "right", "swapped"]),
        ("rådgivning", 2, ["missing", "more", "other", "right", "swapped", "two"]),
        ("rådgivnnig", 1, ["right"]),
        ("x", 2, []),
    ],
)
def test_an_edit_is_a_letter_or_two_neighbours_swapped(
    engine: Engine, make_entry: MakeEntry, word: str, edits: int, expected: list[str]
) -> None:
    words = {
        "right": "rådgivning",
        "missing": "rådgivnin",
        "more": "råddgivning",
        "other": "rådgifning",
        "swapped": "rådigvning",
        "two": "rågifning",
        "far": "råd",
    }
    store(engine, *(make_entry(name, text) for name, text in words.items()))
    assert found(engine, Fuzzy("exact", word, edits)) == expected


def test_days_are_from_the_first_to_the_last_and_none_without_one(
    engine: Engine, make_entry: MakeEntry
) -> None:
    days = {"a": date(2009, 12, 31), "b": date(2010, 1, 1), "c": date(2012, 6, 30), "d": None}
    store(engine, *(make_entry(name, "ord", day=day) for name, day in days.items()))
    assert found(engine, Days(date(2010, 1, 1), date(2012, 6, 30))) == ["b", "c"]
    assert found(engine, Days(date(2010, 1, 1), None)) == ["b", "c"]
    assert found(engine, Days(None, date(2009, 12, 31))) == ["a"]
    assert found(engine, Days(None, None)) == ["a", "b", "c"]
    assert found(engine, Days(date(2012, 1, 1), date(2011, 1, 1))) == []
    assert found(engine, And((Everything(), Not(Days(None, None))))) == ["d"]


def test_what_stands_for_too_many_words_is_refused_with_a_way_out(
    tmp_path: Path, make_entry: MakeEntry
) -> None:
    engine = open_engine("whoosh", tmp_path / "index", "analysis-1")
    store(engine, make_entry("many", " ".join(f"n{number}ning" for number in range(MOST_TERMS + 1))))
    for _ in range(2):
        with pytest.raises(TooBroadError, match="write more") as refused:
            found(engine, Wildcard("exact", "*ning"))
        assert refused.value.swedish == (
            f"”*ning” passar på mer än {MOST_TERMS} olika ord i arkivet. Skriv fler bokstäver av ordet."
        )
    assert found(engine, Wildcard("exact", "*9ning")) == ["many"]
    engine.close()


def test_an_index_of_too_many_words_wants_the_beginning_of_the_word(
    tmp_path: Path, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaf, "MOST_WALKED", 3)
    engine = open_engine("whoosh", tmp_path / "index", "analysis-1")
    store(engine, make_entry("a", "skola skolbidrag bidrag avgift"))
    for node in (Wildcard("exact", "*bidrag"), Fuzzy("exact", "bidrag", 1)):
        with pytest.raises(TooBroadError, match="first letters") as refused:
            found(engine, node)
        assert "Börja med ordets första bokstäver" in refused.value.swedish
    assert found(engine, Wildcard("exact", "skol*bidrag")) == ["a"]
    engine.close()
