"""Stances that only the sentences around them tell: whose proposal is moved, who does as another does, whose
words go on, and who wrote a paper without a letterhead."""

from collections.abc import Callable
from pathlib import Path

import pytest

from indexer import understand
from remissarkiv.domain import Document

Told = tuple[str, str, str]
Understood = Callable[[str, str], Document]


@pytest.fixture
def understood(tmp_path: Path) -> Understood:
    def read(name: str, text: str) -> Document:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return understand(file)

    return read


def told(document: Document) -> list[Told]:
    return [(p.actor.name, p.stance.value, p.status.value) for p in document.positions]


MINUTES = """Lillhärje kommun
Kommunfullmäktige
Sammanträdesprotokoll 2024-05-27

§ 66 Svar på motion om en strategi mot ensamhet (KS 2023/501)

Kommunfullmäktiges beslut
1. Motionens första yrkande avslås.
2. Motionens andra yrkande bifalls.

Sammanfattning
Kommunstyrelsens arbetsutskott har föreslagit att motionen avslås. Kommunstyrelsen har den
7 maj föreslagit kommunfullmäktige att motionen ska anses besvarad.

Förslag på sammanträdet
Sara Wrede (S): bifall till kommunstyrelsens förslag.

Reservationer
Folke Lund (M) reserverar sig mot beslutspunkten 2.
"""


def test_the_proposal_that_is_moved_is_that_of_the_body_that_is_named(understood: Understood) -> None:
    assert ("Sara Wrede (S)", "otydligt", "förslag") in told(understood("protokoll.txt", MINUTES))


def test_a_reservation_against_one_point_is_against_what_was_decided_there(understood: Understood) -> None:
    assert ("Folke Lund (M)", "avstyrker", "beslut") in told(understood("protokoll.txt", MINUTES))


ANSWERS = """Kommunledningskontoret
Tjänsteutlåtande
2019-05-02

Svar på motion om sommarlovskort

Förslag till beslut
Kommunfullmäktige avslår motionen.

Remissinstanserna
Kulturkontoret tillstyrker att kortet införs. Kiosken avstyrks däremot. Norra
stadsdelsnämnden avstyrker motionen. Studentkåren gör likaså. Visita Norr har svarat och
tillstyrker motionen.

Kommunledningskontorets bedömning
Kommunledningskontoret föreslår att fullmäktige avslår motionen.
"""


def test_answers_in_a_paper_belong_to_those_who_gave_them(understood: Understood) -> None:
    assert told(understood("tjut.txt", ANSWERS)) == [
        ("Kommunfullmäktige", "avstyrker", "förslag"),
        ("Kulturkontoret", "tillstyrker", "beslut"),
        ("Kulturkontoret", "avstyrker", "beslut"),
        ("Norra stadsdelsnämnden", "avstyrker", "beslut"),
        ("Studentkåren", "avstyrker", "beslut"),
        ("Visita Norr", "tillstyrker", "beslut"),
        ("Kommunledningskontoret", "avstyrker", "förslag"),
    ]


COMPILED = """Utlåtande

Kommunal matkasse till äldre i glesbygd
Motion av Torgny Lind (C)

Kommunstyrelsen föreslår att kommunfullmäktige beslutar följande
1. Motionen avslås.

Remisser

Ärendet har remitterats till äldrenämnden och Region Norrhärje.

Äldrenämnden beslutade den 9 september 2020 att avstyrka motionen. Nämnden anser att
matdistributionen fungerar väl.

Region Norrhärje meddelar att regionen inte har några synpunkter på motionen.
"""


def test_a_compilation_of_answers_is_no_request_for_them(understood: Understood) -> None:
    assert told(understood("utlatande.txt", COMPILED)) == [
        ("Kommunstyrelsen", "avstyrker", "förslag"),
        ("Äldrenämnden", "avstyrker", "beslut"),
        ("Region Norrhärje", "ingen erinran", "beslut"),
    ]


@pytest.mark.parametrize(
    ("text", "author"),
    [
        (
            "Näringslivskontoret har sedan ett år en utvecklare anställd. Motionen är väckt i mars, och "
            "kontoret föreslår att motionen anses besvarad.",
            "Näringslivskontoret",
        ),
        (
            "Vi i ungdomsfullmäktige har pratat om förslaget. Många av oss jobbar. Därför tillstyrker vi "
            "motionen.",
            "Ungdomsfullmäktige",
        ),
        (
            "Stadshus AB:s styrelse har den 3 september behandlat remissen. Styrelsen avstyrker "
            "försäljningen.",
            "Stadshus AB",
        ),
        (
            "Kulturutskottet behandlade den 3 februari förslaget. Utskottet tillstyrker.",
            "Kulturutskottet",
        ),
    ],
)
def test_who_is_called_by_half_a_name_is_known_by_the_whole(
    understood: Understood, text: str, author: str
) -> None:
    assert [actor for actor, _, _ in told(understood("remissvar.txt", text))] == [author]


def test_who_stands_behind_anothers_answer_holds_what_that_one_holds(understood: Understood) -> None:
    document = understood(
        "yttrande.txt",
        "Vittangi sameby avstyrker planen med anledning av flyttleden. Samrådet ställer sig bakom "
        "samebyns yttrande.",
    )

    assert told(document) == [
        ("Vittangi sameby", "avstyrker", "beslut"),
        ("Samrådet", "avstyrker", "beslut"),
    ]
