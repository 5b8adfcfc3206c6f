"""The register of acts that the settings name: read by in every process, and read again when it changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.ingest import IngestReport, ingest
from indexer.one_file import read_one
from remissarkiv.acts import use_register
from remissarkiv.bootstrap import open_archive
from remissarkiv.config import load_settings
from remissarkiv.errors import ConfigError

HEADER = "sfsnr\ttitle\tnote\n"


@pytest.fixture
def config(tmp_path: Path) -> Iterator[Path]:
    """An archive with one letter about toys, and an empty register. Its act is made up: our own table holds
    the real ones."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "svar.txt").write_text(
        "Svar om leksaker\n\nEnligt 27 § produktmärkningslagen ska leksaken vara märkt.\n", encoding="utf-8"
    )
    (tmp_path / "register.tsv").write_text(HEADER, encoding="utf-8")
    file = tmp_path / "config.toml"
    file.write_text(
        '[laws]\nregister = "register.tsv"\n[[collection]]\nname = "a"\npath = "shelf"\n', encoding="utf-8"
    )
    yield file
    use_register(None)


def _run(config: Path) -> tuple[IngestReport, list[str]]:
    with open_archive(config) as archive:
        report = ingest(archive, (), jobs=1)
        found = archive.search("lagrum:2004:1299")
        return report, [hit.title for hit in found.hits]


def _register(config: Path, rows: str) -> None:
    config.with_name("register.tsv").write_text(HEADER + rows, encoding="utf-8")


def test_a_new_register_has_every_file_read_again_and_no_other_run_does(config: Path) -> None:
    report, _ = _run(config)
    assert (report.read, report.new) == (1, 1)
    _register(config, "2004:1299\tProduktmärkningslag\told\n")
    report, hits = _run(config)
    assert report.read == 1
    assert hits == ["Svar om leksaker"]
    assert _run(config)[0].read == 0
    _register(config, "2004:1299\tProduktmärkningslag\tnew\n")
    assert _run(config)[0].read == 0
    _register(config, "")
    report, hits = _run(config)
    assert report.read == 1
    assert hits == []


def test_one_file_is_shown_as_a_run_would_read_it(config: Path) -> None:
    _register(config, "2004:1299\tProduktmärkningslag\told\n")
    (read,) = read_one(config.parent / "shelf" / "svar.txt", load_settings(config)).documents
    assert [found.key for found in read.document.citations] == ["2004:1299#P27"]


def test_a_register_that_cannot_be_used_stops_at_the_start(config: Path) -> None:
    _register(config, "hej\tHej\t\n")
    with pytest.raises(ConfigError, match=r"register\.tsv, line 2"):
        open_archive(config)
    assert not (config.parent / "data").exists()
