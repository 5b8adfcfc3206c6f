"""A run learns its lexicon from what is undamaged, and reads the rest by it: whatever the order, whatever
happens on the way."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.ingest import IngestReport, ingest
from remissarkiv.bootstrap import Archive, open_archive
from remissarkiv.language.lexicon import LexiconVersions
from remissarkiv.sync import lexicon_facts, verify, verify_lexicon

Run = Callable[..., IngestReport]
TABLES = ("documents", "texts", "sections", "dnr", "citations", "sketches", "bands")


def _versions(archive: Archive) -> dict[int, int]:
    return archive.catalog.lexicon_versions()


def _about(archive: Archive, version: int) -> dict[str, object]:
    file = archive.settings.lexicon_folder / str(version) / "about.json"
    return dict(json.loads(file.read_text(encoding="utf-8")))


def _state(archive: Archive) -> dict[str, object]:
    """Every row that tells what documents say, what was learned, and some answers."""
    connection = sqlite3.connect(archive.settings.data / "catalog.sqlite")
    state: dict[str, object] = {
        table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr) for table in TABLES
    }
    connection.close()
    state["lexicon"] = _about(archive, 1)
    for query in ("*", "vårdnadsbidrag", "motion"):
        found = archive.search(query, limit=None, facets=True)
        state[query] = ([(hit.id, hit.score) for hit in found.hits], found.facets)
    assert verify(archive.catalog, archive.engine) == ()
    assert verify_lexicon(archive.catalog, archive.settings.lexicon_folder) == ()
    return state


def test_the_damaged_are_read_by_what_the_undamaged_taught(archive: Archive, run: Run, mixed: Path) -> None:
    report = run(mixed)
    assert (report.new, report.read, report.documents, report.rejected) == (5, 5, 5, [])
    assert (report.lexicon.version, report.lexicon.documents, report.lexicon.teaching) == (1, 3, 3)
    assert _versions(archive) == {1: 2}
    lexicon = archive.lexicon()
    assert lexicon.version == 1
    assert lexicon.find("vårdnadsbidraget") is not None
    again = run(mixed)
    assert (again.read, again.unchanged, again.notes) == (0, 5, [])
    assert _versions(archive) == {1: 2}


def test_neither_the_order_of_files_nor_the_number_of_jobs_changes_the_result(
    tmp_path: Path, mixed: Path
) -> None:
    states = []
    files = sorted(file for file in mixed.rglob("*") if file.is_file())
    for number, (order, paths) in enumerate(((files, 1), (files[::-1], 2)), start=1):
        place = tmp_path / f"order{number}"
        for file in order:
            target = place / "arkiv" / file.relative_to(mixed)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, target)
        config = place / "config.toml"
        config.write_text('[[collection]]\nname = "arkivet"\npath = "arkiv"\n', encoding="utf-8")
        with open_archive(config, data=place / "data") as archive:
            named = [place / "arkiv" / "brev", place / "arkiv"]
            ingest(archive, named if paths == 1 else named[::-1], jobs=number)
            states.append(_state(archive))
    assert states[0] == states[1]


@pytest.mark.parametrize("stage", ["before anything is stored", "before the freeze", "after the freeze"])
def test_an_interrupted_run_goes_on_to_the_same_end(tmp_path: Path, mixed: Path, stage: str) -> None:
    with open_archive(data=tmp_path / "clean") as archive:
        ingest(archive, [mixed])
        clean = _state(archive)
    learned = False

    def interrupt(step: str, done: int, total: int) -> None:
        nonlocal learned
        learned = learned or step == "learn"
        if (
            stage == "before anything is stored"
            or (stage == "before the freeze" and learned)
            or (stage == "after the freeze" and learned and step == "read")
        ):
            raise KeyboardInterrupt

    with open_archive(data=tmp_path / "torn") as archive:
        with pytest.raises(KeyboardInterrupt):
            ingest(archive, [mixed], progress=interrupt)
        frozen = LexiconVersions(archive.settings.lexicon_folder).newest()
        assert frozen == (stage == "after the freeze")
        assert ingest(archive, [mixed]).documents == 5
        assert _state(archive) == clean


def test_what_is_closed_or_marked_never_teaches(tmp_path: Path, mixed: Path) -> None:
    closed = tmp_path / "sluten"
    closed.mkdir()
    (closed / "pm.txt").write_text("Promemoria\n\nÄrendet gäller kvastkryckan.\n", encoding="utf-8")
    (mixed / "brev" / "hemligt.txt").write_text("Brev\n\nDet gäller fjäderkryckan.\n", encoding="utf-8")
    (mixed / "manifest.csv").write_text("fil;åtkomst\nbrev/hemligt.txt;jurister\n", encoding="utf-8")
    config = tmp_path / "config.toml"
    config.write_text(
        f'[[collection]]\nname = "öppen"\npath = "{mixed}"\n'
        f'[[collection]]\nname = "sluten"\npath = "{closed}"\ngroups = ["jurister"]\n',
        encoding="utf-8",
    )
    with open_archive(config, data=tmp_path / "data") as archive:
        report = ingest(archive)
        assert (report.documents, report.rejected, report.lexicon.documents) == (7, [], 3)
        lexicon = archive.lexicon()
        assert lexicon.find("vårdnadsbidraget") is not None
        assert [lexicon.find(word) for word in ("kvastkryckan", "fjäderkryckan")] == [None, None]
        assert _versions(archive) == {1: 2}


def test_a_letter_whose_attachment_is_damaged_teaches_nothing_now_or_later(
    archive: Archive, run: Run, mixed: Path
) -> None:
    spoilt = (mixed / "Motion 26 feb 2001.txt").read_text(encoding="utf-8")
    (mixed / "brev.eml").write_text(
        "From: a@b.se\nTo: c@d.se\nSubject: Motion\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n'
        'Här kommer kvastkryckan.\n--x\nContent-Type: text/plain; charset=utf-8; name="motion.txt"\n'
        f'Content-Disposition: attachment; filename="motion.txt"\n\n{spoilt}\n--x--\n',
        encoding="utf-8",
    )
    report = run(mixed)
    assert (report.rejected, report.lexicon.documents) == ([], 3)
    assert _versions(archive) == {1: 3}
    assert lexicon_facts(archive.catalog, archive.settings.lexicon_folder).teaching == 3
    assert archive.lexicon().find("kvastkryckan") is None


def test_an_archive_of_scans_alone_is_read_by_swedish_until_something_can_teach_it(
    archive: Archive, run: Run, mixed: Path
) -> None:
    scans = [mixed / "Motion 26 feb 2001.txt", mixed / "motion sri lanka 060130.txt"]
    report = run(*scans)
    assert (report.documents, report.lexicon.version) == (2, 0)
    assert _versions(archive) == {0: 2}
    assert (run(*scans).read, archive.lexicon().version) == (0, 0)
    # The lexicon comes with the first undamaged documents, and the scans are read again in the same run.
    report = run(mixed)
    assert (report.new, report.changed, report.unchanged) == (3, 2, 0)
    assert _versions(archive) == {1: 2}
    assert verify_lexicon(archive.catalog, archive.settings.lexicon_folder) == ()


def _delete_all(folder: Path) -> None:
    shutil.rmtree(folder)


def _cut_off(folder: Path) -> None:
    words = folder / "1" / "words.marisa"
    words.write_bytes(words.read_bytes()[:100])


def _lose_a_file(folder: Path) -> None:
    (folder / "1" / "about.json").unlink()


@pytest.mark.parametrize("harm", [_delete_all, _cut_off, _lose_a_file])
def test_a_lost_or_damaged_lexicon_is_told_and_learned_anew(
    archive: Archive, run: Run, mixed: Path, harm: Callable[[Path], None]
) -> None:
    run(mixed)
    folder = archive.settings.lexicon_folder
    harm(folder)
    assert str(folder / "1") in lexicon_facts(archive.catalog, folder).problem
    assert len(verify_lexicon(archive.catalog, folder)) == 1
    assert archive.lexicon().version == 0
    report = run(mixed)
    (note,) = report.notes
    assert str(folder / "1") in note
    assert "\n" not in note
    assert (report.read, report.changed, report.unchanged, report.lexicon.version) == (2, 2, 3, 2)
    assert _versions(archive) == {2: 2}
    assert LexiconVersions(folder).numbers() == (2,)
    assert (archive.lexicon().version, verify_lexicon(archive.catalog, folder)) == (2, ())
    assert run(mixed).notes == []
