"""A list from the diary system: what is understood of it, and what is said of what cannot be."""

import datetime
import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.manifest import COLUMNS, ManifestError, read_manifest, template
from remissarkiv.domain import LOCKED, Kind


def rows(text, name="manifest.csv", encoding="utf-8"):
    return read_manifest(text.encode(encoding), name)


def test_the_template_can_be_read_without_a_problem():
    manifest = rows(template())
    (row,) = manifest.rows
    assert manifest.problems == ()
    assert row.file == "2014/KS 2014-0112 svar.pdf"
    assert [dnr.value for dnr in row.dnr] == ["KS 2014/112"]
    assert (row.kind, row.date, row.namnd) == (
        Kind.TJANSTEUTLATANDE,
        datetime.date(2014, 3, 11),
        "Kommunstyrelsen",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_list_reads_alike_however_excel_wrote_it(encoding, delimiter):
    text = "Fil;Nämnd;Avsändare\r\nå.pdf;Äldrenämnden;Östra skolan\r\n".replace(";", delimiter)
    (row,) = rows(text, encoding=encoding).rows
    assert (row.file, row.namnd, row.sender) == ("å.pdf", "Äldrenämnden", "Östra skolan")


def test_json_says_the_same_as_csv():
    item = {
        "file": "a.pdf",
        "dnr": ["KS 2014/1", "SN 2014-22"],
        "Handlingstyp": "tjänsteskrivelse",
        "datum": None,
    }
    for tree in ([item], {"files": [item]}):
        (row,) = rows(json.dumps(tree), "manifest.json").rows
        assert [dnr.value for dnr in row.dnr] == ["KS 2014/1", "SN 2014/22"]
        assert row.kind is Kind.TJANSTEUTLATANDE
        assert row.date is None


@pytest.mark.parametrize(
    ("cell", "column", "sentence"),
    [
        ("i våras", "datum", "”i våras” i kolumnen ”datum” är inget datum som 2014-03-11"),
        ("2014-02-30", "datum", "”2014-02-30” i kolumnen ”datum” är inget datum som 2014-03-11"),
        ("hej", "dnr", "”hej” i kolumnen ”dnr” kan inte läsas som ett diarienummer"),
        ("tårta", "handlingstyp", "”tårta” i kolumnen ”handlingstyp” är ingen handlingstyp som finns här"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_with_its_row_and_the_rest_of_the_row_holds(
    cell, column, sentence
):
    manifest = rows(f"fil;titel;{column}\na.pdf;Ett;\nb.pdf;Två;{cell}\n")
    assert [(p.row, p.swedish) for p in manifest.problems] == [(3, sentence)]
    assert [row.title for row in manifest.rows] == ["Ett", "Två"]


@pytest.mark.parametrize(
    ("cell", "group"),
    [
        ("", ""),
        ("Öppen", ""),
        ("nej", ""),
        ("Sekretess", LOCKED),
        ("spärrad", LOCKED),
        ("Jurister", "Jurister"),
    ],
)
def test_who_may_see_a_file(cell, group):
    (row,) = rows(f"fil;åtkomst\na.pdf;{cell}\n").rows
    assert row.group == group


def test_a_marking_that_cannot_be_understood_locks_the_file():
    manifest = rows("fil;åtkomst\na.pdf;<OSL 25:1>\n")
    assert manifest.rows[0].group == LOCKED
    assert "filen spärras" in manifest.problems[0].swedish


def test_paths_of_windows_name_the_same_files():
    assert rows("fil\n.\\2014\\svar.pdf\n").rows[0].file == "2014/svar.pdf"


@pytest.mark.parametrize(
    ("text", "name", "sentence"),
    [
        ("titel;datum\nEtt;2014-01-01\n", "manifest.csv", "saknar kolumnen ”fil”"),
        ("{", "manifest.json", "inte giltig JSON"),
        ("[" * 100_000, "manifest.json", "inte giltig JSON"),
        ("[1]", "manifest.json", "ingen lista med ett objekt för varje fil"),
        ('fil\n"' + "x" * 200_000 + '"\n', "manifest.csv", "kan inte läsas som CSV"),
    ],
)
def test_a_list_of_which_nothing_can_be_used_says_why(text, name, sentence):
    with pytest.raises(ManifestError) as caught:
        rows(text, name)
    assert sentence in caught.value.swedish


def test_a_file_named_twice_is_told_by_the_first_row():
    manifest = rows("fil;titel\na.pdf;Ett\na.pdf;Två\n")
    assert [row.title for row in manifest.rows] == ["Ett"]
    assert "står redan" in manifest.problems[0].swedish


def test_a_column_that_is_not_used_is_named_once():
    manifest = rows("fil;hyllmeter\na.pdf;1\nb.pdf;2\n")
    assert [p.row for p in manifest.problems] == [0]
    assert "hyllmeter" in manifest.problems[0].swedish


@given(st.text(), st.sampled_from(["manifest.csv", "manifest.json"]))
def test_no_text_makes_reading_fail_otherwise_than_with_a_reason(text, name):
    with suppress(ManifestError):
        manifest = read_manifest(text.encode("utf-8", "surrogatepass"), name)
        assert len({row.file for row in manifest.rows}) == len(manifest.rows)


def test_a_row_that_says_something_else_has_another_digest():
    first, second, third = rows("fil;titel;åtkomst\na.pdf;Ett;\nb.pdf;Ett;\nc.pdf;Ett;spärrad\n").rows
    assert first.digest == second.digest
    assert first.digest != third.digest


def test_every_heading_that_is_understood_is_documented():
    page = (Path(__file__).parents[3] / "docs" / "manifest.md").read_text(encoding="utf-8")
    for column in COLUMNS:
        (line,) = [line for line in page.splitlines() if line.startswith(f"| `{column.heading}` |")]
        assert [name.strip() for name in line.split("|")[2].split(",")] == list(column.others)


def test_rows_are_counted_as_excel_counts_them():
    manifest = rows("sep=;\r\nfil;datum\r\na.pdf;2014-01-01\r\n;\r\nb.pdf;i våras\r\n")
    assert [row.file for row in manifest.rows] == ["a.pdf", "b.pdf"]
    assert [problem.row for problem in manifest.problems] == [5]
    assert [row.number for row in manifest.rows] == [3, 5]
