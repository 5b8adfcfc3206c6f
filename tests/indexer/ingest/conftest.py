"""An archive and a folder of small documents."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indexer.ingest import IngestReport, ingest
from remissarkiv.bootstrap import Archive, open_archive


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Three documents in two folders."""
    folder = tmp_path / "shelf"
    (folder / "ks").mkdir(parents=True)
    (folder / "ks" / "motion.txt").write_text(
        "Motion om lekplatser\n\nBygg fler lekplatser.\n", encoding="utf-8"
    )
    (folder / "ks" / "svar.md").write_text("# Svar om cykelvägar\n\nNämnden avstyrker.\n", encoding="utf-8")
    (folder / "åäö svar.txt").write_text("Yttrande om badhus\n\nBadhuset behövs.\n", encoding="latin-1")
    return folder


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    """An empty archive without configuration."""
    monkeypatch.chdir(tmp_path)
    with open_archive(data=tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def run(archive: Archive) -> Callable[..., IngestReport]:
    """Index these paths into the archive."""

    def index(*paths: Path, jobs: int = 1) -> IngestReport:
        return ingest(archive, paths, jobs=jobs)

    return index


@pytest.fixture
def mixed(tmp_path: Path, corpus: Path) -> Path:
    """Two documents that OCR has spoilt, and three that are as they were written."""
    folder = tmp_path / "mixed"
    (folder / "brev").mkdir(parents=True)
    for name in ("ks-2001-118/Motion 26 feb 2001.txt", "ks-2006-031/motion sri lanka 060130.txt"):
        shutil.copy2(corpus / "arkiv" / name, folder / Path(name).name)
    for name in ("ks-1997-214/kf980615p58.html", "ks-2001-118/Ekorren svar.txt"):
        shutil.copy2(corpus / "arkiv" / name, folder / Path(name).name)
    (folder / "brev" / "svar.txt").write_text(
        "Svar om vårdnadsbidraget\n\nNämnden avstyrker vårdnadsbidraget i Björkåsa.\n", encoding="utf-8"
    )
    return folder
