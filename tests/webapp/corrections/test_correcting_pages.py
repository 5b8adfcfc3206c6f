"""A person with the role corrects what was read and derived, in forms that tell what is wrong with them."""

import random
import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from remissarkiv.bootstrap import Archive
from remissarkiv.corrections import What, of_title
from remissarkiv.domain import Access, Document, Kind, Outcome, Verdict

Post = Callable[..., TestResponse]

FORM = "/dokument/utlatande/ratta"


def now(archive: Archive, access: Access) -> Document:
    return archive.catalog.document("utlatande", access).document


def test_a_verdict_is_corrected_and_the_page_says_by_whom_when_and_why(
    concluding: Archive, eva: FlaskClient, fill: Post, everyone: Access
) -> None:
    answer = fill(
        eva, f"{FORM}?vad=bedömning&nyckel=0", follow=False, varde="delvis förenligt", skal="Läs s. 2 <b>!"
    )
    assert re.fullmatch(r"/dokument/utlatande\?visa=\d+-\d+#visad", answer.headers["Location"])
    (found,) = now(concluding, everyone).assessments
    assert (found.verdict, found.certain) == (Verdict.PARTLY, True)
    page = eva.get("/dokument/utlatande").text
    assert "Rättelsen är sparad." in page
    assert "Rättelsen är sparad." not in eva.get("/dokument/utlatande").text
    assert "inte förenligt (Socialförvaltningen, förslag) → delvis förenligt" in page
    assert "av Eva Ek" in page
    assert "Läs s. 2 &lt;b&gt;!" in page


def test_guests_see_corrections_and_no_forms(
    concluding: Archive, eva: FlaskClient, client: FlaskClient, fill: Post
) -> None:
    fill(eva, f"{FORM}?vad=titel", titel="Yttrande om kompetenscenter")
    page = client.get("/dokument/utlatande").text
    assert "Yttrande om kompetenscenter</h1>" in page
    assert "Rättad för hand av Eva Ek" in page
    assert "/ratta" not in page
    assert "Ta tillbaka" not in page + client.get("/rattelser").text
    assert "Yttrande om kompetenscenter" in client.get("/rattelser").text


def test_the_search_follows_at_once(concluding: Archive, eva: FlaskClient, fill: Post) -> None:
    fill(eva, f"{FORM}?vad=titel", titel="Yttrande om pingviner")
    assert "Yttrande om" in eva.get("/sok?q=pingviner").text
    assert "1 träff" in eva.get("/sok?q=pingviner").text


def test_what_is_no_assessment_is_taken_away_and_one_that_was_missed_added(
    concluding: Archive, eva: FlaskClient, fill: Post, everyone: Access
) -> None:
    fill(eva, f"{FORM}?vad=bedömning&nyckel=0", varde="inget")
    assert now(concluding, everyone).assessments == ()
    words = "kommuner själva får ta hand om angelägenheter"
    answer = fill(
        eva,
        f"{FORM}?vad=bedömning&felord={words}",
        varde="förenligt",
        aktor="Socialnämnden",
        aktorstyp="nämnd",
    )
    assert answer.status_code == 200
    document = now(concluding, everyone)
    (added,) = document.assessments
    assert added.verdict is Verdict.WITHIN
    sentence = document.text[slice(*added.span)]
    assert sentence.startswith("Av 2 kap. 1 §")
    assert sentence.endswith("allmänt intresse.")


def test_an_outcome_a_kind_a_dnr_and_an_ärende_are_corrected(
    concluding: Archive, eva: FlaskClient, fill: Post, everyone: Access
) -> None:
    fill(eva, f"{FORM}?vad=beslut&nyckel=0", varde="återremiss")
    fill(eva, f"{FORM}?vad=handlingstyp", varde="yttrande")
    fill(eva, f"{FORM}?vad=dnr&nyckel=SOF 2025/424", dnr="SOF 2025-425", roll="eget")
    fill(eva, f"{FORM}?vad=ärende", lamnar="KS 2025/448", dnr="KS 2024/12", nytt="ja")
    document = now(concluding, everyone)
    assert document.decisions[0].outcome is Outcome.ATERREMISS
    assert document.kind is Kind.YTTRANDE
    assert {(one.dnr.value, one.role.value) for one in document.dnr} == {
        ("SOF 2025/425", "eget"),
        ("KS 2024/12", "avsändarens"),
        ("KS 2025/448", "omnämnt"),
    }
    page = eva.get("/dokument/utlatande").text
    assert "Yttrande" in page
    assert page.count("rättad för hand") >= 3


