"""Several people correct and search at once, with the index on disk: nothing fails, and search follows."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.ingest import ingest
from remissarkiv.accounts import Role
from remissarkiv.bootstrap import Archive, open_archive
from remissarkiv.catalog import ArchiveLock
from webapp import create_app

PASSWORD = "tio tecken eller fler"


@pytest.fixture
def indexed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    """An archive of twelve small files."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "filer").mkdir()
    for number in range(12):
        text = f"Yttrande {number}\n\nNämnden avstyrker motionen.\n"
        (tmp_path / "filer" / f"{number:02}.txt").write_text(text, encoding="utf-8")
    with open_archive(data=tmp_path / "data") as opened:
        ingest(opened, [tmp_path / "filer"])
        yield opened


def signed_in(archive: Archive, name: str) -> FlaskClient:
    archive.accounts.add(name, PASSWORD, Role.RATTARE)
    client = create_app(archive).test_client()
    client.post("/logga-in", data={"csrf_token": token(client), "namn": name, "losenord": PASSWORD})
    return client


def token(client: FlaskClient) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/logga-in").text)
    assert found
    return found[1]


def retitle(client: FlaskClient, document_id: str, title: str) -> str:
    data = {"csrf_token": token(client), "vad": "titel", "titel": title, "skal": "Så heter den."}
    return client.post(f"/dokument/{document_id}/ratta", data=data, follow_redirects=True).text


def test_people_correct_and_search_at_once(indexed: Archive) -> None:
    ids = [hit.id for hit in indexed.search("*", limit=None).hits]
    clients = signed_in(indexed, "Eva Ek"), signed_in(indexed, "Ulf Alm")

    def correct(client: FlaskClient, own: list[str], word: str) -> list[str]:
        return [retitle(client, one, f"Om {word} nummer {at}") for at, one in enumerate(own)]

    def search() -> list[int]:
        return [indexed.search("avstyrker").total for _ in range(40)]

    with ThreadPoolExecutor(3) as pool:
        searching = pool.submit(search)
        correcting = [
            pool.submit(correct, clients[0], ids[:6], "pingviner"),
            pool.submit(correct, clients[1], ids[6:], "sälar"),
        ]
        pages = [page for one in correcting for page in one.result()]
    assert set(searching.result()) == {12}
    assert all("Rättelsen är sparad." in page and "när den inläsning" not in page for page in pages)
    assert indexed.search("pingviner").total == 6
    assert indexed.search("sälar").total == 6


def test_during_a_run_a_correction_is_kept_and_says_that_search_follows_later(indexed: Archive) -> None:
    (hit,) = indexed.search("*", limit=1).hits
    client = signed_in(indexed, "Eva Ek")
    with ArchiveLock(indexed.settings.data):
        page = retitle(client, hit.id, "Om pingviner")
        assert "Rättelsen är sparad. Sökningen följer med när den inläsning som pågår är klar." in page
        assert "Om pingviner</h1>" in page
        assert indexed.search("pingviner").total == 0
    ingest(indexed, [Path("filer")])
    assert [one.id for one in indexed.search("pingviner").hits] == [hit.id]
