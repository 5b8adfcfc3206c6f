"""What every answer carries, and what is refused."""

import html
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webapp.security import MAX_REQUEST_BYTES, host_is_trusted

PAGES = [
    "/",
    "/sok?q=motion",
    "/dokument/motion",
    "/sparade",
    "/status",
    "/hjalp",
    "/halsa",
    "/finns-inte",
    "/export",
]
FILES = [
    "/static/look.css",
    "/static/suggestions.js",
    "/forslag?q=motion",
    "/dokument/motion/original",
    "/export?format=csv&q=*",
    "/export",
]


@pytest.mark.parametrize("address", [*PAGES, *FILES])
def test_every_answer_carries_the_protecting_headers(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "base-uri 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("address", PAGES)
def test_no_page_holds_script_or_style_of_its_own(client: FlaskClient, address: str) -> None:
    text = client.get(address).text
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text)
    # What script there is comes as a file of ours, and nothing stands between the tags.
    for script in re.findall(r"<script.*?</script", text, re.DOTALL):
        assert re.fullmatch(r'<script src="/static/suggestions\.js\?v=[0-9a-f]{12}" defer></script', script)


def test_script_comes_from_us_and_asks_only_us(client: FlaskClient) -> None:
    policy = dict(
        part.strip().split(" ", 1) for part in client.get("/").headers["Content-Security-Policy"].split(";")
    )
    assert policy["script-src"] == policy["connect-src"] == "'self'"


@pytest.mark.parametrize(
    ("host", "trusted"),
    [
        ("localhost", True),
        ("127.0.0.1:8765", True),
        ("[::1]:8765", True),
        ("LOCALHOST:1", True),
        ("arkiv.example.se", True),
        ("a.kommun.se", True),
        ("kommun.se", False),
        ("evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("localhost@evil.example", False),
        ("evil.example#localhost", False),
        ("", False),
        ("[::1", False),
    ],
)
def test_only_names_of_this_machine_and_trusted_ones_are_answered(host: str, trusted: bool) -> None:
    assert host_is_trusted(host, ("Arkiv.example.se", ".kommun.se")) is trusted


def test_a_page_asked_for_under_a_strange_name_is_refused_without_repeating_it(client: FlaskClient) -> None:
    for address in ("/", "/finns-inte", "/dokument/motion/original", "/static/look.css"):
        response = client.get(address, headers={"Host": "evil.example"})
        assert response.status_code == 400
        assert "evil" not in response.text
    assert client.get("/", headers={"Host": "arkiv.example.se"}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/<script>alert(1)</script>", 404),
        ("/dokument/<b>", 404),
        ("/export?format=<b>&q=x", 400),
        ("/export?format=csv", 400),
    ],
)
def test_error_pages_are_swedish_and_repeat_nothing(client: FlaskClient, address: str, status: int) -> None:
    response = client.get(address)
    assert response.status_code == status
    assert "<script" not in response.text
    assert "<b>" not in response.text
    assert "Ny sökning" in response.text
    assert '<html lang="sv">' in response.text


def test_what_nobody_foresaw_is_told_to_nobody(app: Flask) -> None:
    app.add_url_rule("/brister", view_func=lambda: 1 / 0)  # type: ignore[arg-type,return-value]
    response = app.test_client().get("/brister")
    assert response.status_code == 500
    assert "Något gick fel hos oss" in response.text
    assert "ZeroDivision" not in response.text


def test_a_request_that_is_too_large_is_refused(client: FlaskClient) -> None:
    response = client.post("/sparade", data={"namn": "x" * (MAX_REQUEST_BYTES + 1)})
    assert response.status_code == 413
    assert "för stort" in response.text


def token(client: FlaskClient, address: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get(address).text)
    assert found
    return html.unescape(found[1])


@pytest.mark.parametrize("address", ["/sparade", "/sparade/1/namn", "/sparade/1/ta-bort"])
def test_nothing_is_changed_without_a_token_in_the_body(client: FlaskClient, address: str) -> None:
    good = token(client, "/sok?q=motion")
    data = {"namn": "x", "sokning": "q=motion"}
    for response in (
        client.post(address, data=data),
        client.post(address, data={**data, "csrf_token": "fel"}),
        client.post(f"{address}?csrf_token={good}", data=data),
        client.post(address, data=data, headers={"X-CSRFToken": good}),
    ):
        assert response.status_code == 400
        assert "Formuläret gick inte att ta emot" in response.text
    assert client.get(address).status_code in (200, 405)
    assert "inga sparade sökningar" in client.get("/sparade").text


def test_no_link_and_no_get_form_carries_a_token(client: FlaskClient) -> None:
    text = client.get("/sok?q=motion").text
    good = token(client, "/sok?q=motion")
    for form in re.findall(r"<form.*?</form>", text, re.DOTALL):
        assert ("csrf_token" in form) == ('method="post"' in form)
    assert not [link for link in re.findall(r'href="([^"]*)"', text) if good in link or "csrf" in link]


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(client: FlaskClient) -> None:
    cookie = client.get("/sok?q=motion").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_a_page_without_a_form_sets_no_cookie(client: FlaskClient) -> None:
    for address in ("/", "/dokument/motion", "/status", "/export?format=csv&q=*"):
        assert "Set-Cookie" not in client.get(address).headers
