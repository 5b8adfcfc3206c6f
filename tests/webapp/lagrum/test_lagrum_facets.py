"""Acts and provisions as facets of the search page."""

import html
import json
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webapp.addresses import SearchAddress
from webapp.facets import MOST_KEYS, SHOWN, facet_views


def page(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, response.text
    return response.text


def facet(text: str, column: str) -> list[tuple[str, str]]:
    """Label and count of each choice."""
    part = text.split(f'id="facett-{column}"')[1].split("</section>")[0]
    found = re.findall(r'<span>(?:<span class="sign">✓</span> )?([^<]*)</span><span class="n">(\d+)', part)
    return [(html.unescape(label), count) for label, count in found]


@pytest.mark.usefixtures("leaning")
def test_acts_and_provisions_are_counted_in_short_words(client: FlaskClient) -> None:
    text = page(client, "/sok?q=*")
    assert facet(text, "lag") == [
        ("kommunallagen (2017:725)", "28"),
        ("kommunallagen (1991:900)", "1"),
        ("SFS 2099:1", "1"),
        ("dataskyddsförordningen", "1"),
    ]
    assert facet(text, "paragraf")[:2] == [
        ("2 kap. 1\u00a0§ KL", "26"),
        ("2 kap. 1\u00a0§ KL (1991:900)", "1"),
    ]
    assert 'title="2 kap. 1\u00a0§ kommunallagen (2017:725)"' in text


@pytest.mark.usefixtures("leaning")
def test_a_provision_narrows_and_is_taken_away_by_its_chip(client: FlaskClient) -> None:
    text = page(client, "/sok?q=*&lagrum=2017:725%23K2P3")
    assert "1 träff<" in text
    assert "2 kap. 3\u00a0§ kommunallagen (2017:725) <span" in text
    chip = re.search(r'<a class="chip" href="([^"]*)"', text)
    assert chip
    assert html.unescape(chip[1]) == "/sok?q=%2A"


@pytest.mark.usefixtures("leaning")
def test_with_an_act_chosen_only_its_provisions_are_offered(client: FlaskClient) -> None:
    text = page(client, "/sok?q=*&lag=2017:725")
    assert facet(text, "paragraf") == [("2 kap. 1\u00a0§ KL", "26"), ("2 kap. 3\u00a0§ KL", "1")]
    assert ("kommunallagen (1991:900)", "1") in facet(text, "lag")


@pytest.mark.usefixtures("leaning")
def test_what_is_chosen_is_always_shown_and_can_be_taken_away(client: FlaskClient) -> None:
    text = page(client, "/sok?q=*&lag=2017:725&lagrum=1991:900%23K2P1")
    assert ("2 kap. 1\u00a0§ KL (1991:900)", "0") in facet(text, "paragraf")


def test_thousands_of_provisions_are_bounded_with_a_way_to_all(app: Flask) -> None:
    counts = {"paragraf": [(f"2017:725#K{n // 50 + 1}P{n % 50 + 1}", 1 + n // 1990) for n in range(2000)]}
    with app.test_request_context():
        (view,) = facet_views(counts, SearchAddress("x", (("paragraf", ("2017:725#K30P2",)),)))
        (of_act,) = [
            one
            for one in facet_views(counts, SearchAddress("x", (("lag", ("2017:725",)),)))
            if one.column != "lag"
        ]
    assert len(view.shown) == SHOWN + 1
    assert len(view.shown) + len(view.folded) == MOST_KEYS + 1
    assert [value.label for value in view.shown if value.chosen] == ["30 kap. 2\u00a0§ KL"]
    assert [value.label for value in view.folded[2:4]] == ["1 kap. 1\u00a0§ KL", "1 kap. 2\u00a0§ KL"]
    assert len(of_act.shown) + len(of_act.folded) == MOST_KEYS


def test_of_many_provisions_with_as_many_hits_the_first_in_their_act_are_shown(app: Flask) -> None:
    counts = {"paragraf": [(f"2017:725#K1P{n}", 2 + (n % 3 == 0)) for n in range(400, 0, -1)]}
    with app.test_request_context():
        (view,) = facet_views(counts, SearchAddress("x"))
    expected = sorted(range(3, 401, 3))[:MOST_KEYS]
    assert [value.label for value in (*view.shown, *view.folded)] == [
        f"1 kap. {number}\u00a0§ KL" for number in expected
    ]


@pytest.mark.usefixtures("leaning")
def test_the_facet_leads_to_the_page_of_what_was_chosen(client: FlaskClient) -> None:
    for more, address, label in (
        ("", "/lagrum", "Alla lagrum"),
        ("&lag=2017:725", "/lagrum/2017:725", "Sidan för kommunallagen (2017:725)"),
        ("&lag=2017:725&lagrum=2017:725%23K2P1", "/lagrum/2017:725%23K2P1", "Sidan för 2 kap. 1\u00a0§ KL"),
    ):
        assert f'<a href="{address}">{label} →</a>' in page(client, f"/sok?q=*{more}")


@pytest.mark.usefixtures("leaning")
def test_a_saved_search_and_an_export_tell_the_lagrum_in_words(client: FlaskClient) -> None:
    text = page(client, "/sok?q=*&lagrum=2017:725%23K2P3")
    assert 'value="* · Lagrum: 2 kap. 3\u00a0§ kommunallagen (2017:725)"' in text
    exported = json.loads(client.get("/export?format=json&q=*&lagrum=2017:725%23K2P3").data)
    assert exported["filters"] == "Lagrum: 2 kap. 3\u00a0§ kommunallagen (2017:725)"
    assert exported["total"] == 1


@pytest.mark.parametrize("value", ["<script>", "2017:725%23%22%3E", "%00", "a" * 500, "..%2F..%2F"])
def test_a_hostile_value_is_no_filter(client: FlaskClient, value: str) -> None:
    text = page(client, f"/sok?q=*&lag={value}&lagrum={value}")
    assert "33 träffar" in text
    assert "<script>" not in text


@pytest.mark.usefixtures("leaning")
def test_provisions_of_hidden_documents_are_never_counted(client: FlaskClient) -> None:
    text = page(client, "/sok?q=*")
    assert "1998:808" not in text
    assert "0 träffar" in page(client, "/sok?q=*&lag=1998:808")


@pytest.mark.usefixtures("leaning")
@pytest.mark.parametrize(
    ("search", "labels"),
    [
        ("q=2 kap. 1 § KL", ["2 kap. 1\u00a0§ KL"]),
        ('q=rådgivning lag:"2 kap. 3 § KL"', ["2 kap. 3\u00a0§ KL"]),
        ("q=*&lagrum=1991:900%23K2P1", ["2 kap. 1\u00a0§ KL (1991:900)"]),
        ("q=rådgivning", []),
        ('q=rådgivning INTE lag:"2 kap. 3 § KL"', []),
        ('q=lag:"2 kap. 1–8 §§ KL"', []),
    ],
)
def test_a_search_for_a_lagrum_leads_to_its_page(client: FlaskClient, search: str, labels: list[str]) -> None:
    found = re.findall(r'<a class="lagrum-page"[^>]*>Sidan för ([^<]*)</a>', page(client, f"/sok?{search}"))
    assert [html.unescape(label) for label in found] == labels
