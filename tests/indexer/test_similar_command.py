"""`remiss similar` finds what is like a document of the archive, or like a file."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

REMISS = Path(sys.executable).with_name("remiss")


def remiss(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([REMISS, *arguments], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def motion(corpus_data: Path) -> str:
    """The id of a motion on free bus rides."""
    found = remiss("search", "titel:linbana typ:remiss", "--json", "--data", corpus_data)
    return str(json.loads(found.stdout)["hits"][0]["id"])


def test_a_document_of_another_matter_on_the_same_is_found(corpus_data: Path, motion: str) -> None:
    done = remiss("similar", motion, "--json", "--data", corpus_data)
    assert done.returncode == 0
    rows = json.loads(done.stdout)["similar"]
    assert any("avgiftsfria bussresor" in row["title"] for row in rows)
    assert all("KS 2020/93" not in row["dnr"] for row in rows)
    assert all(len(row["shared"]) >= 3 and 0 < row["share"] <= 1 for row in rows)


def test_a_file_is_compared_and_not_stored(corpus_data: Path, tmp_path: Path) -> None:
    file = tmp_path / "utkast.txt"
    file.write_text(
        "Motion om avgiftsfri kollektivtrafik\n\nPensionärer bör få avgiftsfria bussresor. Busskortet för "
        "pensionärer betalas av kommunen till kollektivtrafikmyndigheten.\n",
        encoding="utf-8",
    )
    done = remiss("similar", file, "--data", corpus_data)
    assert done.returncode == 0, done.stderr
    assert "bussresor för pensionärer" in done.stdout
    assert "Gemensamt: " in done.stdout
    assert remiss("similar", file, "--data", corpus_data).stdout == done.stdout


def test_what_is_neither_a_document_nor_a_file_is_refused(corpus_data: Path) -> None:
    done = remiss("similar", "finns-inte", "--data", corpus_data)
    assert done.returncode == 2
    assert "neither a document of the archive nor a file" in done.stderr
    assert "Traceback" not in done.stderr
