"""The page of an ärende: who was asked, who answered what, what came of it, and where it is said."""

import html
import re

import pytest
from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient

from remissarkiv.bootstrap import Archive

PAGE = "/arende/exempelstad-kommun/KS-2004-118"


@pytest.fixture
def shown(arende: Archive, client: FlaskClient) -> BeautifulSoup:
    response = client.get(PAGE)
    assert response.status_code == 200
    return BeautifulSoup(response.text, "html.parser")


def words(tag: Tag | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text(" ").split())


def row(shown: BeautifulSoup, name: str) -> list[str]:
    for one in shown.select(".matrix tbody tr"):
        heading = one.select_one("th")
        if heading is not None and words(heading).startswith(name):
            for label in one.select(".label"):
                label.decompose()
            return [words(cell) for cell in one.select("th, td")]
    raise AssertionError(name)


def test_the_head_tells_what_it_is_about_and_who_moved_it(shown: BeautifulSoup) -> None:
    assert words(shown.h1) == "Motion om ordningsvakter i <b>centrum</b>"
    facts = words(shown.select_one(".facts"))
    for told in (
        "KS 2004/118",
        "SN 2004/64",
        "TN 2004/97",
        "Ingegerd Törnvall (FP)",
        "3 tillfrågade, 2 svar",
    ):
        assert told in facts
    assert words(shown.select_one(".outcome")) == "✕ avslag"


def test_an_administrations_proposal_is_told_as_that(shown: BeautifulSoup) -> None:
    name, answer, stance, verdict, ground, followed = row(shown, "Socialnämnden")
    assert name.endswith("tillfrågad")
    assert answer.endswith("bara förvaltningens förslag")
    assert stance == "✕ avstyrker visa meningen förvaltningens förslag"
    assert verdict.startswith(
        "✕ inte förenligt inte förenligt: ordningsvakter tidigare bedömning, förvaltningens"
    )
    assert verdict.endswith("osäker")
    assert ground == "2 kap. 1 § KL (1991:900)"
    assert followed == "förvaltningens förslag följdes"


def test_a_boards_decision_is_told_with_its_reservations(shown: BeautifulSoup) -> None:
    _, answer, stance, _, _, followed = row(shown, "Tekniska nämnden")
    assert answer.endswith("beslutat av nämnden")
    assert "✓ tillstyrker tillstyrker: belysning nämndens beslut" in stance
    assert "Bo Ek (M) reservation" in stance
    assert followed == "följdes inte"


def test_who_has_no_answer_in_the_archive_is_not_said_to_be_silent(shown: BeautifulSoup) -> None:
    assert row(shown, "Föreningen")[1] == "svaret självt finns inte i arkivet"
    assert "svarade inte" not in shown.get_text()


def test_what_fullmaktiges_minutes_tell_of_an_answer_that_is_not_held_is_shown_as_told(
    shown: BeautifulSoup,
) -> None:
    _, _, stance, _, _, followed = row(shown, "Föreningen")
    told = "enligt kommunfullmäktiges protokoll 2004-11-29: ✓ tillstyrker visa meningen återgivet"
    assert stance.startswith(told)
    assert followed == "följdes inte"


def test_what_is_proposed_to_fullmaktige_is_not_fullmaktiges_proposal(shown: BeautifulSoup) -> None:
    course = words(shown.select_one(".course"))
    assert "förslag till fullmäktige" in course
    assert "fullmäktiges förslag" not in shown.get_text()


def test_every_conclusion_leads_to_its_sentence(shown: BeautifulSoup, client: FlaskClient) -> None:
    links = [str(link["href"]) for link in shown.select("a") if "visa=" in str(link.get("href"))]
    assert len(links) >= 6
    for link in links:
        assert re.fullmatch(r"/dokument/[\w-]+\?visa=\d+-\d+#visad", link)
        assert client.get(link.split("#")[0]).status_code == 200
    assert "/lagrum/1991:900%23K2P1" in str(shown)


