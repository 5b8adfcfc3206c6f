"""What is like a document stands beside it, and a text can be searched with."""

import datetime
import html
import re

import pytest
from flask.testing import FlaskClient

from remissarkiv.bootstrap import Archive
from remissarkiv.domain import Dnr, DnrMention, DnrRole, Document, Kind, SourceFile, StoredDocument
from remissarkiv.sync import catch_up

ADVICE = """Kommunen bör inrätta skuldrådgivning och budgetrådgivning för överskuldsatta hushåll.
Skuldrådgivaren hjälper hushållen med avbetalningsplaner innan vräkningen är ett faktum,
så att barnfamiljer inte vräks."""

ROWS = (
    ("fraga", "arkiv", "Motion om skuldrådgivning", ADVICE, 1),
    ("annat", "arkiv", "Svar om <b>vräkning</b>", f"Nämnden svarar. {ADVICE} Vräkningar minskar.", 2),
    ("eget", "arkiv", "Remiss om skuldrådgivning", f"Yttra er. {ADVICE} Svara senast i maj, tack.", 1),
    ("hemligt", "sekretess", "Hemligt om vräkning", f"Hemligt. {ADVICE}", 3),
)


@pytest.fixture
def alike(archive: Archive) -> Archive:
    with archive.catalog.write() as writer:
        for id, collection, title, text, number in ROWS:
            document = Document(
                title=title,
                kind=Kind.MOTION,
                text=text,
                original=text,
                date=datetime.date(2020, 1, number),
                namnd="Socialnämnden",
                dnr=(DnrMention(Dnr("KS", 2020, number), DnrRole.OWN),),
            )
            source = SourceFile(collection, f"{id}.txt", 9, f"{id:0>64}", 0, "text/plain")
            writer.put(StoredDocument(id, source, document))
    catch_up(archive.catalog, archive.engine)
    return archive


def beside(client: FlaskClient, id: str) -> str:
    found = re.search(r'<h2 id="liknande">(.*?)<h2>', client.get(f"/dokument/{id}").text, re.DOTALL)
    return found[1] if found else ""


def paste(client: FlaskClient, text: str) -> str:
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/liknande").text)
    assert token
    data = {"csrf_token": html.unescape(token[1]), "text": text}
    answer = client.post("/liknande", data=data)
    assert answer.status_code == 200
    return answer.text


@pytest.mark.usefixtures("alike")
class TestAlike:
    def test_beside_a_document_stands_what_is_like_it_in_other_matters(self, client: FlaskClient) -> None:
        found = beside(client, "fraga")
        assert "/dokument/annat?q=" in found
        assert "Gemensamt: " in found
        assert "budgetrådgivning" in found
        assert "/dokument/eget" not in found
        assert "/liknande?dokument=fraga" in found

    def test_what_is_hidden_is_like_nothing(self, client: FlaskClient) -> None:
        for page in (
            beside(client, "fraga"),
            client.get("/liknande?dokument=fraga").text,
            paste(client, ADVICE),
        ):
            assert "emligt" not in page
        assert client.get("/liknande?dokument=hemligt").status_code == 404

    def test_a_document_like_no_other_has_no_such_list(self, client: FlaskClient) -> None:
        assert beside(client, "hostile") == ""
        assert "Inget i arkivet liknar handlingen" in client.get("/liknande?dokument=hostile").text

    def test_the_page_of_more_lists_them_with_the_words_they_share(self, client: FlaskClient) -> None:
        page = client.get("/liknande?dokument=fraga").text
        assert "1 liknande handling" in page
        assert "Svar om &lt;b&gt;vräkning&lt;/b&gt;" in page

    def test_a_pasted_text_finds_what_is_like_it_and_what_is_the_same(self, client: FlaskClient) -> None:
        page = paste(client, ADVICE)
        assert page.count("<b>Samma text</b>") == 1
        assert "/dokument/annat?q=" in page

    def test_a_short_text_can_stand_in_an_address(self, client: FlaskClient) -> None:
        page = client.get("/liknande", query_string={"text": ADVICE}).text
        assert "/dokument/annat?q=" in page
        assert ADVICE.split("\n")[0] in html.unescape(page)

    def test_a_long_query_offers_to_search_with_the_text(self, client: FlaskClient) -> None:
        page = client.get("/sok", query_string={"q": ADVICE}).text
        assert "/liknande?text=" in page
        assert "/liknande?text=" not in client.get("/sok?q=skuldrådgivning+hushåll").text

    def test_a_text_like_nothing_says_so_and_leads_on(self, client: FlaskClient) -> None:
        page = paste(client, "<script>x</script> Kattugglor och renar på Grönland.")
        assert "Inget i arkivet liknar texten" in page
        assert "<script>x" not in page


def test_an_empty_page_invites_to_paste_and_nothing_is_taken_without_a_token(client: FlaskClient) -> None:
    assert "Sök med en text" in client.get("/liknande").text
    assert client.post("/liknande", data={"text": ADVICE}).status_code == 400
    assert client.get("/liknande?dokument=finns-inte").status_code == 404


def test_the_first_page_leads_there(client: FlaskClient) -> None:
    assert 'href="/liknande"' in client.get("/").text
