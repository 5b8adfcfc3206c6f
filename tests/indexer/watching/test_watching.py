"""`remiss watch`: the archive follows its folders, told by a real process that runs beside the test."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from remissarkiv.bootstrap import open_archive

PATIENCE = 60.0
REMISS = str(Path(sys.executable).with_name("remiss"))


class Watching:
    """A `remiss watch` that is running, and what it has said so far."""

    def __init__(self, place: Path, *options: str) -> None:
        self.output = place / "said.txt"
        self._place = place
        program = [REMISS, "watch", *options, "--data", str(place / "data")]
        with self.output.open("wb") as stream:
            self.process = subprocess.Popen(
                [*program, "--json", "--settle", "1", "--jobs", "1"], stdout=stream, stderr=stream, cwd=place
            )

    def runs(self, number: int) -> list[dict]:
        """The reports so far, as soon as there are `number` of them."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            said = [
                line for line in self.output.read_text(encoding="utf-8").splitlines() if line.startswith("{")
            ]
            if len(said) >= number:
                return [json.loads(line) for line in said]
            time.sleep(0.1)
        raise AssertionError(self.output.read_text(encoding="utf-8"))


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[list[Watching]]:
    started: list[Watching] = []
    yield started
    for one in started:
        one.process.kill()
        one.process.wait()


def test_a_new_file_is_found_after_a_moment_and_a_term_signal_ends_it_well(tmp_path, watching):
    folder = tmp_path / "arkiv"
    folder.mkdir()
    (folder / "a.txt").write_text("Motion om lekplatser\n\nBygg fler.\n", encoding="utf-8")
    watch = Watching(tmp_path, str(folder), "--every", "1d", "--report", str(tmp_path / "rapport.json"))
    watching.append(watch)
    assert [(run["reason"], run["new"]) for run in watch.runs(1)] == [("start", 1)]
    (folder / "b.txt").write_text("Motion om badhus\n\nBygg ett.\n", encoding="utf-8")
    assert [(run["reason"], run["new"]) for run in watch.runs(2)] == [("start", 1), ("change", 1)]
    assert json.loads((tmp_path / "rapport.json").read_text(encoding="utf-8"))["documents"] == 2
    watch.process.send_signal(signal.SIGTERM)
    assert watch.process.wait(PATIENCE) == 0
    with open_archive(data=tmp_path / "data") as archive:
        assert archive.search("badhus", access=archive.operator_access()).total == 1


def test_a_folder_that_goes_away_for_a_while_empties_nothing(tmp_path, watching):
    folder = tmp_path / "utdelning"
    folder.mkdir()
    (folder / "a.txt").write_text("Motion om lekplatser\n\nBygg.\n", encoding="utf-8")
    (tmp_path / "config.toml").write_text(
        f'[[collection]]\nname = "utdelning"\npath = "{folder}"\n', encoding="utf-8"
    )
    watch = Watching(tmp_path, "--every", "2s")
    watching.append(watch)
    assert watch.runs(1)[0]["documents"] == 1
    folder.rename(tmp_path / "borta")
    number = 2
    while not any(run["rejected"] for run in watch.runs(number)):
        number += 1
    assert watch.runs(number)[-1]["documents"] == 1
    (tmp_path / "borta").rename(folder)
    (folder / "b.txt").write_text("Motion om badhus\n\nBygg.\n", encoding="utf-8")
    while not any(run["documents"] == 2 for run in watch.runs(number)):
        number += 1


@pytest.mark.parametrize("text", ["0", "soon", "-5", "1w"])
def test_a_time_that_cannot_be_read_is_refused_with_what_is_expected(tmp_path, text):
    done = subprocess.run(
        [
            REMISS,
            "watch",
            str(tmp_path),
            "--every",
            text,
            "--data",
            str(tmp_path / "d"),
        ],
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert done.returncode == 2
    assert "expected 90s, 15m, 6h or 1d" in done.stderr
    assert "Traceback" not in done.stderr
