"""What is put into the catalog comes back as it was, whatever a document holds."""

import dataclasses
import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from remissarkiv.catalog import Catalog
from remissarkiv.domain import (
    Access,
    Citation,
    Dnr,
    DnrMention,
    DnrRole,
    Document,
    Kind,
    Motionar,
    Page,
    Section,
    SectionKind,
    Segment,
    Signatory,
    SourceFile,
    Span,
    StoredDocument,
)
from remissarkiv.errors import NotFoundError

# Every character a hostile file can hold: NUL, SUB, halves of surrogate pairs.
ANY_TEXT = st.text(st.characters(codec=None) | st.sampled_from("\x00\x1a\ud800\udc00åäö"), max_size=30)
SPANS = st.builds(Span, st.integers(0, 10**6), st.integers(0, 10**6))


def _tuples(strategy):
    return st.lists(strategy, max_size=3).map(tuple)


DOCUMENTS = st.builds(
    Document,
    title=ANY_TEXT,
    kind=st.sampled_from(Kind),
    text=ANY_TEXT,
    original=ANY_TEXT,
    date=st.none() | st.dates(),
    kommun=ANY_TEXT,
    namnd=ANY_TEXT,
    segments=_tuples(st.builds(Segment, SPANS, SPANS, ANY_TEXT, st.floats(0, 1e9))),
    pages=_tuples(st.builds(Page, st.integers(1, 10**5), SPANS)),
    sections=_tuples(st.builds(Section, st.sampled_from(SectionKind), ANY_TEXT, SPANS)),
    dnr=_tuples(
        st.builds(
            DnrMention,
            st.builds(
                Dnr, ANY_TEXT, st.integers(1800, 2100), st.integers(0, 10**12), ANY_TEXT, ANY_TEXT, SPANS
            ),
            st.sampled_from(DnrRole),
        )
    ),
    citations=_tuples(st.builds(Citation, ANY_TEXT, ANY_TEXT, SPANS, st.booleans())),
    motioner=_tuples(st.builds(Motionar, ANY_TEXT, ANY_TEXT)),
    remissinstanser=_tuples(ANY_TEXT),
    signatories=_tuples(st.builds(Signatory, ANY_TEXT, ANY_TEXT, ANY_TEXT)),
    quality=st.floats(0, 1),
    damaged=_tuples(SPANS),
)


@given(document=DOCUMENTS, path=ANY_TEXT)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_document_comes_back_character_for_character(document, path):
    stored = StoredDocument("d1", SourceFile("k", path, 2**40, "0" * 64, 2**62, "text/plain"), document)
    with TemporaryDirectory() as folder, Catalog.open(Path(folder) / "c.sqlite") as catalog:
        with catalog.write() as writer:
            writer.put(stored)
        again = catalog.document("d1", Access(frozenset({"k"})))
        # repr and not ==: raw spelling and span of a Dnr take no part in comparison.
        assert repr(again) == repr(stored)
        assert list(catalog.files("k")) == [path]


def test_a_replaced_document_leaves_nothing_of_the_old_one(catalog, make, everyone):
    with catalog.write() as writer:
        writer.put(make("a", dnr=(("KS", 2025, 448, DnrRole.OWN), ("SOF", 2025, 424, DnrRole.SENDER))))
    newer = make("a", dnr=(), text="Ny text", original=None)
    with catalog.write() as writer:
        writer.put(newer)
    assert catalog.document("a", everyone) == newer
    assert catalog.matter_of_dnr("KS 2025/448", everyone) == ()


def test_documents_come_in_the_order_asked_for_and_unknown_ids_are_left_out(catalog, make, everyone):
    with catalog.write() as writer:
        for id in "abc":
            writer.put(make(id))
    assert list(catalog.documents(["c", "x", "a", "c"], everyone)) == ["c", "a"]
    assert list(catalog.summaries(["c", "x", "a"], everyone)) == ["c", "a"]
    assert list(catalog.load(["b", "x"])) == ["b"]


def test_summaries_of_more_documents_than_one_statement_takes(catalog, make, everyone):
    ids = [f"{number:05}" for number in range(2500)]
    with catalog.write() as writer:
        for id in ids:
            writer.put(make(id))
    found = catalog.summaries([*ids, *(f"x{n}" for n in range(40_000))], everyone)
    assert list(found) == ids
    assert found["00007"].title == "Svar på motion 00007"
    assert found["00007"].dnr == ("SOF 2025/424",)


def test_a_summary_names_the_documents_own_dnr_first_and_each_once(catalog, make, everyone):
    mentions = (
        ("KS", 2024, 1, DnrRole.MENTIONED),
        ("KS", 2025, 448, DnrRole.SENDER),
        ("SOF", 2025, 424, DnrRole.OWN),
        ("SOF", 2025, 424, DnrRole.MENTIONED),
    )
    with catalog.write() as writer:
        writer.put(make("a", dnr=mentions))
    assert catalog.summaries(["a"], everyone)["a"].dnr == ("SOF 2025/424", "KS 2025/448", "KS 2024/1")


def test_documents_of_one_matter_stand_oldest_first_and_undated_last(catalog, make, everyone):
    matter = (("KS", 2025, 448, DnrRole.SENDER),)
    with catalog.write() as writer:
        writer.put(make("undated", dnr=matter, date=None))
        writer.put(make("answer", dnr=matter, date=datetime.date(2025, 9, 30)))
        writer.put(make("motion", dnr=matter, date=datetime.date(2025, 2, 1)))
        writer.put(make("other", dnr=(("KS", 2025, 449, DnrRole.OWN),)))
    [found] = catalog.matter_of_dnr("KS 2025/448", everyone)
    assert found.documents == ("motion", "answer", "undated")


def test_the_rows_of_documents_do_not_depend_on_order_or_batches(tmp_path, make):
    documents = [make(f"d{number}", path=f"{number}.txt") for number in range(30)]
    plans = {"one": [documents], "many": [documents[start : start + 7][::-1] for start in (21, 7, 28, 0, 14)]}
    dumps = []
    for name, batches in plans.items():
        with Catalog.open(tmp_path / name) as catalog:
            for batch in batches:
                with catalog.write() as writer:
                    for stored in batch:
                        writer.put(stored)
            if name == "many":
                with catalog.write() as writer:
                    writer.put(documents[3])
        dumps.append(_rows(tmp_path / name))
    assert dumps[0] == dumps[1]
    assert all(dumps[0].values())


def _rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path)) as connection:
        return {
            table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr)
            for table in ("documents", "texts", "sections", "dnr", "citations", "files")
        }


def test_text_that_was_not_changed_is_stored_once(place, make, everyone):
    text = "Ingen erinran. " * 20_000
    with Catalog.open(place) as catalog:
        with catalog.write() as writer:
            writer.put(make("a", text=text, original=None))
        assert catalog.document("a", everyone).document.original == text
    assert place.stat().st_size < 1.8 * len(text)


def test_an_unknown_document_is_not_found(catalog, everyone):
    with pytest.raises(NotFoundError):
        catalog.document("finns inte \ud800", everyone)


def test_a_text_of_another_kind_than_the_first_replaces_it(catalog, make, everyone):
    with catalog.write() as writer:
        writer.put(make("a"))
        writer.put(dataclasses.replace(make("a"), document=make("a", text="senast").document))
    assert catalog.document("a", everyone).document.text == "senast"
