"""What is kept of a document tells the same as the document read whole."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from remissarkiv.bootstrap import open_archive
from remissarkiv.domain import Document
from remissarkiv.passages import KeptSource, PassageSource, ReadSource, kept

COLUMNS = ("verdict", "principle", "ground", "stance", "outcome", "instans")


def stored(document: Document) -> PassageSource:
    """The document as the catalog gives it back."""
    spans = [str([list(span) for span in spans]) for spans in (document.damaged, document.parted)]
    return KeptSource(kept(document), document.text, *spans, document.lexicon)


def told(source: PassageSource) -> dict[str, object]:
    """All that a source tells; raw spellings and the words of citations may be left out."""
    return {
        "text": source.text,
        "indexes": [index.packed for index in (source.words, source.misread, source.repaired)],
        "mended": source.is_mended,
        "spans": (source.damaged, source.parted),
        "dnr": [(one.role, one.dnr, one.dnr.span) for one in source.dnr],
        "citations": [(one.key, one.span) for one in source.citations],
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
