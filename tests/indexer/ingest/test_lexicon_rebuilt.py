"""Later runs read by the lexicon there is, until `remiss rebuild` learns anew."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.ingest import IngestReport
from remissarkiv.bootstrap import Archive
from remissarkiv.language.lexicon import LexiconVersions

Run = Callable[..., IngestReport]
REMISS = Path(sys.executable).with_name("remiss")


def _remiss(archive: Archive, *arguments: str) -> "subprocess.CompletedProcess[str]":
    data = archive.settings.data
    return subprocess.run(
        [REMISS, *arguments, "--data", data], capture_output=True, text=True, cwd=data.parent, check=False
    )


def _more(folder: Path, *words: str) -> None:
    for word in words:
        (folder / "brev" / f"{word}.txt").write_text(
            f"Skrivelse om {word}\n\nNämnden anser att {word} behövs.\n", encoding="utf-8"
        )


def test_a_rebuild_makes_a_new_version_only_when_the_words_differ(
    archive: Archive, run: Run, mixed: Path
) -> None:
    run(mixed)
    before = archive.catalog.last_sequence()
    done = _remiss(archive, "rebuild")
    assert done.returncode == 0, done.stderr
    assert "lexicon version 1" in done.stdout
    assert "5 documents" in done.stdout
    assert archive.catalog.last_sequence() == before

    _more(mixed, "kvastkryckan", "fjäderpennan", "tändstickan", "vattenkannan")
    shutil.copy2(mixed / "Motion 26 feb 2001.txt", mixed / "avskrift.txt")
    report = run(mixed)
    assert (report.new, report.lexicon.version, report.lexicon.outgrown) == (5, 1, True)
    assert archive.catalog.lexicon_versions() == {1: 3}
    assert "remiss rebuild" in _remiss(archive, "status").stdout
    assert archive.lexicon().find("kvastkryckan") is None

    done = _remiss(archive, "rebuild")
    assert "lexicon version 2, learned from 7" in done.stdout
    assert archive.catalog.lexicon_versions() == {2: 3}
    assert LexiconVersions(archive.settings.lexicon_folder).numbers() == (2,)
    # The archive that was open all the time follows.
    assert archive.lexicon().version == 2
    assert archive.lexicon().find("kvastkryckan") is not None
    assert _remiss(archive, "verify").returncode == 0
    assert run(mixed).read == 0


def test_what_cannot_be_reached_keeps_its_text_and_version_and_is_named(
    archive: Archive, run: Run, mixed: Path
) -> None:
    run(mixed)
    aside = mixed.parent / "aside.txt"
    away = mixed / "Motion 26 feb 2001.txt"
    away.rename(aside)
    _more(mixed, "kvastkryckan")
    run(mixed / "brev")
    done = _remiss(archive, "rebuild")
    assert done.returncode == 0
    assert "not read again" in done.stdout
    assert away.name in done.stdout
    assert archive.catalog.lexicon_versions() == {1: 1, 2: 1}
    assert LexiconVersions(archive.settings.lexicon_folder).numbers() == (1, 2)
    assert len(archive.search("*", limit=None).hits) == 6
    # Back again, the next run reads it with the lexicon that serves.
    aside.rename(away)
    assert run(mixed).changed == 1
    assert archive.catalog.lexicon_versions() == {2: 2}
    assert LexiconVersions(archive.settings.lexicon_folder).numbers() == (2,)


def test_a_rebuild_keeps_what_a_manifest_says(archive: Archive, run: Run, mixed: Path) -> None:
    (mixed / "manifest.csv").write_text(
        "fil;titel;åtkomst\nMotion 26 feb 2001.txt;Motion om bidrag;jurister\n", encoding="utf-8"
    )
    run(mixed)
    _more(mixed, "kvastkryckan")
    run(mixed)
    done = _remiss(archive, "rebuild")
    assert "not read again" not in done.stdout
    assert archive.catalog.lexicon_versions() == {2: 2}
    hits = archive.search("*", limit=None, access=archive.operator_access()).hits
    assert "Motion om bidrag" in [hit.title for hit in hits]
    assert "Motion om bidrag" not in [hit.title for hit in archive.search("*", limit=None).hits]
    assert run(mixed).read == 0


def test_a_broken_lexicon_stops_neither_search_nor_status_and_a_rebuild_mends_it(
    archive: Archive, run: Run, mixed: Path
) -> None:
    run(mixed)
    pairs = archive.settings.lexicon_folder / "1" / "pairs.marisa"
    pairs.write_bytes(b"")
    assert archive.search("vårdnadsbidrag").total > 0
    for arguments in (("status",), ("inspect", str(mixed / "Motion 26 feb 2001.txt")), ("verify",)):
        done = _remiss(archive, *arguments)
        assert done.returncode == (arguments[0] == "verify")
        assert str(pairs) in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
    facts = json.loads(_remiss(archive, "status", "--json").stdout)["lexicon"]
    assert (facts["version"], str(pairs) in facts["problem"]) == (0, True)
    done = _remiss(archive, "rebuild")
    assert done.returncode == 0, done.stderr
    assert archive.catalog.lexicon_versions() == {2: 2}
    assert _remiss(archive, "verify").returncode == 0


def test_a_restored_catalog_without_its_lexicon_learns_it_again(
    archive: Archive, run: Run, mixed: Path
) -> None:
    run(mixed)
    file = mixed.parent / "backup.sqlite"
    assert _remiss(archive, "backup", str(file)).returncode == 0
    shutil.rmtree(archive.settings.lexicon_folder)
    assert _remiss(archive, "restore", str(file), "--force").returncode == 0
    assert _remiss(archive, "rebuild").returncode == 0
    assert archive.catalog.lexicon_versions() == {2: 2}
    assert _remiss(archive, "verify").returncode == 0


@pytest.mark.parametrize("word", ["version 1", "3 undamaged"])
def test_the_report_of_a_run_tells_of_the_lexicon(archive: Archive, mixed: Path, word: str) -> None:
    archive.close()
    done = _remiss(archive, "index", str(mixed))
    assert done.returncode == 0, done.stderr
    assert word in done.stdout
