"""The programs that damage files and kill the indexer, with small numbers: nothing may be lost."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent


def run(program: str, shared_data: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run one of the programs; its exit status tells whether anything was lost, hung or differed."""
    return subprocess.run(
        [sys.executable, "-m", f"benchmarks.{program}", "--data", shared_data, *arguments],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


@pytest.mark.slow
def test_damaged_files_are_all_accounted_for_and_harm_nothing(shared_data: Path) -> None:
    done = run("fuzz", shared_data, "--mutants", "44", "--seed", "7")
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert "lost 0" in [line.strip() for line in lines]
    assert "hung 0" in lines
    counts = next(line.split() for line in lines if line.startswith("all "))
    assert int(counts[1]) == 44 == int(counts[2]) + int(counts[3])
    assert lines[-1].startswith("Catalog and index agree")


@pytest.mark.slow
def test_an_archive_whose_runs_are_killed_equals_one_made_from_nothing(shared_data: Path) -> None:
    done = run("torture", shared_data, "--kills", "3", "--documents", "12", "--seed", "11", "--samples", "4")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "kills 3 " in done.stdout
    for word in ("lost 0", "differing 0", "hung 0", "compared with an archive made from nothing: 1 times"):
        assert word in done.stdout.splitlines()
