"""Saving a search, finding it again, renaming and deleting it."""

import html
import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from remissarkiv.bootstrap import Archive


def post(client: FlaskClient, address: str, **data: str) -> TestResponse:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/sok?q=motion").text)
    assert found
    return client.post(address, data={"csrf_token": html.unescape(found[1]), **data}, follow_redirects=True)


def test_a_search_is_saved_with_its_filters_and_order_and_opens_again(client: FlaskClient) -> None:
    parameters = "q=r%C3%A5dgivning&typ=motion&ar=2009-2025&sortera=datum"
    text = post(client, "/sparade", namn="Rådgivning sedan 2009", sokning=parameters).text
    assert f'href="/sok?{html.escape(parameters)}">Rådgivning sedan 2009</a>' in text
    assert "rådgivning · Dokument: Motion · År: 2009–2025" in text
    assert "efter datum" in text
    assert client.get(f"/sok?{parameters}").status_code == 200


def test_the_page_of_a_list_is_not_saved_with_it(client: FlaskClient) -> None:
    post(client, "/sparade", namn="x", sokning="q=motion&sida=2")
    assert "sida=2" not in client.get("/sparade").text


def test_a_search_is_renamed_and_deleted(client: FlaskClient, archive: Archive) -> None:
    post(client, "/sparade", namn="Gammalt", sokning="q=motion")
    number = archive.saved.list()[0].id
    assert "Nytt namn på den" in post(client, f"/sparade/{number}/namn", namn="Nytt namn på den").text
    assert "inga sparade sökningar" in post(client, f"/sparade/{number}/ta-bort").text


@pytest.mark.parametrize("name", ["Upptaget", "x" * 121])
def test_a_name_that_cannot_be_used_is_told_and_nothing_typed_is_lost(client: FlaskClient, name: str) -> None:
    post(client, "/sparade", namn="Upptaget", sokning="q=motion")
    response = post(client, "/sparade", namn=name, sokning="q=annat&typ=motion")
    assert response.status_code == 400
    assert 'role="alert"' in response.text
    assert f'value="{name}"' in response.text
    assert 'value="q=annat&amp;typ=motion"' in response.text


def test_a_rename_to_a_taken_or_empty_name_is_told(client: FlaskClient, archive: Archive) -> None:
    post(client, "/sparade", namn="Ett", sokning="q=motion")
    post(client, "/sparade", namn="Två", sokning="q=motion")
    number = archive.saved.list()[0].id
    for name in ("Två", " "):
        response = post(client, f"/sparade/{number}/namn", namn=name)
        assert response.status_code == 400
        assert 'role="alert"' in response.text


def test_without_a_name_the_search_itself_is_the_name(client: FlaskClient) -> None:
    assert ">motion · År: 2025</a>" in post(client, "/sparade", sokning="q=motion&ar=2025").text


def test_an_empty_search_is_not_saved(client: FlaskClient) -> None:
    assert post(client, "/sparade", namn="x", sokning="").status_code == 400


@pytest.mark.parametrize(
    "address", ["/sparade/99/namn", "/sparade/99/ta-bort", "/sparade/99999999999999999999/ta-bort"]
)
def test_a_search_there_is_not_is_a_page_of_ours(client: FlaskClient, address: str) -> None:
    assert post(client, address, namn="x").status_code == 404


def test_names_and_searches_are_shown_as_text(client: FlaskClient) -> None:
    text = post(
        client, "/sparade", namn="<script>x</script>", sokning='q="><script>y</script>&typ=javascript:'
    ).text
    assert "<script" not in text
    assert 'href="javascript' not in text
