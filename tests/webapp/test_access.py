"""What a caller may not see does not exist for them: no page, no hit, no count, no file, no list."""

import csv
import io
import json

import openpyxl
import pytest
from flask.testing import FlaskClient

from remissarkiv.bootstrap import Archive


def test_the_restricted_document_is_there_for_those_who_may_see_it(archive: Archive) -> None:
    assert archive.catalog.document("hemlig", archive.operator_access()).document.title == "Hemlig bedömning"


@pytest.mark.parametrize(
    "address",
    [
        "/dokument/hemlig",
        "/dokument/hemlig?q=rådgivning&traff=1",
        "/dokument/hemlig?lasning=original",
        "/dokument/hemlig/original",
    ],
)
def test_a_restricted_document_answers_as_one_there_is_not(client: FlaskClient, address: str) -> None:
    refused = client.get(address)
    absent = client.get(address.replace("hemlig", "finns-inte"))
    assert refused.status_code == absent.status_code == 404
    assert refused.text == absent.text
    assert dict(refused.headers) == dict(absent.headers)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/sok?q=rådgivning",
        "/sok?q=hemlig",
        "/sok?q=*",
        "/sok?q=*&namnd=Kulturnämnden",
        '/sok?q=dnr:"KS 2025/448"',
        "/dokument/utlatande",
        "/dokument/motion?q=*&traff=1",
        "/status",
        "/sparade",
        "/hjalp",
    ],
)
def test_no_page_shows_or_counts_it(client: FlaskClient, address: str) -> None:
    text = client.get(address).text
    for trace in ("Hemlig", "Säkerhetsnämnden", "sekretess", "1999", "34 dokument", "34 träffar"):
        assert trace not in text


def test_no_export_holds_it(client: FlaskClient) -> None:
    found = json.loads(client.get("/export?format=json&q=*").data)
    assert found["total"] == 33
    assert "hemlig" not in {hit["id"] for hit in found["hits"]}
    rows = list(
        csv.reader(io.StringIO(client.get("/export?format=csv&q=*").data.decode("utf-8-sig")), delimiter=";")
    )
    assert len(rows) == 34
    book = openpyxl.load_workbook(io.BytesIO(client.get("/export?format=xlsx&q=hemlig").data))
    assert book["Träffar"].max_row == 1


def test_the_server_says_that_it_is_well_and_nothing_of_what_it_holds(client: FlaskClient) -> None:
    assert client.get("/halsa").data == b"ok\n"
