"""The page of a lagrum: who leans on it, with which words, and what was there before it."""

import html
import re

import pytest
from flask.testing import FlaskClient

from remissarkiv.acts import Known
from remissarkiv.bootstrap import Archive
from webapp.lagrum.act_facts import EXPLAINED, UNKNOWN

pytestmark = pytest.mark.usefixtures("leaning")

KL = "/lagrum/2017:725%23K2P1"


def page(client: FlaskClient, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, response.text
    return response.text


def links(text: str) -> list[str]:
    return [html.unescape(link) for link in re.findall(r'href="([^"]*)"', text)]


def documents(text: str) -> list[str]:
    return re.findall(r'href="/dokument/(\w+)', text)


def test_it_says_what_it_is_and_where_the_law_can_be_read(client: FlaskClient) -> None:
    text = page(client, KL)
    assert "<h1>2 kap. 1\u00a0§ kommunallagen (2017:725)</h1>" in text
    outward = [link for link in links(text) if not link.startswith(("/", "#"))]
    assert outward == ["https://lagen.nu/2017:725#K2P1"]
    assert 'rel="noopener noreferrer"' in text
    assert "sedan 1 januari 2018" in text


def test_documents_stand_under_their_year_the_newest_first_undated_last(client: FlaskClient) -> None:
    first, second = page(client, KL), page(client, f"{KL}?sida=2")
    # The document of the small archive itself is of 2025.
    assert re.findall(r'class="year">([^<]*)', first) == ["2025", "2021", "2020", "2019", "2018"]
    assert re.findall(r'class="year">([^<]*)', second) == ["2018", "Utan datum"]
    shown = documents(first.split("Äldre motsvarighet</h2>")[0]) + documents(
        second.split("Äldre motsvarighet</h2>")[0]
    )
    assert len(shown) == len(set(shown)) == 26
    assert shown[-1] == "odaterad"


def test_the_sentence_that_cites_is_shown_with_the_citation_marked(client: FlaskClient) -> None:
    text = page(client, KL)
    assert "Enligt <mark>2 kap. 1 § kommunallagen (2017:725)</mark> får kommunen ta hand om det." in text


def test_a_document_opens_with_its_citations_marked_and_the_way_to_the_next(client: FlaskClient) -> None:
    address = next(link for link in links(page(client, KL)) if link.startswith("/dokument/lutar23"))
    text = page(client, address)
    assert "<mark>2 kap. 1 § kommunallagen (2017:725)</mark>" in text
    assert re.search(r"träff \d av 26", text)


def test_years_are_bars_that_narrow_the_page(client: FlaskClient) -> None:
    text = page(client, KL)
    assert 'aria-label="2019: 6 dokument"' in text
    assert f"{KL}?ar=2019" in links(text)
    narrowed = page(client, f"{KL}?ar=2019")
    assert "6 av 26 dokument som hänvisar hit" in narrowed
    assert 'aria-label="2021: 6 dokument"' in narrowed
    assert f"{KL}?" in links(narrowed)
    assert "Inget dokument från de valda åren" in page(client, f"{KL}?ar=1950")


def test_the_act_and_the_chapter_count_what_cites_their_paragraphs(client: FlaskClient) -> None:
    chapter = page(client, "/lagrum/2017:725%23K2")
    assert "27 dokument hänvisar hit" in chapter
    found = chapter.split("Närmare hänvisningar</h2>")[1]
    assert re.findall(r">(\d+)\u00a0§</a> <span class=\"n\">(\d+)", found) == []
    assert re.findall(r"(\d kap\. \d+\u00a0§)</a> <span class=\"n\">(\d+)", found) == [
        ("2 kap. 1\u00a0§", "26"),
        ("2 kap. 3\u00a0§", "1"),
    ]
    act = page(client, "/lagrum/2017:725")
    assert "28 dokument hänvisar hit" in act
    assert re.findall(r'title="(\d+ kap\.) kommunallagen \(2017:725\)">', act) == ["2 kap.", "10 kap."]
    assert "Oftast hänvisade paragrafer" in act


def test_the_way_to_the_chapter_the_act_and_all_lagrum_stands_above(client: FlaskClient) -> None:
    above = page(client, "/lagrum/1991:900%23K2P1S1").split("<h1>")[0]
    for address in ("/lagrum", "/lagrum/1991:900", "/lagrum/1991:900%23K2", "/lagrum/1991:900%23K2P1"):
        assert address in links(above)


def test_older_counterparts_stand_apart_with_their_source_and_their_own_documents(
    client: FlaskClient,
) -> None:
    own, older = page(client, KL).split("Äldre motsvarighet</h2>")
    assert "gammal" not in documents(own)
    assert "gammal" in documents(older)
    assert "2 kap. 1\u00a0§ kommunallagen (1991:900)" in older
    assert "enligt prop. 2016/17:171 · 1 dokument" in older
    assert "/lagrum/1991:900%23K2P1" in links(older)
    assert "<mark>2 kap. 1 § första stycket</mark>" in older
    assert "26 dokument hänvisar hit" in own


def test_from_the_old_provision_the_page_leads_on_to_the_new_one(client: FlaskClient) -> None:
    # A stycke is told of by its §.
    for address in ("/lagrum/1991:900%23K2P1", "/lagrum/1991:900%23K2P1S1"):
        newer = page(client, address).split("Nyare motsvarighet</h2>")[1]
        assert KL in links(newer)
        assert "/lagrum/2017:725%23K2P2" in links(newer)


def test_an_act_names_what_came_before_and_after_it(client: FlaskClient) -> None:
    text = page(client, "/lagrum/1991:900")
    assert '<dt>Ersatte</dt><dd><a href="/lagrum/1977:179">' in text
    assert '<dt>Ersatt av</dt><dd><a href="/lagrum/2017:725">' in text
    assert "1 januari 1992 – 31 december 2017" in text


def test_an_unsure_citation_says_so_and_a_sure_one_does_not(client: FlaskClient) -> None:
    assert "osäkert vilken lag" in page(client, "/lagrum/2017:725%23K2P3")
    assert "osäkert vilken lag" not in page(client, "/lagrum/2099:1")


def test_an_unknown_act_says_so_and_lists_who_cites_it(client: FlaskClient) -> None:
    for address in ("/lagrum/2099:1", "/lagrum/2099:1%23P5"):
        text = page(client, address)
        assert "Okänd lag" in text
        assert "okand" in documents(text)


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("prop/2016/17:171%23sid45", "prop. 2016/17:171 s. 45"),
        ("prop/2016/17:171", "prop. 2016/17:171"),
        ("ext/celex/32016R0679%236", "art. 6 dataskyddsförordningen"),
        ("dom/ra/1993:32", "RÅ 1993 ref. 32"),
        ("mot/2010/11:K5", "mot. 2010/11:K5"),
    ],
)
def test_prints_eu_acts_and_cases_have_pages_too(client: FlaskClient, key: str, label: str) -> None:
    text = page(client, f"/lagrum/{key}")
    assert f"<h1>{label}</h1>" in text
    assert documents(text) == ["annat"]
    assert "1 dokument hänvisar hit" in text
    assert "<mark>" in text


