"""Groups of copies in the catalog: the same whatever came first, was interrupted or went away."""

import datetime
import random
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, event, select

from remissarkiv.catalog import Catalog
from remissarkiv.catalog.copies import unsettled, without_sketch
from remissarkiv.catalog.schema import bands, sketches
from remissarkiv.copies import facts
from remissarkiv.domain import Access, Collection, Document, Kind, SourceFile, StoredDocument

OPEN = Collection("öppen", "/o")
CLOSED = Collection("sluten", "/s", groups=frozenset({"kansliet"}))
WORDS = [f"ord{a}{b}" for a in "bcfghjklmnpqrst" for b in "bcfghjklmnpqrst"]
ALL = Access(frozenset({"öppen", "sluten"}))


def body(theme: int, drift: int, scanned: bool) -> str:
    """One of a few texts, changed more and more with `drift`: neighbours are copies, far ends are not."""
    words = random.Random(theme).choices(WORDS, k=120)
    step = 4 if scanned else 2
    other = random.Random(theme + 1000).choices(WORDS, k=120)
    return " ".join(other[: drift * step] + words[drift * step :])


def document(
    name: str, text: str, *, collection: str = "öppen", day: int = 0, scanned: bool = False
) -> StoredDocument:
    date = datetime.date(2012, 5, day) if day else None
    value = Document("Remiss av motion", Kind.REMISS, text, text, date=date, scanned=scanned)
    return StoredDocument(name, SourceFile(collection, f"{name}.txt", 1, name, 1, "text/plain"), value)


def put(catalog: Catalog, *stored: StoredDocument) -> None:
    with catalog.write() as writer:
        for one in stored:
            writer.put(one)


def remove(catalog: Catalog, *ids: str) -> None:
    with catalog.write() as writer:
        for one in ids:
            writer.remove(one)


def groups(catalog: Catalog) -> set[frozenset[str]]:
    by_group: dict[str, set[str]] = {}
    for document_id, place in catalog.copy_places(list(catalog.all_ids())).items():
        by_group.setdefault(place.copies, set()).add(document_id)
    return {frozenset(ids) for key, ids in by_group.items() if key}


