"""Web pages and xml: the document, without the site around it."""

from pathlib import Path

from indexer.readers import Reading, read

PAGE = """<!DOCTYPE html><html lang="sv"><head><title>Svar på remiss - Exempelstad</title>
<meta name="DC.Date" content="2025-08-28 10:00"><style>p { color: red }</style></head><body>
<div class="cookie-banner"><p>Vi använder kakor</p></div>
<header><a href="/">Hem</a><a href="/a">A</a><a href="/b">B</a><nav><ul><li>Meny</li></ul></nav></header>
<main><h1>Svar på remiss</h1><p>Nämnden <b>till</b>styrker<br>motionen.</p><script>alert(1)</script>
<h2>Beslut</h2><ol><li>Godkänna svaret.</li><li>Justera <em>omedelbart</em>.</li></ol>
<ul><li>En punkt</li></ul>
<table><tr><th>År</th><th>Kostnad</th></tr><tr><td>2025</td><td><p>10</p></td></tr></table>
<pre>rad ett
rad två</pre><!-- en kommentar --></main>
<footer><p>Kontakta kommunen</p></footer></body></html>"""


def page(markup: str) -> Reading:
    return read(markup.encode(), "sida.html")


def test_the_document_is_read_and_the_site_is_not() -> None:
    assert page(PAGE).text == (
        "Svar på remiss\n\nNämnden tillstyrker\nmotionen.\n\nBeslut\n\n"
        "1. Godkänna svaret.\n2. Justera omedelbart.\n– En punkt\n\n"
        "År\tKostnad\n2025\t10\n\nrad ett\nrad två"
    )


def test_headings_have_level_and_place() -> None:
    reading = page(PAGE)
    assert [(reading.text[h.span.start : h.span.end], h.level) for h in reading.headings] == [
        ("Svar på remiss", 1),
        ("Beslut", 2),
    ]


def test_what_the_head_of_the_page_says_is_metadata() -> None:
    assert page(PAGE).metadata == {"title": "Svar på remiss - Exempelstad", "date": "2025-08-28"}


def test_a_letterhead_with_a_dnr_is_no_site_header() -> None:
    reading = page(
        "<html><body><header><p>Socialförvaltningen</p><p>Dnr SOF 2025/424</p></header>"
        "<main><p>Svaret</p></main><footer>Växel</footer></body></html>"
    )
    assert reading.text == "Socialförvaltningen\n\nDnr SOF 2025/424\n\nSvaret"


def test_a_page_whose_body_is_named_after_cookies_is_still_read() -> None:
    assert page('<html><body class="has-cookie-consent"><h1>Svar</h1></body></html>').text == "Svar"


def test_a_table_that_lays_out_the_page_is_text() -> None:
    reading = page("<table><tr><td><p>Ett stycke.</p><p>Ett till.</p></td><td>Sida</td></tr></table>")
    assert reading.text == "Ett stycke.\n\nEtt till.\n\nSida"


def test_terms_and_what_is_said_of_them_are_rows() -> None:
    markup = (
        "<html><body><dl><dt>Organ</dt><dd>Kultur- och fritidsnämnden</dd><dt>Paragraf</dt><dd>§ 71</dd>"
        "<dt>Beslutande</dt><dd><p>Åsa Öberg (S)</p><p>Per Ek (M)</p></dd></dl><p>Texten.</p></body></html>"
    )
    assert page(markup).text == (
        "Organ\tKultur- och fritidsnämnden\nParagraf\t§ 71\n\n"
        "Beslutande\n\nÅsa Öberg (S)\n\nPer Ek (M)\n\nTexten."
    )


def test_a_real_page_of_the_government(shared_data: Path) -> None:
    reading = read((shared_data / "files" / "case-open.html").read_bytes(), "case-open.html")
    assert reading.text.startswith("Remiss från Justitiedepartementet")
    assert (
        "Remissvaren ska ha kommit in till Justitiedepartementet senast den 30 oktober 2026." in reading.text
    )
    assert reading.metadata["title"] == "Remiss av Ds 2026:15 Gäldenärens avtal i konkurs"
    assert reading.metadata["date"] == "2026-07-02"
    for furniture in ("kakor", "Facebook", "Relaterat", "Huvudnavigering", "function"):
        assert furniture not in reading.text


def test_an_interpellation_in_tei(shared_data: Path) -> None:
    path = shared_data / "files" / "interpellation" / "ipq-199495--0003.xml"
    reading = read(path.read_bytes(), path.name)
    assert reading.media_type == "application/xml"
    assert reading.text.startswith("1994/95:3 av Eva Zetterberg (v) till utrikesministern")
    assert reading.metadata["author"] == "Eva Zetterberg (v)"
    assert reading.metadata["date"] == "1994-10-10"
    assert reading.metadata["kind"] == "interpellation"
    assert "githubusercontent" not in reading.text
    assert reading.headings[0].level == 1


def test_page_numbers_noted_in_tei_are_running_lines() -> None:
    markup = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>Början</p>'
        '<note type="pageNumber">8</note><p>slut</p></body></text></TEI>'
    )
    reading = read(markup.encode(), "x.xml")
    assert [reading.text[s.start : s.end] for s in reading.running] == ["8"]


def test_any_other_xml_is_read_by_its_leaves() -> None:
    markup = "<svar><rubrik>Svar</rubrik><a><del>Ett <i>viktigt</i> stycke</del><item>punkt</item></a></svar>"
    assert read(markup.encode(), "x.xml").text == "Svar\n\nEtt viktigt stycke\n\n– punkt"
