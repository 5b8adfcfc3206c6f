"""The exported list is what the page shows: all of it, filtered the same, in the same order."""

import io
import json
import re

import openpyxl
import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize(
    "search", ["q=medborgarkontor", "q=medborgarkontor&namnd=Kulturn%C3%A4mnden&sortera=datum"]
)
def test_excel_holds_every_hit_in_the_order_of_the_pages(client: FlaskClient, search: str) -> None:
    shown = []
    for number in (1, 2):
        response = client.get(f"/sok?{search}&sida={number}")
        if response.status_code == 200:
            shown += re.findall(r'<h2><a href="/dokument/([^?"]+)', response.text)
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"/export?format=xlsx&{search}").data))
    assert [row[-1] for row in book["Träffar"].iter_rows(min_row=2, values_only=True)] == shown
    assert len(shown) == (15 if "namnd" in search else 30)


def test_the_list_tells_query_and_filters(client: FlaskClient) -> None:
    found = json.loads(client.get("/export?format=json&q=motion&typ=motion&ar=2025").data)
    assert (found["query"], found["filters"], found["total"]) == ("motion", "Dokument: Motion · År: 2025", 1)


def test_the_file_has_a_name_and_type_of_its_own_and_is_never_shown_in_place(client: FlaskClient) -> None:
    response = client.get("/export?format=csv&q=motion")
    assert re.fullmatch(
        r"attachment; filename=remissarkivet-\d{4}-\d\d-\d\d\.csv", response.headers["Content-Disposition"]
    )
    assert response.mimetype == "text/csv"


def test_a_format_there_is_none_of_names_those_there_are(client: FlaskClient) -> None:
    response = client.get("/export?format=docx&q=motion")
    assert response.status_code == 400
    assert "xlsx, csv, json" in response.text