@cache
def _empty_catalog() -> bytes:
    """An empty catalog as a file: making one anew for each example takes longer than the example."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "empty.sqlite"
        with Catalog.open(place) as catalog:
            catalog.sync_collections((OPEN, CLOSED))
        return place.read_bytes()


def opened(place: Path) -> Catalog:
    place.write_bytes(_empty_catalog())
    return Catalog.open(place)


def test_a_document_is_sketched_in_the_transaction_that_stores_it(tmp_path: Path) -> None:
    with opened(tmp_path / "a.sqlite") as catalog:
        one = document("a", body(0, 0, scanned=False))
        put(catalog, one)
        with catalog._database.read() as connection:
            assert without_sketch(connection) == []
            assert unsettled(connection) == ["a"]
        put(catalog, replace(one, document=replace(one.document, text="ett annat ord")))
        with catalog._database.read() as connection:
            kept = connection.execute(select(sketches.c.exact)).scalars().all()
        assert kept == [facts(replace(one, document=replace(one.document, text="ett annat ord"))).exact]


@st.composite
def documents(draw: st.DrawFn) -> StoredDocument:
    scanned = draw(st.booleans())
    text = body(draw(st.integers(0, 1)), draw(st.integers(0, 8)), scanned)
    return document(
        f"d{draw(st.integers(0, 11)):02}",
        text,
        collection=draw(st.sampled_from(("öppen", "öppen", "sluten"))),
        day=draw(st.sampled_from((0, 0, 1, 2))),
        scanned=scanned,
    )


STEPS = st.lists(
    st.tuples(st.lists(st.one_of(documents(), documents(), st.integers(0, 11)), max_size=6), st.booleans()),
    min_size=1,
    max_size=5,
)


@settings(max_examples=20, deadline=None)
@given(steps=STEPS)
def test_what_comes_of_many_changes_is_what_comes_of_the_documents(
    steps: list[tuple[list[StoredDocument | int], bool]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        catalog = opened(Path(folder) / "a.sqlite")
        known: dict[str, StoredDocument] = {}
        told: dict[str, object] = {}
        at = 0
        for changes, settled in steps:
            for change in changes:
                if isinstance(change, int):
                    remove(catalog, f"d{change:02}")
                    known.pop(f"d{change:02}", None)
                else:
                    put(catalog, change)
                    known[change.id] = change
            if settled:
                catalog.settle_copies()
                at = follow(catalog, told, at)
        catalog.settle_copies()
        follow(catalog, told, at)
        fresh = opened(Path(folder) / "b.sqlite")
        put(fresh, *known.values())
        fresh.settle_copies()
        expected = fresh.copy_places(sorted(known))
        assert catalog.copy_places(sorted(known)) == expected
        assert told == {name: expected.get(name) for name in known}, "an index that follows the outbox knows"
        catalog.close()
        fresh.close()


def follow(catalog: Catalog, told: dict[str, object], at: int) -> int:
    """Hold what an index holds that follows the outbox from sequence `at` on; returns how far it came."""
    for change in catalog.changes(at, 1000):
        at = max(at, change.sequence)
        if change.action == "remove":
            told.pop(change.document_id, None)
        else:
            told[change.document_id] = catalog.copy_places([change.document_id]).get(change.document_id)
    return at


def test_groups_do_not_chain_on(tmp_path: Path) -> None:
    catalog = opened(tmp_path / "c.sqlite")
    put(catalog, *(document(f"d{drift}", body(0, drift, False)) for drift in range(12)))
    catalog.settle_copies()
    found = groups(catalog)
    assert len(found) > 1
    for group in found:
        drifts = sorted(int(name[1:]) for name in group)
        assert drifts[-1] - drifts[0] <= 8, "every member is a copy of the best one"
    catalog.close()


def test_interrupted_anywhere_the_next_time_goes_on(tmp_path: Path) -> None:
    kept = [document(f"d{n:02}", body(n % 3, n % 4, False), day=n % 2) for n in range(30)]
    whole = opened(tmp_path / "whole.sqlite")
    put(whole, *kept)
    whole.settle_copies()
    expected = whole.copy_places([one.id for one in kept])
    assert expected
    statements = 0
    for stop in (1, 3, 6, 10, 15, 22, 30):
        catalog = opened(tmp_path / f"{stop}.sqlite")
        put(catalog, *kept)
        with catalog._database.write() as connection:
            # As a program without sketches has left it: the longest way there is.
            connection.execute(delete(bands))
            connection.execute(delete(sketches))
        statements = 0

        def interrupt(*_: object, stop: int = stop) -> None:
            nonlocal statements
            statements += 1
            if statements == stop:
                raise KeyboardInterrupt

        engine = catalog._database._engine
        event.listen(engine, "before_cursor_execute", interrupt)
        with pytest.raises(KeyboardInterrupt):
            catalog.settle_copies()
        event.remove(engine, "before_cursor_execute", interrupt)
        catalog.settle_copies()
        assert catalog.copy_places([one.id for one in kept]) == expected
        catalog.close()
    whole.close()


def test_a_run_without_copies_tells_the_index_nothing_more(tmp_path: Path) -> None:
    catalog = opened(tmp_path / "c.sqlite")
    put(catalog, document("a", body(0, 0, False)), document("b", body(1, 0, False)))
    before = catalog.last_sequence()
    catalog.settle_copies()
    assert catalog.last_sequence() == before
    put(catalog, document("c", body(0, 0, False)))
    catalog.settle_copies()
    changed = [change.document_id for change in catalog.changes(before, 10)]
    assert sorted(changed) == ["a", "c"], "the one that was alone must learn that it is no more"
    catalog.close()


def test_the_other_copies_of_a_document_are_those_one_may_see(tmp_path: Path) -> None:
    catalog = opened(tmp_path / "c.sqlite")
    text = body(0, 0, False)
    put(catalog, document("a", text), document("b", text, day=1), document("c", text, collection="sluten"))
    catalog.settle_copies()

    def others(name: str, access: Access) -> list[str]:
        return [summary.id for summary in catalog.copies(name, access)]

    assert others("a", ALL) == ["b", "c"]
    assert others("b", Access(frozenset({"öppen"}))) == ["a"]
    assert others("c", Access(frozenset({"öppen"}))) == []
    remove(catalog, "b")
    remove(catalog, "c")
    catalog.settle_copies()
    assert others("a", ALL) == []
    catalog.close()


def test_what_one_may_see_decides_alone_what_one_sees_of_groups(tmp_path: Path) -> None:
    """The closed copy is alike both open ones, which are not alike each other: it must not bring them
    together."""
    ends = [document("a", body(0, 0, False)), document("c", body(0, 5, False))]
    between = document("b", body(0, 3, False), collection="sluten", day=1)
    with_it, without = opened(tmp_path / "1.sqlite"), opened(tmp_path / "2.sqlite")
    put(with_it, *ends, between)
    put(without, *ends)
    for catalog in (with_it, without):
        catalog.settle_copies()
    assert with_it.copies("a", ALL) != ()
    assert with_it.copies("a", Access(frozenset({"öppen"}))) == without.copies("a", ALL)
    with_it.close()
    without.close()


def test_groups_follow_when_a_collection_is_closed(tmp_path: Path) -> None:
    catalog = opened(tmp_path / "c.sqlite")
    text = body(0, 0, False)
    put(catalog, document("a", text), document("b", text, collection="sluten"))
    catalog.settle_copies()
    first = catalog.copy_places(["a", "b"])
    assert first["a"].rank < first["b"].rank
    catalog.sync_collections((replace(OPEN, groups=frozenset({"x"})), replace(CLOSED, groups=frozenset())))
    catalog.settle_copies()
    second = catalog.copy_places(["a", "b"])
    assert second["a"].rank > second["b"].rank
    assert {change.document_id for change in catalog.changes(3, 10)} >= {"a", "b"}
    catalog.close()
