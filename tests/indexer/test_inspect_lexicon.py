"""`remiss inspect` says so when the archive's lexicon does not serve."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from indexer.cli import inspect
from indexer.ingest import ingest
from remissarkiv.bootstrap import open_archive


def look(file: Path, data: Path) -> Result:
    return CliRunner().invoke(inspect, [str(file), "--data", str(data), "--json"])


@pytest.fixture
def damaged(tmp_path: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A damaged file, read into the archive `data` by what another has taught."""
    monkeypatch.chdir(tmp_path)
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "svar.txt").write_text("Svar om vårdnadsbidraget\n\nNämnden avstyrker.\n", encoding="utf-8")
    file = shelf / "motion.txt"
    shutil.copy2(corpus / "arkiv/ks-2001-118/Motion 26 feb 2001.txt", file)
    with open_archive(data=tmp_path / "data") as archive:
        assert ingest(archive, [shelf]).lexicon.version == 1
    return file


@pytest.mark.parametrize("harm", ["none", "gone", "broken"])
def test_a_lexicon_that_does_not_serve_is_told_in_one_line(tmp_path: Path, damaged: Path, harm: str) -> None:
    lexicon = tmp_path / "data" / "lexicon"
    if harm == "gone":
        shutil.rmtree(lexicon)
    elif harm == "broken":
        (lexicon / "1" / "words.marisa").write_bytes(b"cut")
    done = look(damaged, tmp_path / "data")
    assert done.exit_code == 0
    assert json.loads(done.stdout)
    if harm == "none":
        assert done.stderr == ""
    else:
        (line,) = done.stderr.splitlines()
        assert str(lexicon / "1") in line
        assert "Swedish alone is used" in line


def test_where_there_is_no_archive_nothing_is_told_and_none_is_made(tmp_path: Path, damaged: Path) -> None:
    done = look(damaged, tmp_path / "nowhere")
    assert (done.exit_code, done.stderr) == (0, "")
    assert not (tmp_path / "nowhere").exists()
