"""What whole minutes and tjänsteutlåtanden decide: each decision once, by body and level, in any text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from indexer import understand
from indexer.conclude.decided import find_decisions
from indexer.conclude.statements import statements_of
from remissarkiv.domain import (
    ActorKind,
    Decision,
    Document,
    Kind,
    Outcome,
    Section,
    SectionKind,
    Span,
    Status,
)

KF = """Hällsjö kommun
Kommunfullmäktige
Protokollsutdrag 2016-05-10

§ 41   Dnr KS 2015/312

Svar på motion om belysning vid Kvarndammen

"""


def _understood(text: str, folder: Path) -> Document:
    file = folder / "handling.txt"
    file.write_text(text, encoding="utf-8")
    return understand(file)


def _told(document: Document) -> list[tuple[str, str, str]]:
    return [(one.outcome.value, one.actor.name, one.status.value) for one in document.decisions]


def _sentence(document: Document, one: Decision) -> str:
    return document.text[slice(*one.span)].replace("\n", " ")


def test_fullmaktige_agrees_to_what_kommunstyrelsen_proposed(tmp_path: Path) -> None:
    document = _understood(
        f"{KF}Beslut\nKommunfullmäktige beslutar enligt kommunstyrelsens förslag.\n\n"
        "Kommunstyrelsens förslag till kommunfullmäktige\nMotionen anses besvarad.\n\n"
        "Arbetsutskottets förslag\nMotionen avslås.\n",
        tmp_path,
    )
    assert ("besvarad", "Kommunfullmäktige", "beslut") in _told(document)
    assert ("avslag", "Kommunfullmäktige", "beslut") not in _told(document)


def test_a_proposal_that_the_document_does_not_hold_is_not_guessed(tmp_path: Path) -> None:
    document = _understood(f"{KF}Beslut\nKommunfullmäktige bifaller kommunstyrelsens förslag.\n", tmp_path)
    assert document.decisions == ()


def test_a_councillor_s_yrkande_is_not_taken_for_the_proposal_of_an_office(tmp_path: Path) -> None:
    document = _understood(
        f"{KF}Kommunfullmäktiges beslut\nKommunfullmäktige bifaller Karin Ahls (S) yrkande.\n\n"
        "Kommunledningskontorets förslag till beslut\nMotionen avslås.\n",
        tmp_path,
    )
    assert _told(document) == [("avslag", "Kommunfullmäktige", "förslag")]


def test_a_decision_told_again_in_the_summary_counts_once(tmp_path: Path) -> None:
    document = _understood(
        f"{KF}Beslut\nMotionen avslås.\n\n"
        "Sammanfattning\nKommunfullmäktige beslutar att avslå motionen.\n"
        "Kommunstyrelsen föreslår att motionen avslås.\n\n"
        "Beslutsgång\nOrdföranden finner att motionen avslås.\n",
        tmp_path,
    )
    assert [told for told in _told(document) if told[2] == "beslut"] == [
        ("avslag", "Kommunfullmäktige", "beslut")
    ]


def test_each_point_is_shown_by_its_own_words(tmp_path: Path) -> None:
    document = _understood(
        f"{KF}Beslut\nKommunfullmäktige beslutar\natt bifalla motionens första att-sats, samt\n"
        "att i övrigt anse motionen besvarad.\n",
        tmp_path,
    )
    assert [_sentence(document, one) for one in document.decisions] == [
        "att bifalla motionens första att-sats, samt",
        "att i övrigt anse motionen besvarad.",
    ]


def test_an_office_that_proposes_in_its_text_yields_to_the_proposal_under_its_heading(tmp_path: Path) -> None:
    document = _understood(
        "Hällsjö kommun\nSocialförvaltningen\nTjänsteutlåtande\n2016-05-10\n\nTill socialnämnden\n\n"
        "Remiss av motion om belysning\n\n"
        "Förslag till beslut\nSocialnämnden antar yttrandet som sitt eget.\n\n"
        "Överväganden\nFörvaltningen föreslår att motionen avslås.\n",
        tmp_path,
    )
    assert _told(document) == [("antar yttrande", "Socialnämnden", "förslag")]


def test_votes_tell_the_decision_where_nothing_else_does(tmp_path: Path) -> None:
    document = _understood(
        f"{KF}Beslutsgång\nOmröstning begärs. Med 21 röster mot 18 beslutar kommunfullmäktige att avslå "
        "motionen.\n",
        tmp_path,
    )
    assert _told(document) == [("avslag", "Kommunfullmäktige", "beslut")]


def test_the_kind_of_body_is_told(tmp_path: Path) -> None:
    document = _understood(
        f"{KF}Beslut\nMotionen bifalls.\n\nÄrendet\nKommunstyrelsen föreslår att motionen avslås.\n", tmp_path
    )
    assert {one.actor.kind for one in document.decisions} == {ActorKind.FULLMAKTIGE}


@pytest.mark.parametrize("kind", [Kind.DOM, Kind.PROPOSITION, Kind.MYNDIGHETSBESLUT])
def test_courts_and_the_state_make_no_decisions_of_a_kommun(kind: Kind) -> None:
    text = "Kommunfullmäktige beslutar att avslå motionen."
    document = Document("Dom", kind, text, text)
    assert find_decisions(document, statements_of(document)) == ()


def test_what_a_motion_moves_is_no_proposal_of_a_body(tmp_path: Path) -> None:
    document = _understood(
        "Motion om bygglov vid stranden\n\nTill kommunfullmäktige i Hällsjö\n\n"
        "Kommunen har i år fått in tolv ansökningar om bygglov vid stranden.\n\nFörslag till beslut\n"
        "att alla ansökningar om bygglov vid stranden avslås\n\nKarin Ahl (S)\n",
        tmp_path,
    )
    assert document.kind is Kind.MOTION
    assert document.decisions == ()


def test_a_section_of_decisions_ends_where_prose_follows_prose(tmp_path: Path) -> None:
    prose = "Dammen ligger i skogens norra kant och nås i dag på en smal stig utan någon belysning alls. "
    document = _understood(
        f"{KF}Beslut\nMotionen bifalls.\n\n{prose * 4}Ansökningar avslås av andra.\n", tmp_path
    )
    assert _told(document) == [("bifall", "Kommunfullmäktige", "beslut")]


def test_words_that_ocr_left_without_rings_are_read() -> None:
    text = "Kommunfullmaktige beslutar att avsla motionen. Arendet aterremitteras inte."
    document = Document("Motion", Kind.PROTOKOLL, text, text, namnd="Kommunfullmäktige")
    (one,) = find_decisions(document, statements_of(document))
    assert (one.outcome, one.status) == (Outcome.AVSLAG, Status.BESLUT)


@pytest.mark.parametrize(
    "piece",
    [
        "kommunfullmäktige beslutar att avslå motionen ",
        "Motionen avslås. ",
        "1. Motionens att-sats 12 avslås.\n",
        "att ",
        "anser att att att bifall till ",
        "enligt kommunstyrelsens ",
        "lämnas lämnas utan ",
        "Barn-, barn-, ungdoms- och ",
        "föreslår hos till för att ",
        "(s) och och föreslår ",
        "om motionen ",
        "\n\natt bifalla\n\n",
        "Åäö İ ß ",
    ],
)
@pytest.mark.parametrize("kind", [SectionKind.BESLUT, SectionKind.OVRIGT])
def test_time_grows_with_the_text_whatever_it_holds(
    piece: str, kind: SectionKind, growth: Callable[..., float]
) -> None:
    def read(text: str) -> object:
        section = Section(kind, "", Span(0, len(text)))
        document = Document(
            "Motion", Kind.PROTOKOLL, text, text, namnd="Kommunfullmäktige", sections=(section,)
        )
        return find_decisions(document, statements_of(document))

    assert growth(read, piece) < 8
