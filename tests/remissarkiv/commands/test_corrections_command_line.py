"""`remiss corrections`: the log at the command line, and corrected documents as cases."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.conclusion_cases import compare, read_cases
from remissarkiv.bootstrap import open_archive
from remissarkiv.corrections import What, of_sentence, of_title
from remissarkiv.domain import Document, Kind, Span, Verdict

TEXT = """Yttrande om badhus

Nämnden bedömer att ett badhus är
förenligt med kommunallagen.

Badhuset behövs.
"""
VALUE = {
    "verdict": "förenligt",
    "concerns": "en simhall",
    "grounds": [],
    "principles": ["allmänt intresse"],
    "actor": "Fritidsnämnden",
    "actor_kind": "nämnd",
    "status": "beslut",
}


def remiss(folder: Path, *arguments: str) -> str:
    program = Path(sys.executable).with_name("remiss")
    done = subprocess.run(
        [program, *arguments, "--data", "data"], capture_output=True, text=True, cwd=folder, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def corrected(tmp_path: Path) -> Path:
    """A folder with an archive of one document, in which a verdict was added and the title corrected."""
    (tmp_path / "filer").mkdir()
    (tmp_path / "filer" / "svar.txt").write_text(TEXT, encoding="utf-8")
    remiss(tmp_path, "index", "filer")
    with open_archive(data=tmp_path / "data") as archive:
        access = archive.operator_access()
        (hit,) = archive.search("*", access=access).hits
        document = archive.catalog.document(hit.id, access).document
        start = document.text.index("Badhuset behövs.")
        log = archive.catalog.corrections
        assessment = of_sentence(document, What.ASSESSMENT, Span(start, start + 16), VALUE)
        log.add(hit.id, [assessment], "Eva Ek", "Så står det.", access)
        log.add(hit.id, [of_title(document, "Badhus")], "Ulf Alm", "Rubriken.", access)
        log.undo(2, "Eva Ek", "Nej, den var rätt.", access)
    return tmp_path


def test_the_log_is_listed_for_people_and_for_programs(corrected: Path) -> None:
    lines = remiss(corrected, "corrections").splitlines()
    assert len(lines) == 3
    assert "Eva Ek  bedömning: – → förenligt, en simhall" in lines[0]
    assert "(återtagen)" in lines[1]
    told = [json.loads(line) for line in remiss(corrected, "corrections", "--json").splitlines()]
    assert [(one["id"], one["undoes"], one["state"]) for one in told] == [
        (1, None, "gäller"),
        (2, None, "återtagen"),
        (3, 2, "gäller"),
    ]
    assert told[0]["text"] == "Badhuset behövs."


def test_corrected_documents_are_cases_that_the_measuring_program_reads(corrected: Path) -> None:
    file = corrected / "fall.jsonl"
    file.write_text(remiss(corrected, "corrections", "--cases"), encoding="utf-8")
    (case,) = read_cases(file)
    assert "Badhuset behövs." in case.text
    assert "positions" not in case.expected
    (expected,) = [one for one in case.expected["assessments"] if one["concerns"] == "en simhall"]
    assert (expected["at"], expected["verdict"], expected["body"]) == (
        "Badhuset behövs.",
        "förenligt",
        "Fritidsnämnden",
    )
    missed = compare(case, [Document("", Kind.YTTRANDE, case.text, case.text)], "assessments")
    assert missed is not None
    assert expected in missed.missed
    assert Verdict(expected["verdict"]) is Verdict.WITHIN
