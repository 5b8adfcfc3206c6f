"""What Word keeps beside the text of a document: notes and the numbers of its lists."""

from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from indexer.readers import read

Saver = Callable[[object], bytes]

NOTES = (
    f"<w:footnotes {nsdecls('w')}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>skiljelinje</w:t></w:r></w:p></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>Prop. 2016/17:171 s. 299.</w:t></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)


def with_notes(document: Any) -> Any:
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        NOTES.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return document


def test_a_footnote_stands_after_the_paragraph_that_calls_it(save_docx: Saver) -> None:
    document = with_notes(docx.Document())
    call = parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>')
    document.add_paragraph("Det är en kommunal angelägenhet.")._p.append(call)
    document.add_paragraph("Nämnden tillstyrker.")
    text = read(save_docx(document), "svar.docx").text
    assert text == ("Det är en kommunal angelägenhet.\n\nProp. 2016/17:171 s. 299.\n\nNämnden tillstyrker.")


def test_a_footnote_of_a_table_stands_after_its_row(save_docx: Saver) -> None:
    document = with_notes(docx.Document())
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Kostnad", "1 200 kr"
    call = parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>')
    table.cell(0, 1).paragraphs[0]._p.append(call)
    assert read(save_docx(document), "svar.docx").text == "Kostnad\t1 200 kr\n\nProp. 2016/17:171 s. 299."


def level(number: int, sort: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{sort}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbered(document: Any, *levels: str) -> None:
    """Gives a document one list, with id 90, that counts as the levels say."""
    root = document.part.numbering_part.element
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{"".join(levels)}</w:abstractNum>'
    root.insert(0, parse_xml(abstract))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))


def item(document: Any, text: str, depth: int = 0, style: str | None = None) -> None:
    properties = document.add_paragraph(text, style=style)._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="90"/></w:numPr>')
    )


def test_decisions_that_word_counts_have_their_numbers(save_docx: Saver) -> None:
    document = docx.Document()
    numbered(document, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"))
    item(document, "Motionen avslås.")
    item(document, "Nämnden överlämnar:")
    item(document, "yttrandet", 1)
    item(document, "underlaget", 1)
    document.add_paragraph("Ordföranden instämmer.")
    item(document, "Paragrafen justeras omedelbart.")
    assert read(save_docx(document), "svar.docx").text == (
        "1. Motionen avslås.\n2. Nämnden överlämnar:\na) yttrandet\nb) underlaget\n\n"
        "Ordföranden instämmer.\n\n3. Paragrafen justeras omedelbart."
    )


def test_headings_that_word_counts_have_their_numbers(save_docx: Saver) -> None:
    document = docx.Document()
    numbered(document, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"))
    item(document, "Bakgrund", 0, "Heading 1")
    item(document, "Motionen", 1, "Heading 2")
    item(document, "Bedömning", 0, "Heading 1")
    reading = read(save_docx(document), "svar.docx")
    assert [(reading.text[slice(*h.span)], h.level) for h in reading.headings] == [
        ("1 Bakgrund", 1),
        ("1.1 Motionen", 2),
        ("2 Bedömning", 1),
    ]


@pytest.mark.parametrize(
    ("sort", "text", "start", "expected"),
    [
        ("bullet", "\uf0b7", 1, "– Motionen avslås."),
        ("none", "att", 1, "att Motionen avslås."),
        ("upperRoman", "%1.", 4, "IV. Motionen avslås."),
        ("lowerLetter", "%1)", 28, "bb) Motionen avslås."),
        ("decimal", "§ %1", 12, "§ 12 Motionen avslås."),
    ],
)
def test_each_way_of_counting(save_docx: Saver, sort: str, text: str, start: int, expected: str) -> None:
    document = docx.Document()
    numbered(document, level(0, sort, text, start))
    item(document, "Motionen avslås.")
    assert read(save_docx(document), "svar.docx").text == expected


def test_an_item_of_a_list_that_is_not_there_has_a_dash(save_docx: Saver) -> None:
    document = docx.Document()
    item(document, "Motionen avslås.")
    assert read(save_docx(document), "svar.docx").text == "– Motionen avslås."
