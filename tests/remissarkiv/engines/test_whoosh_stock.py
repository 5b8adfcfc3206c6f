"""Whoosh's own searcher, with the project importable, opens an index and finds the same documents."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import index, query
from whoosh.query.spans import SpanNear
from whoosh.reading import IndexReader
from whoosh.searching import Searcher

from remissarkiv.domain import FIELDS, POSITION_FIELDS, Access, FieldTerms, IndexEntry
from remissarkiv.engines.interface import (
    And,
    Begins,
    Best,
    Everything,
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
from remissarkiv.engines.whoosh import WhooshEngine

WORDS = ("a", "ab", "abc", "b", "ba", "å", "åb")
KINDS = ("motion", "remiss", "å")
OPEN = Access(frozenset({"öppen"}))


@st.composite
def documents(draw: st.DrawFn) -> list[IndexEntry]:
    """Up to 40 documents: terms in up to 12 are those beside themselves, in more they lie in blocks."""
    made = []
    for number in range(draw(st.integers(1, 40))):
        fields = {}
        for name in ("text", "exact", "title_exact"):
            words = draw(st.lists(st.sampled_from(WORDS), max_size=8))
            places: dict[str, tuple[int, ...]] = {}
            for place, word in enumerate(words):
                places[word] = (*places.get(word, ()), place * draw(st.sampled_from((1, 1, 1, 90))) + place)
            places = {word: tuple(sorted(set(where))) for word, where in places.items()}
            counts = {word: len(where) for word, where in places.items()}
            fields[name] = FieldTerms(counts, len(words), places)
        kinds = tuple(draw(st.lists(st.sampled_from(KINDS), max_size=2)))
        made.append(IndexEntry(f"d{number}", "öppen", fields, {"kind": kinds}))
    return made


_LEAVES: st.SearchStrategy[Node] = st.one_of(
    st.builds(Term, st.sampled_from(FIELDS), st.sampled_from(WORDS)),
    st.builds(Prefix, st.sampled_from(FIELDS), st.sampled_from(("a", "ab", "å", "x"))),
    st.builds(
        Phrase,
        st.sampled_from(sorted(POSITION_FIELDS)),
        st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(tuple),
    ),
    st.builds(Wildcard, st.sampled_from(FIELDS), st.text("*?abå", min_size=1, max_size=4)),
    st.builds(
        lambda field, pair, distance: Near(field, ((pair[0],), (pair[1],)), distance),
        st.sampled_from(sorted(POSITION_FIELDS)),
        st.permutations(WORDS),
        st.integers(0, 3),
    ),
    st.builds(In, st.just("kind"), st.frozensets(st.sampled_from(KINDS), min_size=1)),
    st.builds(Begins, st.just("kind"), st.sampled_from(("mo", "re", "å", "x"))),
    st.builds(Ids, st.frozensets(st.sampled_from(("d0", "d1", "d30", "x")), min_size=1)),
    st.just(Everything()),
)


def _inner(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    children = st.lists(nodes, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(And, children),
        st.builds(Or, children),
        st.builds(Best, children),
        st.builds(Not, nodes),
        st.builds(Raised, nodes, nodes, st.just(2.0)),
    )


class SizedSpanNear(SpanNear):  # type: ignore[misc]  # Whoosh has no type information
    """Whoosh's own cannot stand beside others: an `And` asks how much each finds at most."""

    def estimate_size(self, reader: IndexReader) -> int:
        return int(reader.doc_count_all())


def stock(node: Node) -> query.Query:
    """The query that asks Whoosh the same."""
    match node:
        case Term(field, term, _):
            return query.Term(field, term)
        case Prefix(field, prefix, _) | Begins(field, prefix):
            return query.Prefix(field, prefix)
        case Phrase(field, terms, _):
            return query.Phrase(field, list(terms))
        case Wildcard(field, pattern, _):
            return query.Wildcard(field, pattern)
        case Near(field, ((one,), (other,)), distance, _):
            near = (query.Term(field, one), query.Term(field, other))
            return SizedSpanNear(*near, slop=distance + 1, ordered=False)
        case In(column, values):
            return query.Or([query.Term(column, value) for value in values])
        case Ids(ids):
            return query.Or([query.Term("id", document_id) for document_id in ids])
        case And(children):
            return query.And([stock(child) for child in children])
        case Or(children) | Best(children):
            return query.Or([stock(child) for child in children])
        case Raised(child, _, _):
            return stock(child)
        case Not(child):
            return query.And([query.Every(), query.Not(stock(child))])
        case Everything():
            return query.Every()
        case _:
            raise ValueError(f"Whoosh has no query like {node}")


