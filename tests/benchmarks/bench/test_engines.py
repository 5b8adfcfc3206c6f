"""Every engine of the benchmark finds what the reference finds, and counts the same."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.bench.interface import TOP, NotInstalledError, Reader
from benchmarks.bench.peers import PEERS
from benchmarks.bench.queries import draw
from benchmarks.bench.streams import stream
from benchmarks.bench.vocabulary import Vocabulary
from remissarkiv.domain import FieldTerms, IndexEntry
from remissarkiv.engines.interface import And, In, Node, Or, Phrase, Prefix, Term

QUERIES: tuple[Node, ...] = (
    Term("text", "kommun"),
    Term("text", "finns inte"),
    Term("text", "eu-medborgare"),
    Term("exact", 'ci"tat'),
    Term("text", "lärare"),
    And((Term("text", "kommun"), Term("text", "skola"), Term("text", "vatten"))),
    Or((Term("text", "buss"), Term("text", "o'brien"), Term("text", "2:1"))),
    Phrase("exact", ("kommun", "skola")),
    Phrase("exact", ("kommun", "kommun", "skola")),
    Phrase("title_exact", ("kommun", "vatten")),
    Prefix("exact", "skol"),
    Prefix("exact", "kommun"),
    Prefix("exact", "väg/"),
    And((Term("text", "kommun"), In("kind", frozenset({"motion"})), In("year", frozenset({"2003"})))),
    And((Term("text", "skola"), In("kind", frozenset({"motion", "övrigt"})))),
    In("dnr", frozenset({"KS 2014/7"})),
    In("lagrum", frozenset({"2017:725"})),
    In("lagrum", frozenset({"2017:725#K1", "2017:725#K3"})),
)


def reader(name: str, entries: Sequence[IndexEntry], folder: Path) -> Reader:
    """The engine over an index of the entries; skipped when its library is not there."""
    try:
        peer = PEERS[name]()
    except NotInstalledError as error:
        pytest.skip(str(error))
    folder.mkdir()
    builder = peer.build(folder)
    for entry in entries:
        builder.add(builder.ready(entry))
    builder.finish()
    return peer.open(folder)


@pytest.mark.parametrize("name", [name for name in PEERS if name != "reference"])
def test_an_engine_gives_the_hits_and_counts_of_the_reference(
    name: str, entries: list[IndexEntry], vocabulary: Vocabulary, tmp_path: Path
) -> None:
    engine = reader(name, entries, tmp_path / name)
    right = reader("reference", entries, tmp_path / "reference")
    drawn = tuple(query.node for query in draw(vocabulary, 8, 1))
    assert len(drawn) > 30
    for query in (*QUERIES, *drawn):
        expected, found = right.answer(query), engine.answer(query)
        hits = engine.hits(query)
        assert hits == right.hits(query), query
        assert found.total == expected.total == len(hits), query
        assert {name: dict(counts) for name, counts in found.facets.items()} == expected.facets, query
        assert len(found.best) == len(set(found.best)) == min(TOP, len(hits)), query
        assert hits.issuperset(found.best), query
        if isinstance(query, In):
            days = [entries[number].day for number in found.best]
            dated = [day for day in days if day]
            assert dated == sorted(dated, reverse=True), query
            assert days == [*dated, *[None] * (len(days) - len(dated))], query
    engine.close()
    right.close()


def test_terms_become_a_stream_in_their_order() -> None:
    assert stream(FieldTerms({"b": 2, "a": 1}, 3, {"b": (0, 2), "a": (1,)})) == "b a b"
    assert stream(FieldTerms({"b": 2, "a": 1}, 3)).split() == ["b", "b", "a"]
    assert stream(FieldTerms({}, 0, {})) == ""


def test_a_gap_between_words_is_refused_rather_than_closed() -> None:
    with pytest.raises(ValueError, match="gaps"):
        stream(FieldTerms({"b": 1, "a": 1}, 3, {"b": (0,), "a": (2,)}))
