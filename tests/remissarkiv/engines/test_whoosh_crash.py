"""The process dies at the worst places; the same changes applied again give the same answers."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from remissarkiv.domain import Access, IndexEntry
from remissarkiv.engines.interface import EngineResult, Everything, SearchRequest, Term
from remissarkiv.engines.whoosh import WhooshEngine, batch
from remissarkiv.errors import ArchiveBusyError, IndexUnwritableError

OPEN = Access(frozenset({"öppen"}))
MakeEntry = Callable[..., IndexEntry]

# Only the standard library is changed in the child: the call at which it shall die.
CHILD = """
import os, sys
from pathlib import Path
from remissarkiv.domain import FieldTerms, IndexEntry
from remissarkiv.engines.whoosh import WhooshEngine
place = sys.argv[2]
def entry(name, words):
    terms = FieldTerms({w: 1 for w in words}, len(words), {w: (n,) for n, w in enumerate(words)})
    return IndexEntry(name, "öppen", {"text": terms, "exact": terms, "title": terms, "title_exact": terms})
engine = WhooshEngine.open(Path(sys.argv[1]), "analysis-1")
if place == "before the state":
    os.replace = lambda *names: os._exit(9)
if place == "before the table":
    os.rename = lambda *names: os._exit(9)
with engine.writer() as writer:
    writer.remove("a")
    for number in range(5):
        writer.put(entry(f"n{number}", ["ord", f"nytt{number}"]))
        if place == "in the batch" and number == 3:
            os._exit(9)
    writer.commit(2)
"""


def answers(engine: WhooshEngine) -> list[EngineResult]:
    return [engine.search(SearchRequest(q, OPEN)) for q in (Everything(), Term("text", "ord"))]


def changes(engine: WhooshEngine, make_entry: MakeEntry) -> None:
    with engine.writer() as writer:
        writer.remove("a")
        for number in range(5):
            words = f"ord nytt{number}"
            writer.put(make_entry(f"n{number}", words, words))
        writer.commit(2)


@pytest.mark.parametrize("place", ["in the batch", "before the table", "before the state"])
def test_a_batch_that_was_cut_off_is_applied_again(tmp_path: Path, make_entry: MakeEntry, place: str) -> None:
    for name in ("cut", "clean"):
        engine = WhooshEngine.open(tmp_path / name, "analysis-1")
        with engine.writer() as writer:
            writer.put(make_entry("a", "ord"))
            writer.put(make_entry("b", "ord annat"))
            writer.commit(1)
        engine.close()
    ran = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path / "cut"), place], capture_output=True, check=False
    )
    assert ran.returncode == 9, ran.stderr.decode()
    clean = WhooshEngine.open(tmp_path / "clean", "analysis-1")
    changes(clean, make_entry)
    cut = WhooshEngine.open(tmp_path / "cut", "analysis-1")
    assert cut.sequence() == 1
    assert cut.count() == (6 if place == "before the state" else 2)
    assert cut.check() == ()
    changes(cut, make_entry)
    assert answers(cut) == answers(clean)
    assert (cut.sequence(), cut.check()) == (2, ())
    cut.tidy()
    assert answers(cut) == answers(clean)
    assert len(list((tmp_path / "cut").glob("*"))) == 4


def test_another_process_that_writes_is_told_of_at_once(index_folder: Path) -> None:
    engine = WhooshEngine.open(index_folder, "analysis-1")
    script = """
import sys
from pathlib import Path
from remissarkiv.engines.whoosh import WhooshEngine
with WhooshEngine.open(Path(sys.argv[1]), "analysis-1").writer():
    print("writing", flush=True)
    sys.stdin.read()
