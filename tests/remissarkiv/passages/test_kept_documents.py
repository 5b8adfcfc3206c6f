"""What is kept of a document tells the same as the document read whole."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from remissarkiv.bootstrap import open_archive
from remissarkiv.domain import Citation, Dnr, DnrMention, DnrRole, Document, Kind, Span
from remissarkiv.passages import KeptSource, PassageSource, ReadSource, kept

COLUMNS = ("verdict", "principle", "ground", "stance", "outcome", "instans")


def stored(document: Document) -> PassageSource:
    """The document as the catalog gives it back."""
    spans = [str([list(span) for span in spans]) for spans in (document.damaged, document.parted)]
    return KeptSource(kept(document), document.text, *spans, document.lexicon)


def stretches(source: PassageSource) -> list[Span]:
    """Stretches of the text that begin, end and lie where something is cited, and beside it."""
    places = [one.span for one in source.citations] + [one.dnr.span for one in source.dnr]
    beside = [Span(span.end, span.end + 30) for span in places] + [
        Span(span.start - 30, span.start) for span in places
    ]
    return [Span(-240, 240), Span(0, len(source.text)), *places, *beside]


def told(source: PassageSource) -> dict[str, object]:
    """All that a source tells; raw spellings and the words of citations may be left out."""
    return {
        "text": source.text,
        "indexes": [index.packed for index in (source.words, source.misread, source.repaired)],
        "mended": source.is_mended,
        "spans": (source.damaged, source.parted),
        "dnr": [(one.role, one.dnr, one.dnr.span) for one in source.dnr],
        "citations": [(one.key, one.span) for one in source.citations],
        "near": [
            (
                [(one.key, one.span) for one in source.citations_near(around)],
                list(source.dnr_near(around)),
            )
            for around in stretches(source)
        ],
        "held": {column: list(source.held(column)) for column in COLUMNS},
        "conclusions": source.conclusions,
    }


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_document(any_document: st.SearchStrategy[Document], data: st.DataObject) -> None:
    document = data.draw(any_document)
    assert told(stored(document)) == told(ReadSource(document))


def test_the_sample_archive(corpus_data: Path) -> None:
    with open_archive(None, data=corpus_data) as archive:
        access = archive.operator_access()
        ids = list(archive.catalog.all_ids())
        listed = archive.catalog.listed(ids, access)
        for stored in archive.catalog.documents(ids, access).values():
            assert told(listed[stored.id].source) == told(ReadSource(stored.document))
        assert {id: one.summary for id, one in listed.items()} == archive.catalog.summaries(ids, access)


def test_only_what_is_cited_within_a_stretch_is_near_it() -> None:
    text = "Enligt 2 kap. 1 § kommunallagen. Dnr KS 2025/448."
    document = Document(
        title="",
        kind=Kind.MOTION,
        text=text,
        original=text,
        dnr=(DnrMention(Dnr("KS", 2025, 448, "", "KS 2025/448", Span(37, 48)), DnrRole.OWN),),
        citations=(Citation("2017:725#K2P1", "2 kap. 1 § kommunallagen", Span(7, 31)),),
    )
    for source in (stored(document), ReadSource(document)):
        for around, cited, numbers in (
            (Span(0, 7), 0, 0),
            (Span(0, 8), 1, 0),
            (Span(30, 37), 1, 0),
            (Span(31, 38), 0, 1),
            (Span(48, 49), 0, 0),
        ):
            assert len(source.citations_near(around)) == cited
            assert len(source.dnr_near(around)) == numbers
