"""Whatever is indexed and asked, every engine answers as the reference does."""

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remissarkiv.domain import FIELDS, POSITION_FIELDS, Access, FieldTerms, IndexEntry
from remissarkiv.engines.entries import HIGHEST_PRIOR, HIGHEST_RANK
from remissarkiv.engines.interface import (
    COLLAPSES,
    And,
    Begins,
    Best,
    Days,
    Engine,
    EngineResult,
    Everything,
    Fuzzy,
    Ids,
    In,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Raised,
    SearchRequest,
    Term,
    Wildcard,
)
from remissarkiv.engines.memory import MemoryEngine
from remissarkiv.engines.registry import ENGINES

WORDS = ("a", "ab", "abc", "b", "ba", "å", "åb", "\x00", "a\x00")
KINDS = ("motion", "remissvar", "å")
SHELVES = ("öppen", "sluten")
Change = IndexEntry | str


@st.composite
def field_terms(draw: st.DrawFn, field: str) -> FieldTerms:
    if field in POSITION_FIELDS:
        words = draw(st.lists(st.sampled_from(WORDS), max_size=12))
        gap = draw(st.sampled_from((1, 1, 200)))
        places: dict[str, tuple[int, ...]] = {}
        for number, word in enumerate(words):
            places[word] = (*places.get(word, ()), number if number < 6 else number * gap)
        return FieldTerms({word: len(where) for word, where in places.items()}, len(words), places)
    counts = draw(st.dictionaries(st.sampled_from(WORDS), st.integers(1, 400), max_size=5))
    # A word with two keys counts once, so that a field can be shorter than its terms together.
    return FieldTerms(counts, draw(st.integers(0, sum(counts.values()))))


@st.composite
def entries(draw: st.DrawFn) -> IndexEntry:
    names = draw(st.sets(st.sampled_from(FIELDS)))
    return IndexEntry(
        id=draw(st.sampled_from([f"d{n}" for n in range(9)])),
        collection=draw(st.sampled_from(SHELVES)),
        fields={name: draw(field_terms(name)) for name in sorted(names)},
        columns={
            "kind": tuple(draw(st.lists(st.sampled_from(KINDS), max_size=2))),
            "year": draw(st.sampled_from(((), ("2024",), ("2025",)))),
        },
        day=draw(st.sampled_from((None, date(1, 1, 1), date(2024, 2, 29), date(2025, 1, 1)))),
        copies=draw(st.sampled_from(("", "x", "å"))),
        exact_copies=draw(st.sampled_from(("", "", "x"))),
        rank=draw(st.sampled_from((0, 1, HIGHEST_RANK))),
        prior=draw(st.sampled_from((1000, 1000, 900, 1, HIGHEST_PRIOR))),
    )


BATCHES = st.lists(
    st.tuples(
        st.lists(st.one_of(entries(), entries(), st.sampled_from([f"d{n}" for n in range(9)])), max_size=6),
        st.sampled_from(("commit", "commit", "commit", "discard", "tidy")),
    ),
    min_size=1,
    max_size=6,
)
_BOOSTS = st.sampled_from((1.0, 0.5, 3.0))
_PLACED = st.sampled_from(sorted(POSITION_FIELDS))
_DAYS = st.sampled_from((None, date.min, date(2024, 2, 29), date(2024, 12, 31), date(2025, 1, 1), date.max))


@st.composite
def near_nodes(draw: st.DrawFn) -> Node:
    """Words that share all of their terms or none."""
    deck = draw(st.permutations(WORDS))
    several = [tuple(deck[:2]), tuple(deck[2:3]), tuple(deck[3:5]), ()]
    words = draw(st.lists(st.sampled_from(several[: draw(st.integers(1, 4))]), max_size=4))
    return Near(draw(_PLACED), tuple(words), draw(st.sampled_from((0, 1, 3, 300, 2**40))), draw(_BOOSTS))


