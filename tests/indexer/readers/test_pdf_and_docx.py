"""PDF and Word: pages, blocks, tables, heads and feet."""

from collections.abc import Callable
from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from indexer.readers import Reading, read
from remissarkiv.errors import UnreadableFileError

Saver = Callable[[object], bytes]


def text_of(reading: Reading, number: int) -> str:
    span = reading.pages[number]
    return reading.text[span.start : span.end]


def test_pages_and_blocks_of_a_pdf(make_pdf: Callable[..., bytes]) -> None:
    first = [
        (700, "Svar på remiss"),
        (670, "Nämnden föreslår att"),
        (656, "motionen avslås."),
        (620, "Bakgrund"),
    ]
    reading = read(make_pdf([first, [(700, "Nästa sida")]]), "svar.pdf")
    assert text_of(reading, 0) == "Svar på remiss\n\nNämnden föreslår att\nmotionen avslås.\n\nBakgrund"
    assert text_of(reading, 1) == "Nästa sida"


def test_a_head_that_stands_last_in_the_file_comes_first_in_the_text(make_pdf: Callable[..., bytes]) -> None:
    reading = read(make_pdf([[(700, "Texten"), (30, "Foten"), (810, "Dnr KS 2025/448")]]), "svar.pdf")
    assert reading.text == "Dnr KS 2025/448\n\nTexten\n\nFoten"


def test_words_divided_at_the_end_of_a_line_keep_their_hyphen(make_pdf: Callable[..., bytes]) -> None:
    reading = read(
        make_pdf([[(700, "staden ger ett an-"), (686, "slag till fri- och"), (672, "rätt")]]), "x.pdf"
    )
    assert reading.text == "staden ger ett an-\nslag till fri- och\nrätt"


def test_a_real_pdf(shared_data: Path) -> None:
    reading = read((shared_data / "files" / "instance.pdf").read_bytes(), "instance.pdf")
    assert "Dnr 3.1-4788-2026" in reading.text
    assert "administrativa sanktionsavgifter att hantera" in reading.text
    assert reading.metadata["date"] == "2026-06-24"
    assert len(reading.pages) == 1


def test_a_word_document_in_its_own_order(save_docx: Saver) -> None:
    document = docx.Document()
    document.core_properties.title = "Svar på remiss"
    document.add_heading("Förslag till beslut", level=1)
    document.add_paragraph("Nämnden tillstyrker.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("År", "Kostnad", "2025", "10 kr"), strict=True):
        cell.text = text
    document.add_paragraph("Efter tabellen.")
    reading = read(save_docx(document), "svar.docx")
    assert (
        reading.text
        == "Förslag till beslut\n\nNämnden tillstyrker.\n\nÅr\tKostnad\n2025\t10 kr\n\nEfter tabellen."
    )
    assert [(reading.text[h.span.start : h.span.end], h.level) for h in reading.headings] == [
        ("Förslag till beslut", 1)
    ]
    assert reading.metadata["title"] == "Svar på remiss"


def test_the_head_of_all_pages_of_a_word_document_is_its_letterhead_and_the_foot_is_running(
    save_docx: Saver,
) -> None:
    document = docx.Document()
    document.add_paragraph("Texten.")
    document.sections[0].header.paragraphs[0].text = "Remiss"
    document.sections[0].header.add_paragraph("Dnr SOF 2025/424")
    document.sections[0].footer.paragraphs[0].text = "Exempelstads kommun"
    reading = read(save_docx(document), "svar.docx")
    assert reading.text == "Remiss\nDnr SOF 2025/424\n\nTexten.\n\nExempelstads kommun"
    assert [reading.text[s.start : s.end] for s in reading.running] == ["Exempelstads kommun"]


def test_the_head_of_a_first_page_that_is_set_apart_is_text(save_docx: Saver) -> None:
    document = docx.Document()
    document.add_paragraph("Texten.")
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_header.paragraphs[0].text = "Tjänsteutlåtande"
    reading = read(save_docx(document), "svar.docx")
    assert reading.text == "Tjänsteutlåtande\n\nTexten."
    assert reading.running == ()


def test_content_controls_are_read_and_deleted_text_is_not(save_docx: Saver) -> None:
    document = docx.Document()
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:ins w:id='1'><w:r>"
            "<w:t>Dnr KS</w:t><w:noBreakHyphen/><w:t>2025</w:t></w:r></w:ins>"
            "<w:del w:id='2'><w:r><w:delText>borta</w:delText></w:r></w:del></w:p></w:sdtContent></w:sdt>"
        ),
    )
    assert read(save_docx(document), "svar.docx").text == "Dnr KS-2025"


def test_a_real_court_report_in_a_table(shared_data: Path) -> None:
    path = shared_data / "files" / "dom" / "dv-ADO_2013-63.docx"
    reading = read(path.read_bytes(), path.name)
    assert "Målnummer:\tB-114-2012" in reading.text
    assert "\n\nDomskäl\n\nBakgrund\n\n" in reading.text
    assert reading.text.count("Domsnummer:") == 1


def test_every_real_file_is_read_or_refused_with_a_reason(shared_data: Path) -> None:
    refused = []
    for path in sorted((shared_data / "files").rglob("*.*")):
        try:
            assert read(path.read_bytes(), path.name).text.strip()
        except UnreadableFileError as error:
            refused.append((path, error.swedish))
    assert {path.suffix for path, _ in refused} <= {".doc", ".docx", ".pdf"}
    for path, why in refused:
        assert ("tomt skal" in why) == (path.stat().st_size < 10)
        assert path.stat().st_size < 10 or "äldre Word-format" in why
