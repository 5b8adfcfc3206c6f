"""What a caller may not see is in no ärende: not in its course, not in its matrix, not in its numbers."""

import pytest
from flask.testing import FlaskClient

from remissarkiv.bootstrap import Archive

PAGES = (
    "/arende/exempelstad-kommun/KS-2004-118",
    "/arende/exempelstad-kommun/MN-2004-5",
    "/arende/exempelstad-kommun/VON-2021-119",
    "/dokument/sn",
    "/dokument/mn",
    "/dokument/skannad",
    "/dokument/vn",
)


@pytest.fixture
def without(arende: Archive, client: FlaskClient) -> dict[str, str]:
    """The pages of an archive that does not hold the hidden documents."""
    before = {page: client.get(page).text for page in PAGES}
    with arende.catalog.write() as writer:
        for hidden in ("dolt-svar", "dold-gissning", "dolt-remissvar"):
            writer.remove(hidden)
    after = {page: client.get(page).text for page in PAGES}
    assert before.keys() == after.keys()
    return {page: before[page] for page in PAGES if before[page] != after[page]}


def test_every_page_is_as_if_the_hidden_documents_were_not_there(without: dict[str, str]) -> None:
    assert without == {}


@pytest.mark.parametrize("page", PAGES)
def test_no_page_names_them(arende: Archive, client: FlaskClient, page: str) -> None:
    answer = client.get(page)
    assert answer.status_code == 200
    for trace in ("Hemlig", "dolt", "dold", "HN 20"):
        assert trace not in answer.text


def test_they_join_nothing(arende: Archive, client: FlaskClient) -> None:
    assert "MN 2004/5" not in client.get("/arende/exempelstad-kommun/KS-2004-118").text
    member = arende.operator_access()
    assert "mn" in arende.catalog.matter_of("sn", member).documents


def test_an_arende_of_hidden_documents_alone_answers_as_one_there_is_not(
    arende: Archive, client: FlaskClient
) -> None:
    hidden = client.get("/arende/exempelstad-kommun/HN-2021-9")
    absent = client.get("/arende/exempelstad-kommun/HN-2021-10")
    assert hidden.status_code == absent.status_code == 404
    assert hidden.text == absent.text
    assert dict(hidden.headers) == dict(absent.headers)
