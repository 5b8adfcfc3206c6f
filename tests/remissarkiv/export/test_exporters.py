"""A list that is exported holds every hit, in order, and nothing a spreadsheet would run."""

import csv
import datetime
import io
import json
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissarkiv.domain import Copy, Hit, Understood
from remissarkiv.errors import RemissarkivError
from remissarkiv.export import EXPORTERS, write
from remissarkiv.export.cells import MAX_CELL, clean, neutral
from remissarkiv.export.columns import COLUMNS

MADE = datetime.datetime(2026, 11, 23, 14, 5, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))


def hit(number: int, **changes: Any) -> Hit:
    values: dict[str, Any] = {
        "id": f"d{number}",
        "title": f"Yttrande {number}",
        "kind": "tjänsteutlåtande",
        "date": datetime.date(2025, 8, 21),
        "dnr": ("SOF 2025/424", "KS 2025/448"),
        "namnd": "Socialnämnden",
        "kommun": "Exempelstad",
        "path": f"2025/{number}.pdf",
        "score": 1.0,
        "quality": 0.87,
    }
    return Hit(**(values | changes))


def exported(hits: list[Hit] | Iterator[Hit], format: str, query: str = "rådgivning") -> bytes:
    target = io.BytesIO()
    write(hits, query, target, format, filters="År: 2025", made=MADE)
    return target.getvalue()


def rows_of(data: bytes) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(io.BytesIO(data))["Träffar"].iter_rows(values_only=True))


def test_excel_read_back_holds_the_hits_in_order_with_real_dates_and_dnr_as_text() -> None:
    rows = rows_of(exported(iter([hit(3), hit(1), hit(2)]), "xlsx"))
    assert rows[0] == (
        "Titel",
        "Typ",
        "Nämnd",
        "Kommun",
        "Datum",
        "Dnr",
        "Fil",
        "Del",
        "Kopior",
        "Textkvalitet",
        "Id",
    )
    assert [row[-1] for row in rows[1:]] == ["d3", "d1", "d2"]
    assert rows[1][1] == "Tjänsteutlåtande"
    assert rows[1][4] == datetime.datetime(2025, 8, 21)
    assert rows[1][5] == "SOF 2025/424, KS 2025/448"
    assert rows[1][9] == pytest.approx(0.87)


def test_excel_has_a_frozen_heading_and_filters_and_tells_query_time_and_number() -> None:
    book = openpyxl.load_workbook(io.BytesIO(exported([hit(1), hit(2)], "xlsx")))
    assert book["Träffar"].freeze_panes == "A2"
    assert book["Träffar"].auto_filter.ref == "A1:K3"
    about = dict(book["Om listan"].iter_rows(values_only=True))
    assert about == {
        "Sökning": "rådgivning",
        "Urval": "År: 2025",
        "Tid": datetime.datetime(2026, 11, 23, 14, 5),
        "Antal träffar": 2,
    }


def test_excel_tells_what_the_query_was_taken_for() -> None:
    target = io.BytesIO()
    understood = (
        Understood("Lagrum", "2 kap. 1 § kommunallagen (2017:725)", as_words='"2:1 KL"'),
        Understood("Ord", "=rådgivning"),
    )
    write([hit(1)], "2:1 KL =rådgivning", target, "xlsx", understood=understood, made=MADE)
    about = dict(openpyxl.load_workbook(target)["Om listan"].iter_rows(values_only=True))
    assert about["Sökning"] == "2:1 KL =rådgivning"
    assert about["Uppfattad som"] == "Lagrum: 2 kap. 1 § kommunallagen (2017:725) · Ord: =rådgivning"
    assert about["Antal träffar"] == 1


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "{=", " ="])
def test_no_title_and_no_query_becomes_a_formula_or_a_link_in_excel(start: str) -> None:
    text = start + 'HYPERLINK("http://evil.example","x")'
    book = openpyxl.load_workbook(io.BytesIO(exported([hit(1, title=text)], "xlsx", query=text)))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None
    assert "HYPERLINK" in str(book["Träffar"]["A2"].value)


def test_an_address_in_a_cell_is_text() -> None:
    book = openpyxl.load_workbook(io.BytesIO(exported([hit(1, path="http://evil.example/a.pdf")], "xlsx")))
    assert book["Träffar"]["G2"].hyperlink is None


def test_days_before_excels_calendar_are_written_as_text() -> None:
    assert rows_of(exported([hit(1, date=datetime.date(1736, 1, 23))], "xlsx"))[1][4] == "1736-01-23"


