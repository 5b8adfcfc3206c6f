"""A document's text is shown whole: headings, paragraphs, lists, tables and page breaks, in order."""

from hypothesis import given
from hypothesis import strategies as st

from remissarkiv.domain import Page, Section, SectionKind, Span
from webapp.blocks import BlockKind, blocks, heading_span


def shown(
    text: str, sections: tuple[Section, ...] = (), pages: tuple[Page, ...] = ()
) -> list[tuple[str, ...]]:
    return [
        (block.kind.value, *(text[slice(*part)] for part in block.parts))
        for block in blocks(text, sections, pages)
    ]


def test_ocr_lines_stay_one_paragraph_and_a_blank_line_parts_two() -> None:
    assert shown("Kommunstyrelsen har bett\nsocialnämnden.\n\nFrågan är.") == [
        ("paragraph", "Kommunstyrelsen har bett\nsocialnämnden."),
        ("paragraph", "Frågan är."),
    ]


def test_lists_keep_their_items_with_bullets_as_ocr_reads_them() -> None:
    assert shown("» Stadsledningskontoret\n* Socialnimnden\n– Bromma\nstadsdelsnämnd") == [
        ("list", "» Stadsledningskontoret\n", "* Socialnimnden\n", "– Bromma\nstadsdelsnämnd")
    ]
    assert shown("1. Socialnämnden godkänner\nutlåtandet.")[0][0] == "list"


def test_a_list_may_follow_its_lead_without_a_blank_line() -> None:
    assert shown("Har gått till:\n– A\n– B") == [("list", "Har gått till:\n", "– A\n", "– B")]


def test_tables_are_rows() -> None:
    assert shown("Instans\tSvar\nSocialnämnden\tAvstyrker") == [
        ("table", "Instans\tSvar", "Socialnämnden\tAvstyrker")
    ]


def test_lines_of_a_letterhead_a_signature_and_a_letters_head_stand_each_for_itself() -> None:
    for lines in (
        ("Björkåsa kommun", "Kommunstyrelsen", "Dnr KS 2024/00415", "2024-10-16"),
        ("Tove Hjortsäter", "Kommunsekreterare"),
        ("Från: Kommunstyrelsen", "Ämne: Remiss av en motion om drogtester och kamerabevakning på skolor"),
    ):
        assert shown("\n".join(lines)) == [("lines", *lines)]


def test_lines_that_the_edge_of_the_page_broke_do_not() -> None:
    for text in (
        "Rådet har ingen erinran mot att äldre får åka buss gratis med\nSL.",
        "Motionen om stöd till\nlanthandlar",
        "Motionen avslås.\nReservation lämnas.",
    ):
        assert shown(text) == [("paragraph", text)]


def test_headings_come_from_the_sections_even_over_two_lines() -> None:
    text = "Inledning.\n\nFörvaltningens synpunkter\noch förslag\nText.\n"
    section = Section(SectionKind.SYNPUNKTER, "Förvaltningens synpunkter och förslag", Span(12, len(text)))
    assert shown(text, (section,)) == [
        ("paragraph", "Inledning."),
        ("heading", "Förvaltningens synpunkter\noch förslag"),
        ("paragraph", "Text.\n"),
    ]


def test_a_section_whose_heading_is_not_there_shows_its_text_only() -> None:
    section = Section(SectionKind.ARENDET, "Ärendet", Span(0, 4))
    assert heading_span("Text", section) is None
    assert shown("Text", (section,)) == [("paragraph", "Text")]


def test_a_page_break_parts_a_paragraph() -> None:
    pages = (Page(1, Span(0, 6)), Page(2, Span(6, 12)))
    found = list(blocks("ett tv tre.", (), pages))
    assert [block.kind for block in found] == [BlockKind.PARAGRAPH, BlockKind.PAGE, BlockKind.PARAGRAPH]
    assert found[1].number == 2


span = st.builds(Span, st.integers(-3, 50), st.integers(-3, 50))


@given(
    st.text(st.sampled_from("ab\n\t –•1. "), max_size=45),
    st.lists(
        st.builds(Section, st.just(SectionKind.OVRIGT), st.sampled_from(["", "a", "b a"]), span), max_size=4
    ),
    st.lists(st.builds(Page, st.integers(0, 5), span), max_size=4),
)
def test_no_word_is_lost_or_shown_twice_wherever_sections_and_pages_lie(
    text: str, sections: list[Section], pages: list[Page]
) -> None:
    parts = [part for block in blocks(text, sections, pages) for part in block.parts]
    assert "".join("".join(text[slice(*part)] for part in parts).split()) == "".join(text.split())
    assert parts == sorted(parts)
