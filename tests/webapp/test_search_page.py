"""What a handläggare sees and can do on the search page."""

import html
import re

import pytest
from flask.testing import FlaskClient

from remissarkiv.bootstrap import Archive


def page(client: FlaskClient, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, response.text
    return response.text


def links(text: str) -> list[str]:
    return [html.unescape(link) for link in re.findall(r'href="([^"]*)"', text)]


def test_the_first_page_tells_how_much_there_is_and_what_can_be_asked(client: FlaskClient) -> None:
    text = page(client, "/")
    assert "33 dokument" in text
    assert "juridisk rådgivning" in text
    assert re.search(r"/sok\?q=(KS\+2025%2F448|SOF\+2025%2F424)", text)
    assert 'aria-label="2025: 2 träffar"' in text


def test_hits_show_kind_namnd_date_dnr_and_marked_words(client: FlaskClient) -> None:
    text = page(client, "/sok?q=juridisk+rådgivning")
    assert "2 träffar" in text
    assert "Tjänsteutlåtande" in text
    assert "Socialnämnden" in text
    assert "21 augusti 2025" in text
    assert "SOF 2025/424" in text
    assert re.search(r"<mark[^>]*>rådgivning</mark>", text)


def test_damaged_text_says_so_in_the_snippet_and_below_it(client: FlaskClient) -> None:
    text = page(client, "/sok?q=juridisk&typ=tjänsteutlåtande")
    assert 'class="fixed" title="OCR-tolkad text' in text
    assert "Textkvalitet 87\u00a0%</a>: läst av ett program utan svenska" in text


def test_a_facet_narrows_and_tells_what_its_other_values_would_give(client: FlaskClient) -> None:
    text = page(client, "/sok?q=motion")
    motion = next(link for link in links(text) if "typ=motion" in link and link.startswith("/sok"))
    narrowed = page(client, motion)
    assert "1 träff" in narrowed
    assert "ta bort filtret" in narrowed
    assert re.search(r"Remissvar</span><span class=\"n\">30<", narrowed)


def test_every_filter_can_be_taken_away_again(client: FlaskClient) -> None:
    text = page(client, "/sok?q=motion&typ=motion&namnd=Kommunfullmäktige&ar=2025")
    for gone in (
        "/sok?q=motion&namnd=Kommunfullm%C3%A4ktige&ar=2025",
        "/sok?q=motion&typ=motion&ar=2025",
        "/sok?q=motion&typ=motion&namnd=Kommunfullm%C3%A4ktige",
    ):
        assert gone in links(text)


def test_paging_shows_every_hit_once_in_order(client: FlaskClient) -> None:
    first = page(client, "/sok?q=medborgarkontor&sortera=datum")
    second = page(client, "/sok?q=medborgarkontor&sortera=datum&sida=2")
    found = [re.findall(r"/dokument/(svar\d\d)", text) for text in (first, second)]
    assert [len(ids) for ids in found] == [20, 10]
    assert len({*found[0], *found[1]}) == 30
    assert 'aria-current="page" aria-label="Sida 2"' in second
    assert 'start="21"' in second


def test_a_page_beyond_the_last_leads_to_the_last(client: FlaskClient) -> None:
    response = client.get("/sok?q=medborgarkontor&sida=99")
    assert response.status_code == 302
    assert response.location.endswith("/sok?q=medborgarkontor&sida=2")


def test_no_hits_says_what_helps_and_offers_the_search_without_filters(client: FlaskClient) -> None:
    text = page(client, "/sok?q=xyzzyplugh")
    assert "Inga träffar" in text
    assert "ELLER" in text
    filtered = page(client, "/sok?q=juridisk&typ=dom")
    assert "Sök utan filter" in filtered
    assert "/sok?q=juridisk" in links(filtered)


@pytest.mark.parametrize(
    ("query", "helps", "useless"),
    [
        ("q=KS+1913/777", ("dnr:388", "dnr:KS 2013"), ("Ta bort ett ord", "rådgiv*", "lag:KL")),
        ("q=lag:9:99+miljöbalken", ("lag:KL", 'href="/lagrum"'), ("Ta bort ett ord", "rådgiv*", "dnr:388")),
        ("q=xyzzyplugh+lag:KL", ("Ta bort ett ord", "lag:KL"), ()),
    ],
)
def test_no_hits_gives_advice_that_suits_what_was_asked(
    client: FlaskClient, query: str, helps: tuple[str, ...], useless: tuple[str, ...]
) -> None:
    text = page(client, f"/sok?{query}")
    advice = text[text.index("Inga träffar</h2>") :]
    assert all(piece in advice for piece in helps)
    assert not [piece for piece in useless if piece in advice]


def test_a_misspelt_word_gets_a_link_to_the_right_one_and_nothing_is_replaced(client: FlaskClient) -> None:
    text = page(client, "/sok?q=medborgarkontro&typ=remissvar&sortera=datum")
    assert "Inga träffar" in text
    better = next(link for link in links(text) if "q=medborgarkontor&" in link)
    assert "typ=remissvar" in better
    assert 'Menade du <a href="/sok?q=medborgarkontor' in text
    assert "30 träffar" in page(client, better)
    assert "Menade du" not in page(client, better)
    assert "Menade du" not in page(client, "/sok?q=medborgarkontro&typ=dom")


def test_the_page_says_in_plain_swedish_what_was_searched(client: FlaskClient) -> None:
    text = page(client, "/sok?q=radgivning")
    assert "<b>rådgivning (skrivet radgivning)</b>" in text
    assert "i alla böjningar, också som del av sammansatta ord" in text
    assert "även felläst" not in text
    text = page(client, '/sok?q=rådgivning+"juridisk+rådgivning"+motion')
    assert text.count("i alla böjningar") == 1
    assert text.count("precis så, utan böjningar") == 1
    assert "även felläst i skannade sidor" in page(client, "/sok?q=Hjernstr%C3%B6m")


def test_a_word_of_a_closed_collection_is_never_suggested(archive: Archive, client: FlaskClient) -> None:
    insider = archive.searcher.search("Säkerhetnämnden", archive.operator_access())
    assert insider.suggestion is None  # the name stands in a column, not in a text
    insider = archive.searcher.search("hemilg", archive.operator_access())
    assert insider.suggestion == "hemlig"
    text = page(client, "/sok?q=hemilg")
    assert "Menade du" not in text
    assert ">hemlig<" not in text


def test_a_query_that_is_not_whole_gives_a_hint_never_an_error(client: FlaskClient) -> None:
    for query in (
        '"juridisk',
        "((((",
        "OCH OCH",
        "typ:",
        'dnr:"',
        "lag:xyz",
        "år:9-1",
        "*",
        "-",
        "\\",
        "%00",
    ):
        assert client.get("/sok", query_string={"q": query}).status_code == 200, query
    assert 'class="hints"' in page(client, "/sok?q=%22juridisk")


def test_without_a_search_the_address_leads_to_the_beginning(client: FlaskClient) -> None:
    assert client.get("/sok").location == "/"
    assert client.get("/sok?q=+").location == "/"


def test_filters_alone_are_a_search(client: FlaskClient) -> None:
    assert "30 träffar" in page(client, "/sok?typ=remissvar")


def test_years_may_be_asked_for_as_a_span(client: FlaskClient) -> None:
    text = page(client, "/sok?q=medborgarkontor&fran=2009&till=2010")
    assert "6 träffar" in text
    assert "valt: 2009–2010" in text


def test_nothing_in_a_document_or_a_query_becomes_markup(client: FlaskClient) -> None:
    for address in (
        "/sok?q=*&typ=yttrande",
        "/dokument/hostile?q=rådgivning",
        "/dokument/hostile?lasning=original",
    ):
        text = page(client, address)
        assert "<script>" not in text
        assert "<img" not in text
        assert "<b>&#34;" not in text
    text = page(client, '/sok?q="><script>alert(1)</script>&typ=<b>&namnd=<u>&sortera=<i>')
    assert "<script>" not in text
    assert "<u>" not in text


def test_a_long_query_is_answered(client: FlaskClient) -> None:
    assert client.get("/sok", query_string={"q": "rådgivning " * 3000}).status_code == 200


def test_a_recognised_dnr_says_so_and_can_be_searched_as_words(client: FlaskClient) -> None:
    text = page(client, "/sok?q=Dnr+KS2025/448-3")
    assert "Dnr: <b>KS 2025/448</b>" in text
    (words,) = [link for link in links(text) if "%22Dnr+KS2025%2F448-3%22" in link]
    assert "sök som ord" in text
    assert "Fras: <b>" in page(client, words)
    assert "sök som ord" not in page(client, "/sok?q=dnr:KS+2025/448")


@pytest.mark.usefixtures("leaning")
def test_what_is_offered_beside_a_lagrum_is_a_link_with_its_count(client: FlaskClient) -> None:
    text = page(client, "/sok?q=lag:2:1+KL")
    assert re.search(r"Lagrum: <b>2.kap\. 1.§ kommunallagen \(2017:725\)</b>", text)
    offer = re.search(r'<a href="([^"]+)">Även äldre motsvarighet: ([^<]+)</a> \((\d+) till\)', text)
    assert offer is not None
    assert "kommunallagen (1991:900)" in offer[2]
    total, wider = (_total(page(client, link)) for link in ("/sok?q=lag:2:1+KL", html.unescape(offer[1])))
    assert wider == total + int(offer[3]) > total


def _total(text: str) -> int:
    found = re.search(r'role="status">(\d+) träff', text)
    assert found is not None
    return int(found[1])


@pytest.mark.usefixtures("leaning")
def test_a_query_in_an_offer_is_escaped(client: FlaskClient) -> None:
    text = page(client, "/sok?q=%3Cb%3Ex%3C/b%3E+ELLER+lag:2:1+KL")
    assert "<b>x</b>" not in text
    assert "Även äldre motsvarighet" in text