def stock_ids(searcher: Searcher, node: Node) -> set[str]:
    if not searcher.reader().doc_count_all():
        # Whoosh's reader of an index without segments knows no columns.
        return set()
    column = searcher.reader().column_reader("id")
    return {column[number] for number in searcher.docs_for_query(stock(node))}


@settings(max_examples=60, deadline=None)
@given(
    made=documents(),
    removed=st.sets(st.integers(0, 39), max_size=5),
    batch=st.integers(3, 40),
    queries=st.lists(st.recursive(_LEAVES, _inner, max_leaves=5), min_size=1, max_size=8),
    tidied=st.booleans(),
)
def test_whoosh_and_the_reference_find_what_the_engine_finds(
    made: list[IndexEntry], removed: set[int], batch: int, queries: list[Node], tidied: bool
) -> None:
    reference = MemoryEngine()
    with tempfile.TemporaryDirectory() as folder:
        engine = WhooshEngine.open(Path(folder), "analysis-1")
        for writing in (engine, reference):
            for start in range(0, len(made), batch):
                with writing.writer() as writer:
                    for entry in made[start : start + batch]:
                        writer.put(entry)
                    writer.commit(start + 1)
            with writing.writer() as writer:
                for number in removed:
                    writer.remove(f"d{number}")
                writer.commit(100)
        if tidied:
            engine.tidy()
        opened = index.open_dir(folder)
        with opened.searcher() as searcher:
            for node in queries:
                request = SearchRequest(node, OPEN, limit=None)
                found = {hit.id for hit in engine.search(request).hits}
                assert found == {hit.id for hit in reference.search(request).hits}
                assert found == stock_ids(searcher, node)
        engine.close()


def test_whoosh_reads_columns_and_word_numbers(tmp_path: Path) -> None:
    engine = WhooshEngine.open(tmp_path, "analysis-1")
    with engine.writer() as writer:
        for number in range(300):
            terms = FieldTerms({"ord": 2}, 5, {"ord": (number, number + 200)})
            kinds = ("motion", "remiss") if number % 2 else ()
            writer.put(IndexEntry(f"d{number}", "öppen", {"exact": terms}, {"kind": kinds}, rank=number))
        writer.commit(1)
    with index.open_dir(str(tmp_path)).searcher() as searcher:
        reader = searcher.reader()
        columns = {name: reader.column_reader(name) for name in ("id", "kind", "rank", "exact", "copies")}
        matcher = searcher.postings("exact", "ord")
        read = 0
        while matcher.is_active():
            number = matcher.id()
            assert matcher.value_as("positions") == [number, number + 200]
            assert matcher.weight() == 2
            assert columns["id"][number] == f"d{columns['rank'][number]}"
            assert columns["kind"][number] == (("motion", "remiss") if columns["rank"][number] % 2 else ())
            assert (columns["exact"][number], columns["copies"][number]) == (5, "")
            read += 1
            matcher.next()
        assert read == 300


@pytest.mark.parametrize("tidied", [False, True])
def test_whoosh_lists_each_term_of_several_segments_once(tmp_path: Path, tidied: bool) -> None:
    engine = WhooshEngine.open(tmp_path, "analysis-1")
    for batch in range(3):
        with engine.writer() as writer:
            for number in range(batch * 4, batch * 4 + 4):
                fields = {
                    "text": FieldTerms({"ord": 1, f"ord{batch}": 1}, 2),
                    "raw": FieldTerms({"0rd": 1}, 1),
                }
                columns = {"kind": ("motion",), "year": (f"{2000 + number % 3}",)}
                writer.put(IndexEntry(f"d{number}", "öppen", fields, columns))
            writer.commit(batch + 1)
    if tidied:
        engine.tidy()
    with index.open_dir(str(tmp_path)).reader() as reader:
        terms = list(reader.all_terms())
    assert terms == sorted(set(terms))
    engine.close()
