"""All that the archive cites, and the way from a typed citation to its page."""

import html
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from markupsafe import escape

from webapp.lagrum.index import FIRST, PER_PAGE, group, groups

pytestmark = pytest.mark.usefixtures("leaning")


def page(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, response.text
    return response.text


def test_acts_are_listed_by_how_many_documents_cite_them(client: FlaskClient) -> None:
    text = page(client, "/lagrum")
    acts = text.split("Lagar och förordningar</h2>")[1].split("</section>")[0]
    found = re.findall(r'href="/lagrum/([^"]*)">.*?class="n">(\d+)', acts)
    assert found == [("2017:725", "28"), ("1991:900", "1"), ("2099:1", "1")]
    assert "gällde 1992–2017" in acts
    assert "okänd lag" in acts


def test_prints_cases_and_eu_acts_have_lists_of_their_own(client: FlaskClient) -> None:
    text = page(client, "/lagrum")
    for heading, address in (
        ("Förarbeten", "/lagrum/prop/2016/17:171"),
        ("Rättsfall och myndighetsbeslut", "/lagrum/dom/ra/1993:32"),
        ("EU-rätt och konventioner", "/lagrum/ext/celex/32016R0679"),
    ):
        assert f'href="{address}"' in text.split(f"{heading}</h2>")[1].split("</section>")[0]


@pytest.mark.parametrize(
    ("typed", "location"),
    [
        ("2 kap. 1 § kommunallagen (2017:725)", "/lagrum/2017:725%23K2P1"),
        ("2 kap 1 § KL", "/lagrum/2017:725%23K2P1"),
        ("kommunallagen", "/lagrum/2017:725"),
        ("2009:47", "/lagrum/2009:47"),
        ("2017:725#K2", "/lagrum/2017:725%23K2"),
        ("prop. 2016/17:171", "/lagrum/prop/2016/17:171"),
        ("komunallagen 2:1", "/lagrum/2017:725%23K2P1"),
        ("kl", "/lagrum/2017:725"),
        ("sol", "/lagrum/2025:400"),
        ("kommunallag", "/lagrum/2017:725"),
        ("gamla KL", "/lagrum/1991:900"),
        ("KL § 2:1", "/lagrum/2017:725%23K2P1"),
        ("med stöd av 2:1 KL", "/lagrum/2017:725%23K2P1"),
        ("https://lagen.nu/2017:725#K2P1", "/lagrum/2017:725%23K2P1"),
        ("KL\u00a0２:１", "/lagrum/2017:725%23K2P1"),
        ("lagen (2009:47) om vissa kommunala befogenheter", "/lagrum/2009:47"),
    ],
)
def test_a_typed_citation_leads_to_its_page(client: FlaskClient, typed: str, location: str) -> None:
    response = client.get("/lagrum", query_string={"q": typed})
    assert (response.status_code, response.location) == (302, location)


def test_several_provisions_are_offered_one_by_one(client: FlaskClient) -> None:
    text = html.unescape(client.get("/lagrum", query_string={"q": "2 kap. 1-3 §§ KL"}).text)
    assert "Det är flera lagrum" in text
    for number, count in ((1, 26), (2, 0), (3, 1)):
        link = f'<a href="/lagrum/2017:725%23K2P{number}">2 kap. {number}\u00a0§ kommunallagen (2017:725)</a>'
        assert f'{link} <span class="n">{count}</span>' in text


def test_a_section_without_its_act_is_asked_whose_it_is(client: FlaskClient) -> None:
    text = client.get("/lagrum", query_string={"q": "2 kap 1 §"}).text
    assert "Vilken lag menas?" in text
    assert "söks som ord" not in text


def test_words_beside_the_lagrum_are_told_and_the_lagrum_is_a_step_away(client: FlaskClient) -> None:
    text = html.unescape(client.get("/lagrum", query_string={"q": "KL 2:1 rådgivning"}).text)
    assert "Allt gick inte att läsa som lagrum." in text
    assert '<a href="/lagrum/2017:725%23K2P1">' in text.split("Det är ett lagrum</h2>")[1]


@pytest.mark.parametrize("typed", ["blandat annat", '"><script>alert(1)</script>', "§ " * 100, "((((", "%00"])
def test_what_is_no_citation_gets_one_sentence_and_stays_in_the_box(client: FlaskClient, typed: str) -> None:
    response = client.get("/lagrum", query_string={"q": typed})
    assert response.status_code == 200
    assert response.text.count("Det gick inte att känna igen som ett lagrum.") == 1
    assert "<script" not in response.text
    assert f'value="{escape(typed.strip())}"' in response.text


def test_a_group_with_many_is_read_page_by_page(app: Flask) -> None:
    counts = {f"20{number // 100:02}:{number % 100 + 1}": 1 + number % 7 for number in range(250)}
    counts |= {f"{key}#P1": 1 for key in counts}
    with app.test_request_context():
        (first,) = groups(counts)
        pages = [group(counts, "lagar", offset=at, limit=PER_PAGE).keys for at in range(0, 250, PER_PAGE)]
    assert (len(first.keys), first.total) == (FIRST, 250)
    assert [len(keys) for keys in pages] == [100, 100, 50]
    assert len({one.label for keys in pages for one in keys}) == 250


def test_a_page_beyond_the_last_of_a_group_leads_to_the_last(client: FlaskClient) -> None:
    assert "kommunallagen (2017:725)" in page(client, "/lagrum?grupp=lagar")
    response = client.get("/lagrum?grupp=lagar&sida=7")
    assert (response.status_code, response.location) == (302, "/lagrum?grupp=lagar&sida=1")
    assert "Förarbeten" in page(client, "/lagrum?grupp=<script>")


def test_the_head_of_every_page_leads_there(client: FlaskClient) -> None:
    for address in ("/", "/sparade", "/status"):
        assert '<a href="/lagrum">Lagrum</a>' in page(client, address)
    assert '<a href="/lagrum" aria-current="page">Lagrum</a>' in page(client, "/lagrum")
