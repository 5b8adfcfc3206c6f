"""What the diary says of files, in a run of the indexer."""

import zipfile
from pathlib import Path

import pytest

from remissarkiv.domain import LOCKED, Access, shelf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "arkiv"
    (place / "2014").mkdir(parents=True)
    (place / "2014" / "svar.txt").write_text(
        "Tjänsteutlåtande\n\nDnr SN 2014/5\n2014-02-28\n\n"
        "Svar på motion om cykelvägar\n\nNämnden avstyrker.\n",
        encoding="utf-8",
    )
    (place / "övrigt.txt").write_text("Skrivelse om badhus\n\nBadhuset behövs.\n", encoding="utf-8")
    return place


def say(folder: Path, text: str, name: str = "manifest.csv") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def hits(archive, query="*"):
    return archive.search(query, limit=None, access=archive.operator_access()).hits


def seen_by_guests(archive):
    return sorted(Path(hit.path).name for hit in archive.search("*", limit=None).hits)


def test_what_the_manifest_says_outranks_the_document_and_the_difference_is_told(archive, run, folder):
    say(
        folder,
        "fil;dnr;titel;datum;nämnd;avsändare\n"
        "2014/svar.txt;KS 2014/112;Svar på motion om gång- och cykelvägar;"
        "2014-03-11;Kommunstyrelsen;Anna Ek\n",
    )
    report = run(folder)
    assert report.rejected == []
    (hit,) = hits(archive, 'dnr:"KS 2014/112"')
    assert (hit.title, hit.date.isoformat(), hit.namnd) == (
        "Svar på motion om gång- och cykelvägar",
        "2014-03-11",
        "Kommunstyrelsen",
    )
    assert hit.dnr == ("KS 2014/112", "SN 2014/5")
    told = {(one.field, one.told, one.read) for one in report.differences}
    assert ("datum", "2014-03-11", "2014-02-28") in told
    assert ("dnr", "KS 2014/112", "SN 2014/5") in told
    stored = archive.catalog.differences(archive.operator_access())
    assert {(one.difference.field, one.difference.told, one.difference.read) for one in stored} == told
    assert archive.catalog.document(hit.id, archive.operator_access()).document.sender == "Anna Ek"


def test_a_manifest_is_no_document_itself(archive, run, folder):
    say(folder, "fil\n2014/svar.txt\n")
    assert run(folder).documents == 2


def test_a_web_pages_manifest_is_a_document_like_others(archive, run, folder):
    say(folder, '{"name": "Karta över badhus", "icons": []}', "manifest.json")
    assert run(folder).documents == 3


def test_a_changed_row_reads_its_file_again_and_only_that(archive, run, folder):
    say(folder, "fil;titel\n2014/svar.txt;Ett\növrigt.txt;Badhus\n")
    run(folder)
    say(folder, "fil;titel\n2014/svar.txt;Två\növrigt.txt;Badhus\n")
    report = run(folder)
    assert (report.read, report.changed) == (1, 1)
    assert {hit.title for hit in hits(archive)} == {"Två", "Badhus"}
    assert run(folder).read == 0


def test_rows_of_files_that_do_not_exist_are_named(archive, run, folder):
    say(folder, "fil\n2014/svar.txt\n2014/borta.pdf\n")
    (rejection,) = run(folder).rejected
    assert rejection.path.endswith("manifest.csv")
    assert "rad 3: filen ”2014/borta.pdf” finns inte" in rejection.reason
    say(folder, "fil\n2014/svar.txt\n")
    assert run(folder).rejected == []
    assert archive.catalog.rejected(archive.operator_access()) == ()


def test_a_file_marked_as_secret_is_not_seen_by_guests_nor_counted(archive, run, folder):
    say(folder, "fil;åtkomst\n2014/svar.txt;sekretess\n")
    run(folder)
    assert seen_by_guests(archive) == ["övrigt.txt"]
    assert archive.catalog.counts(archive.guest_access()).documents == 1
    assert len(hits(archive)) == 2
    assert shelf(hits(archive)[0].path, LOCKED) not in archive.guest_access().shelves


def test_a_group_sees_what_is_marked_for_it(archive, run, folder):
    say(folder, "fil;åtkomst\n2014/svar.txt;jurist\n")
    run(folder)
    jurist = Access.of(archive.collections, frozenset({"jurist"}))
    assert len(archive.search("*", access=jurist).hits) == 2
    assert len(archive.search("*").hits) == 1


@pytest.mark.parametrize("how", ["gone", "without the row", "unreadable", "row without marking"])
def test_a_marking_is_taken_away_only_by_a_manifest_that_says_so(archive, run, folder, how):
    say(folder, "fil;åtkomst\n2014/svar.txt;sekretess\n")
    run(folder)
    if how == "gone":
        (folder / "manifest.csv").unlink()
    elif how == "without the row":
        say(folder, "fil;åtkomst\növrigt.txt;\n")
    elif how == "unreadable":
        say(folder, 'fil;åtkomst\n"' + "x" * 200_000)
    else:
        say(folder, "fil;åtkomst\n2014/svar.txt;öppen\n")
    # The file itself changes too, so that it would be read anew.
    (folder / "2014" / "svar.txt").write_text("Svar på motion om cykelvägar\n\nNytt.\n", encoding="utf-8")
    run(folder)
    opened = how == "row without marking"
    assert ("svar.txt" in seen_by_guests(archive)) is opened


def test_a_secret_file_that_moves_stays_secret(archive, run, folder):
    say(folder, "fil;åtkomst\n2014/svar.txt;sekretess\n")
    run(folder)
    (folder / "2015").mkdir()
    (folder / "2014" / "svar.txt").replace(folder / "2015" / "svar.txt")
    assert run(folder).moved == 1
    assert seen_by_guests(archive) == ["övrigt.txt"]
    assert len(hits(archive)) == 2


def test_a_manifest_that_cannot_be_read_holds_back_new_files_below_it(archive, run, folder):
    say(folder, 'fil;åtkomst\n"' + "x" * 200_000)
    reasons = {Path(r.path).name: r.reason for r in run(folder).rejected}
    assert set(reasons) == {"manifest.csv", "svar.txt", "övrigt.txt"}
    assert "manifestet kan inte läsas" in reasons["svar.txt"]
    say(folder, "fil;åtkomst\n2014/svar.txt;\n")
    assert run(folder).rejected == []
    assert len(seen_by_guests(archive)) == 2


def test_a_file_that_cannot_be_read_is_named_only_to_those_who_may_see_it(archive, run, folder):
    (folder / "2014" / "hemlig.pdf").write_bytes(b"%PDF-1.4 trasig")
    say(folder, "fil;åtkomst\n2014/hemlig.pdf;sekretess\n")
    run(folder)
    assert archive.catalog.rejected(archive.guest_access()) == ()
    assert len(archive.catalog.rejected(archive.operator_access())) == 1


def test_the_manifest_of_a_zip_export_tells_of_the_files_in_it(archive, run, tmp_path):
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as export:
        export.writestr("KS/svar.txt", "Svar på motion om cykelvägar\n\nNämnden avstyrker.\n")
        export.writestr("hemlig.txt", "Omprövning\n\nBeslut.\n")
        export.writestr(
            "manifest.csv", "fil;titel;åtkomst\nKS\\svar.txt;Cykelsvaret;\nhemlig.txt;;sekretess\n"
        )
    assert run(tmp_path / "export.zip").rejected == []
    assert [hit.title for hit in archive.search("*").hits] == ["Cykelsvaret"]
    assert len(hits(archive)) == 2
    assert run(tmp_path / "export.zip").read == 0