_LEAVES: st.SearchStrategy[Node] = st.one_of(
    st.builds(Term, st.sampled_from(FIELDS), st.sampled_from(WORDS), _BOOSTS),
    st.builds(Prefix, st.sampled_from(FIELDS), st.sampled_from(("", "a", "ab", "å", "x")), _BOOSTS),
    st.builds(Phrase, _PLACED, st.lists(st.sampled_from(WORDS), max_size=3).map(tuple), _BOOSTS),
    st.builds(Wildcard, st.sampled_from(FIELDS), st.text("*?ab\x00å", max_size=5), _BOOSTS),
    st.builds(
        Fuzzy, st.sampled_from(FIELDS), st.sampled_from((*WORDS, "abå", "")), st.integers(0, 2), _BOOSTS
    ),
    near_nodes(),
    st.builds(Days, _DAYS, _DAYS),
    st.builds(In, st.sampled_from(("kind", "year")), st.frozensets(st.sampled_from((*KINDS, "2024", "x")))),
    st.builds(Begins, st.sampled_from(("kind", "year")), st.sampled_from(("", "mo", "202", "å", "x"))),
    st.builds(Ids, st.frozensets(st.sampled_from([*(f"d{n}" for n in range(9)), "x"]), max_size=4)),
    st.just(Everything()),
)


def _inner(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    children = st.lists(nodes, max_size=3).map(tuple)
    return st.one_of(
        st.builds(And, children),
        st.builds(Or, children),
        st.builds(Best, children),
        st.builds(Not, nodes),
        st.builds(Raised, nodes, nodes, st.sampled_from((1.15, 3.0))),
    )


REQUESTS = st.builds(
    SearchRequest,
    query=st.recursive(_LEAVES, _inner, max_leaves=6),
    access=st.builds(Access, st.frozensets(st.sampled_from(SHELVES), min_size=1)),
    limit=st.one_of(st.none(), st.integers(0, 4)),
    offset=st.integers(0, 3),
    sort=st.sampled_from(("relevans", "datum")),
    facets=st.sampled_from(((), ("kind",), ("kind", "year", "namnd"))),
    collapse=st.sampled_from(COLLAPSES),
    commonest=st.dictionaries(st.sampled_from(("kind", "year", "namnd")), st.integers(1, 3)),
)


def apply(engine: Engine, changes: list[Change], end: str, sequence: int) -> None:
    with engine.writer() as writer:
        for change in changes:
            if isinstance(change, str):
                writer.remove(change)
            else:
                writer.put(change)
        if end != "discard":
            writer.commit(sequence)
    if end == "tidy":
        engine.tidy()


def same(expected: EngineResult, answer: EngineResult) -> None:
    """Equal, except that a score may fall on either side of the last decimal."""
    assert answer.total == expected.total
    assert answer.facets == expected.facets
    assert [(hit.id, hit.copies) for hit in answer.hits] == [(hit.id, hit.copies) for hit in expected.hits]
    scores = [hit.score for hit in expected.hits]
    assert [hit.score for hit in answer.hits] == pytest.approx(scores, rel=0, abs=1.5e-6)


def other_ways(engine: Engine, request: SearchRequest) -> list[EngineResult]:
    """The answers of an engine that has ways of its own for few hits, without the first and without any."""
    ways = ("remissarkiv.engines.whoosh.engine.FEW", "remissarkiv.engines.whoosh.page.FEW")
    answers = []
    with pytest.MonkeyPatch.context() as patch:
        for way in ways:
            patch.setattr(way, -1)
            answers.append(engine.search(request))
    return answers


@pytest.mark.parametrize(("name", "opener"), [pair for pair in ENGINES if pair[0] != "memory"])
@settings(max_examples=60, deadline=None)
@given(batches=BATCHES, requests=st.lists(REQUESTS, min_size=1, max_size=8))
def test_every_engine_answers_as_the_reference(
    name: str,
    opener: Callable[[Path, str], Engine],
    batches: list[tuple[list[Change], str]],
    requests: list[SearchRequest],
) -> None:
    reference = MemoryEngine()
    with tempfile.TemporaryDirectory() as folder:
        engine = opener(Path(folder), "analysis-1")
        for sequence, (changes, end) in enumerate(batches, start=1):
            apply(reference, changes, end, sequence)
            apply(engine, changes, end, sequence)
            same(reference.search(requests[0]), engine.search(requests[0]))
        for request in requests:
            answer = engine.search(request)
            same(reference.search(request), answer)
            assert other_ways(engine, request) == [answer, answer]
        assert (engine.count(), engine.sequence()) == (reference.count(), reference.sequence())
        assert sorted(engine.ids()) == sorted(reference.ids())
        assert engine.check() == ()
        again = opener(Path(folder), "analysis-1")
        same(reference.search(requests[0]), again.search(requests[0]))
        again.close()
        engine.close()