def test_a_dnr_that_no_document_has_is_asked_about_before_the_document_leaves_its_ärende(
    concluding: Archive, eva: FlaskClient, fill: Post, everyone: Access
) -> None:
    before = {(one.dnr.value, one.role) for one in now(concluding, everyone).dnr}
    assert 'name="nytt"' not in eva.get(f"{FORM}?vad=ärende").text
    asked = fill(eva, f"{FORM}?vad=ärende", lamnar="KS 2025/448", dnr="KS 1900/1")
    assert asked.status_code == 400
    assert "Inget dokument i arkivet hör till ärendet KS 1900/1." in asked.text
    assert 'name="nytt"' in asked.text
    assert {(one.dnr.value, one.role) for one in now(concluding, everyone).dnr} == before
    assert fill(eva, f"{FORM}?vad=ärende", dnr="KS 1900/1", nytt="ja").status_code == 200
    assert "KS 1900/1" in {one.dnr.value for one in now(concluding, everyone).dnr}


def test_a_misread_word_is_corrected_where_it_was_chosen(
    concluding: Archive, eva: FlaskClient, fill: Post, everyone: Access
) -> None:
    page = eva.get(f"{FORM}?vad=ord&felord=Socialndmnden").text
    assert "<mark>Socialndmnden</mark> godkanner" in page
    fill(eva, f"{FORM}?vad=ord&felord=Socialndmnden", ord="Socialnämnden")
    text = now(concluding, everyone).text
    assert "1. Socialnämnden godkanner" in text
    assert "Socialndmnden" in eva.get("/dokument/utlatande?text=last").text
    assert "utlatande" in eva.get("/sok?q=%22socialnämnden+godkanner%22").text


def test_of_many_places_one_is_corrected(
    concluding: Archive, eva: FlaskClient, fill: Post, everyone: Access
) -> None:
    before = now(concluding, everyone).text
    address = f"{FORM}?vad=ord&felord=remiss"
    assert eva.get(f"{FORM}?vad=ord&felord=att").text.count('type="checkbox"') == before.count(" att ")
    none_chosen = fill(eva, f"{FORM}?vad=ord&felord=att", ord="där")
    assert none_chosen.status_code == 400
    assert "Välj minst ett ställe" in none_chosen.text
    fill(eva, address, ord="förfrågan")
    assert now(concluding, everyone).text.count("förfrågan") == 1


def test_taking_back_brings_the_old_value_and_both_stay_in_the_list(
    concluding: Archive, eva: FlaskClient, ulf: FlaskClient, fill: Post, everyone: Access
) -> None:
    fill(eva, f"{FORM}?vad=titel", titel="Fel titel")
    token = re.search(r'name="csrf_token" value="([^"]+)"', ulf.get("/rattelser").text)
    assert token
    data = {"csrf_token": token[1], "skal": "Den första titeln var rätt."}
    answer = ulf.post("/rattelser/1/aterta", data=data, follow_redirects=True)
    assert "Rättelsen är återtagen." in answer.text
    assert now(concluding, everyone).title.startswith("Remiss av motion")
    text = ulf.get("/rattelser").text
    assert "Återtagen av Ulf Alm" in text
    assert "Rättad för hand av Eva Ek" in text
    again = ulf.post("/rattelser/1/aterta", data=data)
    assert (again.status_code, "redan återtagen" in again.text) == (400, True)


