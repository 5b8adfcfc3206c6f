"""A whole run, small: what it prints, and what it writes."""

import json
import platform
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]


@pytest.mark.slow
def test_a_run_prints_tables_and_writes_figures_and_a_picture(shared_data: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "benchmarks.bench", "--data", shared_data, "--sizes", "120"),
            *("--engines", "ours", "fts5", "reference", "--queries", "2", "--rounds", "1", "--fresh", "0"),
            *("--products", "0", "--results", tmp_path / "results"),
        ],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    assert "## 120 documents (0 recombined)" in done.stdout
    assert "other hits or facets than reference: ours 0, fts5 0" in done.stdout
    lines = done.stdout.splitlines()
    rows = [line for line in lines if line.startswith("| or3 ")]
    assert len(rows) == 1
    head = next(line for line in lines if line.startswith("| class"))
    assert len(head) == len(rows[0])
    told = json.loads((tmp_path / "results" / "bench.json").read_text(encoding="utf-8"))
    (size,) = told["sizes"]
    assert size["documents"] == 120
    assert size["agreement"]["differing"] == {"ours": 0, "fts5": 0}
    assert set(size["warm_ms"]) == {"ours", "fts5"}
    assert size["times_ours"]["fts5"]["or3"]["cpu"] > 0
    assert (tmp_path / "results" / "bench-120.svg").is_file()
    text = json.dumps(told)
    assert str(tmp_path) not in text
    assert platform.node() not in text
    assert str(shared_data) not in text
