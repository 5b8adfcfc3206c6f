"""What a person has corrected counts everywhere: in the margin, in search, on the pages of principles."""

import dataclasses
import html
import re

from flask.testing import FlaskClient

from remissarkiv.bootstrap import Archive
from remissarkiv.corrections import What, finding_value, of_finding
from remissarkiv.domain import Verdict
from remissarkiv.sync import catch_up

WHY = "Det är bara rådgivningen som faller utanför."


def words(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, response.text
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", response.text)).split())


def test_a_corrected_verdict_is_shown_as_corrected_and_found_as_what_it_became(
    client: FlaskClient, concluding: Archive
) -> None:
    access = concluding.guest_access()
    document = concluding.catalog.document("bedomt", access).document
    was = document.assessments[0]
    became = dataclasses.replace(was, verdict=Verdict.PARTLY)
    draft = of_finding(document, What.ASSESSMENT, was, finding_value(became))
    concluding.catalog.corrections.add("bedomt", [draft], "Eva Ek", WHY, access)
    catch_up(concluding.catalog, concluding.engine)

    told = words(client, "/dokument/bedomt")
    assert "◐ delvis förenligt : juridisk rådgivning till enskilda" in told
    assert "rättad för hand" in told
    assert WHY in told
    assert "0 träffar" in words(client, '/sok?q=kompetens:"inte förenligt"')
    assert "1 träff" in words(client, "/sok?q=kompetens:delvis")
    assert "◐ delvis förenligt 1 dokument" in words(client, "/princip/statens-ansvar")


def test_whoever_may_not_correct_is_offered_no_way_to(client: FlaskClient, concluding: Archive) -> None:
    assert "/ratta" not in client.get("/dokument/bedomt").text
