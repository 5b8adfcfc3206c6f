"""The pages of the principles, and the assessments on the page of a lagrum."""

import html
import re

import pytest
from flask.testing import FlaskClient

from remissarkiv.assessments import PRINCIPLES

pytestmark = pytest.mark.usefixtures("concluding")


def page(client: FlaskClient, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, response.text
    return response.text


def words(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def links(text: str) -> list[str]:
    return [html.unescape(link) for link in re.findall(r'href="([^"]*)"', text)]


def test_every_principle_is_listed_with_how_often_it_was_used(client: FlaskClient) -> None:
    text = page(client, "/princip")
    assert "Annans ansvar: staten 1 dokument" in words(text)
    assert "Understöd åt enskild –" in words(text)
    for facts in PRINCIPLES:
        assert f"/princip/{facts.slug}" in links(text)


@pytest.mark.parametrize("slug", [facts.slug for facts in PRINCIPLES])
def test_every_principle_has_its_page_and_its_lagrum_have_theirs(client: FlaskClient, slug: str) -> None:
    text = page(client, f"/princip/{slug}")
    lagrum = [link for link in links(text) if link.startswith("/lagrum/")]
    assert lagrum
    for link in lagrum:
        page(client, link)


def test_a_principle_shows_how_the_archive_used_it(client: FlaskClient) -> None:
    text = page(client, "/princip/statens-ansvar")
    told = words(text)
    assert "1 dokument bedömer något med den här principen som grund" in told
    assert "✕ inte förenligt 1 dokument" in told
    assert "✓ förenligt" not in told, "that assessment rests on no principle"
    assert "Svar på remiss om ett rådgivningscenter" in told
    assert "Socialförvaltningen tidigare bedömning, förvaltningens förslag" in told
    assert "ta med 1 där bedömningen är osäker" in told
    assert "Hemlig" not in told
    search = next(link for link in links(text) if "kompetens" in link)
    assert "1 träff" in words(page(client, search))
    unsure = next(link for link in links(text) if "%3F" in link)
    assert "2 träffar" in words(page(client, unsure))


def test_a_principle_that_only_hidden_documents_use_is_one_that_nobody_uses(client: FlaskClient) -> None:
    told = words(page(client, "/princip/understod-at-enskild"))
    assert "Ingen handling i arkivet har en säker bedömning som vilar på principen." in told


def test_the_principle_of_equal_treatment_says_that_it_limits_how(client: FlaskClient) -> None:
    assert "Begränsar hur kommunen får göra något" in words(page(client, "/princip/likstallighet"))
    assert "Begränsar om kommunen får göra något" in words(page(client, "/princip/anknytning"))


@pytest.mark.parametrize("slug", ["finns-inte", "<script>", "%2e%2e", "statens-ansvar%00"])
def test_what_is_no_principle_is_not_found(client: FlaskClient, slug: str) -> None:
    assert "<script>" not in page(client, f"/princip/{slug}", 404)


def test_the_page_of_a_lagrum_tells_what_rests_on_it(client: FlaskClient) -> None:
    text = page(client, "/lagrum/2017:725%23K2P2")
    told = words(text)
    assert "Bedömningar som vilar på lagrummet" in told
    assert "✕ inte förenligt 1 dokument" in told
    assert "Förvaltningen bedömer därför" in told
    search = next(link for link in links(text) if "grund" in link and "kompetens" in link)
    assert "1 träff" in words(page(client, search))
    chapter = words(page(client, "/lagrum/2017:725%23K2"))
    assert "Bedömningar som vilar på lagrummet" in chapter


def test_a_lagrum_on_which_only_unsure_assessments_rest_tells_of_them(client: FlaskClient) -> None:
    text = page(client, "/lagrum/2017:725%23K2P7")
    assert "Bedömningar som vilar på lagrummet Ingen är säker. Visa 1 osäker" in words(text)
    unsure = next(link for link in links(text) if "%3F" in link)
    assert "1 träff" in words(page(client, unsure))


def test_a_lagrum_that_only_a_hidden_assessment_rests_on_tells_of_none(client: FlaskClient) -> None:
    assert "Bedömningar som vilar" not in page(client, "/lagrum/2017:725%23K2P9")
