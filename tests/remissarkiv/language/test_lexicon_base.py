"""The lexicon of Swedish at first use: compiled once, by whoever comes first; its tables may be broken."""

import gzip
import hashlib
import multiprocessing
import os
import shutil
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from remissarkiv.errors import LexiconTableError, LexiconUnwritableError
from remissarkiv.language import compiling
from remissarkiv.language.lexicon import LexiconVersions, base, learn
from remissarkiv.language.lexicon.layer import Entry, Layer, write_layer
from remissarkiv.language.skeleton import skeleton

ROUNDS = 12
PROCESSES = 4


def write_tables(folder: Path) -> str:
    """Small tables, and the name of the layer that is compiled from them."""
    folder.mkdir(parents=True)
    general = gzip.compress("200: är år\n300: nämnden park\n".encode(), mtime=0)
    public = gzip.compress("10\när 6\nnämnden 4\n\nnämnden: är 3\n".encode(), mtime=0)
    (folder / "frequencies.txt.gz").write_bytes(general)
    (folder / "administrative.txt.gz").write_bytes(public)
    return f"base-{hashlib.sha256(general + public).hexdigest()[:16]}"


def use_tables(folder: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(base, "_GENERAL", folder / "frequencies.txt.gz")
    patch.setattr(base, "_PUBLIC", folder / "administrative.txt.gz")
    patch.setenv("XDG_CACHE_HOME", "/dev/null/none")
    base.base_layer.cache_clear()


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of small tables that is the program's for the length of a test."""
    write_tables(tmp_path / "program")
    with monkeypatch.context() as patch:
        use_tables(tmp_path / "program", patch)
        yield tmp_path / "program"
    base.base_layer.cache_clear()


def _open_at_once(barrier: Barrier, folder: Path, lock: bool, answers: "Queue[str]") -> None:
    with pytest.MonkeyPatch.context() as patch:
        if not lock:
            patch.setattr(compiling, "_locked", lambda descriptor: False)
        for number in range(ROUNDS):
            use_tables(folder / str(number), patch)
            barrier.wait(60)
            try:
                words = {entry.word for entry in base.base_layer().entries(skeleton("är"))}
                answers.put("whole" if words == {"är", "år"} else str(words))
            except Exception as error:  # noqa: BLE001 - whatever it is, the test tells it
                answers.put(repr(error))


@pytest.mark.parametrize("lock", [True, False], ids=["locked", "where nothing can be locked"])
@pytest.mark.parametrize("before", ["nothing", "a damaged layer"])
def test_processes_that_start_at_once_all_find_a_whole_layer(tmp_path: Path, before: str, lock: bool) -> None:
    for number in range(ROUNDS):
        name = write_tables(tmp_path / str(number))
        if before != "nothing":
            (tmp_path / str(number) / "compiled" / name).mkdir(parents=True)
            (tmp_path / str(number) / "compiled" / name / "words.marisa").write_bytes(b"cut")
    spawn = multiprocessing.get_context("spawn")
    barrier, answers = spawn.Barrier(PROCESSES), spawn.Queue()
    processes = [
        spawn.Process(target=_open_at_once, args=(barrier, tmp_path, lock, answers)) for _ in range(PROCESSES)
    ]
    for process in processes:
        process.start()
    assert [answers.get(timeout=120) for _ in range(PROCESSES * ROUNDS)] == ["whole"] * PROCESSES * ROUNDS
    for process in processes:
        process.join()
    for number in range(ROUNDS):
        place = tmp_path / str(number) / "compiled"
        assert [path.name for path in place.iterdir() if path.name != ".lock"] == [name]
        assert Layer(place / name).source == name


def test_a_whole_layer_stays_and_another_is_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "layer"
    write_layer(folder, [Entry("park", 1.0)], {}, source="one")
    first = folder.stat().st_ino
    write_layer(folder, [Entry("park", 1.0)], {}, source="one")
    assert folder.stat().st_ino == first
    opened = Layer(folder)
    write_layer(folder, [Entry("torg", 1.0)], {}, source="two")
    assert Layer(folder).entries(skeleton("torg"))
    assert opened.entries(skeleton("park"))  # who has it open keeps it
    assert [path.name for path in tmp_path.iterdir()] == ["layer"]


def test_what_was_compiled_from_older_tables_is_cleared(tables: Path) -> None:
    for old in ("base-0123456789abcdef", ".base-0123456789abcdef-killed"):
        (tables / "compiled" / old).mkdir(parents=True)
        (tables / "compiled" / old / "words.marisa").write_bytes(b"old")
    layer = base.base_layer()
    assert {path.name for path in (tables / "compiled").iterdir()} == {layer.source, ".lock"}


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser writes everywhere")
def test_where_nothing_may_be_written_the_process_has_a_layer_of_its_own(tables: Path) -> None:
    tables.chmod(0o500)
    assert base.base_layer().pair("nämnden", "är") == 3
    tables.chmod(0o700)


def test_a_file_in_the_place_of_the_folder_is_got_around(tables: Path) -> None:
    (tables / "compiled").write_bytes(b"")
    assert base.base_layer().pair("nämnden", "är") == 3


@pytest.mark.parametrize("name", ["frequencies.txt.gz", "administrative.txt.gz"])
@pytest.mark.parametrize("harm", ["gone", "cut", "spoilt", "other"])
def test_a_broken_table_of_the_program_is_mended_by_installing_only(
    tables: Path, name: str, harm: str
) -> None:
    file = tables / name
    whole = file.read_bytes()
    if harm == "gone":
        file.unlink()
    elif harm == "cut":
        file.write_bytes(whole[:-12])
    elif harm == "spoilt":
        file.write_bytes(whole[:12] + b"\xff" * 8 + whole[20:])
    else:
        file.write_bytes(gzip.compress(b"0\nwhat\n"))
    with pytest.raises(LexiconTableError) as caught:
        base.base_layer()
    assert str(file) in str(caught.value)
    assert str(caught.value).endswith("; install the program again")
    assert "rebuild" not in str(caught.value) + caught.value.swedish
    assert "installera" in caught.value.swedish


def test_a_compile_is_told_at_a_terminal_only(
    tables: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    base.base_layer()
    assert capsys.readouterr() == ("", "")
    shutil.rmtree(tables / "compiled")
    base.base_layer.cache_clear()
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    base.base_layer()
    out, err = capsys.readouterr()
    assert (out, err) == ("", "remiss: compiling the lexicon, once …\n")
    base.base_layer.cache_clear()
    base.base_layer()
    assert capsys.readouterr() == ("", "")


def test_a_file_where_the_archives_lexicon_should_be_is_called_that(tmp_path: Path) -> None:
    (tmp_path / "lexicon").write_text("?")
    with pytest.raises(LexiconUnwritableError) as caught:
        LexiconVersions(tmp_path / "lexicon").freeze(learn(["Nämnden avslår förslaget om parken."] * 3))
    assert f"{tmp_path / 'lexicon'}: a file stands where the folder lexicon should be" in str(caught.value)
    assert "space" not in str(caught.value)
    assert "plats" not in caught.value.swedish
