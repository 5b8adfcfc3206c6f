"""What is understood of the real documents beside the project."""

from pathlib import Path

import pytest

from indexer.extract import extract
from indexer.normalise import normalise
from indexer.readers import read
from remissarkiv.domain import Document
from remissarkiv.errors import UnreadableFileError


def understood(file: Path) -> Document:
    return extract(normalise(read(file.read_bytes(), file.name)), name=file.name)


@pytest.fixture
def utlatande(shared_data: Path) -> Document:
    return understood(shared_data / "tjansteutlatande-sof-2025-424.txt")


def test_the_damaged_tjansteutlatande_is_shown_in_correct_swedish(utlatande: Document) -> None:
    assert utlatande.title == (
        "Remiss av motion om att inrätta ett kompetenscenter mot transnationellt förtryck i Stockholm"
    )
    assert (utlatande.kind.value, utlatande.namnd, utlatande.kommun) == (
        "tjänsteutlåtande",
        "Socialnämnden",
        "Stockholm",
    )
    assert [(m.name, m.party) for m in utlatande.motioner] == [("Åsa Nilsson Söderström", "L")]
    assert utlatande.remissinstanser == (
        "Stadsledningskontoret",
        "Socialnämnden",
        "Bromma stadsdelsnämnd",
        "Kungsholmens stadsdelsnämnd",
        "Skarpnäcks stadsdelsnämnd",
        "Center mot våldsbejakande extremism",
        "Järva stadsdelsnämnd",
        "Säkerhetspolisen",
    )


def test_its_own_dnr_and_the_senders_are_told_apart(utlatande: Document) -> None:
    assert {m.dnr.value: m.role.value for m in utlatande.dnr} == {
        "SOF 2025/424": "eget",
        "KS 2025/448": "avsändarens",
    }


def test_its_sections_are_found_under_damaged_headings(utlatande: Document) -> None:
    assert [section.kind.value for section in utlatande.sections if section.heading] == [
        "förslag till beslut",
        "sammanfattning",
        "bakgrund",
        "remissinstanser",
        "ärendet",
        "ärendets beredning",
        "synpunkter och förslag",
        "bilagor",
    ]


def test_two_signatures_on_one_line_are_two_people(utlatande: Document) -> None:
    assert [(s.name, s.title, s.unit) for s in utlatande.signatories] == [
        ("Veronica Carstorp Wolgast", "Socialdirektör", "Socialförvaltningen"),
        ("Lina Blombergsson", "Avdelningschef", "Socialförvaltningen"),
    ]


def test_a_day_without_a_year_is_no_date(utlatande: Document) -> None:
    assert utlatande.date is None


def test_minutes_are_protokoll_of_their_board_and_day(shared_data: Path) -> None:
    for file in sorted((shared_data / "municipal").glob("*.md")):
        document = understood(file)
        assert (document.kind.value, document.namnd, document.kommun) == (
            "protokoll",
            "Kommunstyrelsen",
            "Kungsbacka",
        )
        assert document.date is not None
        assert document.date.isoformat() == "2024-01-23"
        assert [mention.role.value for mention in document.dnr] == ["eget"]


KIND_OF_FOLDER = {
    "departementsserien-och-promemorior": "utredning",
    "interpellation": "interpellation",
    "kommittedirektiv": "direktiv",
    "lagradsremiss": "lagrådsremiss",
    "pressmeddelanden": "pressmeddelande",
    "proposition": "proposition",
    "regeringsuppdrag": "regeringsuppdrag",
    "remisser": "remiss",
    "statens-offentliga-utredningar": "utredning",
    "tal": "tal",
}


@pytest.mark.parametrize("folder", sorted(KIND_OF_FOLDER))
def test_most_documents_of_a_folder_are_of_its_kind(shared_data: Path, folder: str) -> None:
    kinds = []
    for file in sorted((shared_data / "files" / folder).iterdir()):
        try:
            kinds.append(understood(file).kind.value)
        except UnreadableFileError:
            continue
    assert kinds.count(KIND_OF_FOLDER[folder]) >= 0.85 * len(kinds)


def test_the_list_of_a_state_remiss_is_read_whole(shared_data: Path) -> None:
    document = understood(shared_data / "files" / "remisser" / "g0vse-04218dddc62e.md")
    assert document.remissinstanser[0] == "Kammarrätten i Stockholm"
    assert "Kommunalförbundet Sörmlands Kollektivtrafikmyndighet" in document.remissinstanser
    assert [(m.dnr.value, m.role.value) for m in document.dnr] == [("N 2016/487", "eget")]