def test_the_course_is_in_order_with_attachments_below_their_letter(shown: BeautifulSoup) -> None:
    course = [words(one) for one in shown.select(".course > li")]
    steps = [re.search("Förslaget|Remiss|Svar|Beslut|Beredning|Handling", one) for one in course]
    assert [step and step[0] for step in steps] == ["Förslaget", "Remiss", "Svar", "Svar", "Beslut"]
    assert course[0].startswith("22 mars 2004")
    assert "Bilaga Karta <över> torget" in course[2]


def test_what_was_said_of_competence_is_quoted_with_who_and_how_surely(shown: BeautifulSoup) -> None:
    said = words(shown.select_one(".said"))
    assert "Socialförvaltningen" in said
    assert "tidigare bedömning, förvaltningens förslag" in said
    assert "osäker" in said
    assert "att anlita ordningsvakter <script>." in said


def test_a_document_without_dnr_is_offered_apart(shown: BeautifulSoup) -> None:
    guesses = shown.select_one('section[aria-labelledby="gissning"]')
    assert guesses is not None
    assert [link["href"] for link in guesses.select("a")] == ["/dokument/skannad"]
    assert "6 i arkivet" in words(shown.select_one(".facts"))


@pytest.mark.parametrize("dnr", ["SN-2004-64", "TN-2004-97", "ks-2004-118", "KS-2004-0118", "2004-118"])
def test_any_dnr_of_the_arende_leads_to_its_page(arende: Archive, client: FlaskClient, dnr: str) -> None:
    answer = client.get(f"/arende/exempelstad-kommun/{dnr}")
    assert answer.status_code == 302
    assert answer.headers["Location"] == PAGE


def test_another_way_to_write_the_kommun_leads_there_too(arende: Archive, client: FlaskClient) -> None:
    assert client.get("/arende/Exempelstad/KS-2004-118").headers["Location"] == PAGE


@pytest.mark.parametrize(
    "path",
    [
        "exempelstad-kommun/KS-2004-119",
        "lindasa-kommun/KS-2004-118",
        "x/y",
        "exempelstad-kommun/--2004-1",
        "a/%00-2004-1",
    ],
)
def test_what_is_no_arende_of_the_archive_is_not_found(
    arende: Archive, client: FlaskClient, path: str
) -> None:
    answer = client.get(f"/arende/{path}")
    assert answer.status_code == 404
    assert answer.text == client.get("/arende/exempelstad-kommun/KS-1999-1").text


def test_arenden_that_answer_the_same_remiss_from_outside_lead_to_each_other(
    arende: Archive, client: FlaskClient
) -> None:
    text = client.get("/arende/exempelstad-kommun/VON-2021-119").text
    assert 'href="/arende/exempelstad-kommun/SN-2021-203"' in text
    assert "Andra ärenden om samma remiss utifrån" in text


def test_a_document_tells_its_arende_and_how_many_documents_it_has(
    arende: Archive, client: FlaskClient
) -> None:
    text = client.get("/dokument/sn").text
    assert f'<a href="{PAGE}">KS 2004/118</a> · 6 handlingar' in text
    others = text.split("Fler handlingar i ärendet")[1]
    assert 'href="/dokument/kf"' in others


def test_a_document_without_dnr_is_told_where_it_may_belong(arende: Archive, client: FlaskClient) -> None:
    text = client.get("/dokument/skannad").text
    assert f'<dt>Kan höra till</dt><dd><a href="{PAGE}">KS 2004/118</a>' in text


def test_nothing_of_a_document_becomes_part_of_the_page(arende: Archive, client: FlaskClient) -> None:
    text = client.get(PAGE).text
    assert "<script" not in text
    assert "<b>centrum" not in text
    assert html.escape("Föreningen <Centrum>") in text


def test_each_page_of_the_matters_is_of_one_heading_and_well_formed_lists(shown: BeautifulSoup) -> None:
    assert len(shown.select("h1")) == 1
    for one in shown.select("ul, ol"):
        assert {child.name for child in one.find_all(recursive=False)} <= {"li"}
    ids = [str(tag["id"]) for tag in shown.select("[id]")]
    assert len(ids) == len(set(ids))
