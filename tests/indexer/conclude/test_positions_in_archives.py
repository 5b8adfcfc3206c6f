"""Positions in the kinds of document that archives hold besides: lists, tables, papers of councillors."""

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
    return [(p.actor.name, p.stance.value, p.form.value) for p in document.positions]


ANSWER, YRKANDE, RESERVATION = "ställningstagande", "yrkande", "reservation"
UTTALANDE, ERSATTARE = "särskilt uttalande", "ersättaryttrande"


def test_answers_in_a_table_are_theirs_whom_the_rows_name(understood: Understood) -> None:
    document = understood(
        "Kommunledningskontoret\nTjänsteutlåtande 2014-02-10\n\nMotion om flytt av biblioteket\n\n"
        "Remissinstans                 Svar\nKulturnämnden                 Avstyrker\n"
        "Tekniska nämnden              Ingen erinran\nPensionärsrådet               Ja, men inte i år.\n\n"
        "Kommunledningskontorets överväganden\nMotionen bör därför lämnas utan bifall.\n"
    )

    assert told(document) == [
        ("Kulturnämnden", "avstyrker", ANSWER),
        ("Tekniska nämnden", "ingen erinran", ANSWER),
        ("Pensionärsrådet", "tillstyrker delvis", ANSWER),
        ("Kommunledningskontoret", "avstyrker", ANSWER),
    ]


def test_answers_in_a_list_are_theirs_who_stand_before_the_colon(understood: Understood) -> None:
    document = understood(
        "Kommunkansliet\nTjänsteskrivelse 2007-01-30\n\nMotion om flaggning\n\nInkomna svar\n"
        "- Kultur- och fritidsnämnden: Tillstyrker motionen.\n"
        "- Samfundet Gamla Tuna: Har avböjt att yttra sig.\n\n"
        "Kansliets bedömning\nKansliet anser att motionen bör bifallas.\n"
    )

    assert told(document) == [
        ("Kultur- och fritidsnämnden", "tillstyrker", ANSWER),
        ("Samfundet Gamla Tuna", "avstår", ANSWER),
        ("Kommunkansliet", "tillstyrker", ANSWER),
    ]


def test_what_the_board_shall_decide_is_the_boards_position(understood: Understood) -> None:
    document = understood(
        "Kulturförvaltningen\nTjänsteutlåtande 2014-08-27\n\nSvar på motion om fristad\n\n"
        "Förslag till beslut\nKulturnämnden beslutar\natt tillstyrka motionen, samt\n"
        "att överlämna detta tjänsteutlåtande till kommunstyrelsen som sitt svar.\n"
    )

    assert [(p.actor.name, p.status.value) for p in document.positions] == [("Kulturnämnden", "förslag")]


def test_support_of_a_part_is_partial_unless_the_rest_is_spoken_of(understood: Understood) -> None:
    alone = understood("Polisen tillstyrker motionen i den del som avser närvaro.\n")
    both = understood(
        "Kommunstyrelsen föreslår kommunfullmäktige besluta\n1. att bifalla motionen i den del som avser "
        "hundar\n2. att avslå motionen i övrigt\n"
    )

    assert [p.stance.value for p in alone.positions] == ["tillstyrker delvis"]
    assert [p.stance.value for p in both.positions] == ["tillstyrker", "avstyrker"]


def test_announced_papers_are_theirs_who_made_them(understood: Understood) -> None:
    document = understood(
        "Östra stadsdelsnämnden\nProtokoll 2009-06-18\n\n§ 12 Svar på remiss om parklekar\n\n"
        "Nämndens beslut\nStadsdelsnämnden avstyrker motionen.\n\n"
        "Reservation anfördes av Bo Lantz m.fl. (S) enligt följande:\n"
        '"Nämnden borde ha beslutat att tillstyrka motionen."\n\n'
        'Särskilt uttalande gjordes av Yasemin Aksel (V):\n"Vi saknar en tidplan."\n\n'
        'Ersättaryttrande av Leif Norgren (MP):\n"Hade jag haft rösträtt hade jag röstat för motionen."\n'
    )

    assert told(document) == [
        ("Östra stadsdelsnämnden", "avstyrker", ANSWER),
        ("Bo Lantz m.fl. (S)", "tillstyrker", RESERVATION),
        ("Yasemin Aksel (V)", "otydligt", UTTALANDE),
        ("Leif Norgren (MP)", "tillstyrker", ERSATTARE),
    ]


