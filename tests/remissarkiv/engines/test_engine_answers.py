"""What each engine answers, case by case, with scores worked out by hand from the protocol's text."""

import math
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from remissarkiv.domain import Access, FieldTerms, IndexEntry
from remissarkiv.engines.interface import (
    And,
    Begins,
    Best,
    Engine,
    EngineResult,
    Everything,
    Ids,
    In,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    SearchRequest,
    Term,
)
from remissarkiv.errors import ArchiveBusyError

OPEN = Access(frozenset({"öppen"}))


def store(engine: Engine, *entries: IndexEntry, sequence: int = 1) -> None:
    with engine.writer() as writer:
        for entry in entries:
            writer.put(entry)
        writer.commit(sequence)


def ask(
    engine: Engine,
    query: Node,
    access: Access = OPEN,
    limit: int | None = 20,
    offset: int = 0,
    sort: str = "relevans",
    facets: Sequence[str] = (),
) -> EngineResult:
    return engine.search(SearchRequest(query, access, limit, offset, sort, tuple(facets)))


def found(result: EngineResult) -> list[str]:
    return [hit.id for hit in result.hits]


@pytest.fixture
def shelf(engine: Engine, make_entry: Callable[..., IndexEntry]) -> Engine:
    """Four documents, one of them closed."""
    store(
        engine,
        make_entry("a", "skola buss skola", day=date(2024, 5, 1), kind=("motion",), year=("2024",)),
        make_entry("b", "buss", "skola", day=date(2025, 1, 1), kind=("motion",), year=("2025",)),
        make_entry("c", "skolgård buss skola", kind=("remissvar",), namnd=("Nämnd A", "Nämnd B")),
        make_entry("d", "skola hemlig", collection="sluten", kind=("motion",), day=date(2023, 1, 1)),
    )
    return engine


def test_a_word_scores_as_the_protocol_says(shelf: Engine) -> None:
    result = ask(shelf, Term("text", "skola", boost=2.0))
    idf = math.log(1 + (4 - 3 + 0.5) / (3 + 0.5))
    mean = (3 + 1 + 3 + 2) / 4

    def score(frequency: int, length: int) -> float:
        return 2.0 * idf * frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * length / mean))

    assert [(hit.id, hit.score) for hit in result.hits] == [
        ("a", round(score(2, 3), 6)),
        ("c", round(score(1, 3), 6)),
    ]


def test_a_phrase_needs_its_words_side_by_side_and_scores_their_sum(shelf: Engine) -> None:
    assert found(ask(shelf, Phrase("exact", ("buss", "skola")))) == ["a", "c"]
    assert found(ask(shelf, Phrase("exact", ("skola", "buss", "skola")))) == ["a"]
    assert found(ask(shelf, Phrase("exact", ("skola", "skola")))) == []
    assert found(ask(shelf, Phrase("exact", ("buss", "saknas")))) == []
    assert found(ask(shelf, Phrase("exact", ()))) == []
    both = And((Term("exact", "buss"), Term("exact", "skola"), Term("exact", "skola")))
    phrase = ask(shelf, Phrase("exact", ("skola", "buss", "skola"), boost=2.0))
    assert phrase.hits[0].score == pytest.approx(2 * ask(shelf, both).hits[0].score, abs=2e-6)


def test_a_prefix_scores_its_boost_however_many_words_begin_so(shelf: Engine) -> None:
    result = ask(shelf, Prefix("text", "skol", boost=1.5))
    assert [(hit.id, hit.score) for hit in result.hits] == [("a", 1.5), ("c", 1.5)]
    assert found(ask(shelf, Prefix("text", "sko"), sort="datum")) == ["a", "c"]
    assert found(ask(shelf, Prefix("text", "ö"))) == []
    assert ask(shelf, Prefix("text", "")).total == 3


def test_best_takes_the_highest_and_or_the_sum(shelf: Engine) -> None:
    title, text = Term("title", "skola"), Term("text", "buss")
    scores = [
        ask(shelf, And((node, In("year", frozenset({"2025"}))))).hits[0].score for node in (title, text)
    ]
    best = ask(shelf, And((Best((title, text)), In("year", frozenset({"2025"})))))
    both = ask(shelf, And((Or((title, text)), In("year", frozenset({"2025"})))))
    assert best.hits[0].score == max(scores)
    assert both.hits[0].score == pytest.approx(sum(scores), abs=2e-6)