@pytest.mark.parametrize(
    ("address", "fields", "sentence"),
    [
        ("?vad=titel", {"titel": "Ny", "skal": " "}, "Skriv skälet till rättelsen"),
        ("?vad=titel", {"titel": "Ny", "skal": "x" * 601}, "Skälet är för långt"),
        ("?vad=titel", {"titel": ""}, "Skriv dokumentets titel"),
        ("?vad=titel", {"titel": "x" * 501}, "Texten är för lång"),
        ("?vad=titel", {}, "Inget är ändrat"),
        ("?vad=handlingstyp", {"varde": "<b>"}, "Välj ett av alternativen"),
        ("?vad=dnr", {"dnr": "inget nummer", "roll": "eget"}, "kan inte läsas som ett diarienummer"),
        ("?vad=dnr", {"dnr": "", "roll": "eget"}, "Skriv ett diarienummer"),
        ("?vad=dnr", {"dnr": "SOF 2025/424", "roll": "eget"}, "Dokumentet har redan SOF 2025/424"),
        ("?vad=ärende", {"dnr": "KS 2025/448"}, "Dokumentet hör redan till ärendet KS 2025/448"),
        ("?vad=ärende", {}, "Inget är ändrat"),
        ("?vad=bedömning&nyckel=0", {"varde": "okänt"}, "Välj ett av alternativen"),
        ("?vad=bedömning&nyckel=0", {"status": "x"}, "Välj ett av alternativen"),
        ("?vad=ord&felord=Socialndmnden", {"ord": ""}, "Skriv vad det ska stå"),
    ],
)
def test_what_is_wrong_with_a_form_is_one_sentence_and_what_was_typed_is_kept(
    concluding: Archive, eva: FlaskClient, fill: Post, address: str, fields: dict[str, str], sentence: str
) -> None:
    answer = fill(eva, FORM + address, **{"skal": "Mitt skäl <i>", **fields})
    assert answer.status_code == 400
    assert sentence in answer.text
    assert 'role="alert"' in answer.text
    if fields.get("skal") is None:
        assert "Mitt skäl &lt;i&gt;</textarea>" in answer.text
    assert "0 rättelser" in eva.get("/rattelser").text


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("?vad=bedömning&felord=orden+finns+inte", "Orden finns inte i dokumentet"),
        ("?vad=bedömning&felord=kommun", "Orden finns i flera meningar"),
        ("?vad=ord&felord=pingvin", "Ordet finns inte i dokumentet"),
        ("?vad=ord", "Ordet finns inte i dokumentet"),
    ],
)
def test_words_that_do_not_tell_the_place_are_asked_for_again(
    eva: FlaskClient, address: str, sentence: str
) -> None:
    answer = eva.get(FORM + address)
    assert (answer.status_code, sentence in answer.text) == (400, True)


@pytest.mark.parametrize(
    "address",
    [
        "?vad=<script>",
        "?vad=bedömning&nyckel=9",
        "?vad=bedömning&nyckel=-1",
        "?vad=bedömning&nyckel=" + "9" * 5000,
        "?vad=bedömning&nyckel=٣",
        "?vad=ställningstagande",
        "?vad=dnr&nyckel=XX 1/2",
    ],
)
def test_a_thing_there_is_not_is_a_page_of_ours(eva: FlaskClient, address: str) -> None:
    answer = eva.get(FORM + address)
    assert answer.status_code == 404
    assert "<script>" not in answer.text


def test_two_people_correct_the_same_thing_and_the_later_holds(
    concluding: Archive, eva: FlaskClient, ulf: FlaskClient, fill: Post, everyone: Access
) -> None:
    address = f"{FORM}?vad=bedömning&nyckel=0"
    opened = ulf.get(address).text
    fill(eva, address, varde="inget")
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', opened))
    fields |= {"varde": "oavgjort", "om": "", "aktor": "Socialförvaltningen", "aktorstyp": "förvaltning"}
    ulf.post(FORM, data={**fields, "vad": "bedömning", "status": "förslag", "skal": "Det står oklart."})
    assert [one.verdict for one in now(concluding, everyone).assessments] == [Verdict.OPEN]
    text = eva.get("/rattelser").text
    assert "2 rättelser" in text
    assert "av Eva Ek" in text
    assert "av Ulf Alm" in text


def test_a_form_of_a_text_that_was_read_anew_meanwhile_is_not_taken(
    concluding: Archive, eva: FlaskClient, fill: Post
) -> None:
    answer = fill(eva, f"{FORM}?vad=bedömning&nyckel=0", varde="oavgjort", mening="0" * 16)
    assert answer.status_code == 409
    assert "lästs in på nytt" in answer.text
    for plats in ("x", "1-", "-5-9", "9" * 400, "99999999-99999999"):
        assert fill(eva, f"{FORM}?vad=bedömning&nyckel=0", plats=plats).status_code in (404, 409)
    assert "0 rättelser" in eva.get("/rattelser").text


def test_the_list_is_paged_and_narrowed(concluding: Archive, eva: FlaskClient, fill: Post) -> None:
    for number in range(32):
        fill(eva, f"{FORM}?vad=titel", titel=f"Titel {number}")
    fill(eva, f"{FORM}?vad=handlingstyp", varde="yttrande")
    first, second = (eva.get(f"/rattelser?sida={page}").text for page in (1, 2))
    assert "33 rättelser" in first
    assert (first.count("rattelse-"), second.count("rattelse-")) == (30, 3)
    assert "1 rättelse<" in eva.get("/rattelser?vad=handlingstyp").text
    assert "0 rättelser" in eva.get("/rattelser?person=Någon+<b>").text
    assert "Logga ut" in first
    assert "Logga ut" in eva.get("/rattelser?person=Eva+Ek").text
    for hostile in ("0", "-1", "x", "9" * 50, "²"):
        assert eva.get(f"/rattelser?sida={hostile}").status_code == 200


