"""What normalising does to a text, in the words of documents."""

import unicodedata
from pathlib import Path

import pytest

from indexer.normalise import normalise
from indexer.readers import Heading, Reading, read
from remissarkiv.domain import Span


def plain(text: str) -> str:
    return normalise(Reading(text=text, media_type="text/plain")).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("vapenexpor\u00adten", "vapenexporten"),
        ("vapenexpor\u00ad\nten", "vapenexporten"),
        ("ett an-\nslag på", "ett anslag på"),
        ("Klimat- och\nnäringslivsdepartementet", "Klimat- och\nnäringslivsdepartementet"),
        ("fri-\noch rättigheter", "fri-\noch rättigheter"),
        ("gemen-\nsamt", "gemensamt"),
        ("skol-\nsamt fritidsfrågor", "skol-\nsamt fritidsfrågor"),
        ("för EU-\nmedborgare", "för EU-medborgare"),
        ("linjen Nord-\nSyd", "linjen Nord-Syd"),
        ("KOMMUN-\nSTYRELSEN", "KOMMUNSTYRELSEN"),
        ("en e-\ntjänst", "en e-tjänst"),
        ("icke-\ndemokratiska", "icke-demokratiska"),
        ("12-\nåriga", "12-åriga"),
        ("i ett flertal motio-\n\nner påpekat", "i ett flertal motioner påpekat"),
        ("Beslut -\n\nAvslag", "Beslut -\n\nAvslag"),
        ("1998-\n2001", "1998-\n2001"),
        ("svensk krigsma- terielexport", "svensk krigsmaterielexport"),
        ("bygg- och miljönämnden", "bygg- och miljönämnden"),
        ("mark-, vatten- och luft", "mark-, vatten- och luft"),
        ("bygg- plan- och miljö", "bygg- plan- och miljö"),
        ("nämnden- som tidigare", "nämnden- som tidigare"),
    ],
)
def test_hyphenation(before: str, after: str) -> None:
    assert plain(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2 kap.\u00a01\u202f§", "2 kap. 1 §"),
        ("en\r\ntvå\rtre", "en\ntvå\ntre"),
        ("ﬁnns ﬂera aﬀärer", "finns flera affärer"),
        ("A\u030ange a\u0308ven", "Ånge även"),
        ("KS\u20112025", "KS-2025"),
        ("till\u200bstyrker\x07\ufeff", "tillstyrker"),
        ("\uf0b7 Socialnämnden", "• Socialnämnden"),
        ("  indraget   ord  \n  nästa ", "indraget ord\nnästa"),
        ("§ 18                    Dnr KS-2023-00676", "§ 18\tDnr KS-2023-00676"),
        ("År\t\tKostnad", "År\t\tKostnad"),
        ("\n\n\nett\n\n \n\ntvå\n\n", "ett\n\ntvå"),
    ],
)
def test_signs_and_spaces(before: str, after: str) -> None:
    assert plain(before) == after


def test_a_clean_text_is_left_alone() -> None:
    text = "Svar på remiss\n\nNämnden tillstyrker – med tvekan – motionen.\nEn rad till."
    normal = normalise(Reading(text=text, media_type="text/plain"))
    assert (normal.text, normal.segments) == (text, ())


def test_headings_and_metadata_follow() -> None:
    text = "Ing\u00adress\r\n\r\n  Försl\u00adag till  beslut  \r\n\r\nText"
    start = text.index("Försl")
    reading = Reading(
        text=text,
        media_type="text/html",
        headings=(Heading(Span(start, text.index("\r\n\r\nText")), 2),),
        metadata={"title": "vapenexpor\u00adten\n och miljö- klassning"},
    )
    normal = normalise(reading)
    assert [normal.text[h.span.start : h.span.end] for h in normal.headings] == ["Förslag till beslut"]
    assert normal.metadata == {"title": "vapenexporten och miljöklassning"}
    assert normal.original == text


def test_the_real_tjansteutlatande(shared_data: Path) -> None:
    path = shared_data / "tjansteutlatande-sof-2025-424.txt"
    normal = normalise(read(path.read_bytes(), path.name))
    assert normal.running[-3:] == ("Tjansteutlatande", "Dnr SOF 2025/424", "Sida 3 (3)")
    assert normal.running[:2] == ("Stockholms", "stad")
    assert [page.number for page in normal.pages] == [1, 3]
    first, last = (normal.text[page.span.start : page.span.end] for page in normal.pages)
    assert first.endswith("polisens ansvarsomréde.")
    assert last.startswith("Sammantaget bedomer")
    assert last.endswith("fortryck i Stockholm")
    assert "Sida 3" not in normal.text
    assert "stockholmares fri- och réttigheter" in normal.text
    assert "Dnr SOF 2025/424" in normal.original


def test_the_first_lines_of_minutes_stay(shared_data: Path) -> None:
    for path in sorted((shared_data / "municipal").glob("*.md")):
        normal = normalise(read(path.read_bytes(), path.name))
        assert normal.text.startswith("KUNGSBACKA KOMMUN\tSAMMANTRÄDESPROTOKOLL\t")
        assert "\tDnr KS-" in normal.text
        assert normal.running == ()


def test_every_real_file_comes_out_composed_and_traceable(shared_data: Path) -> None:
    for path in sorted((shared_data / "files").rglob("*.*")):
        if path.stat().st_size < 10 or path.suffix == ".doc":
            continue
        normal = normalise(read(path.read_bytes(), path.name))
        assert unicodedata.is_normalized("NFC", normal.text)
        assert "\n\n\n" not in normal.text
        assert not set(normal.text) & set("\u00ad\u00a0\r\ufb01\ufb02")
        position = repaired = 0
        for segment in normal.segments:
            unchanged = normal.original[position : segment.original.start]
            assert unchanged == normal.text[repaired : segment.repaired.start]
            position, repaired = segment.original.end, segment.repaired.end
        assert normal.original[position:] == normal.text[repaired:]
