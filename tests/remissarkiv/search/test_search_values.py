"""Which nämnd, party or person is meant by what was typed."""

import pytest

from remissarkiv.search.values import values_meant

NAMNDER = ["Socialnämnden", "Miljö- och byggnadsnämnden", "Kommunstyrelsen", "Kommunstyrelsens arbetsutskott"]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Socialnämnden", {"Socialnämnden"}),
        ("socialnamnden", {"Socialnämnden"}),
        ("social", {"Socialnämnden"}),
        ("socialndmnden", {"Socialnämnden"}),
        ("byggnads", {"Miljö- och byggnadsnämnden"}),
        ("miljö-", {"Miljö- och byggnadsnämnden"}),
        ("miljö byggnad", {"Miljö- och byggnadsnämnden"}),
        ("kommunstyrelsen", {"Kommunstyrelsen"}),
        ("kommunstyrelse", {"Kommunstyrelsen", "Kommunstyrelsens arbetsutskott"}),
        ("nämnden", set()),
        ("-", set()),
        ("", set()),
    ],
)
def test_a_namnd_by_name_or_beginning(asked: str, meant: set[str]) -> None:
    assert values_meant("namnd", asked, NAMNDER) == meant


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("S", {"S"}),
        ("sd", {"SD"}),
        ("Socialdemokraterna", {"S"}),
        ("liberalerna", {"L", "FP"}),
        ("fp", {"L", "FP"}),
        ("Lokalpartiet", {"Lokalpartiet"}),
        ("lokal", set()),
        ("m", set()),
    ],
)
def test_a_party_by_abbreviation_or_name_never_by_beginning(asked: str, meant: set[str]) -> None:
    assert values_meant("parti", asked, ["S", "SD", "L", "FP", "MP", "Lokalpartiet"]) == meant
