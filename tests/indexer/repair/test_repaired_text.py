"""What an OCR program without Swedish has spoilt is put right, and nothing else is touched."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.normalise import NormalText
from indexer.normalise.mapping import MappedText
from indexer.readers.interface import Heading
from indexer.repair import repair
from remissarkiv.domain import Page, Span
from remissarkiv.language.damage import DamageEstimate
from remissarkiv.language.lexicon import base_lexicon


def repaired(text: str, damaged: tuple[Span, ...] | None = None, **known: object) -> NormalText:
    """The text repaired as if all of it (or what is given) were damaged."""
    spans = (Span(0, len(text)),) if damaged is None else damaged
    normal = NormalText(text=text, original=text, **known)  # type: ignore[arg-type]
    return repair(normal, DamageEstimate(0.75, spans), base_lexicon())[0]


@pytest.mark.parametrize(
    ("read", "written"),
    [
        (
            "Socialndmnden godkanner forvaltningens tjénsteutlatande",
            "Socialnämnden godkänner förvaltningens tjänsteutlåtande",
        ),
        (
            "Arendet har beretts i samrad med stadsledningskontoret",
            "Ärendet har beretts i samråd med stadsledningskontoret",
        ),
        (
            "de personer som utsétts bor fa ett adekvat stod",
            "de personer som utsätts bör få ett adekvat stöd",
        ),
        ("inom tio ar fran beslutet", "inom tio år från beslutet"),
        ("har fyllt 75 ar, att", "har fyllt 75 år, att"),
        ("av Asa Nilsson Soderstrom i Orebro", "av Åsa Nilsson Söderström i Örebro"),
        ("om att Aldersgransen hojs", "om att åldersgränsen höjs"),
        ("| motionen, som har vackts", "I motionen, som har väckts"),
        ("det ar angeldget att kommunen tar sitt ansvar", "det är angeläget att kommunen tar sitt ansvar"),
        ("enligt bestammelsema i lagen", "enligt bestämmelserna i lagen"),
        ("STADSDELSNAMNDENS YTTRANDE OVER REMISSEN", "STADSDELSNÄMNDENS YTTRANDE ÖVER REMISSEN"),
        ("priserna sjOnk under aret", "priserna sjönk under året"),
        ("och Aven regeringen har sagt det", "och även regeringen har sagt det"),
        ("sprak och kulturf6reningsverksamhet", "språk och kulturföreningsverksamhet"),
        ("forslaget 1 motionen", "förslaget i motionen"),
        ("enligt 2 kap, 1 $ kommunallagen", "enligt 2 kap, 1 § kommunallagen"),
        ("enligt 2 kap. 18 kommunallagen", "enligt 2 kap. 1 § kommunallagen"),
        ("det allmanna pensionssyste met ska", "det allmänna pensionssystemet ska"),
    ],
)
def test_what_was_misread_is_put_right(read: str, written: str) -> None:
    assert repaired(read).text == written


@pytest.mark.parametrize(
    "text",
    [
        "Dnr KS 2025/448",
        "SOU 2018:39 och prop. 2016/17:171",
        "Tuula Hirvonen och Sixten Espevall",
        "Lisbet Havsborn (V)",
        "motion av Maj-Lis Ekedal, Lis Berg och Adin Hast",
        "enligt 2 kap. 4a § kommunallagen",
        "6b § och 6a § samt Bilaga 4a, klass 6a, 46ar, 6ar",
        "E4, A4, B6 och TV4",
        "8 $ kr 9 $ kr",
        "kapitel 1 handlar om barn",
        "den 1 januari 2024",
        "www.exempel.se/abc?id=44",
        "DN och SD skrev till KS",
        "12 345 kr",
    ],
)
def test_names_numbers_and_abbreviations_stay(text: str) -> None:
    assert repaired(text).text == text


def test_bullets_that_were_read_as_letters_are_bullets() -> None:
    read = "Remissinstanser\n» Stadsledningskontoret\ne Socialnamnden\ne Kulturnamnden\n"
    assert (
        repaired(read).text == "Remissinstanser\n• Stadsledningskontoret\n• Socialnämnden\n• Kulturnämnden\n"
    )


def test_every_repair_leads_back_to_what_was_read() -> None:
    read = "Forvaltningen bedomer att forslaget 1 motionen inte dr forenligt med lagen."
    normal = repaired(read)
    pairs = [
        (normal.original[slice(*segment.original)], normal.text[slice(*segment.repaired)])
        for segment in normal.segments
        if segment.is_repair
    ]
    assert pairs == [
        ("Forvaltningen", "Förvaltningen"),
        ("bedomer", "bedömer"),
        ("forslaget", "förslaget"),
        ("1", "i"),
        ("dr", "är"),
        ("forenligt", "förenligt"),
    ]
    assert MappedText(normal.text, normal.original, normal.segments).to_original(Span(0, 13)) == Span(0, 13)


def test_only_the_damaged_page_is_repaired() -> None:
    first, second = "Namnden sager nej till forslaget.\n\n", "Bo Lindstrom bor pa Ostra gatan."
    normal = repaired(first + second, damaged=(Span(0, len(first)),))
    assert normal.text == "Nämnden säger nej till förslaget.\n\n" + second


def test_pages_and_headings_move_with_the_text() -> None:
    read = "Bedomning\nNamnden ar arag.\n\nArendet\nSlut."
    normal = repaired(
        read,
        pages=(Page(1, Span(0, 26)), Page(2, Span(28, len(read)))),
        headings=(Heading(Span(0, 9), 1), Heading(Span(28, 35), 1)),
    )
    assert [normal.text[slice(*heading.span)] for heading in normal.headings] == ["Bedömning", "Ärendet"]
    assert normal.text[slice(*normal.pages[1].span)].startswith("Ärendet")


@given(st.text(alphabet="abdeéfiknoprstv146@€|]$ \n.,-åäöABÅ", max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_keeps_its_way_back(text: str) -> None:
    normal = repaired(text)
    rebuilt, place = [], 0
    for segment in normal.segments:
        rebuilt += [normal.text[place : segment.repaired.start], normal.original[slice(*segment.original)]]
        place = segment.repaired.end
    assert "".join(rebuilt) + normal.text[place:] == text