@pytest.mark.parametrize("node", [And(()), Or(()), Best(()), Not(Everything()), In("kind", frozenset())])
def test_what_is_empty_matches_nothing(shelf: Engine, node: Node) -> None:
    result = ask(shelf, node, facets=("kind",))
    assert (result.total, result.hits, dict(result.facets["kind"])) == (0, (), {})


def test_not_alone_finds_the_rest_and_only_what_the_caller_may_see(shelf: Engine) -> None:
    assert sorted(found(ask(shelf, Not(Term("text", "skola"))))) == ["b"]
    assert sorted(found(ask(shelf, And((Not(Term("text", "skola")), Not(Term("text", "x"))))))) == ["b"]
    assert sorted(found(ask(shelf, Not(Not(Everything()))))) == ["a", "b", "c"]


def test_only_the_commonest_values_are_told_with_those_as_common(shelf: Engine) -> None:
    request = SearchRequest(Everything(), OPEN, facets=("kind", "namnd"), commonest={"kind": 1, "namnd": 1})
    found = shelf.search(request).facets
    assert (found["kind"], found["namnd"]) == ({"motion": 2}, {"Nämnd A": 1, "Nämnd B": 1})


def test_hits_totals_and_facets_keep_to_the_access(shelf: Engine) -> None:
    everyone = ask(shelf, Everything(), facets=("kind", "namnd"))
    assert everyone.total == 3
    assert everyone.facets["kind"] == {"motion": 2, "remissvar": 1}
    assert everyone.facets["namnd"] == {"Nämnd A": 1, "Nämnd B": 1}
    member = ask(shelf, Everything(), Access(frozenset({"öppen", "sluten"})), facets=("kind",))
    assert member.facets["kind"] == {"motion": 3, "remissvar": 1}
    assert ask(shelf, Everything(), Access(frozenset())).total == 0
    assert ask(shelf, Term("text", "hemlig")).total == 0


def test_equal_scores_order_by_day_newest_first_and_none_last_then_id(
    engine: Engine, make_entry: Callable[..., IndexEntry]
) -> None:
    days = {"e": None, "d": date(1, 1, 1), "c": date(2025, 1, 1), "b": date(2025, 1, 1), "a": None}
    store(engine, *(make_entry(name, "ord", day=day) for name, day in days.items()))
    for sort in ("relevans", "datum"):
        assert found(ask(engine, Term("text", "ord"), sort=sort)) == ["b", "c", "d", "a", "e"]


def test_among_very_many_equal_hits_days_and_ids_decide(
    engine: Engine, make_entry: Callable[..., IndexEntry]
) -> None:
    days = {f"d{n * 7919 % 1000:03}": (None, date(2020, 1, 1), date(2025, 1, 1))[n % 3] for n in range(700)}
    store(engine, *(make_entry(name, "ord", day=day) for name, day in days.items()))
    expected = sorted(days, key=lambda name: (-(days[name] or date.min).toordinal(), name))
    for start in (0, 230, 690):
        assert found(ask(engine, Term("text", "ord"), offset=start)) == expected[start : start + 20]
    assert found(ask(engine, Everything(), limit=None, sort="datum")) == expected


def test_pages_join_to_the_whole(engine: Engine, make_entry: Callable[..., IndexEntry]) -> None:
    store(engine, *(make_entry(f"d{n:02}", "ord " * (n % 4 + 1) + "fyll " * n) for n in range(25)))
    whole = found(ask(engine, Term("text", "ord"), limit=None))
    paged = [
        name
        for start in range(0, 30, 7)
        for name in found(ask(engine, Term("text", "ord"), offset=start, limit=7))
    ]
    assert len(whole) == 25
    assert paged == whole
    assert ask(engine, Term("text", "ord"), limit=0).total == 25


def test_a_document_counts_once_for_each_of_its_values(
    engine: Engine, make_entry: Callable[..., IndexEntry]
) -> None:
    store(engine, make_entry("a", "ord", parti=("S", "M", "S")))
    assert ask(engine, Everything(), facets=("parti",)).facets["parti"] == {"S": 1, "M": 1}
    assert found(ask(engine, In("parti", frozenset({"M", "V"})))) == ["a"]


def test_the_beginning_of_a_value_finds_all_that_begin_so(
    engine: Engine, make_entry: Callable[..., IndexEntry]
) -> None:
    store(
        engine,
        make_entry("a", dnr=("KS 2025/44", "2025/44")),
        make_entry("b", dnr=("KS 2025/448",)),
        make_entry("c", dnr=("KSN 2025/44",)),
        make_entry("d", dnr=("KS 2025/445",), collection="sluten"),
    )
    assert sorted(found(ask(engine, Begins("dnr", "KS 2025/44")))) == ["a", "b"]
    assert found(ask(engine, Begins("dnr", "2025/"))) == ["a"]
    assert found(ask(engine, Begins("dnr", "SN "))) == []
    assert {hit.score for hit in ask(engine, Begins("dnr", "KS ")).hits} == {0.0}


