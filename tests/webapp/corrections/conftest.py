"""An archive with a document that concludes something, and people who may correct it."""

import dataclasses
import html
import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from remissarkiv.accounts import Role
from remissarkiv.bootstrap import Archive
from remissarkiv.domain import (
    Access,
    Actor,
    ActorKind,
    Assessment,
    Decision,
    Outcome,
    Span,
    Verdict,
)
from remissarkiv.sync import catch_up

PASSWORD = "tio tecken eller fler"

Post = Callable[..., TestResponse]


@pytest.fixture
def concluding(archive: Archive) -> Archive:
    """The archive, in which the tjänsteutlåtande makes an assessment and proposes a decision."""
    with archive.catalog.write() as writer:
        stored = archive.catalog.load(["utlatande"])["utlatande"]
        text = stored.document.text
        actor = Actor("Socialförvaltningen", ActorKind.FORVALTNING)
        assessed = "Förvaltningen bedömer att det inte ingår i den kommunala kompetensen"
        decided = "Socialndmnden godkanner tjansteutlatandet"
        start, end = text.index(assessed), text.index("enskilda.\n") + len("enskilda.")
        document = dataclasses.replace(
            stored.document,
            original=text,
            assessments=(Assessment(Verdict.OUTSIDE, Span(start, end), certain=False, actor=actor),),
            decisions=(
                Decision(
                    Outcome.GODKANNER_SOM_SVAR,
                    Actor("Socialnämnden", ActorKind.NAMND),
                    Span(text.index(decided), text.index("som svar pa remissen.") + 21),
                ),
            ),
        )
        writer.put(dataclasses.replace(stored, document=document))
    catch_up(archive.catalog, archive.engine)
    return archive


@pytest.fixture
def everyone(archive: Archive) -> Access:
    return archive.guest_access()


@pytest.fixture
def eva(concluding: Archive, app: Flask) -> FlaskClient:
    """The browser of Eva, who may correct and is signed in."""
    return signed_in(concluding, app, "Eva Ek")


@pytest.fixture
def ulf(concluding: Archive, app: Flask) -> FlaskClient:
    """The browser of Ulf, likewise."""
    return signed_in(concluding, app, "Ulf Alm")


def signed_in(archive: Archive, app: Flask, name: str) -> FlaskClient:
    archive.accounts.add(name, PASSWORD, Role.RATTARE)
    client = app.test_client()
    page = client.get("/logga-in").text
    answer = client.post("/logga-in", data={"csrf_token": token(page), "namn": name, "losenord": PASSWORD})
    assert answer.status_code == 303
    return client


def token(page: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found, page
    return html.unescape(found[1])


@pytest.fixture
def fill() -> Post:
    """Opens a form of corrections, fills in some of its fields and sends it, as a browser does."""

    def post(client: FlaskClient, address: str, *, follow: bool = True, **data: object) -> TestResponse:
        page = client.get(address)
        assert page.status_code == 200, page.text
        form = re.findall(r'<form class="again".*?</form>', page.text, re.DOTALL)[-1]
        fields: dict[str, object] = {}
        for tag in re.findall(r"<input[^>]*>", form):
            named = re.search(r'name="([^"]*)"', tag)
            value = re.search(r'value="([^"]*)"', tag)
            if named and ("checkbox" not in tag or " checked" in tag):
                fields[named[1]] = html.unescape(value[1]) if value else ""
        for name, choices in re.findall(r'<select name="([^"]*)".*?>(.*?)</select>', form, re.DOTALL):
            chosen = re.search(r'<option value="([^"]*)" selected', choices)
            first = re.search(r'<option value="([^"]*)"', choices)
            picked = chosen or first
            fields[name] = html.unescape(picked[1]) if picked else ""
        fields.setdefault("skal", "Det står så i handlingen.")
        return client.post(address.partition("?")[0], data={**fields, **data}, follow_redirects=follow)

    return post
