"""Copies become one hit, in every engine, after the query and after what the caller may see."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from remissarkiv.domain import Access, IndexEntry
from remissarkiv.engines.interface import Engine, EngineResult, Everything, In, Node, SearchRequest, Term

OPEN = Access(frozenset({"öppen"}))
ALL = Access(frozenset({"öppen", "sluten"}))
MakeEntry = Callable[..., IndexEntry]


def ask(engine: Engine, query: Node, access: Access = OPEN, collapse: str = "near") -> EngineResult:
    return engine.search(SearchRequest(query, access, facets=("namnd", "kind"), collapse=collapse))


def shown(result: EngineResult) -> list[tuple[str, tuple[str, ...]]]:
    return [(hit.id, hit.copies) for hit in result.hits]


@pytest.fixture
def archive(engine: Engine, make_entry: MakeEntry) -> Engine:
    """A remiss in four boards' files (one of them closed, and the best), twice the very same; and a
    motion."""
    remiss = [
        replace(make_entry("ks", "remiss lanthandel", namnd=("KS",), kind=("remiss",)), rank=20),
        replace(make_entry("sn", "remiss lanthandel", namnd=("SN",), kind=("remiss",)), rank=20),
        replace(
            make_entry(
                "bn", "remiss lanthandel stämpel", day=date(2012, 5, 1), namnd=("BN",), kind=("remiss",)
            ),
            rank=10,
        ),
        replace(
            make_entry(
                "dold", "remiss lanthandel hemlig", collection="sluten", namnd=("Dold",), kind=("remiss",)
            ),
            rank=5,
        ),
    ]
    with engine.writer() as writer:
        for entry in remiss:
            exact = "samma" if entry.id in ("ks", "sn") else ""
            writer.put(replace(entry, copies="remissen", exact_copies=exact))
        writer.put(make_entry("motion", "lanthandel", namnd=("KS",), kind=("motion",)))
        writer.commit(1)
    return engine


def test_the_best_copy_stands_for_the_others(archive: Engine) -> None:
    result = ask(archive, Term("text", "remiss"))
    assert shown(result) == [("bn", ("ks", "sn"))]
    assert result.total == 1


def test_the_best_copy_keeps_its_own_score(archive: Engine) -> None:
    alone = {hit.id: hit.score for hit in ask(archive, Term("text", "remiss"), collapse="none").hits}
    (hit,) = ask(archive, Term("text", "remiss")).hits
    assert hit.score == alone["bn"]
    assert hit.score < alone["ks"], "the stamp makes the best copy longer, and its score lower"


def test_only_copies_that_match_count(archive: Engine) -> None:
    assert shown(ask(archive, Term("text", "stämpel"))) == [("bn", ())]
    assert shown(ask(archive, In("namnd", frozenset({"KS", "SN"})))) == [("ks", ("sn",)), ("motion", ())]


def test_nothing_tells_of_a_copy_that_may_not_be_seen(archive: Engine) -> None:
    queries = (Everything(), Term("text", "hemlig"), Term("text", "remiss"), In("namnd", frozenset({"Dold"})))
    before = [ask(archive, query) for query in queries]
    with archive.writer() as writer:
        writer.remove("dold")
        writer.commit(2)
    after = [ask(archive, query) for query in queries]
    assert [shown(result) for result in before] == [shown(result) for result in after]
    assert [(r.total, r.facets) for r in before] == [(r.total, r.facets) for r in after]


def test_a_closed_best_copy_shows_to_those_who_may_see_it(archive: Engine) -> None:
    assert shown(ask(archive, Term("text", "remiss"), ALL)) == [("dold", ("bn", "ks", "sn"))]
    assert ask(archive, Term("text", "remiss"), OPEN).facets["namnd"] == {"BN": 1, "KS": 1, "SN": 1}


def test_choosing_a_facet_gives_as_many_hits_as_it_says(archive: Engine) -> None:
    result = ask(archive, Everything())
    assert result.facets["namnd"] == {"KS": 2, "SN": 1, "BN": 1}
    assert result.facets["kind"] == {"remiss": 1, "motion": 1}
    for namnd, count in result.facets["namnd"].items():
        assert ask(archive, In("namnd", frozenset({namnd}))).total == count


def test_the_very_same_words_collapse_by_themselves(archive: Engine) -> None:
    assert shown(ask(archive, Everything(), collapse="exact")) == [
        ("bn", ()),
        ("ks", ("sn",)),
        ("motion", ()),
    ]
    assert ask(archive, Everything(), collapse="none").total == 4


def test_pages_hold_hits_not_copies(archive: Engine) -> None:
    request = SearchRequest(Everything(), OPEN, limit=1, collapse="near")
    pages = [shown(archive.search(replace(request, offset=offset))) for offset in range(3)]
    assert pages == [[("bn", ("ks", "sn"))], [("motion", ())], []]


def test_a_collapse_or_rank_that_does_not_exist_is_refused(engine: Engine, make_entry: MakeEntry) -> None:
    with pytest.raises(ValueError, match="no collapse named 'all'"):
        SearchRequest(Everything(), OPEN, collapse="all")
    with engine.writer() as writer, pytest.raises(ValueError, match="rank"):
        writer.put(replace(make_entry("a"), rank=-1))
