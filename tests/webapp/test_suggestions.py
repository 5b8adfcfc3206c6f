"""What `/forslag` answers to whom, and that the box is a plain box without script."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from remissarkiv.bootstrap import Archive


@pytest.fixture
def suggesting(archive: Archive) -> Archive:
    archive.replay()
    return archive


def rows(client: FlaskClient, typed: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(client.get("/forslag", query_string={"q": typed}).data)[
        "suggestions"
    ]
    return found


@pytest.mark.usefixtures("suggesting")
class TestSuggestions:
    def test_rows_tell_what_they_are_and_what_they_search_for(self, client: FlaskClient) -> None:
        (row,) = [row for row in rows(client, "sof 2025/4") if row["kind"] == "dnr"]
        assert row["label"] == "Dnr"
        assert row["text"] == "SOF 2025/424"
        assert row["query"] == 'dnr:"SOF 2025/424"'
        assert "kompetenscenter" in row["detail"]

    @pytest.mark.parametrize("typed", ["kompetensc", "KL", "ks2025", "medborgark"])
    def test_choosing_any_row_finds_something_or_is_an_act(self, client: FlaskClient, typed: str) -> None:
        found = rows(client, typed)
        assert found
        for row in found:
            page = client.get("/sok", query_string={"q": row["query"]}).text
            assert row["kind"] == "lag" or '<li class="hit">' in page

    @pytest.mark.parametrize("typed", ["hemlig", "Hemlig bedömning", "sekr", "säkerhetsn", "ks 2025", "1999"])
    def test_nothing_of_a_hidden_document_is_suggested(self, client: FlaskClient, typed: str) -> None:
        answer = client.get("/forslag", query_string={"q": typed}).get_data(as_text=True)
        assert "emlig" not in answer
        assert "Säkerhetsn" not in answer

    def test_answers_are_kept_nowhere_and_set_no_cookie(self, client: FlaskClient) -> None:
        answer = client.get("/forslag?q=motion")
        assert answer.mimetype == "application/json"
        assert answer.headers["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in answer.headers

    @pytest.mark.parametrize("query", ["", "?q=", "?q=x", "?q=%00%01", "?q=" + "x" * 5000, "?p=motion"])
    def test_whatever_is_asked_is_answered(self, client: FlaskClient, query: str) -> None:
        answer = client.get(f"/forslag{query}")
        assert answer.status_code == 200
        assert json.loads(answer.data) == {"suggestions": []}

    def test_without_script_the_box_is_a_plain_search_field(self, client: FlaskClient) -> None:
        page = client.get("/sok?q=motion").text
        assert 'type="search" name="q"' in page
        assert "combobox" not in page
        assert "listbox" not in page

    def test_hostile_titles_stay_text(self, client: FlaskClient) -> None:
        (row,) = [row for row in rows(client, "hyperlink") if row["kind"] == "titel"]
        assert row["text"].startswith("=HYPERLINK(")


def test_before_anything_is_learned_acts_are_suggested_and_nothing_fails(
    client: FlaskClient, archive: Archive
) -> None:
    archive.suggester.close()
    for file in archive.settings.data.glob("suggestions.sqlite*"):
        file.unlink()
    assert {row["kind"] for row in rows(client, "kommunal")} == {"lag"}
