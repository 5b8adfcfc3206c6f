"""A document that several boards have in their files, on the pages of search, export and the document."""

import datetime
import html
import json
import re

import pytest
from flask.testing import FlaskClient

from remissarkiv.bootstrap import Archive
from remissarkiv.domain import Document, Kind, SourceFile, StoredDocument
from remissarkiv.sync import catch_up

TEXT = "Kommunstyrelsen remitterar motionen om flygplatsbussen. " + " ".join(
    f"Avsnitt {n} beskriver hur linje {n * 7} trafikeras år {1990 + n} och vad den kostar." for n in range(20)
)


@pytest.fixture
def copied(archive: Archive, client: FlaskClient) -> FlaskClient:
    """A remiss at four boards, of which one is closed and two have the very same words."""
    with archive.catalog.write() as writer:
        for name, collection, namnd, text in (
            ("ks", "arkiv", "Kommunstyrelsen", TEXT),
            ("sn", "arkiv", "Socialnämnden", TEXT),
            ("bn", "arkiv", "Byggnads<nämnden>", "Ankom i maj. " + TEXT),
            ("dold", "sekretess", "Säkerhetsnämnden", TEXT),
        ):
            value = Document(
                "Remiss om flygplatsbussen",
                Kind.REMISS,
                text,
                text,
                date=datetime.date(2012, 5, 1),
                namnd=namnd,
            )
            source = SourceFile(collection, f"{name}/remiss.txt", 9, name, 1, "text/plain")
            writer.put(StoredDocument(name, source, value))
    catch_up(archive.catalog, archive.engine)
    return client


def page(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.text


def plain(text: str) -> str:
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text)))


def link(text: str, label: str) -> str:
    found = re.search(rf'href="([^"]+)">{label}<', text)
    assert found, label
    return html.unescape(found[1])


def test_a_hit_tells_where_else_its_text_is(copied: FlaskClient) -> None:
    text = page(copied, "/sok?q=flygplatsbussen&sortera=datum")
    assert "1 träff" in text
    told = re.search(r"Finns också hos .*?\(2 kopior\)", plain(text))
    assert told
    assert "Byggnads<nämnden>" in text.replace("&lt;", "<").replace("&gt;", ">")
    assert "Säkerhetsnämnden" not in text
    assert "<nämnden>" not in text


def test_a_link_to_a_copy_leads_there_and_back_to_the_hits(copied: FlaskClient) -> None:
    text = page(copied, "/sok?q=flygplatsbussen&sortera=datum")
    other = next(found for found in re.findall(r'href="(/dokument/[^"]+)">(?:Social|Byggnads)', text))
    shown = page(copied, html.unescape(other))
    assert "Till träffarna" in shown
    assert 'href="/sok?q=flygplatsbussen&amp;sortera=datum"' in shown


def test_copies_are_shown_apart_and_together_again_by_links(copied: FlaskClient) -> None:
    apart = link(page(copied, "/sok?q=flygplatsbussen&typ=remiss"), "Visa kopior var för sig")
    assert apart == "/sok?q=flygplatsbussen&typ=remiss&kopior=alla"
    text = page(copied, apart)
    assert "2 träffar" in text, "the very same words stay together"
    assert link(text, "Slå ihop kopior") == "/sok?q=flygplatsbussen&typ=remiss"


def test_the_choice_follows_to_pages_facets_and_saved_searches(copied: FlaskClient) -> None:
    text = page(copied, "/sok?q=*&kopior=alla")
    for address in re.findall(r'href="(/sok\?[^"]+)"', text):
        assert "kopior=alla" in address or address.endswith("q=%2A")
    assert '<input type="hidden" name="kopior" value="alla">' in text
    assert 'name="sokning" value="q=%2A&amp;kopior=alla"' in text
    assert "Kopior var för sig" in text


@pytest.mark.parametrize(
    ("search", "number"), [("q=flygplatsbussen", 1), ("q=flygplatsbussen&kopior=alla", 2)]
)
def test_an_exported_list_is_what_is_shown(copied: FlaskClient, search: str, number: int) -> None:
    found = json.loads(page(copied, f"/export?format=json&{search}"))
    shown = re.findall(r'<h2><a href="/dokument/([^?"]+)', page(copied, f"/sok?{search}"))
    assert [hit["id"] for hit in found["hits"]] == shown
    assert len(shown) == number
    assert sum(len(hit["copies"]) for hit in found["hits"]) == 3 - number
    assert found["filters"] == ("Kopior var för sig" if "kopior" in search else "")


def test_a_document_lists_its_copies(copied: FlaskClient) -> None:
    text = page(copied, "/dokument/ks")
    assert "Samma text finns i" in text
    assert "sn/remiss.txt" in text
    assert "dold/remiss.txt" not in text
    assert "Samma text finns i" not in page(copied, "/dokument/motion")


def test_without_copies_nothing_is_said_of_them(client: FlaskClient) -> None:
    assert "kopior" not in page(client, "/sok?q=medborgarkontor").lower()


def test_a_facet_gives_as_many_hits_as_it_says(copied: FlaskClient) -> None:
    text = page(copied, "/sok?q=flygplatsbussen")
    for board in ("Kommunstyrelsen", "Socialn%C3%A4mnden"):
        assert "1 träff" in page(copied, f"/sok?q=flygplatsbussen&namnd={board}")
    assert text.count('<span class="n">1</span>') >= 3
