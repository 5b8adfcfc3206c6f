"""A batch that does not fit in memory."""

from pathlib import Path

import pytest
from whoosh import index

from remissarkiv.domain import Access, FieldTerms, IndexEntry
from remissarkiv.engines.interface import SearchRequest, Term
from remissarkiv.engines.whoosh import WhooshEngine, batch

OPEN = Access(frozenset({"öppen"}))


def _entry(id: str, word: str) -> IndexEntry:
    return IndexEntry(id, "öppen", {"text": FieldTerms({word: 1}, 1)})


def _found(engine: WhooshEngine, word: str) -> list[str]:
    return [hit.id for hit in engine.search(SearchRequest(Term("text", word), OPEN)).hits]


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WhooshEngine:
    """An engine that writes to disk after each document."""
    monkeypatch.setattr(batch, "MEMORY", 1)
    return WhooshEngine.open(tmp_path / "index", "analysis-1")


def test_what_is_put_twice_or_removed_again_is_as_the_last_word_says(engine: WhooshEngine) -> None:
    with engine.writer() as writer:
        for id in ("a", "b", "c", "a"):
            writer.put(_entry(id, "först"))
        writer.remove("b")
        writer.put(_entry("c", "sist"))
        writer.commit(1)
    assert _found(engine, "först") == ["a"]
    assert _found(engine, "sist") == ["c"]
    assert engine.count() == 2
    with engine.writer() as writer:
        writer.put(_entry("a", "sist"))
        writer.put(_entry("d", "sist"))
        writer.remove("c")
        writer.put(_entry("d", "först"))
        writer.commit(2)
    assert _found(engine, "sist") == ["a"]
    assert _found(engine, "först") == ["d"]
    assert engine.check() == ()


def test_a_whole_archive_in_one_commit_becomes_one_segment(engine: WhooshEngine, tmp_path: Path) -> None:
    with engine.writer() as writer:
        for number in range(30):
            writer.put(_entry(f"d{number:02}", "ord"))
        writer.commit(1)
    assert _found(engine, "ord") == [f"d{number:02}" for number in range(20)]
    with index.open_dir(tmp_path / "index").reader() as reader:
        assert reader.is_atomic()
