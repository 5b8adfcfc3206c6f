"""What documents conclude on the search page: facets, the line of a hit, and the unsure one click away."""

import html
import re

import pytest
from flask.testing import FlaskClient

pytestmark = pytest.mark.usefixtures("concluding")


def page(client: FlaskClient, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, response.text
    return response.text


def words(text: str) -> str:
    """What a person reads, on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def links(text: str) -> list[str]:
    return [html.unescape(link) for link in re.findall(r'href="([^"]*)"', text)]


def facet(text: str, column: str) -> str:
    found = re.search(rf'<section class="facet" aria-labelledby="facett-{column}">.*?</section>', text, re.S)
    return words(found[0]) if found else ""


def test_facets_tell_verdict_principle_stance_and_decision(client: FlaskClient) -> None:
    text = page(client, "/sok?q=*")
    assert facet(text, "verdict") == "Bedömning Delvis förenligt 1 Förenligt 1 Inte förenligt 1"
    assert "Annans ansvar: staten 1" in facet(text, "principle")
    assert "Avstyrker 1" in facet(text, "stance")
    assert facet(text, "outcome") == "Beslut Avslag 1"
    assert text.index("facett-year") < text.index("facett-verdict")


def test_there_is_no_facet_without_anything_to_choose(client: FlaskClient) -> None:
    assert "facett-verdict" not in page(client, "/sok?q=medborgarkontor+vägledning")


def test_choosing_a_verdict_narrows_and_the_unsure_are_one_click_away(client: FlaskClient) -> None:
    chosen = next(link for link in links(page(client, "/sok?q=rådgivning")) if "bedomning=inte" in link)
    narrowed = page(client, chosen)
    assert "1 träff" in words(narrowed)
    assert "Ta med osäkra (1 till)" in words(narrowed)
    more = next(link for link in links(narrowed) if "osakra=med" in link)
    wider = page(client, more)
    assert "2 träffar" in words(wider)
    assert "Inte förenligt 2" in facet(wider, "verdict")
    assert "osäker" in wider
    assert "Visa bara säkra" in wider


def test_a_hit_says_who_concludes_what_in_which_role(client: FlaskClient) -> None:
    hits = words(page(client, "/sok?q=rådgivningscenter"))
    assert "✕ inte förenligt ✓ förenligt ◐ delvis förenligt tidigare bedömning, Socialförvaltningen" in hits
    assert "godkänner som svar Socialnämnden, förslag" in hits
    minutes = words(page(client, "/sok?q=ställningstagande:avstyrker"))
    assert "✕ avstyrker Kulturnämnden, beslut" in minutes
    assert "✕ avslag Kommunfullmäktige, beslut" in minutes
    assert "Anna Ek (S), förslag" not in minutes


def test_unsure_conclusions_are_marked_and_names_from_documents_are_escaped(client: FlaskClient) -> None:
    text = page(client, '/sok?q=kompetens:"inte förenligt%3F"')
    assert "inte förenligt osäker tidigare bedömning, <b>Byrån</b>" in words(text)
    assert "<b>Byrån</b>" not in text


def test_the_offer_of_the_unsure_leads_to_them(client: FlaskClient) -> None:
    text = page(client, '/sok?q=kompetens:"inte förenligt"')
    assert "Även där bedömningen är osäker (1 till)" in words(text)


def test_a_question_offers_the_exact_query_with_how_many_it_finds(client: FlaskClient) -> None:
    asked = "vilka+har+bedömt+att+juridisk+rådgivning+ligger+utanför+den+kommunala+kompetensen%3F"
    text = page(client, f"/sok?q={asked}")
    assert "Sök bedömning: inte förenligt · ord: juridisk, rådgivning (1 träff)" in words(text)
    assert "/sok?q=kompetens%3A%22inte+f%C3%B6renligt%22+juridisk+r%C3%A5dgivning" in links(text)


def test_when_the_words_find_nothing_the_page_says_first_what_to_ask_instead(client: FlaskClient) -> None:
    text = page(client, "/sok?q=vilka+avstyrkte+badhus+bifall%3F")
    assert "0 träffar" in words(text)
    said = words(text)
    instead = "ställningstagande: avstyrker · ord: badhus eller bifall (1 träff)"
    assert f"Inga träffar på orden. Sök i stället {instead}" in said
    assert text.index("Sök i stället") < text.index("Inget dokument")
    assert said.count(instead) == 1


def test_what_hidden_documents_conclude_is_neither_counted_nor_offered(client: FlaskClient) -> None:
    text = page(client, "/sok?q=*")
    assert "Understöd" not in facet(text, "principle")
    assert "Annans ansvar: staten 1" in facet(text, "principle")
    assert "0 träffar" in words(page(client, "/sok?q=princip:understöd"))


def test_a_filter_that_nobody_knows_is_harmless(client: FlaskClient) -> None:
    text = page(client, "/sok?q=rådgivning&bedomning=%3Cscript%3E&osakra=med&princip=x")
    assert "<script>" not in text
    assert "Inga träffar" in text


def test_the_choices_go_along_into_export_and_saved_searches(client: FlaskClient) -> None:
    text = page(client, "/sok?q=rådgivning&bedomning=inte+förenligt&osakra=med")
    export = next(link for link in links(text) if "format=csv" in link)
    assert "osakra=med" in export
    assert "Svar på remiss om ett rådgivningscenter" in page(client, export)
    assert 'value="q=r%C3%A5dgivning&amp;bedomning=inte+f%C3%B6renligt&amp;osakra=med"' in text


def test_a_search_for_a_principle_or_a_dnr_leads_to_its_page(client: FlaskClient) -> None:
    for query in (
        "princip:lokaliseringsprincipen",
        "lokaliseringsprincipen",
        "vad sades om lokaliseringsprincipen?",
    ):
        text = page(client, f"/sok?q={query.replace('?', '%3F')}")
        assert "/princip/anknytning" in links(text), query
        assert "Om principen anknytning till kommunen" in words(text)
    assert "/arende/exempelstad-kommun/KS-2025-448" in links(page(client, "/sok?q=ärende:KS+2025/448"))
    assert "/arende/exempelstad-kommun/KS-2025-448" in links(page(client, "/sok?q=KS+2025/448"))


def test_no_way_leads_to_what_is_excluded_or_unknown(client: FlaskClient) -> None:
    for query in ("*+INTE+princip:lokaliseringsprincipen", "KS+1999/1", "avgift", "princip:annans+ansvar"):
        found = links(page(client, f"/sok?q={query}"))
        assert not [link for link in found if link.startswith(("/arende/", "/princip/"))], query


def test_the_line_of_a_hit_begins_with_what_was_asked_for(client: FlaskClient) -> None:
    for address in ("/sok?q=kompetens:förenligt", "/sok?q=rådgivning&bedomning=förenligt"):
        line = re.search(r'<p class="badges">.*?</p>', page(client, address), re.S)
        assert line is not None
        assert words(line[0]).startswith("✓ förenligt ")


def test_the_facet_of_instanser_tells_whose_word_it_is_and_narrows(client: FlaskClient) -> None:
    text = page(client, "/sok?q=rådgivning")
    assert "Kulturnämnden 1" in facet(text, "instans")
    assert "Kulturnämnden" not in facet(text, "namnd")
    assert "Byrån" not in facet(text, "instans")
    assert "Anna Ek" not in facet(text, "instans")
    chosen = next(link for link in links(text) if "instans=Kultur" in link)
    narrowed = page(client, chosen)
    assert "1 träff" in words(narrowed)
    assert "Motion om rådgivning, §" in narrowed
    assert "Kulturnämnden 1" in facet(narrowed, "instans")
    assert "Socialnämnden 2" in facet(narrowed, "instans")


def test_an_instans_that_may_have_concluded_is_counted_with_the_unsure(client: FlaskClient) -> None:
    assert "Byrån" in facet(page(client, "/sok?q=rådgivning&osakra=med"), "instans")


def test_a_search_narrowed_to_an_instans_says_so(client: FlaskClient) -> None:
    text = page(client, "/sok?q=rådgivning&instans=Kulturnämnden")
    assert "Instans: Kulturnämnden" in words(text[text.index("<title>") :].split("</title>")[0])
    assert "Ta bort filtret" in text
