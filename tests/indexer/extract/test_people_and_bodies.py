"""Who put a motion, and who was asked what they think of it, in the ways documents tell it."""

import pytest

from indexer import extract, normalise, readers
from remissarkiv.domain import Document


def understood(text: str, name: str = "a.txt") -> Document:
    return extract.extract(normalise.normalise(readers.read(text.encode(), name)), name=name)


def movers(text: str) -> list[tuple[str, str]]:
    return [(mention.name, mention.party) for mention in understood(text).motioner]


ANSWER = """Storvikens kommun
Kulturnämnden

TJÄNSTEUTLÅTANDE
2011-05-03
Dnr KUN 2011/44

Yttrande över motion om fritidsbank

Ärendet
{line}

Förslag till beslut
Kulturnämnden antar yttrandet.
"""
ANNA, BO = ("Anna Lindberg", "C"), ("Bo Ekdahl", "M")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Vid mötet väckte Anna Lindberg och Bo Ekdahl (båda c) en motion om lån av skidor.",
            [ANNA, ("Bo Ekdahl", "C")],
        ),
        ("Anna Lindberg och Bo Ekdahl, båda (c), föreslår i motion en bank.", [ANNA, ("Bo Ekdahl", "C")]),
        ("Anna Lindberg (c) och Bo Ekdahl (m) har motionerat om en fritidsbank.", [ANNA, BO]),
        ("Anna Lindberg (c) och Bo Ekdahl (m) yrkade i en motion den 3 mars att skidor köps.", [ANNA, BO]),
        ("Anna Lindberg (c) lämnade vid fullmäktiges möte i mars en motion om skidor.", [ANNA]),
        ("Anna Lindberg (c) och Bo Ekdahl (m) vill att kommunen lånar ut skidor.", [ANNA, BO]),
        ("Anna Lindberg (c) och Bo Ekdahl (m) har hemställt att skidor köps in.", [ANNA, BO]),
        ("Anna Lindberg (c) föreslår förbud mot att sälja begagnade skidor.", [ANNA]),
        ("Motion inlämnad 2011-01-02 av Anna Lindberg (C) och Bo Ekdahl (M).", [ANNA, BO]),
        ("Motionärerna, Anna Lindberg (c) och Bo Ekdahl (m), vill låna ut skidor.", [ANNA, BO]),
        (
            "I motion väckt den 2 januari 2011 har Anna Lindberg (c) och Bo Ekdahl (m) begärt skidor.",
            [ANNA, BO],
        ),
        ("I motion till fullmäktige av Anna Lindberg (c) föreslås en fritidsbank.", [ANNA]),
    ],
)
def test_those_who_put_the_motion_are_found(line: str, expected: list[tuple[str, str]]) -> None:
    assert movers(ANSWER.format(line=line)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Anna Lindberg (c) yrkar bifall till motionen med instämmande av Bo Ekdahl (m).",
        "Anna Lindberg (c) föreslår att ärendet återremitteras.",
        "Anna Lindberg (c) vill att nämnden tillstyrker motionen.",
        "Ordförande Anna Lindberg (c) föredrar ärendet.",
    ],
)
def test_those_who_speak_of_a_motion_have_not_put_it(line: str) -> None:
    assert movers(ANSWER.format(line=line)) == []


REMISS = """Storvikens kommun
Kommunstyrelsen

REMISS
2011-01-20
Dnr KS 2011/9

Motion om fritidsbank

{below}
"""


@pytest.mark.parametrize(
    "heading", ["Yttrande begärs från", "Remissen går till", "Vilka som får remissen", "Vilka ska svara?"]
)
def test_a_list_has_many_headings(heading: str) -> None:
    below = f"{heading}\n\n- Kulturnämnden\n- Storvikens IF\n\nAnvisningar\n\nSvara kort."
    assert understood(REMISS.format(below=below)).remissinstanser == ("Kulturnämnden", "Storvikens IF")


def test_of_a_table_only_the_names_are_read() -> None:
    rows = "Instans\tDel 1\tDel 2\nKulturnämnden\tja\tvalfritt\nStorvikens IF\tnej\tja"
    below = f"Vem svarar på vad\n\n{rows}\n\nFrågor\n"
    assert understood(REMISS.format(below=below)).remissinstanser == ("Kulturnämnden", "Storvikens IF")


def test_a_table_whose_columns_are_joined_is_read_too() -> None:
    below = (
        "Sändlista\nRemissinstans Svar önskas på\nKulturnämnden fråga 1–3\nStorvikens IF valfritt\n\n"
        "Svarsdatum\nSvaret ska ha kommit in senast den 1 maj 2011.\n"
    )
    assert understood(REMISS.format(below=below)).remissinstanser == ("Kulturnämnden", "Storvikens IF")


def test_a_list_ends_where_the_questions_begin() -> None:
    below = (
        "Sändlista\n\nKulturnämnden\n\nStorvikens IF\n\nUtskottet önskar särskilt få belyst\n"
        "a) vad det kostar,\n\nb) vem som ansvarar.\n\nTid för yttrande\nYttrandet lämnas senast i maj.\n"
    )
    assert understood(REMISS.format(below=below)).remissinstanser == ("Kulturnämnden", "Storvikens IF")
