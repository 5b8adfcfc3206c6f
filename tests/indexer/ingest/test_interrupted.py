"""A run that is killed and started again ends where one clean run ends."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

REMISS = Path(sys.executable).with_name("remiss")
QUERIES = ("*", "nämnden", "kommunal kompetens", "motion ELLER yttrande", "år:2010-2030")
TABLES = ("documents", "texts", "sections", "dnr", "citations", "sketches", "bands")


@pytest.fixture(scope="module")
def many_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three hundred small motions."""
    folder = tmp_path_factory.mktemp("many")
    motions = folder / "motioner"
    motions.mkdir()
    for number in range(300):
        (motions / f"motion-{number:03}.txt").write_text(
            f"Motion om cykelväg {number}\n\nDnr KS 2019/{number + 1}\n\nNämnden bör bygga {number} m.\n",
            encoding="utf-8",
        )
    return folder


def _index(folder: Path, corpus: Path, data: Path, jobs: int) -> list[str | Path]:
    return [REMISS, "index", folder / "motioner", corpus / "arkiv", "--data", data, "--jobs", str(jobs)]


def _state(data: Path, cwd: Path) -> dict[str, object]:
    """Every row that tells what documents say, and the answers to a few queries."""
    connection = sqlite3.connect(data / "catalog.sqlite")
    rows = {
        table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr) for table in TABLES
    }
    connection.close()
    done = subprocess.run(
        [REMISS, "search", "-", "--limit", "0", "--facets", "--data", data],
        input="\n".join(QUERIES) + "\n",
        capture_output=True,
        text=True,
        cwd=cwd,
        check=True,
    )
    return {"rows": rows, "answers": [json.loads(line) for line in done.stdout.splitlines()]}


def _searchable(said: str) -> int:
    return int(said.split(" documents searchable")[0].split()[-1])


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_half_way_and_run_again_equals_one_clean_run(
    tmp_path: Path, corpus: Path, many_files: Path, jobs: int
) -> None:
    clean = tmp_path / "clean"
    whole = subprocess.run(
        _index(many_files, corpus, clean, 2), cwd=tmp_path, check=True, capture_output=True, text=True
    )
    torn = tmp_path / "torn"
    run = subprocess.Popen(
        _index(many_files, corpus, torn, jobs),
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    _wait_for_some_documents(torn / "catalog.sqlite", run)
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    again = subprocess.run(
        _index(many_files, corpus, torn, jobs), cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert _searchable(again.stdout) == _searchable(whole.stdout) > 320
    assert _state(torn, tmp_path) == _state(clean, tmp_path)
    verified = subprocess.run(
        [REMISS, "verify", "--data", torn], cwd=tmp_path, check=False, capture_output=True
    )
    assert verified.returncode == 0, verified.stdout


def _wait_for_some_documents(file: Path, run: "subprocess.Popen[bytes]") -> None:
    """Return when the first batch is stored, or the run is over."""
    while run.poll() is None:
        try:
            connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
            stored = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
            connection.close()
        except sqlite3.OperationalError:
            stored = 0
        if stored:
            return
        time.sleep(0.01)
