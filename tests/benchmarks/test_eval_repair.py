"""The evaluation of repair runs through, with few pages, and tells every figure."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


def _run(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "benchmarks.eval_repair", *arguments],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


@pytest.mark.slow
def test_every_figure_is_told_of_both_halves(shared_data: Path, tmp_path: Path) -> None:
    figures = tmp_path / "figures.json"
    done = _run("--data", shared_data, "--sample", "2", "--jobs", "1", "--verbose", "--json", figures)
    assert done.returncode == 0, done.stderr
    told = json.loads(figures.read_text(encoding="utf-8"))
    assert set(told) == {"finding", "tokens", "born digital", "other pages", "real document", "speed"}
    for archive in ("in an archive", "in an empty one"):
        for half in ("tuning", "held out"):
            scores = told["finding"][archive][half]["scores"]
            assert set(scores) == {"all", "åäö", "names", "long", "parts", "parts only"}
            assert scores["all"]["true"] > 100
            assert 0.5 < scores["all"]["recall"] <= 1
            assert 0.5 < scores["all"]["precision"] <= 1
        assert told["real document"][archive]["words"] == 203
    assert told["born digital"]["changed"] == 0
    assert told["tokens"]["archive"]["held out"]["words"] > 200


def test_without_the_data_it_says_so(tmp_path: Path) -> None:
    done = _run("--data", tmp_path)
    assert done.returncode == 1
    assert "not present" in done.stderr
