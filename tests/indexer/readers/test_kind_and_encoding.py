"""Kind and encoding are found from the content, whatever a file is called."""

from collections.abc import Callable

import docx
import pytest

from indexer.readers import read

SWEDISH = "Socialnämnden föreslår att ärendet återremitteras. Motionären åberopar 2 kap. 1 § kommunallagen."


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252", "cp850", "mac_roman"],
)
def test_swedish_letters_survive_every_encoding(encoding: str) -> None:
    assert read(SWEDISH.encode(encoding), "svar.txt").text == SWEDISH


def test_windows_quotes_and_dashes_are_not_taken_for_control_characters() -> None:
    text = "Nämnden anför: ”Förslaget – som det är – bör avslås” …"
    assert read(text.encode("cp1252"), "svar.txt").text == text


def test_a_utf8_file_cut_inside_a_letter_is_still_utf8() -> None:
    data = (SWEDISH * 3).encode() + "ä".encode()[:1]
    assert read(data, "svar.txt").text.startswith(SWEDISH)


def test_a_declaration_that_is_wrong_does_not_matter() -> None:
    data = '<?xml version="1.0" encoding="iso-8859-1"?><brev><p>Ärendet åter</p></brev>'.encode()
    assert read(data, "brev.xml").text == "Ärendet åter"


def test_a_wrong_extension_is_read_as_what_the_file_is(
    make_pdf: Callable[..., bytes], save_docx: Callable[[object], bytes]
) -> None:
    document = docx.Document()
    document.add_paragraph("Ett svar i Word")
    assert read(save_docx(document), "svar.pdf").text == "Ett svar i Word"
    assert "Ett svar i pdf" in read(make_pdf([[(700, "Ett svar i pdf")]]), "svar.docx").text
    assert (
        read("<html><body><p>En sida på webben</p></body></html>".encode(), "svar.txt").media_type
        == "text/html"
    )
    assert read("Bara några ord om remissen".encode(), "svar.docx").media_type == "text/plain"


@pytest.mark.parametrize(
    "markup", ["<p>Kort</p>", "<table><tr><td>Kort</td></tr></table>", "<!-- x --><h1>Kort</h1>"]
)
def test_a_fragment_of_a_page_is_html(markup: str) -> None:
    reading = read(markup.encode(), "fragment")
    assert (reading.media_type, reading.text) == ("text/html", "Kort")


def test_a_single_word_is_enough_to_be_readable() -> None:
    assert read(b"# Bilaga\n", "bilaga.md").text == "Bilaga"
    assert read(b"Avslag", "beslut.txt").text == "Avslag"