"""
    command = [sys.executable, "-c", script, str(index_folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        assert child.stdout.readline() == b"writing\n"
        with pytest.raises(ArchiveBusyError, match="another process"), engine.writer():
            pass
        child.kill()
    with engine.writer() as writer:
        writer.commit(1)
    assert engine.sequence() == 1


def test_a_failed_commit_lets_the_lock_go(
    index_folder: Path, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = WhooshEngine.open(index_folder, "analysis-1")

    def full(*_: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk, engine.writer() as writer:
        writer.put(make_entry("a", "ord"))
        disk.setattr(os, "rename", full)
        with pytest.raises(OSError, match="No space left"):
            writer.commit(1)
    assert (engine.count(), engine.sequence()) == (0, 0)
    with engine.writer() as writer:
        writer.put(make_entry("a", "ord"))
        writer.commit(1)
    assert (engine.count(), engine.check()) == (1, ())


@pytest.fixture
def ten_segments(index_folder: Path, make_entry: MakeEntry) -> WhooshEngine:
    """An index in which the next document makes the eleventh segment."""
    engine = WhooshEngine.open(index_folder, "analysis-1")
    for number in range(10):
        with engine.writer() as writer:
            for one in range(50):
                writer.put(make_entry(f"d{number}-{one}", f"ord nummer{number}"))
            writer.commit(number + 1)
    assert len(list(index_folder.glob("*.seg"))) == 10
    return engine


def test_a_document_is_found_before_segments_are_written_together(
    ten_segments: WhooshEngine, index_folder: Path, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = Term("text", "nytt")
    seen: list[tuple[int, int, int, int]] = []
    reader, real = WhooshEngine.open(index_folder, "analysis-1"), batch.merge

    def merge(*arguments: Any) -> Any:
        fresh = WhooshEngine.open(index_folder, "analysis-1")
        for engine in (fresh, reader):
            found = engine.search(SearchRequest(new, OPEN)).total
            everything = engine.search(SearchRequest(Everything(), OPEN)).total
            seen.append((found, everything, engine.count(), engine.sequence()))
        assert fresh.check() == ()
        return real(*arguments)

    monkeypatch.setattr(batch, "merge", merge)
    with ten_segments.writer() as writer:
        writer.put(make_entry("nytt", "nytt ord"))
        writer.put(make_entry("d3-7", "annat"))
        writer.commit(11)
    assert seen == [(1, 501, 501, 11)] * 2
    assert len(list(index_folder.glob("*.seg"))) <= 10
    for engine in (reader, ten_segments, WhooshEngine.open(index_folder, "analysis-1")):
        assert (engine.count(), engine.sequence(), engine.check()) == (501, 11, ())
        assert engine.search(SearchRequest(new, OPEN)).total == 1


def test_what_was_committed_stays_when_writing_segments_together_is_cut_off(
    ten_segments: WhooshEngine, index_folder: Path, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> Any:
        raise OSError(errno.ENOSPC, "No space left on device")

    def add() -> None:
        with ten_segments.writer() as writer:
            writer.put(make_entry("nytt", "nytt ord"))
            writer.commit(11)

    with monkeypatch.context() as disk:
        disk.setattr(batch, "merge", full)
        with pytest.raises(IndexUnwritableError):
            add()
    cut = WhooshEngine.open(index_folder, "analysis-1")
    assert (cut.count(), cut.sequence(), cut.check()) == (501, 11, ())
    with cut.writer() as writer:
        writer.put(make_entry("nyare", "nytt ord"))
        writer.commit(12)
    assert len(list(index_folder.glob("*.seg"))) <= 10
    assert (ten_segments.count(), ten_segments.check()) == (502, ())


def test_documents_added_one_by_one_leave_few_segments_and_never_wait_for_many(
    index_folder: Path, make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = WhooshEngine.open(index_folder, "analysis-1")
    written: list[int] = []
    waited: list[int] = []
    real_merge, real_state = batch.merge, batch.write_state

    def merge(files: Any, sources: Any) -> Any:
        written.append(sum(int(source.living.sum()) for source in sources))
        return real_merge(files, sources)

    def write_state(*arguments: Any) -> None:
        real_state(*arguments)
        if engine.count() > len(waited):
            waited.append(sum(written))

    monkeypatch.setattr(batch, "merge", merge)
    monkeypatch.setattr(batch, "write_state", write_state)
    for number in range(200):
        written.clear()
        with engine.writer() as writer:
            writer.put(make_entry(f"d{number}", "ord"))
            writer.commit(number + 1)
        assert len(list(index_folder.glob("*.seg"))) <= 10
    assert len(waited) == 200
    assert max(waited) <= batch.MOST_IN_THE_WAY
    assert engine.check() == ()