def test_whatever_may_be_doubtful_of_a_key_has_words() -> None:
    assert set(UNKNOWN) == set(EXPLAINED) == set(Known) - {Known.YES}


def test_what_nobody_cites_says_so(client: FlaskClient) -> None:
    for key in ("2017:725%23K2P99", "2010:900%23K1P1", "prop/1905:1", "1736:0123_2%23K18P9"):
        assert "Ingen handling i arkivet hänvisar hit." in page(client, f"/lagrum/{key}")


def test_what_only_hidden_documents_cite_looks_as_if_nobody_did(
    client: FlaskClient, archive: Archive
) -> None:
    assert archive.search('lag:"1998:808#K2P3"', access=archive.operator_access()).total == 1
    hidden = page(client, "/lagrum/1998:808%23K2P3")
    absent = page(client, "/lagrum/1998:808%23K2P4")
    assert hidden.replace("2 kap. 3", "2 kap. 4").replace("K2P3", "K2P4") == absent
    for address in (KL, "/lagrum/2017:725", "/lagrum/1998:808", "/lagrum", "/lagrum?grupp=lagar"):
        text = page(client, address)
        for trace in ("Sekretess", "dold", "2003", "miljöbalken (1998:808)</a>", "27 dokument hänvisar hit"):
            assert trace not in text, (address, trace)


@pytest.mark.parametrize(
    "address",
    [
        "/lagrum/xyz",
        "/lagrum/2017:725%23",
        "/lagrum/2017:725%23K2P1%22onload=",
        "/lagrum/%3Cscript%3E",
        "/lagrum/..%2Fetc",
        "/lagrum/" + "1" * 500,
        "/lagrum/dom/" + "a" * 200,
        "/lagrum/2017:725%00",
        "/lagrum/javascript:alert(1)",
    ],
)
def test_what_is_no_key_is_not_found_and_not_repeated(client: FlaskClient, address: str) -> None:
    text = page(client, address, 404)
    assert "Adressen är inget lagrum" in text
    assert "script" not in text


def test_whatever_else_the_address_says_is_read_leniently(client: FlaskClient) -> None:
    for parameters in ("ar=<b>&sida=-3", "sida=9" * 40, "ar=9999999", "lag=<script>&q=%22", "kopior=alla"):
        assert "<script" not in page(client, f"{KL}?{parameters}")
    beyond = client.get(f"{KL}?sida=99")
    assert beyond.status_code == 302
    assert beyond.location == f"{KL}?sida=2"


def test_nothing_in_a_title_becomes_markup(client: FlaskClient) -> None:
    text = page(client, KL)
    assert "Om &lt;b&gt;lagrum&lt;/b&gt;" in text
    assert "<b>lagrum" not in text


def test_the_documents_can_be_searched_among(client: FlaskClient) -> None:
    address = next(link for link in links(page(client, KL)) if link.startswith("/sok?q=lag"))
    assert "26 träffar" in page(client, address)
