"""What a person has corrected holds through real runs: new readings, rebuilds, and files that move."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from indexer.ingest import IngestReport, ingest
from remissarkiv.bootstrap import Archive, open_archive
from remissarkiv.corrections import of_matter, of_sentence, of_title, of_word
from remissarkiv.corrections.correction import What
from remissarkiv.domain import Span, StoredDocument, Verdict
from remissarkiv.sync import catch_up, verify

Run = Callable[..., IngestReport]

WHY = "Rådhuset har originalet."
VALUE = {
    "verdict": "förenligt",
    "concerns": "badhus",
    "grounds": [],
    "principles": [],
    "actor": "Fritidsnämnden",
    "actor_kind": "nämnd",
    "status": "beslut",
}


def the(archive: Archive, name: str) -> StoredDocument:
    access = archive.operator_access()
    ids = [hit.id for hit in archive.search("*", limit=None, access=access).hits]
    return next(
        one for one in archive.catalog.documents(ids, access).values() if one.source.path.endswith(name)
    )


def correct(archive: Archive, name: str) -> StoredDocument:
    """Another title, an ärende, a word and an assessment."""
    stored = the(archive, name)
    document = stored.document
    at = document.text.index("Badhuset behövs.")
    drafts = [
        of_title(document, "Fritidsnämndens yttrande om simhallen"),
        of_matter("", "KS 2019/77"),
        of_word(document, Span(at, at + len("Badhuset")), "Simhallen"),
        of_sentence(document, What.ASSESSMENT, Span(at, at + len("Badhuset behövs.")), VALUE),
    ]
    archive.catalog.corrections.add(stored.id, drafts, "Eva Ek", WHY, archive.operator_access())
    archive.replay()
    return the(archive, name)


def holds(archive: Archive, name: str) -> StoredDocument:
    """Asserts that everything that `correct` corrected is so, on the page and in the search."""
    stored = the(archive, name)
    document = stored.document
    assert document.title == "Fritidsnämndens yttrande om simhallen"
    assert "Simhallen behövs." in document.text
    assert [mention.dnr.value for mention in document.dnr] == ["KS 2019/77"]
    (assessment,) = document.assessments
    assert (assessment.verdict, assessment.certain) == (Verdict.WITHIN, True)
    assert document.text[slice(*assessment.span)] == "Simhallen behövs."
    access = archive.operator_access()
    for query in ("simhallen", 'dnr:"KS 2019/77"'):
        assert [hit.id for hit in archive.search(query, access=access).hits] == [stored.id], query
    assert verify(archive.catalog, archive.engine) == ()
    return stored


def test_the_index_follows_at_once_and_after_a_new_reading_of_everything(
    archive: Archive, run: Run, shelf: Path
) -> None:
    run(shelf)
    correct(archive, "åäö svar.txt")
    holds(archive, "åäö svar.txt")
    report = ingest(archive, [shelf], reread=True)
    assert report.read == 3
    holds(archive, "åäö svar.txt")


def test_a_changed_file_keeps_what_was_said_of_what_it_still_says(
    archive: Archive, run: Run, shelf: Path
) -> None:
    run(shelf)
    correct(archive, "åäö svar.txt")
    file = shelf / "åäö svar.txt"
    file.write_bytes(file.read_bytes() + "\nEn rad till.\n".encode("latin-1"))
    run(shelf)
    assert "En rad till." in holds(archive, "åäö svar.txt").document.text
    file.write_text("Motion om belysning\n\nTänd lamporna.\n", encoding="latin-1")
    run(shelf)
    assert the(archive, "åäö svar.txt").document.title == "Motion om belysning"
    assert len(archive.catalog.corrections.idle()) == 4


def test_a_file_that_moves_within_its_collection_keeps_its_corrections(
    archive: Archive, run: Run, shelf: Path
) -> None:
    run(shelf)
    before = correct(archive, "åäö svar.txt")
    (shelf / "åäö svar.txt").rename(shelf / "ks" / "flyttad.txt")
    run(shelf)
    assert holds(archive, "flyttad.txt").id == before.id


def test_a_file_that_is_away_for_a_run_and_comes_back_elsewhere_keeps_them(
    archive: Archive, run: Run, shelf: Path, tmp_path: Path
) -> None:
    run(shelf)
    correct(archive, "åäö svar.txt")
    shutil.move(shelf / "åäö svar.txt", tmp_path / "undan.txt")
    run(shelf)
    shutil.move(tmp_path / "undan.txt", shelf / "ks" / "åter.txt")
    run(shelf)
    holds(archive, "åter.txt")


def test_a_file_that_moves_to_another_collection_keeps_them(tmp_path: Path) -> None:
    for name in ("ett", "tva"):
        (tmp_path / name).mkdir()
    (tmp_path / "ett" / "svar.txt").write_text("Yttrande\n\nBadhuset behövs.\n", encoding="utf-8")
    (tmp_path / "tva" / "annat.txt").write_text("Annat\n\nLekplatsen behövs.\n", encoding="utf-8")
    config = tmp_path / "config.toml"
    config.write_text(
        '[archive]\ndata = "data"\n'
        + "".join(f'[[collection]]\nname = "{name}"\npath = "{name}"\n' for name in ("ett", "tva")),
        encoding="utf-8",
    )
    with open_archive(config) as archive:
        ingest(archive)
        correct(archive, "svar.txt")
        (tmp_path / "ett" / "svar.txt").rename(tmp_path / "tva" / "svar.txt")
        (tmp_path / "ett" / "kvar.txt").write_text("Kvar\n\nNågot.\n", encoding="utf-8")
        ingest(archive)
        assert holds(archive, "svar.txt").source.collection == "tva"


def test_rebuild_and_restore_bring_corrections_back_and_verify_tells_of_idle_ones(
    archive: Archive, run: Run, shelf: Path, tmp_path: Path
) -> None:
    run(shelf)
    stored = correct(archive, "åäö svar.txt")
    data = str(tmp_path / "data")

    def remiss(*arguments: str) -> subprocess.CompletedProcess[str]:
        program = Path(sys.executable).with_name("remiss")
        return subprocess.run(
            [program, *arguments, "--data", data], capture_output=True, text=True, cwd=tmp_path, check=False
        )

    assert remiss("backup", str(tmp_path / "kopia")).returncode == 0
    title = of_title(stored.document, "Helt fel")
    archive.catalog.corrections.add(stored.id, [title], "Ulf Alm", WHY, archive.operator_access())
    archive.close()
    assert remiss("restore", str(tmp_path / "kopia"), "--force").returncode == 0
    done = remiss("rebuild")
    assert done.returncode == 0, done.stdout + done.stderr
    with open_archive(data=data) as again:
        holds(again, "åäö svar.txt")
        assert "agree" in remiss("verify").stdout
        (shelf / "åäö svar.txt").write_text("Motion om belysning\n", encoding="utf-8")
        ingest(again, [shelf])
        catch_up(again.catalog, again.engine)
        told = remiss("verify")
        assert told.returncode == 0
        assert told.stdout.count("no longer holds") == 4