def test_who_wrote_the_motion_reserves_himself_for_it(understood: Understood) -> None:
    document = understood(
        "Kommunfullmäktige\nProtokoll 1993-10-25\n\n§ 118 Motion om närradio\n\n"
        "Göran Thell (nyd) har i motion hemställt att sammanträdena sänds i närradion.\n\n"
        "Kommunstyrelsen hemställer att fullmäktige måtte besluta att motionen avslås.\n\n"
        "Fullmäktige beslutar i enlighet med kommunstyrelsens hemställan.\n\n"
        "Göran Thell anmäler muntlig reservation.\n"
    )

    assert told(document) == [
        ("Kommunstyrelsen", "avstyrker", ANSWER),
        ("Göran Thell (nyd)", "tillstyrker", RESERVATION),
    ]


@pytest.mark.parametrize(
    "benefit",
    ["motionen i dess helhet", "Eva Holms yrkande", "bifallsyrkandet"],
)
def test_a_reservation_is_for_what_it_benefits(understood: Understood, benefit: str) -> None:
    document = understood(
        "Kommunfullmäktige\nProtokoll 2022-06-13\n\n§ 40 Motion om husdjur\n\nYrkanden\n"
        f"Eva Holm (C) yrkar bifall till motionen.\n\nReservation\nPer Lo (L) reserverar sig till förmån för "
        f"{benefit}.\n"
    )

    assert told(document) == [
        ("Eva Holm (C)", "tillstyrker", YRKANDE),
        ("Per Lo (L)", "tillstyrker", RESERVATION),
    ]


def test_the_proposal_on_the_table_is_what_is_proposed_to_decide(understood: Understood) -> None:
    document = understood(
        "Kommunstyrelsen\nProtokoll 2015-11-04\n\n§ 217 Motion om e-förslag\n\n"
        "Kommunstyrelsens förslag till kommunfullmäktige\nMotionen avslås.\n\n"
        "Ärendet\nKommunikationsavdelningen tillstyrker motionen.\n\n"
        "Yrkanden\nKjell Persson (C) yrkar bifall till liggande förslag.\n"
        "Ordföranden yrkar avslag på motionen.\n"
    )

    assert told(document)[2:] == [
        ("Kjell Persson (C)", "avstyrker", YRKANDE),
        ("Ordföranden", "avstyrker", YRKANDE),
    ]


def test_a_ministry_that_asks_has_not_answered(understood: Understood) -> None:
    document = understood(
        "Yttrande\n2021-01-26\n\nUtbildningsdepartementet\n\nRemissvar: Förskola för alla (SOU 2020:67)\n\n"
        "Hallstaviks kommun har beretts tillfälle att yttra sig över betänkandet.\n\nSynpunkter\n"
        "Kommunen tillstyrker förslaget om uppsökande verksamhet.\n"
    )

    assert told(document) == [("Hallstaviks kommun", "tillstyrker", ANSWER)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nämnden får avstyrka en ansökan när etableringen skadar andra skolor.",
        "Ofta tillstyrker nämnden ansökan, men ibland avstyrker den.",
        "Kent Nord (SD) frågar om nämnden tänker bifalla fler ansökningar.",
        "Kommunstyrelsen ställer sig bakom miljönämndens förslag till yttrande.",
        "Beredningen tillstyrkte föredragandens förslag.",
        "Bidraget ges till unga som får avslag på sin ansökan om ersättning.",
    ],
)
def test_what_is_told_of_others_and_in_general_is_no_position(understood: Understood, sentence: str) -> None:
    assert told(understood(f"{sentence}\n")) == []


def test_what_is_conceded_gives_way_to_what_is_held(understood: Understood) -> None:
    document = understood(
        "Gatunämnden har i och för sig inget att invända mot fler nattbussar men avstyrker motionen.\n"
    )

    assert told(document) == [("Gatunämnden", "avstyrker", ANSWER)]
