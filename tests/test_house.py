"""The house rules that a program can check."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
SOURCES = [
    file
    for folder in ("remissarkiv", "indexer", "webapp", "tests", "benchmarks")
    for pattern in ("*.py", "*.html", "*.css")
    for file in sorted((PROJECT / folder).rglob(pattern))
]


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(PROJECT)))
def test_no_file_outgrows_its_subject(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400


def test_no_attic_for_odds_and_ends() -> None:
    attics = {"utils", "helpers", "common", "misc"}
    assert not [file for file in SOURCES if file.stem in attics or file.parent.name in attics]


def test_layers_and_fences_hold() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_architecture_names_every_folder() -> None:
    text = (PROJECT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    folders = {
        file.parent.relative_to(PROJECT).as_posix()
        for file in SOURCES
        if file.suffix == ".py" and file.name != "__init__.py" and "tests" not in file.parts
    }
    missing = [f for f in sorted(folders) if f"`{f}/`" not in text and "migrations" not in f]
    assert not missing


def test_no_init_files_under_tests() -> None:
    assert not list((PROJECT / "tests").rglob("__init__.py"))
