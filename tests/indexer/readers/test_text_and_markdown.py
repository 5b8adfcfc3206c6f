"""Plain text and Markdown."""

from pathlib import Path

from indexer.readers import read


def test_plain_text_stays_as_it_is() -> None:
    text = "Remiss av motion\r\n\r\n  1. Avslag -\tse nedan\n"
    assert read(text.encode(), "x.txt").text == text


def test_a_form_feed_ends_a_page() -> None:
    reading = read(b"Sidan ett\n\x0cSidan tv\xc3\xa5\n\x0c", "x.txt")
    assert [reading.text[p.start : p.end].strip("\n\f") for p in reading.pages] == ["Sidan ett", "Sidan två"]


def test_front_matter_is_metadata_and_not_text(shared_data: Path) -> None:
    path = shared_data / "municipal" / "kungsbacka-ks-2024-01-23-p18.md"
    reading = read(path.read_bytes(), path.name)
    assert reading.metadata == {
        "kommun": "Kungsbacka",
        "namnd": "Kommunstyrelsen",
        "date": "2024-01-23",
        "dnr": "KS-2023-00676",
        "title": "Svar på remiss Uppgifter om medelstora förbränningsanläggningar",
    }
    assert reading.text.startswith("KUNGSBACKA KOMMUN")
    assert "licens" not in reading.text


def test_markup_goes_and_words_stay() -> None:
    source = (
        "# Svar på *remiss*\n\nSe [yttrandet](/filer/1.pdf) och **beslutet**.\n![bild](/b.jpg)\n"
        "## Beslut ##\n* Avslag\n* Justera 2\\*3\n1. Punkt\n"
    )
    reading = read(source.encode(), "x.md")
    assert reading.text == (
        "Svar på *remiss*\n\nSe yttrandet och beslutet.\n\nBeslut\n\n– Avslag\n– Justera 2*3\n1. Punkt"
    )
    assert [(reading.text[h.span.start : h.span.end], h.level) for h in reading.headings][1] == ("Beslut", 2)


def test_a_rule_in_the_text_is_no_front_matter() -> None:
    reading = read(b"# Rubrik\n\n---\ndatum: 2024-01-01\n---\n", "x.md")
    assert "datum: 2024-01-01" in reading.text
    assert reading.metadata == {}


def test_ten_megabytes_on_one_line_are_read() -> None:
    for piece in (b"ord ", b"a", b"[", b"**", b"- ", b"<"):
        data = b"# Rubrik\n" + piece * (10_000_000 // len(piece))
        assert len(read(data, "x.md").text) > 1_000
