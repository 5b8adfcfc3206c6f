"""A damaged or foreign index is told of in one sentence that names the way out."""

import contextlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from remissarkiv.domain import Access, IndexEntry
from remissarkiv.engines.interface import Everything, Prefix, SearchRequest, Term
from remissarkiv.engines.whoosh import WhooshEngine
from remissarkiv.errors import IndexBehindError, IndexBrokenError, IndexMismatchError

OPEN = Access(frozenset({"öppen"}))
MakeEntry = Callable[..., IndexEntry]


@pytest.fixture
def written(index_folder: Path, make_entry: MakeEntry) -> Path:
    engine = WhooshEngine.open(index_folder, "analysis-1")
    with engine.writer() as writer:
        for number in range(20):
            writer.put(make_entry(f"d{number}", f"ord nummer{number}"))
        writer.commit(1)
    engine.close()
    return index_folder


def the(folder: Path, pattern: str) -> Path:
    (path,) = folder.glob(pattern)
    return path


def refused(folder: Path) -> str:
    with pytest.raises(IndexBrokenError, match="remiss rebuild") as caught:
        WhooshEngine.open(folder, "analysis-1")
    assert "\n" not in str(caught.value)
    assert "remiss rebuild" in caught.value.swedish
    return str(caught.value)


def test_another_analysis_or_format_is_refused(written: Path) -> None:
    with pytest.raises(IndexMismatchError, match="remiss rebuild"):
        WhooshEngine.open(written, "analysis-2")
    state = json.loads((written / "state.json").read_text())
    (written / "state.json").write_text(json.dumps(state | {"schema": 99}))
    with pytest.raises(IndexMismatchError, match=r"format 99.*remiss rebuild"):
        WhooshEngine.open(written, "analysis-1")


