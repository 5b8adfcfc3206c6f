"""Scans in a run: listed while they wait, read page by page, found by their words, never read twice."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from indexer.ingest import ingest
from indexer.ocr.program import OcrMissingError
from indexer.ocr.store import OcrStore
from remissarkiv.bootstrap import Archive

REMISS = Path(sys.executable).with_name("remiss")
WAITS = "PDF-filen saknar text; kräver OCR-läsning"
FIRST = ("Svar på remiss om cykelvägar", "Dnr KS 2014/226", "Socialnämnden avstyrker motionen.")
SECOND = ("Förvaltningens bedömning", "Kommunen är behörig att bygga cykelbanor.")


@pytest.fixture
def shelf(tmp_path: Path, scanner: Any) -> Path:
    """A scan of two pages beside an ordinary text."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "svar.pdf").write_bytes(scanner.pdf(FIRST, SECOND))
    (folder / "motion.txt").write_text("Motion om cykelvägar\n\nBygg fler.\n", encoding="utf-8")
    return folder


def found(archive: Archive, query: str) -> list[str]:
    hits = archive.search(query, limit=None, access=archive.operator_access()).hits
    return sorted(Path(hit.path).name for hit in hits)


def kept(archive: Archive) -> list[str]:
    return sorted(file.name for file in archive.settings.ocr_folder.rglob("*.txt"))


@pytest.mark.usefixtures("no_tesseract")
def test_without_ocr_a_scan_is_listed_with_what_it_needs(archive: Archive, shelf: Path) -> None:
    report = ingest(archive, [shelf])
    assert (report.documents, [r.reason for r in report.rejected]) == (1, [WAITS])
    assert [f.reason for f in archive.catalog.rejected(archive.operator_access())] == [WAITS]
    again = ingest(archive, [shelf])
    assert (again.read, [r.reason for r in again.rejected]) == (0, [WAITS])
    with pytest.raises(OcrMissingError, match="tesseract-ocr and tesseract-ocr-swe"):
        ingest(archive, [shelf], waiting_only=True)


@pytest.mark.usefixtures("program")
def test_a_scan_is_read_in_an_ordinary_run_and_not_again(archive: Archive, shelf: Path) -> None:
    told = []
    report = ingest(archive, [shelf], progress=lambda *step: told.append(step))
    assert (report.new, report.read, report.rejected, report.documents) == (2, 2, [], 2)
    assert [step for step in told if step[0] == "ocr"] == [("ocr", 0, 2), ("ocr", 1, 2), ("ocr", 2, 2)]
    assert found(archive, "behörig") == ["svar.pdf"]
    hit = archive.search("dnr:2014/226", access=archive.operator_access()).hits[0]
    document = archive.catalog.document(hit.id, archive.operator_access()).document
    assert document.scanned
    assert [page.number for page in document.pages] == [1, 2]
    assert kept(archive) == ["0001.txt", "0002.txt"]
    again = ingest(archive, [shelf])
    assert (again.read, again.unchanged, again.rejected) == (0, 2, [])
    told.clear()
    anew = ingest(archive, [shelf], reread=True, progress=lambda *step: told.append(step))
    assert (anew.read, [step for step in told if step[0] == "ocr"]) == (2, [])
    assert found(archive, "behörig") == ["svar.pdf"]


@pytest.mark.usefixtures("program")
def test_an_interrupted_run_goes_on_at_the_next_page(archive: Archive, shelf: Path) -> None:
    def interrupt(stage: str, done: int, total: int) -> None:
        if (stage, done) == ("ocr", 1):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(archive, [shelf], progress=interrupt)
    assert kept(archive) == ["0001.txt"]
    assert found(archive, "cykelväg") == ["motion.txt"]
    (page,) = archive.settings.ocr_folder.rglob("0001.txt")
    page.write_text("Den kvarlämnade sidan om cykelväg", encoding="utf-8")
    told = []
    report = ingest(archive, [shelf], progress=lambda *step: told.append(step))
    assert ("ocr", 1, 1) in told
    assert (report.new, report.rejected) == (1, [])
    assert found(archive, "kvarlämnade OCH behörig") == ["svar.pdf"]


@pytest.mark.usefixtures("program")
def test_a_run_that_ended_before_the_catalog_had_the_pages_is_finished_by_the_next(
    archive: Archive, shelf: Path
) -> None:
    def interrupt(stage: str, done: int, total: int) -> None:
        if (stage, done) == ("ocr", 2):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(archive, [shelf], progress=interrupt)
    assert len(kept(archive)) == 2
    told = []
    report = ingest(archive, [shelf], progress=lambda *step: told.append(step[0]))
    assert ("ocr" in told, report.rejected) == (False, [])
    assert found(archive, "behörig") == ["svar.pdf"]
    assert ingest(archive, [shelf]).read == 0


