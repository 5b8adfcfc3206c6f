"""Names and titles of damaged documents are shown in correct Swedish, and nothing else is touched."""

import pytest

from indexer.extract.misreading import misreading_cost
from indexer.extract.restore_names import Restorer

DAMAGED = Restorer("Föreningen för Kräftmöjligheter", damaged=True)


@pytest.mark.parametrize(
    ("read", "true"),
    [
        ("Asa Nilsson Sdderstrdm", "Åsa Nilsson Söderström"),
        ("Asa Nilsson Soderstrém", "Åsa Nilsson Söderström"),
        ("Hakan Hagglund", "Håkan Hägglund"),
        ("Mans Bodstrom", "Måns Bodström"),
        ("Socialnimnden", "Socialnämnden"),
        ("Bromma stadsdelsndmnd", "Bromma stadsdelsnämnd"),
        ("Skarpnicks stadsdelsndmnd", "Skarpnäcks stadsdelsnämnd"),
        ("Siakerhetspolisen", "Säkerhetspolisen"),
        ("Miljo- och halsoskyddsnamnden", "Miljö- och hälsoskyddsnämnden"),
        ("Lansstyrelsen 1 Vasternorrlands lan", "Länsstyrelsen i Västernorrlands län"),
        ("SKARPNACKS STADSDELSNAMND", "SKARPNÄCKS STADSDELSNÄMND"),
    ],
)
def test_a_damaged_name_is_restored(read: str, true: str) -> None:
    assert DAMAGED.name(read) == true


@pytest.mark.parametrize(
    "name",
    [
        "Ida Holm",
        "Mirja Hirvonen",
        "Veronica Carstorp Wolgast",
        "Lina Blombergsson",
        "Bo Tenje",
        "Ali Hassan",
        "SD",
    ],
)
def test_a_name_that_was_read_right_stays(name: str) -> None:
    assert DAMAGED.name(name) == name


@pytest.mark.parametrize(
    ("read", "true"),
    [
        ("Svar pa motion om utokad hemtjanst for aldre", "Svar på motion om utökad hemtjänst för äldre"),
        (
            "ett kompetenscenter mot transnationellt fortryck 1 Stockholm",
            "ett kompetenscenter mot transnationellt förtryck i Stockholm",
        ),
        ("Motion om stor hundrastgard", "Motion om stor hundrastgård"),
    ],
)
def test_a_damaged_title_is_restored(read: str, true: str) -> None:
    assert DAMAGED.phrase(read) == true


REPAIRED = Restorer("Föreningen för Kräftmöjligheter", damaged=True, repaired=True)


@pytest.mark.parametrize("restorer", [DAMAGED, REPAIRED])
@pytest.mark.parametrize(
    "name",
    ["Kjell-Inge Brandmyr", "Sten-Inge Hakanfors", "Inge Malm", "Per-Inge Hallman", "Mats Hallmyr"],
)
def test_a_given_name_is_no_place(restorer: Restorer, name: str) -> None:
    assert restorer.name(name) == name
    assert restorer.phrase(f"Motion av {name}") == f"Motion av {name}"


def test_both_halves_of_a_name_are_looked_at() -> None:
    assert REPAIRED.name("Asa-Lena Vangdal") == "Åsa-Lena Vangdal"
    assert REPAIRED.name("Sten-Ake Ornfjall") == "Sten-Åke Örnfjäll"


def test_a_word_of_a_repaired_text_that_swedish_has_stays() -> None:
    assert REPAIRED.name("Mans Radhammar") == "Mans Radhammar"
    assert REPAIRED.phrase("Bilaga 1 till motion om rad i bokslut") == "Bilaga 1 till motion om rad i bokslut"
    assert REPAIRED.name("Kraftmojligheter i Goteborg") == "Kräftmöjligheter i Göteborg"


def test_another_spelling_in_the_document_is_evidence() -> None:
    assert DAMAGED.name("Kraftmojligheter") == "Kräftmöjligheter"
    assert Restorer("utan den", damaged=True).name("Kraftmojligheter") != "Kräftmöjligheter"


def test_a_document_without_damage_is_left_alone() -> None:
    assert Restorer("Asa Soderstrom, Aland", damaged=False).name("Asa Soderstrom") == "Asa Soderstrom"


def test_only_misreadings_of_swedish_letters_explain_a_word() -> None:
    assert misreading_cost("säkerhetspolisen", "siakerhetspolisen") is not None
    assert misreading_cost("säkerhetspolisen", "sukerhetspolisen") is None
    assert misreading_cost("åsa", "osa") != 0
