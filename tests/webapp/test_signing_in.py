"""Signing in and out: what is told, what is not, and where one ends up."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from remissarkiv.accounts import Role
from remissarkiv.bootstrap import Archive
from webapp.signed_in import LONGEST, own_address
from webapp.throttle import PER_NAME, PER_PAIR, WINDOW, Throttle

PASSWORD = "tio tecken eller fler"


@pytest.fixture(autouse=True)
def eva(archive: Archive) -> None:
    archive.accounts.add("Eva Ek", PASSWORD, Role.RATTARE)


def sign_in(
    client: FlaskClient, name: str = "Eva Ek", password: str = PASSWORD, till: str = ""
) -> TestResponse:
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/logga-in").text)
    assert token
    data = {"csrf_token": token[1], "namn": name, "losenord": password, "till": till}
    return client.post("/logga-in", data=data)


def is_in(client: FlaskClient) -> bool:
    return "Logga ut" in client.get("/").text


def test_one_signs_in_and_out(client: FlaskClient) -> None:
    assert "Logga in" in client.get("/").text
    assert sign_in(client).status_code == 303
    page = client.get("/").text
    assert "Eva Ek" in page
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert token
    assert client.get("/logga-ut").status_code == 405
    assert is_in(client)
    client.post("/logga-ut", data={"csrf_token": token[1]})
    assert not is_in(client)


def test_a_wrong_name_and_a_wrong_password_are_answered_alike(client: FlaskClient) -> None:
    answers = [sign_in(client, "Eva Ek", "fel lösenord"), sign_in(client, "Ulf Alm", "fel lösenord")]
    texts = [re.sub(r'value="[^"]*"', "", answer.text) for answer in answers]
    assert texts[0] == texts[1]
    assert {answer.status_code for answer in answers} == {400}
    assert "Namnet eller lösenordet stämmer inte." in texts[0]
    assert not is_in(client)


@pytest.mark.parametrize(
    ("till", "place"),
    [
        ("/dokument/motion?q=åäö", "/dokument/motion?q=%C3%A5%C3%A4%C3%B6"),
        ("", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("\\\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/\t/evil.example", "/"),
        ("/\n/evil.example", "/"),
        (" //evil.example", "/"),
        ("/" + "x" * 3000, "/"),
    ],
)
def test_one_comes_back_to_where_one_was_and_never_elsewhere(
    client: FlaskClient, till: str, place: str
) -> None:
    assert own_address(client.get("/logga-in", query_string={"till": till}).request.args["till"]) in (
        till,
        "/",
    )
    assert sign_in(client, till=till).headers["Location"] == place


def test_a_new_session_begins_with_nothing_of_the_old_one(app: Flask, client: FlaskClient) -> None:
    client.get("/logga-in")
    with client.session_transaction() as session:
        session["planterat"] = "x"
        before = session["csrf_token"]
    sign_in(client)
    client.get("/")
    with client.session_transaction() as session:
        assert "planterat" not in session
        assert session["csrf_token"] != before


def test_the_session_ends_with_the_password_the_account_and_the_day(
    archive: Archive, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(client)
    archive.accounts.set_password("Eva Ek", "ett annat lösenord")
    assert not is_in(client)
    sign_in(client, password="ett annat lösenord")
    assert is_in(client)
    archive.accounts.remove("Eva Ek")
    assert not is_in(client)
    archive.accounts.add("Eva Ek", PASSWORD, Role.RATTARE)
    sign_in(client)
    with client.session_transaction() as session:
        session["sedan"] -= LONGEST + 1
    assert not is_in(client)


def test_the_way_to_the_login_page_does_not_grow_there(client: FlaskClient) -> None:
    page = client.get("/logga-in?till=/dokument/motion").text
    assert '<a href="/logga-in">Logga in</a>' in page
    assert '<a href="/logga-in?till=/dokument/motion">Logga in</a>' in client.get("/dokument/motion").text


def test_a_forged_session_is_a_guest(client: FlaskClient) -> None:
    for forged in ({"konto": "1", "tecken": "x", "sedan": 0}, {"konto": 1, "tecken": "x", "sedan": 10**30}):
        with client.session_transaction() as session:
            session.update(forged)
        assert not is_in(client)
    client.set_cookie("remissarkiv", "trasig.kaka.x")
    assert not is_in(client)


def test_guessing_is_stopped_for_a_while_and_says_so(client: FlaskClient) -> None:
    for _ in range(PER_PAIR):
        assert sign_in(client, password="fel lösenord").status_code == 400
    stopped = sign_in(client)
    assert stopped.status_code == 429
    assert "Det har blivit för många försök. Vänta" in stopped.text
    assert int(stopped.headers["Retry-After"]) <= WINDOW + 1
    assert not is_in(client)
    assert sign_in(client, "Ulf Alm", "fel lösenord").status_code == 400


def test_guesses_are_forgotten_in_time_and_when_one_gets_it_right() -> None:
    now = 0.0
    throttle = Throttle(lambda: now)
    for _ in range(PER_PAIR):
        assert throttle.begin("eva", "a") == 0
    assert throttle.begin("eva", "a") > 0
    assert throttle.begin("eva", "b") == 0
    now = WINDOW + 1
    assert throttle.begin("eva", "a") == 0
    throttle.forget("eva", "a")
    for _ in range(PER_PAIR):
        assert throttle.begin("eva", "a") == 0


def test_guesses_of_one_name_from_everywhere_are_stopped_too() -> None:
    throttle = Throttle(lambda: 0.0)
    let_in = [throttle.begin("eva", f"adress {number}") == 0 for number in range(PER_NAME + 5)]
    assert let_in.count(True) == PER_NAME


def test_the_memory_of_guesses_is_bounded() -> None:
    throttle = Throttle(lambda: 0.0)
    for number in range(30_000):
        throttle.begin(f"namn {number}", f"adress {number}")
    assert len(throttle._guesses) <= 10_000


def test_a_password_is_in_no_page(client: FlaskClient) -> None:
    assert "fel lösenord" not in sign_in(client, password="fel lösenord").text