@pytest.mark.parametrize("pattern", ["*.seg", "*.toc", "state.json"])
@pytest.mark.parametrize("harm", ["cut", "emptied", "garbage"])
def test_a_harmed_file_is_found_when_opening(written: Path, pattern: str, harm: str) -> None:
    path = the(written, pattern)
    sound = path.read_bytes()
    path.write_bytes({"cut": sound[: len(sound) // 2], "emptied": b"", "garbage": b"\x93garbage" * 50}[harm])
    refused(written)


@pytest.mark.parametrize("pattern", ["*.seg", "*.toc", "state.json"])
def test_a_missing_file_is_found_when_opening(written: Path, pattern: str) -> None:
    the(written, pattern).unlink()
    refused(written)


def test_changed_bytes_of_the_right_length_are_found_by_the_check(written: Path) -> None:
    path = the(written, "*.seg")
    sound = bytearray(path.read_bytes())
    sound[len(sound) // 2] ^= 0xFF
    path.write_bytes(sound)
    engine = WhooshEngine.open(written, "analysis-1")
    (problem,) = engine.check()
    assert path.name in problem
    assert "checksum" in problem


def test_garbage_inside_a_segment_is_an_error_of_ours_whatever_is_asked(written: Path) -> None:
    path = the(written, "*.seg")
    sound = path.read_bytes()
    for place in range(0, len(sound), 97):
        harmed = bytearray(sound)
        harmed[place : place + 8] = b"\xff\x00\x93(cos\n"
        path.write_bytes(harmed[: len(sound)])
        with contextlib.suppress(IndexBrokenError):
            engine = WhooshEngine.open(written, "analysis-1")
            assert engine.check()
            engine.search(SearchRequest(Everything(), OPEN, facets=("kind",)))
            engine.search(SearchRequest(Prefix("exact", "nummer"), OPEN))


def test_a_folder_that_goes_while_open_is_told_of(written: Path) -> None:
    engine = WhooshEngine.open(written, "analysis-1")
    shutil.rmtree(written)
    for use in (
        engine.sequence,
        engine.count,
        engine.ids,
        engine.tidy,
        lambda: engine.search(SearchRequest(Everything(), OPEN)),
    ):
        with pytest.raises(IndexBrokenError, match=r"gone.*remiss rebuild"):
            use()
    (problem,) = engine.check()
    assert "gone" in problem


def test_an_index_swapped_in_from_beside_is_read(
    written: Path, tmp_path: Path, make_entry: MakeEntry
) -> None:
    """A rebuild makes a new folder and renames it into place; both have made one commit."""
    engine = WhooshEngine.open(written, "analysis-1")
    assert engine.count() == 20
    fresh = WhooshEngine.open(tmp_path / "fresh", "analysis-1")
    with fresh.writer() as writer:
        writer.put(make_entry("ny", "ord"))
        writer.commit(4)
    fresh.close()
    written.rename(tmp_path / "old")
    (tmp_path / "fresh").rename(written)
    assert (engine.count(), engine.sequence()) == (1, 4)


def test_an_index_whose_making_was_cut_off_is_made_again(written: Path) -> None:
    shutil.rmtree(written)
    WhooshEngine.open(written, "analysis-1").close()
    the(written, "*.toc").unlink()
    assert WhooshEngine.open(written, "analysis-1").count() == 0


@pytest.mark.parametrize("harm", ["cut", "garbage", "swapped", "missing"])
def test_a_generation_that_cannot_be_read_leaves_the_one_before_it_serving(
    written: Path, make_entry: MakeEntry, harm: str
) -> None:
    serving = WhooshEngine.open(written, "analysis-1")
    (old,) = written.glob("*.seg")
    writing = WhooshEngine.open(written, "analysis-1")
    with writing.writer() as writer:
        for number in range(20):
            writer.put(make_entry(f"e{number}", f"ord nummer{number}"))
        writer.commit(2)
    (new,) = set(written.glob("*.seg")) - {old}
    sound = new.read_bytes()
    if harm == "missing":
        new.unlink()
    else:
        new.write_bytes(
            {
                "cut": sound[:-100],
                "garbage": b"\x93garbage" + bytes(len(sound) - 8),
                "swapped": old.read_bytes().ljust(len(sound), b"\x00")[: len(sound)],
            }[harm]
        )
    for _ in range(2):
        assert serving.count() == 20
        assert serving.search(SearchRequest(Term("text", "nummer3"), OPEN)).total == 1
    assert new.name.removesuffix(".seg") in serving.check()[0]
    assert new.name.removesuffix(".seg") in refused(written)
    with pytest.raises(IndexBrokenError, match=r"remiss rebuild"), serving.writer() as writer:
        writer.put(make_entry("ny", "ord"))


def test_a_generation_that_cannot_be_read_is_told_once_in_the_log_and_until_it_is_mended(
    written: Path, tmp_path: Path, make_entry: MakeEntry, caplog: pytest.LogCaptureFixture
) -> None:
    serving = WhooshEngine.open(written, "analysis-1")
    assert serving.trouble() is None
    for commit in (2, 3):
        before = set(written.glob("*.seg"))
        with WhooshEngine.open(written, "analysis-1").writer() as writer:
            writer.put(make_entry(f"e{commit}", "ord"))
            writer.commit(commit)
        (new,) = set(written.glob("*.seg")) - before
        sound = new.read_bytes()
        new.write_bytes(sound[:-1])
        for _ in range(3):
            assert serving.count() == 20
            trouble = serving.trouble()
        assert trouble is not None
        assert new.name in str(trouble)
        assert "remiss verify" in str(trouble)
        assert "remiss rebuild" in str(trouble)
        assert "\n" not in str(trouble)
        assert "remiss rebuild" in trouble.swedish
        assert str(tmp_path) not in trouble.swedish
        assert [record.getMessage() for record in caplog.records] == [str(trouble)]
        caplog.clear()
        new.write_bytes(sound)
    with WhooshEngine.open(written, "analysis-1").writer() as writer:
        writer.put(make_entry("e4", "ord"))
        writer.commit(4)
    assert (serving.count(), serving.trouble()) == (23, None)


def test_an_index_that_is_gone_is_trouble_and_no_error(written: Path) -> None:
    serving = WhooshEngine.open(written, "analysis-1")
    shutil.rmtree(written)
    assert "gone" in str(serving.trouble())


def test_a_segment_that_is_cut_off_while_it_is_open_is_told_of(written: Path) -> None:
    engine = WhooshEngine.open(written, "analysis-1")
    path = the(written, "*.seg")
    with path.open("r+b") as file:
        file.truncate(100)
    with pytest.raises(IndexBrokenError, match=rf"{path.stem}.*remiss rebuild"):
        engine.search(SearchRequest(Term("exact", "nummer7"), OPEN))
    trouble = engine.trouble()
    assert isinstance(trouble, IndexBrokenError)
    assert not isinstance(trouble, IndexBehindError)
    assert path.name in str(trouble)
    assert "remiss rebuild" in str(trouble)
