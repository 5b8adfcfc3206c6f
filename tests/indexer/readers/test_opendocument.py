"""What is read of OpenDocument text."""

import io
import zipfile

import pytest

from indexer.readers import read
from remissarkiv.errors import UnreadableFileError

SPACES = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in {
            "office": "office",
            "text": "text",
            "table": "table",
            "draw": "drawing",
            "style": "style",
            "meta": "meta",
            "manifest": "manifest",
        }.items()
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
BODY = (
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>Struket</text:p></text:deletion>"
    "</text:changed-region></text:tracked-changes>"
    '<text:h text:outline-level="1">Yttrande över motion</text:h>'
    "<text:p>Enligt <text:span>2 kap.</text:span>\n  1 §<text:note><text:note-citation>1</text:note-citation>"
    "<text:note-body><text:p>Prop. 2016/17:171.</text:p></text:note-body></text:note> gäller"
    '<text:s text:c="2"/>följande:<text:tab/>ja<text:line-break/>nej</text:p>'
    "<text:list><text:list-item><text:p>Motionen avslås.</text:p><text:list><text:list-item>"
    "<text:p>Under</text:p></text:list-item></text:list></text:list-item></text:list>"
    '<text:list><text:list-item><text:h text:outline-level="2">Bakgrund</text:h></text:list-item></text:list>'
    "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Nämnd</text:p>"
    "</table:table-cell><table:table-cell><text:p>Kostnad</text:p></table:table-cell></table:table-row>"
    "</table:table-header-rows><table:table-row><table:table-cell><text:p>SN</text:p></table:table-cell>"
    "<table:table-cell><text:p>1 200 kr</text:p></table:table-cell></table:table-row></table:table>"
    "<text:section><text:p>I en ram<draw:frame><draw:text-box><text:p>Rutans text</text:p></draw:text-box>"
    "</draw:frame><office:annotation><text:p>Kommentar</text:p></office:annotation></text:p></text:section>"
)
TEXT = (
    "Yttrande över motion\n\nEnligt 2 kap. 1 § gäller  följande:\tja\nnej\n\nProp. 2016/17:171.\n\n"
    "– Motionen avslås.\n– Under\n\nBakgrund\n\nNämnd\tKostnad\nSN\t1 200 kr\n\nI en ram\n\nRutans text"
)
STYLES = (
    '<style:master-page style:name="Standard"><style:header><text:p>Dnr KS 2014/118</text:p></style:header>'
    "<style:footer><text:p>Sida 1</text:p></style:footer></style:master-page>"
    '<style:master-page style:name="First" style:next-style-name="Standard"><style:header>'
    "<text:p>Socialnämnden</text:p></style:header></style:master-page>"
)
META = (
    "<dc:title>Svar</dc:title><meta:initial-creator>Åsa</meta:initial-creator>"
    "<dc:date>2014-03-12T10:00:00</dc:date>"
)


def package(
    body: str = BODY, kind: str = "text", manifest: str = "", before: str = "", styles: str = ""
) -> bytes:
    """The bytes of an OpenDocument file with this body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        content = f"{before}<office:document-content {SPACES}>{styles}<office:body><office:text>{body}"
        archive.writestr("content.xml", f"{content}</office:text></office:body></office:document-content>")
        archive.writestr("styles.xml", f"<office:document-styles {SPACES}>{STYLES}</office:document-styles>")
        archive.writestr("meta.xml", f"<office:document-meta {SPACES}>{META}</office:document-meta>")
        archive.writestr(
            "META-INF/manifest.xml", f"<manifest:manifest {SPACES}>{manifest}</manifest:manifest>"
        )
    return out.getvalue()


def reason(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read(data, "svar.odt")
    return caught.value.swedish


@pytest.mark.parametrize("kind", ["text", "text-template"])
def test_the_body_in_its_order_within_heads_and_feet(kind: str) -> None:
    reading = read(package(kind=kind), "svar.odt")
    assert reading.media_type == "application/vnd.oasis.opendocument.text"
    assert reading.text == f"Dnr KS 2014/118\n\nSocialnämnden\n\n{TEXT}\n\nSida 1"
    assert [(reading.text[h.span.start : h.span.end], h.level) for h in reading.headings] == [
        ("Yttrande över motion", 1),
        ("Bakgrund", 2),
    ]
    assert [reading.text[s.start : s.end] for s in reading.running] == ["Dnr KS 2014/118", "Sida 1"]
    assert reading.metadata == {"title": "Svar", "author": "Åsa", "date": "2014-03-12"}


def test_items_of_a_numbered_list_have_their_numbers() -> None:
    styles = (
        '<office:automatic-styles><text:list-style style:name="L1">'
        '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
        '</text:list-style><text:list-style style:name="L2">'
        '<text:list-level-style-bullet text:level="1"/></text:list-style></office:automatic-styles>'
    )
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    body = (
        '<text:list text:style-name="L1">'
        + item.format("Motionen avslås.", "")
        + item.format(
            "Till:", f"<text:list>{item.format('nämnden', '')}{item.format('akten', '')}</text:list>"
        )
        + "</text:list><text:p>Ordföranden instämmer.</text:p>"
        + '<text:list text:style-name="L1" text:continue-numbering="true">'
        + item.format("Klart.", "")
        + "</text:list>"
        + f'<text:list text:style-name="L2">{item.format("En punkt", "")}</text:list>'
    )
    text = read(package(body, styles=styles), "svar.odt").text
    assert "1. Motionen avslås.\n2. Till:\na) nämnden\nb) akten\n\nOrdföranden instämmer." in text
    assert "3. Klart.\n– En punkt" in text


def test_a_document_in_one_xml_file() -> None:
    flat = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {SPACES}'
        ' office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:meta>{META}</office:meta><office:master-styles>{STYLES}</office:master-styles>"
        f"<office:body><office:text>{BODY}</office:text></office:body></office:document>"
    )
    reading = read(flat.encode(), "svar.fodt")
    assert reading.text == f"Dnr KS 2014/118\n\nSocialnämnden\n\n{TEXT}\n\nSida 1"
    assert reading.metadata["title"] == "Svar"


def test_an_encrypted_document_says_so() -> None:
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    assert reason(package(manifest=manifest)) == "filen är lösenordsskyddad"


def test_a_damaged_document_says_so() -> None:
    assert reason(package("<text:p>")) == "OpenDocument-filen är skadad och går inte att läsa"
    assert "skadad" in reason(package()[:-400])


def test_a_document_without_words() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:body><office:text/></office:body>"
            "</office:document-content>",
        )
    assert reason(out.getvalue()) == "OpenDocument-filen saknar text"


def test_entities_and_deep_nesting_are_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "xxxxxxxx">]>'
    assert "entitetsdeklarationer" in reason(package("<text:p>&b;</text:p>", before=bomb))
    deep = "<text:section>" * 5_000 + "<text:p>Svar</text:p>" + "</text:section>" * 5_000
    assert "skadad" in reason(package(deep))


def test_a_bomb_is_not_unpacked() -> None:
    assert "packas upp" in reason(package("<text:p>" + " " * 30_000_000 + "</text:p>"))


def test_spaces_by_the_million_are_not_made() -> None:
    assert len(read(package('<text:p>A<text:s text:c="999999999"/>B</text:p>' * 50), "svar.odt").text) < 1_000
