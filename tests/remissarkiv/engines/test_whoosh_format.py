"""What lies on disk: readable by another process, by a later start, and by Whoosh itself."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh import index
from whoosh.query import And, Not, Or, Phrase, Prefix
from whoosh.query import Term as StockTerm
from whoosh.searching import Searcher

from remissarkiv.domain import Access, IndexEntry
from remissarkiv.engines.interface import Everything, SearchRequest, Term
from remissarkiv.engines.whoosh import WhooshEngine, blocks, fields, positions
from remissarkiv.engines.whoosh.merge_policy import MOST_SEGMENTS

OPEN = Access(frozenset({"öppen"}))
MakeEntry = Callable[..., IndexEntry]


def filled(folder: Path, make_entry: MakeEntry) -> WhooshEngine:
    engine = WhooshEngine.open(folder, "analysis-1")
    for number, text in enumerate(("skola buss", "buss skola", "skolgård", "buss buss skola"), start=1):
        with engine.writer() as writer:
            writer.put(make_entry(f"d{number}", text, kind=("motion",)))
            writer.commit(number)
    with engine.writer() as writer:
        writer.remove("d4")
        writer.commit(5)
    return engine


@given(st.lists(st.integers(0, 2**32), unique=True).map(sorted))
def test_word_numbers_come_back_as_they_were_packed(numbers: list[int]) -> None:
    packed = positions.pack(numbers)
    assert positions.unpack(packed) == numbers
    assert positions.count(packed) == len(numbers)


def test_word_numbers_are_packed_as_documented() -> None:
    assert positions.pack((3, 4, 200)) == bytes.fromhex("0301c401")
    with pytest.raises(ValueError, match="rise"):
        positions.pack((4, 4))


def test_the_class_names_that_an_index_holds() -> None:
    """They are pickled into every index: changing one needs a new SCHEMA_VERSION."""
    names = {f"{type(field).__module__}.{type(field).__name__}" for _, field in fields.schema().items()}
    formats = {type(field.format).__name__ for _, field in fields.schema().items() if field.format}
    module = "remissarkiv.engines.whoosh.fields"
    kept = ("TermsField", "ValuesField", "NameField", "DayField", "GroupField", "NumberField")
    assert names == {f"{module}.{name}" for name in kept}
    assert formats == {"Counts", "WordNumbers"}
    columns = {
        f"{type(field.column_type).__module__}.{type(field.column_type).__name__}"
        for _, field in fields.schema().items()
    }
    assert columns == {"whoosh.columns.NumericColumn", "remissarkiv.engines.whoosh.coded_column.CodedColumn"}
    inside = {f"{kept.__module__}.{kept.__name__}" for kept in (blocks.Gaps, blocks.Payloads)}
    assert inside == {"remissarkiv.engines.whoosh.blocks.Gaps", "remissarkiv.engines.whoosh.blocks.Payloads"}
    assert fields.SCHEMA_VERSION == 4


def test_an_index_written_by_another_process_opens(index_folder: Path) -> None:
    script = """
import sys
from pathlib import Path
from remissarkiv.domain import FieldTerms, IndexEntry
from remissarkiv.engines.whoosh import WhooshEngine
engine = WhooshEngine.open(Path(sys.argv[1]), "analysis-1")
terms = FieldTerms({"ord": 1}, 1, {"ord": (0,)})
with engine.writer() as writer:
    writer.put(IndexEntry("a", "öppen", {"text": terms, "exact": terms}))
    writer.commit(9)
"""
    ran = subprocess.run([sys.executable, "-c", script, str(index_folder)], capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    engine = WhooshEngine.open(index_folder, "analysis-1")
    assert engine.sequence() == 9
    assert engine.search(SearchRequest(Term("text", "ord"), OPEN)).total == 1


def test_importing_the_engine_says_nothing(tmp_path: Path) -> None:
    """Whoosh's files warn when Python compiles them, which it does anew in an empty cache."""
    ran = subprocess.run(
        [
            sys.executable,
            "-W",
            "always",
            "-X",
            f"pycache_prefix={tmp_path}",
            "-c",
            "import remissarkiv.engines.whoosh",
        ],
        capture_output=True,
        check=True,
    )
    assert ran.stderr == b""


def test_an_open_engine_sees_what_another_one_commits(index_folder: Path, make_entry: MakeEntry) -> None:
    writing = filled(index_folder, make_entry)
    reading = WhooshEngine.open(index_folder, "analysis-1")
    assert reading.count() == 3
    for number in range(2 * MOST_SEGMENTS):
        with writing.writer() as writer:
            writer.put(make_entry(f"ny{number}", "ord"))
            writer.commit(10 + number)
        assert reading.count() == 4 + number
    writing.tidy()
    assert reading.count() == 3 + 2 * MOST_SEGMENTS


def test_segments_stay_few_however_many_commits(index_folder: Path, make_entry: MakeEntry) -> None:
    engine = WhooshEngine.open(index_folder, "analysis-1")
    for number in range(40):
        with engine.writer() as writer:
            writer.put(make_entry(f"d{number % 30}", "ord"))
            writer.commit(number + 1)
        assert len(list(index_folder.glob("*.seg"))) <= MOST_SEGMENTS
    assert engine.count() == 30
    engine.tidy()
    assert len(list(index_folder.glob("*.seg"))) == 1
    assert engine.search(SearchRequest(Everything(), OPEN)).total == 30


def test_whoosh_itself_finds_the_same(index_folder: Path, make_entry: MakeEntry) -> None:
    """Whoosh's own searcher reads the index: our format is an ordinary one to it, phrases included."""
    filled(index_folder, make_entry).close()
    stock = index.open_dir(str(index_folder))
    with stock.searcher() as searcher:
        assert _stock_ids(searcher, StockTerm("text", "skola")) == {"d1", "d2"}
        assert _stock_ids(searcher, Phrase("exact", ["buss", "skola"])) == {"d2"}
        assert _stock_ids(searcher, Prefix("text", "skol")) == {"d1", "d2", "d3"}
        assert _stock_ids(searcher, StockTerm("kind", "motion")) == {"d1", "d2", "d3"}
        either = Or([StockTerm("text", "skolgård"), StockTerm("text", "buss")])
        assert _stock_ids(searcher, And([either, Not(Phrase("exact", ["buss", "skola"]))])) == {"d1", "d3"}


def _stock_ids(searcher: Searcher, query: object) -> set[str]:
    column = searcher.reader().column_reader("id")
    return {column[number] for number in searcher.docs_for_query(query)}
