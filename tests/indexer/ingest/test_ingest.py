"""What a run does with files that come, change, move and go."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.ingest import IngestReport, ingest
from remissarkiv.bootstrap import Archive, open_archive
from remissarkiv.catalog import ArchiveLock
from remissarkiv.errors import ArchiveBusyError, UsageError

Run = Callable[..., IngestReport]


def _found(archive: Archive, query: str) -> list[str]:
    hits = archive.search(query, limit=None, access=archive.operator_access()).hits
    return sorted(Path(place.path).name for hit in hits for place in (hit, *hit.copies))


def test_every_file_of_a_folder_becomes_searchable(archive: Archive, run: Run, shelf: Path) -> None:
    report = run(shelf)
    assert (report.new, report.read, report.documents, report.rejected) == (3, 3, 3, [])
    assert _found(archive, "lekplats") == ["motion.txt"]
    assert _found(archive, "badhuset") == ["åäö svar.txt"]
    assert len(_found(archive, "*")) == 3


def test_a_second_run_reads_nothing(run: Run, shelf: Path) -> None:
    run(shelf)
    report = run(shelf)
    assert (report.read, report.new, report.unchanged) == (0, 0, 3)


def test_a_changed_file_is_read_again_and_found_by_its_new_words(
    archive: Archive, run: Run, shelf: Path
) -> None:
    run(shelf)
    (shelf / "ks" / "motion.txt").write_text("Motion om rastgårdar för hundar\n", encoding="utf-8")
    report = run(shelf)
    assert (report.changed, report.unchanged, report.read) == (1, 2, 1)
    assert _found(archive, "lekplatser") == []
    assert _found(archive, "rastgård") == ["motion.txt"]


def test_a_file_that_is_only_touched_keeps_its_document(run: Run, shelf: Path) -> None:
    run(shelf)
    os.utime(shelf / "ks" / "motion.txt", ns=(1, 1))
    report = run(shelf)
    assert (report.changed, report.unchanged) == (0, 3)
    assert run(shelf).read == 0


def test_a_moved_file_keeps_its_id(archive: Archive, run: Run, shelf: Path) -> None:
    run(shelf)
    before = archive.search("lekplatser").hits[0].id
    (shelf / "ks" / "motion.txt").rename(shelf / "flyttad.txt")
    report = run(shelf)
    assert (report.moved, report.new, report.removed) == (1, 0, 0)
    hit = archive.search("lekplatser").hits[0]
    assert (hit.id, Path(hit.path).name) == (before, "flyttad.txt")


def test_two_equal_files_keep_a_path_each_and_show_once_when_asked_to(
    archive: Archive, run: Run, shelf: Path
) -> None:
    text = (shelf / "ks" / "motion.txt").read_bytes()
    (shelf / "kopia.txt").write_bytes(text)
    run(shelf)
    assert _found(archive, "lekplatser") == ["kopia.txt", "motion.txt"]
    together = archive.search("lekplatser", collapse="exact", access=archive.operator_access())
    assert together.total == 1
    assert len(together.hits[0].copies) == 1


def test_a_file_that_is_gone_is_no_longer_found(archive: Archive, run: Run, shelf: Path) -> None:
    run(shelf)
    (shelf / "ks" / "motion.txt").unlink()
    assert run(shelf).removed == 1
    assert _found(archive, "lekplatser") == []


def test_only_walked_folders_can_lose_documents(archive: Archive, run: Run, shelf: Path) -> None:
    run(shelf)
    (shelf / "åäö svar.txt").unlink()
    assert run(shelf / "ks").removed == 0
    assert _found(archive, "badhuset") == ["åäö svar.txt"]


def test_bad_files_are_named_with_their_reason_and_the_run_goes_on(
    archive: Archive, run: Run, shelf: Path
) -> None:
    (shelf / "tom.pdf").write_bytes(b"")
    (shelf / "trasig.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n")
    (shelf / "trasig.docx").write_bytes(b"PK\x03\x04not a zip")
    (shelf / "med\nradbrytning.txt").write_text("Motion om radbrytningar\n", encoding="utf-8")
    (shelf / "x..%2f..%2fetc.txt").write_text("Motion om sökvägar\n", encoding="utf-8")
    report = run(shelf)
    assert sorted(Path(rejection.path).name for rejection in report.rejected) == [
        "tom.pdf",
        "trasig.docx",
        "trasig.pdf",
    ]
    assert all(rejection.reason for rejection in report.rejected)
    assert report.documents == 5
    assert _found(archive, "radbrytningar") == ["med\nradbrytning.txt"]


def test_a_bad_file_is_told_of_again_but_read_only_when_it_changes(run: Run, shelf: Path) -> None:
    bad = shelf / "tom.txt"
    bad.write_bytes(b"")
    run(shelf)
    again = run(shelf)
    assert (again.read, [Path(r.path).name for r in again.rejected]) == (0, ["tom.txt"])
    bad.write_text("Motion om skolskjuts\n", encoding="utf-8")
    mended = run(shelf)
    assert (mended.new, mended.rejected) == (1, [])


def test_a_bad_file_that_is_taken_away_is_forgotten(archive: Archive, run: Run, shelf: Path) -> None:
    (shelf / "tom.txt").write_bytes(b"")
    run(shelf)
    (shelf / "tom.txt").unlink()
    run(shelf)
    assert archive.catalog.rejected(archive.operator_access()) == ()


def test_a_link_out_of_the_archive_is_not_followed(
    archive: Archive, tmp_path: Path, shelf: Path, run: Run
) -> None:
    secret = tmp_path / "hemligt.txt"
    secret.write_text("Hemliga uppgifter\n", encoding="utf-8")
    (shelf / "mapp").symlink_to(tmp_path, target_is_directory=True)
    run(shelf)
    assert _found(archive, "hemliga") == []


def test_a_file_that_vanishes_while_the_run_goes_on_is_named_and_gone_with_the_next(
    archive: Archive, shelf: Path, run: Run
) -> None:
    for number in range(60):
        (shelf / f"motion-{number:02}.txt").write_text(f"Motion om bro {number}\n", encoding="utf-8")
    run(shelf)
    for number in range(60):
        (shelf / f"motion-{number:02}.txt").write_text(f"Motion om tunnel {number}\n", encoding="utf-8")
    last = shelf / "motion-59.txt"

    def vanish(stage: str, done: int, total: int) -> None:
        last.unlink(missing_ok=True)

    report = ingest(archive, [shelf], progress=vanish)
    assert [Path(rejection.path).name for rejection in report.rejected] == ["motion-59.txt"]
    assert "försvann" in report.rejected[0].reason
    assert (report.changed, _found(archive, "bro")) == (59, ["motion-59.txt"])
    assert run(shelf).removed == 1
    assert _found(archive, "bro") == []


def test_a_link_that_leads_to_itself_is_named_and_listed(archive: Archive, shelf: Path, run: Run) -> None:
    (shelf / "loop.txt").symlink_to(shelf / "loop.txt")
    report = run(shelf)
    assert (report.documents, [Path(r.path).name for r in report.rejected]) == (3, ["loop.txt"])
    assert [Path(f.path).name for f in archive.catalog.rejected(archive.operator_access())] == ["loop.txt"]
    (shelf / "loop.txt").unlink()
    assert run(shelf).rejected == []
    assert archive.catalog.rejected(archive.operator_access()) == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_named_and_its_documents_stay(
    archive: Archive, run: Run, shelf: Path
) -> None:
    run(shelf)
    (shelf / "ks").chmod(0)
    try:
        report = run(shelf)
    finally:
        (shelf / "ks").chmod(0o755)
    assert [rejection.reason for rejection in report.rejected] == ["behörighet att läsa mappen saknas"]
    assert (report.removed, report.documents) == (0, 3)


def test_paths_that_do_not_exist_are_refused(run: Run, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        run(tmp_path / "nowhere")


def test_a_second_indexer_is_told_who_writes(archive: Archive, run: Run, shelf: Path) -> None:
    with ArchiveLock(archive.settings.data), pytest.raises(ArchiveBusyError):
        run(shelf)


def test_the_number_of_jobs_does_not_change_the_result(tmp_path: Path, shelf: Path) -> None:
    answers = []
    for jobs in (1, 2):
        with open_archive(data=tmp_path / f"data{jobs}") as archive:
            ingest(archive, [shelf], jobs=jobs)
            hits = archive.search("nämnden ELLER bygg ELLER badhus").hits
            changes = archive.catalog.changes(0, 10)
            answers.append(([(hit.id, hit.score) for hit in hits], changes))
    assert answers[0] == answers[1]
    assert len(answers[0][0]) == 3


@pytest.mark.parametrize("left", ["nothing", "an empty folder"])
def test_a_collection_whose_folder_is_not_mounted_keeps_its_documents(
    tmp_path: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch, left: str
) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f'[[collection]]\nname = "hylla"\npath = "{shelf}"\n', encoding="utf-8")
    with open_archive(config, data=tmp_path / "data") as archive:
        assert ingest(archive).documents == 3
        shelf.rename(tmp_path / "aside")
        if left == "an empty folder":
            shelf.mkdir()
        report = ingest(archive)
        assert (report.removed, report.documents) == (0, 3)
        assert [rejection.path for rejection in report.rejected] == ["."]
        if left == "an empty folder":
            shelf.rmdir()
        (tmp_path / "aside").rename(shelf)
        again = ingest(archive)
        assert (again.read, again.rejected, again.documents) == (0, [], 3)


def test_a_link_out_of_the_folder_that_was_named_is_not_followed(
    archive: Archive, run: Run, shelf: Path, tmp_path: Path
) -> None:
    (tmp_path / "hemligt.txt").write_text("Hemlig promemoria om badhus.\n", encoding="utf-8")
    (shelf / "lank.txt").symlink_to(tmp_path / "hemligt.txt")
    (rejection,) = run(shelf).rejected
    assert "länk ut ur arkivets mapp" in rejection.reason
    assert _found(archive, "promemoria") == []
