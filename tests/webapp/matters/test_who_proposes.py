"""What is only proposed to a body is never shown as that body's own; many sentences are folded."""

import dataclasses

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from remissarkiv.bootstrap import Archive
from remissarkiv.domain import (
    Actor,
    ActorKind,
    Assessment,
    Decision,
    Outcome,
    Position,
    Span,
    Stance,
    Status,
    Verdict,
)
from webapp.matters.said import role

PAGE = "/arende/exempelstad-kommun/KS-2004-118"
COUNCIL = Actor("Kommunfullmäktige", ActorKind.FULLMAKTIGE)
BOARD = Actor("Kommunstyrelsen", ActorKind.KOMMUNSTYRELSE)


@pytest.mark.parametrize(
    ("decider", "proposer", "expected"),
    [
        (COUNCIL, BOARD, "kommunstyrelsens förslag till fullmäktige"),
        (COUNCIL, Actor("Kansliet", ActorKind.FORVALTNING), "förvaltningens förslag till fullmäktige"),
        (COUNCIL, None, "förslag till fullmäktige"),
        (BOARD, None, "förslag till kommunstyrelsen"),
    ],
)
def test_a_proposal_is_the_proposers(decider: Actor, proposer: Actor | None, expected: str) -> None:
    proposed = Decision(Outcome.AVSLAG, decider, Span(0, 5), Status.FORSLAG)
    assert role(decider, Status.FORSLAG, proposed, proposer) == expected


def test_what_kommunstyrelsen_proposes_is_called_hers_in_the_course(
    arende: Archive, client: FlaskClient
) -> None:
    span = Span(0, 34)
    proposed = Decision(Outcome.AVSLAG, COUNCIL, span, Status.FORSLAG, target="andra att-satsen")
    position = Position(Stance.AGAINST, BOARD, span, Status.FORSLAG)
    _change(arende, "kf", decisions=(proposed,), positions=(position,))
    course = BeautifulSoup(client.get(PAGE).text, "html.parser").select_one(".course")
    assert course is not None
    told = " ".join(course.get_text(" ").split())
    assert "avslag andra att-satsen Kommunstyrelsen kommunstyrelsens förslag till fullmäktige" in told
    assert "fullmäktiges förslag" not in told


def test_more_than_two_verdicts_are_folded_below_the_one_that_sums_them_up(
    arende: Archive, client: FlaskClient
) -> None:
    office = Actor("Socialförvaltningen", ActorKind.FORVALTNING)
    verdicts = (Verdict.WITHIN, Verdict.OUTSIDE, Verdict.WITHIN)
    judged = tuple(
        Assessment(verdict, Span(n, n + 9), concerns=f"del {n}", actor=office)
        for n, verdict in enumerate(verdicts)
    )
    _change(arende, "sn", assessments=judged)
    page = BeautifulSoup(client.get(PAGE).text, "html.parser")
    [folded] = page.select(".matrix details")
    assert "3 meningar" in folded.get_text()
    assert len(folded.select("li")) == 3
    assert folded.parent is not None
    chip = folded.parent.select_one(".chip")
    assert chip is not None
    assert "delvis förenligt" in chip.get_text()


def _change(archive: Archive, id: str, **changed: object) -> None:
    access = archive.guest_access()
    [stored] = archive.catalog.documents([id], access).values()
    document = dataclasses.replace(stored.document, **changed)
    with archive.catalog.write() as writer:
        writer.put(dataclasses.replace(stored, document=document), ())