@pytest.mark.usefixtures("program")
def test_two_copies_of_a_scan_are_read_once_and_what_is_removed_leaves_nothing(
    archive: Archive, shelf: Path
) -> None:
    (shelf / "kopia.pdf").write_bytes((shelf / "svar.pdf").read_bytes())
    told = []
    ingest(archive, [shelf], jobs=2, progress=lambda *step: told.append(step))
    assert ("ocr", 2, 2) in told
    assert found(archive, "behörig") == ["kopia.pdf", "svar.pdf"]
    (shelf / "svar.pdf").unlink()
    assert ingest(archive, [shelf]).removed == 1
    assert len(kept(archive)) == 2
    (shelf / "kopia.pdf").write_text("Något helt annat", encoding="utf-8")
    assert ingest(archive, [shelf]).changed == 1
    assert list(archive.settings.ocr_folder.iterdir()) == []


@pytest.mark.usefixtures("program")
def test_a_page_that_failed_is_named_and_tried_again_when_asked(archive: Archive, shelf: Path) -> None:
    sha256 = hashlib.sha256((shelf / "svar.pdf").read_bytes()).hexdigest()
    OcrStore(archive.settings.ocr_folder).fail(sha256, 2, "sidan tog för lång tid")
    report = ingest(archive, [shelf])
    assert [(Path(r.path).name, r.reason) for r in report.rejected] == [
        ("svar.pdf › sida 2", "sidan tog för lång tid")
    ]
    assert found(archive, "avstyrker") == ["svar.pdf"]
    assert ingest(archive, [shelf]).read == 0
    assert ingest(archive, [shelf], waiting_only=True).rejected == []
    assert found(archive, "avstyrker OCH behörig") == ["svar.pdf"]


@pytest.mark.usefixtures("program")
def test_pictures_are_read(archive: Archive, tmp_path: Path, scanner: Any) -> None:
    folder = tmp_path / "bilder"
    folder.mkdir()
    (folder / "sida.png").write_bytes(scanner.png(FIRST))
    (folder / "fax.tif").write_bytes(scanner.tiff(FIRST, SECOND))
    report = ingest(archive, [folder])
    assert report.rejected == []
    assert found(archive, "avstyrker") == ["fax.tif", "sida.png"]
    assert found(archive, "behörig") == ["fax.tif"]


@pytest.mark.usefixtures("program")
def test_a_scanned_appendix_is_read_and_the_letter_keeps_its_text(
    archive: Archive, tmp_path: Path, scanner: Any
) -> None:
    letter = ("Yttrande över motionen om cykelvägar", "skrivet på dator och inte inläst av någon maskin")
    path = tmp_path / "yttrande.pdf"
    path.write_bytes(scanner.pages([(None, letter, 0), (scanner.draw(SECOND), (), 0)]))
    report = ingest(archive, [path])
    assert (report.new, report.changed, report.rejected) == (1, 0, [])
    assert found(archive, '"inläst av någon maskin" OCH behörig') == ["yttrande.pdf"]
    assert ingest(archive, [path]).read == 0


@pytest.mark.usefixtures("program")
def test_a_picture_without_text_is_not_read_again_and_again(
    archive: Archive, tmp_path: Path, scanner: Any
) -> None:
    (tmp_path / "blank.png").write_bytes(scanner.png(()))
    reasons = [r.reason for r in ingest(archive, [tmp_path / "blank.png"]).rejected]
    assert reasons == ["filen är en bild, och OCR-läsningen fann ingen text i den"]
    assert ingest(archive, [tmp_path / "blank.png"]).read == 0


def _remiss(data: Path, *words: str | Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [REMISS, *words, "--data", data],
        capture_output=True,
        text=True,
        check=False,
        cwd=data.parent,
        env={**os.environ, **environment},
    )


@pytest.mark.usefixtures("program")
def test_the_command_reads_what_an_earlier_run_left(tmp_path: Path, shelf: Path) -> None:
    data = tmp_path / "data"
    without = _remiss(data, "index", shelf, REMISS_READING_OCR="no")
    assert (without.returncode, WAITS in without.stdout) == (1, True)
    missing = _remiss(data, "ocr", PATH=str(tmp_path / "nothing"))
    assert missing.returncode == 1
    assert "tesseract-ocr-swe" in missing.stderr
    (shelf / "ny.txt").write_text("Kommer vid nästa indexering", encoding="utf-8")
    done = _remiss(data, "ocr", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["documents"] == 2
    answer = json.loads(_remiss(data, "search", "behörig", "--json").stdout)
    assert [Path(hit["path"]).name for hit in answer["hits"]] == ["svar.pdf"]
    assert "Nothing waits" in _remiss(data, "ocr").stderr


@pytest.mark.usefixtures("program")
def test_inspect_reads_a_short_scan_and_stores_nothing(tmp_path: Path, shelf: Path) -> None:
    done = subprocess.run(
        [REMISS, "inspect", shelf / "svar.pdf", "--json"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert "Kommunen är behörig" in json.loads(done.stdout)["text"], done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["shelf"]
