"""The archive's own files are no documents, wherever they lie."""

from pathlib import Path

import pytest

from indexer.ingest import ingest
from indexer.ingest.targets import targets
from remissarkiv.bootstrap import open_archive
from remissarkiv.errors import UsageError


def test_a_data_folder_within_the_documents_is_passed_over(shelf: Path, monkeypatch) -> None:
    monkeypatch.chdir(shelf)
    (shelf / "ks" / "data").mkdir()
    (shelf / "ks" / "data" / "svar.txt").write_text("Svar om skolor\n\nEn mapp som bara heter så.\n")
    with open_archive(data="data") as archive:
        for _ in range(2):
            done = ingest(archive, [shelf])
            assert (done.documents, done.rejected) == (4, [])


def test_files_of_the_archive_that_were_taken_for_documents_leave(shelf: Path, monkeypatch) -> None:
    monkeypatch.chdir(shelf)
    with open_archive(data=shelf / "data") as archive:
        note = shelf / "data" / "ocr" / "0001.txt"
        note.parent.mkdir()
        note.write_text("Motion om lekplatser\n\nSom OCR läste den.\n")
        assert ingest(archive, [note]).documents == 1
        done = ingest(archive, [shelf])
        assert (done.documents, done.removed) == (3, 1)


def test_the_data_folder_itself_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"own data folder.*--data"):
        targets([tmp_path], (), tmp_path)
