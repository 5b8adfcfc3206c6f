"""Whatever is sent as a query, the page answers, says what it left out, and how to ask instead."""

import re

import pytest
from flask.testing import FlaskClient

LONG = 10_000


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("x" * LONG, "längre än 2000 tecken; bara de första används. Korta den"),
        ("skola " * (LONG // 6), "sökord; resten används inte. Behåll"),
        (" ELLER ".join(f"a{n}" for n in range(1000)), "sökord; resten används inte. Behåll"),
        ("(" * 300 + "skola" + ")" * 300, "parenteser i varandra; de innersta läses som"),
        (" ".join(f"ord{n}*" for n in range(30)), "Dela upp frågan"),
        ("a*", "Skriv minst 2 tecken före stjärnan"),
        ("*a*", "Skriv minst 3 bokstäver i följd"),
        ("?????", "Det finns inget att söka på. Skriv ett ord"),
        ("s" + "?" * 500 + "a", "Skriv minst 3 bokstäver i följd"),
        ("att~2", "Skriv minst 4 bokstäver före ~"),
        ('"att det"~999999999', "Högst 100 ord kan stå emellan"),
        (" ELLER ".join(f"a{n} NÄRA b{n}" for n in range(20)), "på högst 2 ställen i en fråga"),
        ('"' + "att " * 90 + '"~5', "Behåll färre ord"),
    ],
)
def test_a_hostile_query_is_answered_with_a_sentence_and_a_way_out(
    client: FlaskClient, query: str, told: str
) -> None:
    response = client.get("/sok", query_string={"q": query})
    assert response.status_code == 200
    assert told in response.text


def test_links_of_a_query_that_is_too_long_tell_the_same(client: FlaskClient) -> None:
    response = client.get("/sok", query_string={"q": "juridisk ELLER " + "x" * LONG, "sortera": "datum"})
    assert "träffar" in response.text
    assert len(response.text) < 600_000


def test_what_is_pasted_into_the_box_is_not_cut_without_a_word(client: FlaskClient) -> None:
    (longest,) = re.findall(r'name="q"[^>]* maxlength="(\d+)"', client.get("/").text)
    response = client.get("/sok", query_string={"q": "x" * int(longest)})
    assert "längre än 2000 tecken" in response.text


def test_a_text_of_alternatives_is_not_said_to_be_searched_for_all_its_words(client: FlaskClient) -> None:
    words = [f"ord{number}" for number in range(30)]
    assert "Här söks de som har alla ord" in client.get("/sok", query_string={"q": " ".join(words)}).text
    either = client.get("/sok", query_string={"q": " ELLER ".join(words)}).text
    assert "som liknar hela texten" in either
    assert "alla ord" not in either
