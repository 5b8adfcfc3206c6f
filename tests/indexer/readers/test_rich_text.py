"""What is read of rich text."""

import pytest

from indexer.readers import read
from remissarkiv.errors import UnreadableFileError


def text(body: bytes, head: bytes = rb"\ansi\ansicpg1252\deff0") -> str:
    return read(rb"{\rtf1" + head + b" " + body + b"}", "svar.rtf").text


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (rb"N\'e4mnden f\'f6rordar \'e5tg\'e4rden", rb"\ansi\ansicpg1252"),
        (rb"N\u228?mnden f\u246\'f6rordar \u229\'3ftg\u228 ?rden", rb"\ansi\ansicpg1252\uc1"),
        (rb"N\u228mnden f\u246rordar \u229tg\u228rden", rb"\ansi\uc0"),
        (rb"N\'8amnden f\'9arordar \'8ctg\'8arden", rb"\mac"),
        (rb"N\'84mnden f\'94rordar \'86tg\'84rden", rb"\ansi\ansicpg850"),
        (rb"N\'84mnden f\'94rordar \'86tg\'84rden", rb"\pca"),
        ("Nämnden förordar åtgärden".encode("cp1252"), rb"\ansi"),
        (rb"{\f1 N\'84mnden f\'94rordar} \'e5tg\'e4rden", rb"\ansi{\fonttbl{\f0 A;}{\f1\fcharset255 B;}}"),
    ],
)  # fmt: skip
def test_swedish_letters_in_every_code_page(body: bytes, head: bytes) -> None:
    assert text(body, head) == "Nämnden förordar åtgärden"


def test_paragraphs_signs_and_hidden_text() -> None:
    body = (
        rb"{\b Svar}\par\pard Enligt 2\~kap. 1\~\'a7 \endash  f\'f6rslag\tab s. 3\line ny rad\par"
        rb" {\v dolt}{\deleted borta}Rad{\*\bkmkstart x}{\*\unknown skrot} tv\'e5 \{a\} \u-10179?\u-8704?"
    )
    assert text(body) == "Svar\n\nEnligt 2\u00a0kap. 1\u00a0§ – förslag\ts. 3\nny rad\n\nRad två {a} 😀"


def test_tables_lists_and_headings() -> None:
    body = (
        rb"{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s7 Rubrik 2;}}"
        rb"\pard\s1 Yttrande\par\pard\s7 Bakgrund\par\pard\outlinelevel2 Djupare\par"
        rb"\pard{\listtext 1.\tab}Avsl\'e5 motionen\par\pard{\pntext\f3\'b7\tab}En punkt\par"
        rb"\trowd\pard\intbl N\'e4mnd\cell Kostnad\cell\row\trowd\pard\intbl SN\cell 1\~200 kr\cell\row"
        rb"\trowd\pard\intbl Ett\par Tv\'e5\cell H\'f6ger\cell\row\pard Slut\par"
    )
    reading = read(rb"{\rtf1\ansi " + body + b"}", "svar.rtf")
    assert reading.text == (
        "Yttrande\n\nBakgrund\n\nDjupare\n\n1. Avslå motionen\n– En punkt\n\n"
        "Nämnd\tKostnad\nSN\t1\u00a0200 kr\n\n"
        "Ett\n\nTvå\n\nHöger\n\nSlut"
    )
    assert [(reading.text[h.span.start : h.span.end], h.level) for h in reading.headings] == [
        ("Yttrande", 1),
        ("Bakgrund", 2),
        ("Djupare", 3),
    ]


def test_heads_feet_notes_boxes_and_fields() -> None:
    body = (
        rb"{\header Dnr KS 2014/118\par}{\headerf\pard Socialn\'e4mnden\par}{\footer Sida 1\par}"
        rb"Enligt lagen{\footnote Prop. 2016/17:171 s. 45.} g\'e4ller"
        rb" {\field{\*\fldinst HYPERLINK http://x.example}{\fldrslt reglementet}}.\par"
        rb"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt I en ruta\par}}{\shprslt bild}}{\pict\bin4 }}}{"
        rb"\wmetafile8 0102}Slut"
    )
    reading = read(rb"{\rtf1\ansi " + body + b"}", "svar.rtf")
    assert reading.text == (
        "Dnr KS 2014/118\n\nSocialnämnden\n\nEnligt lagen gäller reglementet.\n\nI en ruta\n\nSlut\n\n"
        "Prop. 2016/17:171 s. 45.\n\nSida 1"
    )
    assert [reading.text[s.start : s.end] for s in reading.running] == ["Dnr KS 2014/118", "Sida 1"]


def test_the_head_of_all_pages_is_the_letterhead_when_the_first_has_none_of_its_own() -> None:
    reading = read(rb"{\rtf1\ansi {\header Dnr KS 2014/118\par}{\footer Sida 1\par}Texten.\par}", "svar.rtf")
    assert reading.text == "Dnr KS 2014/118\n\nTexten.\n\nSida 1"
    assert [reading.text[slice(*span)] for span in reading.running] == ["Sida 1"]


def test_what_the_file_says_of_itself() -> None:
    reading = read(
        rb"{\rtf1\ansi{\info{\title Svar p\'e5 remiss}{\author \'c5sa}{\creatim\yr2014\mo3\dy2\hr9}}Text}",
        "svar.rtf",
    )
    assert reading.metadata == {"title": "Svar på remiss", "author": "Åsa", "date": "2014-03-02"}
    assert reading.media_type == "application/rtf"


@pytest.mark.parametrize(
    "hostile",
    [
        b"{\\rtf1" + b"{" * 100_000,
        b"{\\rtf1 " + b"{\\field{\\*\\fldinst{HYPERLINK " * 200,
    ],
)
def test_deep_nesting_is_refused(hostile: bytes) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(hostile, "svar.rtf")
    assert caught.value.swedish == "RTF-filen är nästlad i mer än 500 nivåer och har därför inte lästs"


@pytest.mark.parametrize(
    "hostile",
    [
        b"{\\rtf1 Svar" + b"}" * 50_000,
        b"{\\rtf1 Svar" + b"\\cell" * 50_000,
        b"{\\rtf1 Svar" + b"\\" * 50_000,
        b"{\\rtf1 Svar\\bin999999999 x",
        b"{\\rtf1 Svar\\u99999999999 \\'zz\\uc-5\\f-3\\s99",
        b"{\\rtf1 Svar{\\fonttbl" + b"{\\f1\\fcharset1;}" * 10_000,
        b"{\\rtf1\\ansicpg99999\\ansicpg0 Svar\\",
    ],
)
def test_odd_input_is_read_to_its_end(hostile: bytes) -> None:
    assert read(hostile, "svar.rtf").text.startswith("Svar")


def test_rich_text_without_words() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(rb"{\rtf1\ansi{\info{\title Titel}}\par}", "svar.rtf")
    assert caught.value.swedish == "RTF-filen saknar text"
