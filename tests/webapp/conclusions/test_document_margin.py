"""The margin of a document's page: what it concludes, each with its sentence, and the sentence in place."""

import html
import re

import pytest
from flask.testing import FlaskClient

from remissarkiv.bootstrap import Archive

pytestmark = pytest.mark.usefixtures("concluding")


def page(client: FlaskClient, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, response.text
    return response.text


def words(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def margin(text: str) -> str:
    found = re.search(r'<section class="concluded".*?</section>', text, re.S)
    assert found is not None
    return found[0]


def test_an_assessment_has_verdict_subject_sentence_who_role_and_grounds(client: FlaskClient) -> None:
    shown = margin(page(client, "/dokument/bedomt"))
    told = words(shown)
    assert "✕ inte förenligt : juridisk rådgivning till enskilda" in told
    assert "Socialförvaltningen tidigare bedömning, förvaltningens förslag" in told
    assert "Förvaltningen bedömer därför att juridisk rådgivning till enskilda, enligt 2 kap. 2 §" in told
    assert 'href="/lagrum/2017:725%23K2P2"' in shown
    assert 'href="/princip/statens-ansvar"' in shown
    assert "godkänner som svar" in told
    assert "förslag till nämndens beslut" in told
    assert "Delar syftet" in told


def test_positions_tell_a_yrkande_from_what_a_body_decided(client: FlaskClient) -> None:
    told = words(margin(page(client, "/dokument/nekat")))
    assert "✕ avstyrker Kulturnämnden nämndens beslut" in told
    assert "✓ tillstyrker Anna Ek (S) yrkande" in told
    assert "✕ avslag Kommunfullmäktige fullmäktiges beslut" in told
    assert "Delar syftet" not in told


def test_what_is_unsure_says_so_and_text_is_escaped(client: FlaskClient) -> None:
    shown = margin(page(client, "/dokument/osakert"))
    assert "inte förenligt osäker : <i>rådgivning</i>" in words(shown)
    assert "<i>" not in shown
    assert "faller <b>utanför</b>" in words(shown)
    assert "<b>utanför" not in shown


def test_a_document_that_concludes_nothing_has_no_such_margin(client: FlaskClient) -> None:
    assert "Vad dokumentet kommer fram till" not in page(client, "/dokument/motion")


def test_the_sentence_is_framed_in_the_text_and_keeps_links_and_marks(
    client: FlaskClient, concluding: Archive
) -> None:
    shown = margin(page(client, "/dokument/bedomt?q=rådgivning&traff=1"))
    href = html.unescape(re.findall(r'<a class="in-place" href="([^"]*)"', shown)[0])
    assert href.endswith("#visad")
    assert "q=r%C3%A5dgivning" in href
    text = page(client, href.removesuffix("#visad"))
    (framed,) = re.findall(r'<span class="shown" id="visad">(.*?)</span>', text, re.S)
    assert words(framed).startswith("Förvaltningen bedömer därför")
    assert words(framed).endswith("kommunala kompetensen.")
    assert '<a href="/lagrum/2017:725%23K2P2">' in framed
    assert "<mark>" in framed
    assert text.count('id="visad"') == 1


@pytest.mark.parametrize(
    "place",
    [
        "",
        "x",
        "5",
        "9-5",
        "0-0",
        "0-999999",
        "-1-5",
        "0-5-9",
        "0-5<script>",
        "٠-٥",
        "0-1e3",
        "999999999999-9",
    ],
)
def test_a_place_that_is_none_frames_nothing(client: FlaskClient, place: str) -> None:
    text = page(client, f"/dokument/bedomt?visa={place}")
    assert 'id="visad"' not in text
    assert "<script>" not in text


def test_a_place_over_several_paragraphs_has_one_anchor(client: FlaskClient) -> None:
    text = page(client, "/dokument/bedomt?visa=0-300")
    assert text.count('id="visad"') == 1
    assert text.count('class="shown"') > 1


def test_a_hidden_document_is_not_there_whatever_place_is_asked_for(client: FlaskClient) -> None:
    page(client, "/dokument/gomt?visa=0-10", 404)
