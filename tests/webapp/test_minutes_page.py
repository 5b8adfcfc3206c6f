"""Minutes and their §§ on the page: the way between them, the headings, and whose Dnr is whose."""

import datetime

import pytest
from flask.testing import FlaskClient

from remissarkiv.bootstrap import Archive
from remissarkiv.domain import (
    Dnr,
    DnrMention,
    DnrRole,
    Document,
    Kind,
    Section,
    SectionKind,
    SourceFile,
    Span,
    StoredDocument,
)
from remissarkiv.sync import catch_up

PARAGRAPHS = ("§ 1\n\nTaxa för bad\n\nBeslut\nTaxan antas.", "§ 2\n\nNy väg\n\nBeslut\nVägen byggs.")


def _minutes(board: str, name: str) -> tuple[StoredDocument, list[StoredDocument]]:
    """Minutes of two §§, the first under a Dnr without letters."""
    text = "Närvarande: Ek och Alm\n\n" + "\n\n".join(PARAGRAPHS)
    starts = [text.index(part) for part in PARAGRAPHS]
    spans = tuple(Span(start, start + len(part)) for start, part in zip(starts, PARAGRAPHS, strict=True))
    day = datetime.date(2021, 3, 9)
    whole = Document(f"Protokoll {board}", Kind.PROTOKOLL, text, text, date=day, namnd=board, parted=spans)
    source = SourceFile("arkiv", f"{name}.txt", 9, name, 1, "text/plain")
    parts = []
    for number, part in enumerate(PARAGRAPHS, start=1):
        beslut = Section(SectionKind.BESLUT, "Beslut", Span(part.index("Beslut"), len(part)))
        own = (DnrMention(Dnr("", 2021, 12, "", "2021/00012"), DnrRole.OWN),) if number == 1 else ()
        title = part.split("\n\n")[1]
        document = Document(
            title, Kind.PROTOKOLL, part, part, date=day, namnd=board, sections=(beslut,), dnr=own
        )
        place = SourceFile("arkiv", f"{name}.txt", 9, name, 1, "text/plain", part=f"§ {number}")
        parts.append(StoredDocument(f"{name}{number}", place, document, whole=name, ordinal=number))
    return StoredDocument(name, source, whole), parts


@pytest.fixture
def page(archive: Archive, client: FlaskClient):
    with archive.catalog.write() as writer:
        for board, name in (("Socialnämnden", "sn"), ("Byggnadsnämnden", "bn")):
            writer.put(*_minutes(board, name))
    catch_up(archive.catalog, archive.engine)

    def get(address: str) -> str:
        response = client.get(address)
        assert response.status_code == 200
        return response.text.replace("\u00a0", " ")

    return get


def test_a_paragraph_leads_to_its_place_in_the_whole_and_to_the_next(page):
    text = page("/dokument/sn1")
    assert 'href="/dokument/sn#del-1">Protokoll Socialnämnden</a>' in text
    assert 'rel="next" href="/dokument/sn2">§ 2</a>' in text
    assert 'rel="prev"' not in text


def test_the_whole_lists_its_paragraphs_and_shows_their_headings(page):
    text = page("/dokument/sn")
    assert text.index('id="del-1"') < text.index("Taxan antas") < text.index('id="del-2"')
    assert text.count(">Beslut</h2>") == 2
    assert 'href="/dokument/sn2?' in text or 'href="/dokument/sn2"' in text


def test_a_number_without_letters_does_not_join_the_matters_of_two_boards(page):
    # Another board's § with the very same words is alike, and nothing more.
    document, _, alike = page("/dokument/sn1").partition("Liknande handlingar")
    assert "Byggnadsnämnden" not in document
    assert "<b>Samma text</b>" in alike


def test_each_paragraph_is_one_hit_and_the_whole_only_for_what_stands_outside(page):
    assert page("/sok?q=Taxan").count("/dokument/sn") == page("/sok?q=Taxan").count("/dokument/sn1")
    assert "/dokument/sn?" in page("/sok?q=Närvarande")
