"""The page of one document."""

from flask.testing import FlaskClient


def page(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, response.text
    return response.text


def test_sections_pages_and_lists_of_the_text_are_there(client: FlaskClient) -> None:
    text = page(client, "/dokument/utlatande")
    assert '<h2 id="avsnitt-3">Forvaltningens synpunkter och forslag</h2>' in text
    assert '<a href="#avsnitt-3">Synpunkter och förslag</a>' in text
    assert '<p class="page" id="sida-2">Sida 2</p>' in text
    assert '<p role="listitem">» Stadsledningskontoret\n</p>' in text


def test_words_of_the_search_are_marked_and_the_first_can_be_jumped_to(client: FlaskClient) -> None:
    text = page(client, "/dokument/utlatande?q=juridisk")
    assert ">juridisk</mark>" in text
    assert '<a href="#traff">1 sökt ord i texten' in text
    assert text.count('id="traff"') == 1


def test_a_citation_in_the_text_leads_to_all_who_lean_on_the_same(client: FlaskClient) -> None:
    text = page(client, "/dokument/utlatande")
    assert '<a href="/lagrum/2017:725%23K2P1">2 kap. 1 § kommunallagen</a>' in text
    assert "1 dokument hänvisar hit" in page(client, "/lagrum/2017:725%23K2P1")


def test_the_margin_leads_to_lagen_nu_and_tells_no_referrer(client: FlaskClient) -> None:
    margin = page(client, "/dokument/utlatande").split("Lagrum</h2>")[1]
    assert '<a class="outside" href="https://lagen.nu/2017:725#K2P1" rel="noopener noreferrer"' in margin
    assert '<a href="/lagrum/2017:725%23K2P1"' in margin


def test_a_dnr_leads_to_its_arende_from_the_text_and_the_margin(client: FlaskClient) -> None:
    text = page(client, "/dokument/utlatande")
    assert text.count('href="/sok?q=dnr:%22KS+2025/448%22"') == 2
    found = page(client, '/sok?q=dnr:"KS 2025/448"')
    assert "2 träffar" in found


def test_the_margin_tells_roles_people_and_remissinstanser(client: FlaskClient) -> None:
    text = page(client, "/dokument/utlatande")
    for words in (
        "<dt>Dokumentets Dnr</dt>",
        "<dt>Avsändarens Dnr</dt>",
        "Åsa Nilsson Söderström (L)",
        "Eva Ek, förvaltningschef",
        "<li>Säkerhetspolisen</li>",
        "tidigare bedömning",
        "kvalitet 87\u00a0%",
        "Socialnämnden, tjänsteutlåtande 2025-08-21, Dnr SOF 2025/424, ”Remiss av motion",
    ):
        assert words in text, words


def test_other_documents_of_the_arende_are_listed_but_not_itself(client: FlaskClient) -> None:
    text = page(client, "/dokument/utlatande").split("Fler handlingar i ärendet")[1]
    assert 'href="/dokument/motion"' in text
    assert 'href="/dokument/utlatande"' not in text.split("</ul>")[0]


def test_a_hit_knows_its_place_and_its_neighbours(client: FlaskClient) -> None:
    base = "q=medborgarkontor&sortera=datum"
    listed = page(client, f"/sok?{base}&sida=2")
    first = listed.split('<h2><a href="')[1].split('"')[0].replace("&amp;", "&")
    assert "traff=21" in first
    text = page(client, first)
    assert "träff 21 av 30" in text
    assert f'href="/sok?{base}&sida=2">← 30 träffar'.replace("&", "&amp;") in text
    assert "traff=20" in text
    assert "traff=22" in text
    following = text.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert "träff 22 av 30" in page(client, following)


def test_a_place_that_is_not_this_documents_is_not_claimed(client: FlaskClient) -> None:
    for place in ("3", "0", "-1", "x", "99999999999", "²"):
        text = page(client, f"/dokument/motion?q=medborgarkontor&traff={place}")
        assert "Till träffarna" in text
        assert "träff " + place not in text


def test_the_reading_of_the_original_is_shown_as_it_was(client: FlaskClient) -> None:
    text = page(client, "/dokument/utlatande?lasning=original&q=juridisk")
    assert "<pre>\nDnr SOF 2025/424\nSvar pa remiss" in text
    assert 'href="/dokument/utlatande?q=juridisk"' in text


def test_a_document_there_is_not_is_a_page_of_ours(client: FlaskClient) -> None:
    for name in ("finns-inte", "%00", "..%2F..%2Fetc", "a" * 5000):
        response = client.get(f"/dokument/{name}")
        assert response.status_code == 404
        assert "Sidan finns inte" in response.text