def test_documents_without_date_and_dnr_leave_their_cells_empty() -> None:
    row = rows_of(exported([hit(1, date=None, dnr=(), namnd="")], "xlsx"))[1]
    assert (row[2], row[4], row[5]) == (None, None, None)


def test_csv_opens_in_swedish_excel_with_bom_semicolons_and_crlf() -> None:
    data = exported([hit(1, title='Svar; "på" remiss')], "csv")
    assert data.startswith(b"\xef\xbb\xbfTitel;Typ;")
    assert data.count(b"\r\n") == 2
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[1][0] == 'Svar; "på" remiss'
    assert rows[1][4:10] == ["2025-08-21", "SOF 2025/424, KS 2025/448", "2025/1.pdf", "", "", "0,87"]


@pytest.mark.parametrize("text", ["=1+1", "+46", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\x00=1"])
def test_csv_cells_that_a_spreadsheet_would_run_begin_with_an_apostrophe(text: str) -> None:
    rows = list(
        csv.reader(
            io.StringIO(exported([hit(1, title=text)], "csv").decode("utf-8-sig"), newline=""), delimiter=";"
        )
    )
    assert rows[1][0].startswith("'")


def test_json_tells_query_time_hits_in_order_and_number() -> None:
    answer = json.loads(exported([hit(2), hit(1, date=None)], "json"))
    assert (answer["query"], answer["filters"], answer["total"]) == ("rådgivning", "År: 2025", 2)
    assert answer["made"] == "2026-11-23T14:05:00+01:00"
    assert [row["id"] for row in answer["hits"]] == ["d2", "d1"]
    assert answer["hits"][0]["dnr"] == ["SOF 2025/424", "KS 2025/448"]
    assert answer["hits"][1]["date"] is None


@pytest.mark.parametrize("format", ["xlsx", "csv", "json"])
def test_a_list_without_hits_is_a_whole_file(format: str) -> None:
    data = exported([], format)
    if format == "xlsx":
        assert len(rows_of(data)) == 1
    elif format == "json":
        assert json.loads(data)["hits"] == []
    else:
        assert data.decode("utf-8-sig").splitlines() == [";".join(column.heading for column in COLUMNS)]


@pytest.mark.parametrize("format", ["docx", "", "exe", "../xlsx", "pdf"])
def test_a_format_there_is_none_of_is_refused_before_anything_is_written(format: str) -> None:
    target = io.BytesIO()
    with pytest.raises(RemissarkivError, match="xlsx, csv, json") as refused:
        write([hit(1)], "x", target, format)
    assert "xlsx, csv, json" in refused.value.swedish
    assert refused.value.exit_status == 2
    assert target.getvalue() == b""


def test_format_names_are_unique() -> None:
    assert len({exporter.name for exporter in EXPORTERS}) == len(EXPORTERS)


@given(st.text())
def test_cells_hold_only_what_a_workbook_may_hold(text: str) -> None:
    cell = clean(text)
    assert all(sign in "\t\n\r" or sign >= " " for sign in cell)
    assert not neutral(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_title_with_forbidden_signs_leaves_a_workbook_that_opens() -> None:
    assert rows_of(exported([hit(1, title="A\x00\x0b\ud800\uffffB\x1f")], "xlsx"))[1][0] == "AB"


@pytest.mark.parametrize("sign", ["å", "\U0001d11e"])
def test_a_text_longer_than_a_cell_is_cut_with_an_ellipsis(sign: str) -> None:
    cell = clean(sign * 40_000)
    assert cell.endswith("…")
    assert len(cell.encode("utf-16-le")) // 2 <= MAX_CELL
    assert clean("a" * MAX_CELL) == "a" * MAX_CELL


def test_the_places_of_copies_are_told_in_every_format() -> None:
    copies = (Copy("b", "sn/remiss.pdf", "SN"), Copy("c", "/mnt/server/bn/brev.eml", "", "Remiss.pdf"))
    listed = [hit(1, copies=copies)]
    told = "sn/remiss.pdf; brev.eml › Remiss.pdf"
    assert rows_of(exported(listed, "xlsx"))[1][8] == told
    assert told in exported(listed, "csv").decode()
    assert json.loads(exported(listed, "json"))["hits"][0]["copies"] == [
        {"id": "b", "path": "sn/remiss.pdf"},
        {"id": "c", "path": "/mnt/server/bn/brev.eml", "part": "Remiss.pdf"},
    ]