def test_documents_are_found_by_their_ids_within_the_access(
    engine: Engine, make_entry: Callable[..., IndexEntry]
) -> None:
    store(
        engine,
        make_entry("a", kind=("motion",)),
        make_entry("b", kind=("remiss",)),
        make_entry("c", kind=("motion",), collection="sluten"),
    )
    assert sorted(found(ask(engine, Ids(frozenset({"a", "b", "c", "finns inte"}))))) == ["a", "b"]
    motions = In("kind", frozenset({"motion"}))
    assert found(ask(engine, And((Ids(frozenset({"a", "b"})), motions)))) == ["a"]
    assert found(ask(engine, Ids(frozenset()))) == []


def test_putting_again_replaces_also_within_one_batch(
    engine: Engine, make_entry: Callable[..., IndexEntry]
) -> None:
    store(engine, make_entry("a", "första"), make_entry("a", "andra"), make_entry("b", "andra"))
    assert sorted(found(ask(engine, Term("text", "andra")))) == ["a", "b"]
    assert ask(engine, Term("text", "första")).total == 0
    store(engine, make_entry("a", "tredje"), sequence=2)
    assert found(ask(engine, Term("text", "andra"))) == ["b"]
    assert (engine.count(), sorted(engine.ids()), engine.sequence()) == (2, ["a", "b"], 2)


def test_removing_what_is_not_there_is_no_error_and_removals_count_nowhere(
    engine: Engine, make_entry: Callable[..., IndexEntry]
) -> None:
    store(engine, *(make_entry(name, "ord fler ord", kind=("motion",)) for name in "abcd"))
    with engine.writer() as writer:
        writer.remove("a")
        writer.remove("a")
        writer.remove("saknas")
        writer.put(make_entry("e", "ord"))
        writer.remove("e")
        writer.commit(2)
    result = ask(engine, Everything(), facets=("kind",))
    assert (result.total, result.facets["kind"], engine.count()) == (3, {"motion": 3}, 3)


def test_statistics_are_those_of_a_fresh_index_before_and_after_tidying(
    engine: Engine, make_entry: Callable[..., IndexEntry]
) -> None:
    store(engine, *(make_entry(f"d{n}", "ord " * (n + 1) + "annat") for n in range(6)))
    with engine.writer() as writer:
        writer.remove("d5")
        writer.remove("d0")
        writer.put(make_entry("d1", "något helt nytt"))
        writer.commit(2)
    idf = math.log(1 + (4 - 3 + 0.5) / (3 + 0.5))
    mean = (3 + 4 + 5 + 6) / 4
    expected = round(idf * 5 * 2.2 / (5 + 1.2 * (0.25 + 0.75 * 6 / mean)), 6)
    before = ask(engine, Term("text", "ord"))
    assert before.hits[0].score == expected
    engine.tidy()
    assert ask(engine, Term("text", "ord")) == before
    assert engine.check() == ()
    assert engine.sequence() == 2


def test_leaving_without_commit_discards_and_lets_the_next_one_write(
    engine: Engine, make_entry: Callable[..., IndexEntry]
) -> None:
    store(engine, make_entry("a", "ord"))
    with engine.writer() as writer:
        writer.put(make_entry("b", "ord"))
        writer.remove("a")
    assert (sorted(engine.ids()), engine.sequence()) == (["a"], 1)
    with pytest.raises(ValueError, match="no column"), engine.writer() as writer:
        writer.put(make_entry("b", "ord", okänd=("x",)))
    assert found(ask(engine, Term("text", "ord"))) == ["a"]
    store(engine, make_entry("c", "ord"), sequence=2)
    assert sorted(engine.ids()) == ["a", "c"]


def test_nothing_is_seen_before_the_commit(engine: Engine, make_entry: Callable[..., IndexEntry]) -> None:
    with engine.writer() as writer:
        writer.put(make_entry("a", "ord"))
        assert ask(engine, Everything()).total == 0
        writer.commit(7)
    assert (ask(engine, Everything()).total, engine.sequence()) == (1, 7)


def test_two_batches_at_once_are_refused(engine: Engine) -> None:
    with engine.writer(), pytest.raises(ArchiveBusyError), engine.writer():
        pass


