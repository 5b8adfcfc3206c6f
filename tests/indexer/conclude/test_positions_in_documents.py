"""Who takes which stance in whole documents: proposals, minutes, summaries of answers, reservations."""

from collections.abc import Callable
from pathlib import Path

import pytest

from indexer import understand
from remissarkiv.domain import Document

Told = tuple[str, str, str]
Understood = Callable[[str], Document]


@pytest.fixture
def understood(tmp_path: Path) -> Understood:
    def read(text: str) -> Document:
        file = tmp_path / "handling.txt"
        file.write_text(text, encoding="utf-8")
        return understand(file)

    return read


def told(document: Document) -> list[Told]:
    return [(p.actor.name, p.stance.value, p.status.value) for p in document.positions]


TJANSTEUTLATANDE = """Lövsta kommun
Omsorgsförvaltningen
Tjänsteutlåtande
2022-03-14
Dnr ON 2022/51

Till omsorgsnämnden

Svar på remiss av motion om husdjur på boenden

Förslag till beslut
1. Omsorgsnämnden tillstyrker motionens första att-sats.
2. Omsorgsnämnden avstyrker motionens andra att-sats.

Ärendet
Eva Holm (C) föreslår i en motion att hundar välkomnas på kommunens boenden och att
kommunen köper in katter.

Förvaltningens bedömning
Förvaltningen delar motionärens uppfattning att djur gör gott. Inköp av djur avstyrker
förvaltningen av kostnadsskäl.

Karin Dahl
Förvaltningschef
Omsorgsförvaltningen
"""


def test_a_proposal_is_the_boards_and_the_reasons_are_the_offices(understood: Understood) -> None:
    document = understood(TJANSTEUTLATANDE)

    assert told(document) == [
        ("Omsorgsnämnden", "tillstyrker", "förslag"),
        ("Omsorgsnämnden", "avstyrker", "förslag"),
        ("Omsorgsförvaltningen", "avstyrker", "förslag"),
    ]
    assert document.sympathy


KS = """Lövsta kommun
Kommunstyrelsen
Sammanträdesprotokoll 2022-05-03

§ 61  Dnr KS 2022/90
Motion om husdjur på boenden

Kommunstyrelsens beslut
Kommunstyrelsen föreslår kommunfullmäktige besluta
att motionen avslås.

Sammanfattning
Omsorgsnämnden har tillstyrkt motionen i den del som avser hundar. Kommunala
pensionärsrådet har ingen erinran.

Yrkanden
Eva Holm (C) yrkar bifall till motionen.
Ordföranden Per Lans (S) yrkar bifall till arbetsutskottets förslag.

Beslutsgång
Ordföranden finner att kommunstyrelsen beslutar enligt arbetsutskottets förslag.

Reservation
Eva Holm (C) reserverar sig mot beslutet till förmån för eget yrkande.
"""


def test_minutes_hold_the_bodys_proposal_what_others_answered_and_what_was_moved(
    understood: Understood,
) -> None:
    assert told(understood(KS)) == [
        ("Kommunstyrelsen", "avstyrker", "förslag"),
        ("Omsorgsnämnden", "tillstyrker delvis", "beslut"),
        ("Kommunala pensionärsrådet", "ingen erinran", "beslut"),
        ("Eva Holm (C)", "tillstyrker", "förslag"),
        ("Per Lans (S)", "avstyrker", "förslag"),
        ("Eva Holm (C)", "tillstyrker", "beslut"),
    ]


SUMMARY = """Lövsta kommun
Kommunledningskontoret
Tjänsteutlåtande 2022-04-20
Dnr KS 2022/90

Remissinstansernas svar

Omsorgsnämnden
Nämnden tillstyrker motionen.

Räddningstjänsten Västra Lövsta
avstyrker av brandskyddsskäl.

Lövsta kennelklubb
Klubben ställer sig bakom samtliga förslag.

Kommunledningskontorets bedömning
Kontoret anser att motionen bör avslås.
"""


def test_what_stands_below_a_name_is_the_answer_of_who_is_named(understood: Understood) -> None:
    assert told(understood(SUMMARY)) == [
        ("Omsorgsnämnden", "tillstyrker", "beslut"),
        ("Räddningstjänsten Västra Lövsta", "avstyrker", "beslut"),
        ("Lövsta kennelklubb", "tillstyrker", "beslut"),
        ("Kommunledningskontoret", "avstyrker", "förslag"),
    ]


def test_the_decision_of_fullmaktige_is_no_position(understood: Understood) -> None:
    document = understood(
        "Kommunfullmäktige\nProtokoll 2022-06-13\n\n§ 40 Motion om husdjur på boenden\n\nBeslut\n"
        "Kommunfullmäktige beslutar\natt avslå motionen.\n\nReservation\n"
        "Eva Holm (C) reserverar sig mot beslutet.\n"
    )

    assert told(document) == [("Eva Holm (C)", "tillstyrker", "beslut")]


def test_the_same_stance_said_twice_counts_once_where_it_is_decided(understood: Understood) -> None:
    document = understood(
        "Socialnämnden\nSammanträdesprotokoll 2022-06-13\n\n§ 40 Motion om husdjur, yttrande\n\nBeslut\n"
        "Socialnämnden avstyrker motionen.\n\nBedömning\nMotionen är kostsam. Nämnden avstyrker därför "
        "motionen.\n"
    )

    assert told(document) == [("Socialnämnden", "avstyrker", "beslut")]
    span = document.positions[0].span
    assert document.text[slice(*span)] == "Socialnämnden avstyrker motionen."


def test_a_motion_takes_no_position_of_its_own(understood: Understood) -> None:
    document = understood(
        "Motion\n\nTill kommunfullmäktige i Lövsta\n\nHusdjur på boenden\n\nVi står bakom tanken att djur "
        "gör gott. Jag yrkar att kommunfullmäktige bifaller motionen.\n\nEva Holm (C)\n"
    )

    assert [position for position in document.positions if position.actor.kind.value != "ledamot"] == []


def test_the_scanned_opinion_shares_the_aim_and_takes_no_stance(shared_data: Path) -> None:
    document = understand(shared_data / "tjansteutlatande-sof-2025-424.txt")

    assert document.positions == ()
    assert document.sympathy


def test_what_is_drawn_from_the_decision_is_unsure(understood: Understood) -> None:
    document = understood(
        "Kommunfullmäktige\nProtokoll 2022-06-13\n\n§ 40 Motion om husdjur på boenden\n\nBeslut\n"
        "Kommunfullmäktige avslår motionen.\n\nYrkanden\nPer Lans (S) yrkar avslag på motionen.\n\n"
        "Reservation\nEva Holm (C) reserverar sig mot beslutet.\n"
    )

    assert [(p.actor.name, p.certain) for p in document.positions] == [
        ("Per Lans (S)", True),
        ("Eva Holm (C)", False),
    ]