def test_nothing_that_is_hidden_is_told_or_corrected(
    concluding: Archive, eva: FlaskClient, client: FlaskClient
) -> None:
    document = concluding.catalog.load(["hemlig"])["hemlig"].document
    operator = concluding.operator_access()
    concluding.catalog.corrections.add(
        "hemlig", [of_title(document, "Hemlig titel")], "Spionen", "Hemligt skäl", operator
    )
    concluding.replay()
    for browser in (eva, client):
        for address in ("/rattelser", "/rattelser?person=Spionen", "/sok?q=titel", "/dokument/motion"):
            text = browser.get(address).text
            assert "Hemlig" not in text.replace("Spionen", "")
        assert "<option>Spionen" not in browser.get("/rattelser").text
    assert eva.get("/dokument/hemlig/ratta").status_code == 404
    assert eva.get("/dokument/hemlig/ratta").text == eva.get("/dokument/finns-inte/ratta").text
    token = re.search(r'name="csrf_token" value="([^"]+)"', eva.get(f"{FORM}?vad=titel").text)
    assert token
    data = {"csrf_token": token[1], "vad": "titel", "titel": "Ny", "skal": "Mitt skäl"}
    assert eva.post("/dokument/hemlig/ratta", data=data).status_code == 404
    assert eva.post("/rattelser/1/aterta", data=data).status_code == 404
    assert concluding.catalog.corrections.recent(operator).total == 1


def test_guests_are_sent_to_sign_in_and_cannot_post(
    concluding: Archive, client: FlaskClient, everyone: Access
) -> None:
    answer = client.get(f"{FORM}?vad=titel")
    assert (answer.status_code, answer.headers["Location"]) == (
        303,
        "/logga-in?till=/dokument/utlatande/ratta?vad%3Dtitel",
    )
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/logga-in").text)
    assert token
    data = {"csrf_token": token[1], "vad": "titel", "titel": "Ny", "skal": "Mitt skäl"}
    for address in (FORM, "/dokument/hemlig/ratta", "/dokument/finns-inte/ratta", "/rattelser/1/aterta"):
        assert client.post(address, data=data).status_code == 403
    assert concluding.catalog.corrections.recent(everyone).total == 0


@pytest.mark.parametrize("address", [FORM, "/rattelser/1/aterta", "/logga-in", "/logga-ut"])
def test_nothing_is_done_without_a_token(eva: FlaskClient, address: str) -> None:
    answer = eva.post(address, data={"vad": "titel", "titel": "Ny", "skal": "Mitt skäl"})
    assert answer.status_code == 400
    assert "Formuläret gick inte att ta emot" in answer.text
    assert "Eva Ek" in eva.get("/").text


def test_what_documents_and_people_write_is_shown_as_text(
    concluding: Archive, eva: FlaskClient, fill: Post
) -> None:
    form = "/dokument/hostile/ratta"
    fill(eva, f"{form}?vad=titel", titel='<img src=x onerror="a()">', skal="<script>b()</script>")
    fill(eva, f"{form}?vad=ord&felord=rådgivning", ord="<script>c()</script>")
    for address in (
        form,
        f"{form}?vad=titel",
        "/rattelser",
        "/dokument/hostile",
        f"{form}?vad=ord&felord=ont",
    ):
        text = eva.get(address).text
        assert "<script" not in text
        assert "<img" not in text
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"|javascript:", text)


def test_no_form_however_filled_breaks_a_page(eva: FlaskClient) -> None:
    dice = random.Random(6)
    token = re.search(r'name="csrf_token" value="([^"]+)"', eva.get("/rattelser").text)
    assert token
    names = (
        "nyckel felord plats lage mening varde om aktor aktorstyp status titel dnr roll lamnar ord".split()
    )
    values = ["", "0", "9" * 30, "-1", "<b>", "\0", "å" * 300, "Socialndmnden", "KS 2025/448", "SOF 2025/424"]
    values += [
        "inget",
        "förenligt",
        "eget",
        "yttrande",
        "nämnd",
        "beslut",
        "förslag",
        "0-10",
        "5-3",
        "att",
        "%",
        "٣",
    ]
    for number in range(200):
        fields = {name: dice.choice(values) for name in dice.sample(names, 6)}
        fields |= {"vad": dice.choice([*What, "x", ""]), "skal": "Ett skäl", "stalle": "0"}
        if number % 2:
            assert eva.get(FORM, query_string=fields).status_code < 500, fields
        else:
            assert eva.post(FORM, data={**fields, "csrf_token": token[1]}).status_code < 500, fields
    for address in ("/dokument/utlatande", FORM, "/rattelser", "/sok?q=motion"):
        assert eva.get(address).status_code == 200