def test_an_empty_index_answers(engine: Engine) -> None:
    assert (engine.count(), list(engine.ids()), engine.sequence(), engine.check()) == (0, [], 0, ())
    for query in (Everything(), Not(Everything()), Term("text", "a"), Prefix("text", "")):
        assert ask(engine, query, facets=("kind",)).total == 0
    engine.tidy()
    with engine.writer() as writer:
        writer.commit(3)
    assert engine.sequence() == 3


def test_emptied_and_tidied_it_is_empty(engine: Engine, make_entry: Callable[..., IndexEntry]) -> None:
    store(engine, make_entry("a", "ord"))
    with engine.writer() as writer:
        writer.remove("a")
        writer.commit(2)
    assert ask(engine, Term("text", "ord")).total == 0
    engine.tidy()
    assert (ask(engine, Everything()).total, engine.count(), engine.check()) == (0, 0, ())


@pytest.mark.parametrize(
    "word", ["a\x00b", "\x00", "å" * 40_000, "\udce5", "a b", "'\"*?", "日本", "\U0001f600"]
)
def test_any_string_is_a_term(engine: Engine, make_entry: Callable[..., IndexEntry], word: str) -> None:
    store(engine, make_entry("a", [word, "nästa"], kind=(word,)), make_entry("b", "a"))
    assert found(ask(engine, Term("text", word))) == ["a"]
    assert found(ask(engine, Phrase("exact", (word, "nästa")))) == ["a"]
    assert found(ask(engine, And((Prefix("text", word), In("kind", frozenset({word})))))) == ["a"]
    assert ask(engine, Everything(), facets=("kind",)).facets["kind"] == {word: 1}
    engine.tidy()
    assert found(ask(engine, Term("text", word))) == ["a"]


def test_positions_beyond_sixteen_bits(engine: Engine, make_entry: Callable[..., IndexEntry]) -> None:
    store(engine, make_entry("a", "ord " + "fyll " * 70_000 + "näst sist"))
    assert found(ask(engine, Phrase("exact", ("näst", "sist")))) == ["a"]
    assert found(ask(engine, Phrase("exact", ("ord", "sist")))) == []


def test_malformed_entries_are_refused(engine: Engine, make_entry: Callable[..., IndexEntry]) -> None:
    sound = make_entry("a", "ord")
    for broken in (
        replace(sound, fields={"exact": FieldTerms({"ord": 1}, 1)}),
        replace(sound, fields={"exact": FieldTerms({"ord": 2}, 2, {"ord": (0,)})}),
        replace(sound, fields={"text": FieldTerms({"ord": 0}, 1)}),
        replace(sound, fields={"okänt": FieldTerms({"ord": 1}, 1)}),
        replace(sound, columns={"okänd": ("x",)}),
    ):
        with engine.writer() as writer, pytest.raises(ValueError, match="a: "):
            writer.put(broken)
    assert engine.count() == 0


def test_unknown_names_and_impossible_pages_are_refused() -> None:
    for make in (
        lambda: Term("okänt", "x"),
        lambda: Prefix("okänt", "x"),
        lambda: Phrase("text", ("a", "b")),
        lambda: In("okänd", frozenset()),
        lambda: Begins("okänd", "KS "),
        lambda: SearchRequest(Everything(), OPEN, sort="storlek"),
        lambda: SearchRequest(Everything(), OPEN, limit=-1),
        lambda: SearchRequest(Everything(), OPEN, offset=-1),
        lambda: SearchRequest(Everything(), OPEN, facets=("okänd",)),
        lambda: SearchRequest(Everything(), OPEN, facets=("kind",), commonest={"kind": 0}),
    ):
        with pytest.raises(ValueError, match=r"no .* named|negative|at least one"):
            make()


def test_threads_that_search_while_one_writes_see_whole_batches(
    engine: Engine, make_entry: Callable[..., IndexEntry]
) -> None:
    def look(_: int) -> set[int]:
        return {ask(engine, Term("text", "ord"), limit=None).total for _ in range(25)}

    with ThreadPoolExecutor(4) as pool:
        seen = pool.map(look, range(4))
        for batch in range(8):
            store(
                engine,
                *(make_entry(f"{batch}-{n}", "ord " * n + "ord") for n in range(5)),
                sequence=batch + 1,
            )
        totals = set[int]().union(*seen)
    assert totals <= {5 * batches for batches in range(9)}
    assert ask(engine, Term("text", "ord")).total == 40
