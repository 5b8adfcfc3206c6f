"""The line a § begins with, how it opens, and which of its sections hold the meeting's decision."""

import pytest

from indexer.extract import extract
from indexer.extract.lines import lines_of
from indexer.extract.paragraph_heads import paragraph_head
from indexer.extract.paragraph_opening import opening_of
from indexer.normalise import normalise
from indexer.readers import Reading
from remissarkiv.domain import Document, SectionKind

HEADS = [
    ("§ 21\tDnr KS-2023-00713", "", "21"),
    ("§ 112 Svar på motion om cykelvägar", "", "112"),
    ("KS § 45", "KS", "45"),
    ("Ks § 45/2014", "KS", "45"),
    ("Ksau§3", "KSAU", "3"),
    ("§ 2014/45 Budget", "", "45"),
    ("Paragraf 12", "", "12"),
    ("45 §", "#", "45"),
    ("§45.", "", "45"),
    ("§ 3/24", "", "3"),
    ("§ 21 a Svar", "", "21 a"),
    ("§§ 10-12 Delgivningar", "", "10–12"),
    ("§ l2", "", "12"),
    ("8 21 Dnr KS 2007/41", "", "21"),
    ("S 32", "", "32"),
    ("$33", "", "33"),
]
REFERENCES = [
    "§ 5 i lagen",
    "§ 5 KL",
    "2 § kommunallagen",
    "2 kap. 1 § kommunallagen",
    "§ 26, 2024-01-16",
    "§ 21 forts.",
    "§ 21 (forts.)",
    "Se § 5",
    "Forts. § 21",
    "Kommunstyrelsens arbetsutskott 2024-01-16, § 26",
    "8 000 kronor",
    "8 000 000",
]


@pytest.mark.parametrize(("line", "body", "shown"), HEADS)
def test_a_line_that_begins_a_paragraph(line: str, body: str, shown: str) -> None:
    head = paragraph_head(line)
    assert head is not None
    assert (head.body, head.shown) == (body, shown)


@pytest.mark.parametrize("line", REFERENCES)
def test_a_reference_begins_no_paragraph(line: str) -> None:
    assert paragraph_head(line) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("§ 7 Svar på motion om cykel (KS 2023/12)\nBeslut\nMotionen avslås.", "Svar på motion om cykel"),
        ("§ 8\tKS 2023/12\tSvar på remiss\n\nBeslut", "Svar på remiss"),
        ("§ 9\n\nDnr: KS 2023/12\n\nÖvrigt\n\nInget", "Övrigt"),
        ("KS § 45\nAU § 40\nSvar på motion\nDnr 2014/123-019\n\nBeslut", "Svar på motion"),
        ("§ 5 Information\nChefen informerar om läget.", "Information"),
        ("§ 6 Remiss av betänkandet (SOU\n2014:14)\n\nBeslut", "Remiss av betänkandet (SOU 2014:14)"),
        ("§ 10\n\nKommunstyrelsen beslutar\natt avslå motionen.", ""),
    ],
)
def test_the_heading_of_a_paragraph(text: str, title: str) -> None:
    lines = lines_of(text)
    head = paragraph_head(lines[0].text)
    assert head is not None
    assert opening_of(lines, 0, head).title == title


def understood(text: str) -> Document:
    return extract(normalise(Reading(text=text, media_type="text/plain")), name="utdrag.txt")


def decided(document: Document) -> list[str]:
    return [
        " ".join(document.text[s.span.start + len(s.heading) : s.span.end].split())
        for s in document.sections
        if s.kind is SectionKind.BESLUT
    ]


HEAD = (
    "Bokeryds kommun\n{board}\n\nSAMMANTRÄDESPROTOKOLL\n2014-02-06\n\n§ 5\tDnr KS 2013/7\nSvar på motion\n\n"
)


def test_a_proposal_to_fullmaktige_is_the_decision_of_the_board_that_makes_it() -> None:
    text = "Kommunstyrelsens förslag till kommunfullmäktige\nMotionen avslås.\n\nBakgrund\nEn motion."
    assert decided(understood(HEAD.format(board="Kommunstyrelsen") + text)) == ["Motionen avslås."]
    in_fullmaktige = f"{text}\n\nKommunfullmäktiges beslut\nMotionen bifalls."
    document = understood(HEAD.format(board="Kommunfullmäktige") + in_fullmaktige)
    assert decided(document) == ["Motionen bifalls."]


def test_what_a_committee_decided_before_is_not_the_decision() -> None:
    text = "Arbetsutskottets beslut\nÄrendet överlämnas.\n\nKommunstyrelsens beslut\nMotionen avslås."
    assert decided(understood(HEAD.format(board="Kommunstyrelsen") + text)) == ["Motionen avslås."]


def test_a_decision_without_heading_begins_with_the_board_s_name() -> None:
    text = "Kommunstyrelsen beslutar\n\natt avslå motionen.\n\nReservation\nVera Almlund (MP) reserverar sig."
    assert decided(understood(HEAD.format(board="Kommunstyrelsen") + text)) == ["att avslå motionen."]


def test_what_is_proposed_is_not_decided() -> None:
    text = "Förslag till beslut\nKommunstyrelsen beslutar att avslå motionen.\n\nYrkanden\nVera yrkar bifall."
    assert decided(understood(HEAD.format(board="Kommunstyrelsen") + text)) == []


def test_the_items_of_a_list_are_not_the_paragraph_s_own_dnr() -> None:
    text = "Beslut\nBesluten noteras.\n\nDelegationsbeslut\n\nKS 2013/90\nKS 2013/91"
    document = understood(HEAD.format(board="Kommunstyrelsen") + text)
    assert {m.dnr.value: m.role.value for m in document.dnr} == {
        "KS 2013/7": "eget",
        "KS 2013/90": "omnämnt",
        "KS 2013/91": "omnämnt",
    }
    assert document.title == "Svar på motion"
