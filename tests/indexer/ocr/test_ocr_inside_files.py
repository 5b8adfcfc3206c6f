"""Scans that hang on a letter, or lie in a zip export, are read like any other."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from indexer.ingest import ingest
from remissarkiv.bootstrap import Archive

LINES = ("Yttrande över motionen", "Nämnden tillstyrker förslaget om cykelbanor.")


def letter(attachment: bytes) -> bytes:
    """An e-mail with a scan on it."""
    message = EmailMessage()
    message["From"] = "registrator@exempelstad.se"
    message["To"] = "ks@exempelstad.se"
    message["Subject"] = "Vårt svar på remissen"
    message.set_content("Här kommer nämndens svar, inläst som bild.\n")
    message.add_attachment(attachment, maintype="application", subtype="pdf", filename="svar.pdf")
    return message.as_bytes()


def found(archive: Archive, query: str) -> list[str]:
    hits = archive.search(query, limit=None, access=archive.operator_access()).hits
    return sorted(Path(hit.path).name for hit in hits)


@pytest.mark.usefixtures("program")
def test_a_scan_on_a_letter_and_one_in_an_export(archive: Archive, tmp_path: Path, scanner: Any) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "svar.eml").write_bytes(letter(scanner.pdf(LINES)))
    export = io.BytesIO()
    with zipfile.ZipFile(export, "w") as packed:
        packed.writestr("KS/sida.png", scanner.png(LINES))
    (shelf / "export.zip").write_bytes(export.getvalue())
    told = []
    report = ingest(archive, [shelf], progress=lambda *step: told.append(step))
    assert ("ocr", 2, 2) in told
    assert (report.rejected, report.new, report.changed) == ([], 2, 0)
    assert found(archive, "tillstyrker") == ["sida.png", "svar.eml"]
    assert ingest(archive, [shelf]).read == 0


@pytest.mark.usefixtures("no_tesseract")
def test_a_scan_on_a_letter_is_listed_while_it_waits(archive: Archive, tmp_path: Path, scanner: Any) -> None:
    file = tmp_path / "svar.eml"
    file.write_bytes(letter(scanner.pdf(LINES)))
    for _ in range(2):
        (rejection,) = ingest(archive, [file]).rejected
        assert rejection.path.endswith("svar.eml › svar.pdf")
        assert "saknar text; kräver OCR" in rejection.reason
