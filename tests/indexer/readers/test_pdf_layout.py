"""What a reader sees on a PDF page: columns, rows of tables, paragraphs, headings in other type."""

from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.readers import Reading, read
from indexer.readers.pdf_lines import Line, page_text

ARCHIVE = Path(__file__).parents[3] / "corpus" / "arkiv"
HEIGHT = 842.0


def line(text: str, bottom: float, left: float = 70.0, *, column: float = 0.0, bold: bool = False) -> Line:
    right = left + 5.0 * len(text)
    return Line(text, bottom, bottom + 10, left, right, column or left, 10.0, bold)


def text_of(*lines: Line) -> str:
    return page_text(lines, HEIGHT)[0]


def test_a_row_whose_cells_have_several_lines_is_one_line() -> None:
    assert text_of(
        line("Kultur- och fritidsnämnden,", 485),
        line("2008-09-03 § 58", 472),
        line("Avstyrker lån, tillstyrker jobb", 485, 222),
        line("sommarjobb åt alla", 472, 222),
        line("Eget ägande", 485, 385),
        line("Texten fortsätter här nere på sidan, över hela dess bredd.", 440),
    ) == (
        "Kultur- och fritidsnämnden, 2008-09-03 § 58\tAvstyrker lån, tillstyrker jobb sommarjobb åt alla"
        "\tEget ägande\n\nTexten fortsätter här nere på sidan, över hela dess bredd."
    )


def test_names_below_each_other_beside_a_label_stay_lines() -> None:
    assert text_of(
        line("Plats och tid\tKommunhuset", 700, column=204),
        line("Beslutande\tGunnel Viksäter (S)", 686, column=204),
        line("Solveig Näsborg (V)", 674, 204),
        line("Yngve Åkerlind (M)", 662, 204),
        line("Texten fortsätter här nere på sidan, över hela dess bredd.", 600),
    ) == (
        "Plats och tid\tKommunhuset\n\nBeslutande\n\n"
        "Gunnel Viksäter (S)\nSolveig Näsborg (V)\nYngve Åkerlind (M)\n\n"
        "Texten fortsätter här nere på sidan, över hela dess bredd."
    )


def test_a_cell_beside_a_label_that_fills_its_width_is_one_line() -> None:
    assert (
        text_of(
            line("Ersättare\tSiv Holmsäter (S), Anneli Forsmyr (S), Håkan Djupedal (M),", 700, column=204),
            line("Ann-Britt Hällgärde (C)", 686, 204),
        )
        == "Ersättare\tSiv Holmsäter (S), Anneli Forsmyr (S), Håkan Djupedal (M), Ann-Britt Hällgärde (C)"
    )


def test_paragraphs_half_a_line_apart_are_two() -> None:
    assert text_of(
        *(line("En rad av stycket.", 700 - 14 * n) for n in range(4)), line("Nästa stycke.", 638)
    ).endswith("En rad av stycket.\n\nNästa stycke.")


def test_columns_are_parted_by_a_tab_and_words_are_not(make_pdf: Callable[..., bytes]) -> None:
    lines = [
        (700, "Organ                Kommunstyrelsen"),
        (686, "Nämnden anser att"),
        (672, "1.     Motionen"),
    ]
    text = read(make_pdf([lines]), "svar.pdf").text
    assert text == "Organ\tKommunstyrelsen\nNämnden anser att\n1. Motionen"


@pytest.fixture(scope="module")
def minutes() -> Reading:
    """An excerpt of minutes with headings in bold type and a table."""
    path = ARCHIVE / "ks-2008-0091" / "KS 2009-03-10 §41.pdf"
    return read(path.read_bytes(), path.name)


def test_headings_are_told_by_their_type(minutes: Reading) -> None:
    found = [(minutes.text[slice(*heading.span)], heading.level) for heading in minutes.headings]
    assert found[:4] == [
        ("Motion angående näringslivsfond och snöläggning på Harahöjden", 1),
        ("Kommunstyrelsens förslag till kommunfullmäktige", 2),
        ("Ärendet", 2),
        ("Inkomna svar", 2),
    ]


def test_the_table_of_real_minutes_has_its_rows(minutes: Reading) -> None:
    assert (
        "\nUtbildningsnämnden, 2008-09-10 § 77, UTBN 2008:112\tIngen erinran mot sommarjobb\t" in minutes.text
    )
    assert "§ 41\tDnr 2008/KS 0091 140" in minutes.text


def test_a_title_over_several_lines_is_one_heading(shared_data: Path) -> None:
    reading = read((shared_data / "files" / "instance.pdf").read_bytes(), "instance.pdf")
    (heading,) = reading.headings
    words = reading.text[slice(*heading.span)].split()
    assert " ".join(words).startswith("Remissvar gällande betänkandet En moderniserad reglering av handel")
    assert words[-2:] == ["(SOU", "2026:14)"]
