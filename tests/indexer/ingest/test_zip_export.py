"""A zip export is walked like a folder."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.ingest import IngestReport
from remissarkiv.bootstrap import Archive

Run = Callable[..., IngestReport]


@pytest.fixture
def export(shelf: Path) -> Path:
    """An export of two letters beside the files of the shelf."""
    file = shelf / "export.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("KS 2014/Svar.txt", "Yttrande om simhallen\n\nSimhallen behöver renoveras.\n")
        archive.writestr("KS 2014/Motion.txt", "Motion om ridskolor\n\nBygg fler ridskolor.\n")
    return file


def _found(archive: Archive, query: str) -> list[str]:
    hits = archive.search(query, limit=None, access=archive.operator_access()).hits
    return sorted(hit.path for hit in hits)


def test_the_files_of_an_export_are_found(archive: Archive, run: Run, shelf: Path, export: Path) -> None:
    report = run(shelf)
    assert (report.new, report.documents, report.rejected) == (5, 5, [])
    assert _found(archive, "ridskola") == [f"{export}/KS 2014/Motion.txt"]


def test_a_second_run_reads_no_member(run: Run, shelf: Path, export: Path) -> None:
    run(shelf)
    report = run(shelf)
    assert (report.read, report.unchanged) == (0, 5)


def test_an_export_named_alone_is_walked(archive: Archive, run: Run, export: Path) -> None:
    assert run(export).new == 2
    assert run(export).unchanged == 2
    assert len(_found(archive, "*")) == 2


def test_an_export_that_is_deleted_takes_its_documents_away(
    archive: Archive, run: Run, shelf: Path, export: Path
) -> None:
    run(shelf)
    export.unlink()
    assert run(shelf).removed == 2
    assert _found(archive, "ridskola") == []


def test_a_file_that_leaves_the_export_is_no_longer_found(
    archive: Archive, run: Run, shelf: Path, export: Path
) -> None:
    run(shelf)
    with zipfile.ZipFile(export, "w") as archive_file:
        archive_file.writestr("KS 2014/Svar.txt", "Yttrande om simhallen\n\nSimhallen är stängd.\n")
    report = run(shelf)
    assert (report.removed, report.changed) == (1, 1)
    assert _found(archive, "ridskola") == []
    assert _found(archive, "stängd") == [f"{export}/KS 2014/Svar.txt"]


def test_a_broken_export_is_told_of_and_keeps_what_was_read(
    archive: Archive, run: Run, shelf: Path, export: Path
) -> None:
    run(shelf)
    export.write_bytes(export.read_bytes()[:-30])
    report = run(shelf)
    assert [(Path(r.path).name, r.reason) for r in report.rejected] == [
        ("export.zip", "filen är skadad eller avklippt och går inte att öppna")
    ]
    assert report.removed == 0
    assert len(_found(archive, "ridskola")) == 1


def test_a_bad_file_in_an_export_is_named(run: Run, shelf: Path, export: Path) -> None:
    with zipfile.ZipFile(export, "a") as archive_file:
        archive_file.writestr("KS 2014/trasig.pdf", b"%PDF-1.7\n1 0 obj\n")
    report = run(shelf)
    assert [(r.path, r.reason) for r in report.rejected] == [
        (f"{export}/KS 2014/trasig.pdf", "PDF-filen är skadad eller avklippt")
    ]
    assert report.documents == 5
