"""What was stored a moment ago is given from memory, and is what the catalog has."""

from dataclasses import replace
from pathlib import Path

from remissarkiv.catalog import Catalog
from remissarkiv.catalog.fresh import FreshDocuments
from remissarkiv.corrections import of_title
from remissarkiv.domain import Access, StoredDocument
from tests.remissarkiv.catalog.conftest import MakeDocument

WHY = "Det står så."


def stored(catalog: Catalog, *some: StoredDocument) -> None:
    with catalog.write() as writer:
        for one in some:
            writer.put(one)


def test_fresh_documents_are_the_very_ones_and_equal_to_what_is_read(
    catalog: Catalog, make: MakeDocument
) -> None:
    one, other = make("a"), make("b")
    with catalog.remembering():
        stored(catalog, one, other)
        loaded = catalog.load(["b", "x", "a"])
        assert list(loaded) == ["b", "a"]
        assert loaded["a"] is one
        catalog.forget_fresh()
        read = catalog.load(["a"])["a"]
        assert read == one
        assert read is not one
        stored(catalog, other)
    assert catalog.load(["b"])["b"] is not other


def test_what_was_corrected_replaced_or_removed_is_read(
    catalog: Catalog, make: MakeDocument, everyone: Access
) -> None:
    one, other, third = make("a"), make("b"), make("c")
    with catalog.remembering():
        stored(catalog, one, other, third)
        catalog.corrections.add("a", [of_title(one.document, "Rätt titel")], "Eva Ek", WHY, everyone)
        with catalog.write() as writer:
            writer.remove("b")
        assert catalog.load(["a", "b"])["a"].document.title == "Rätt titel"
        assert list(catalog.load(["a", "b"])) == ["a"]
        newer = replace(third, source=replace(third.source, sha256="f" * 64))
        stored(catalog, newer)
        assert catalog.load(["c"])["c"] is newer


def test_what_another_process_has_replaced_is_read(catalog: Catalog, place: Path, make: MakeDocument) -> None:
    one = make("a")
    other = replace(one, source=replace(one.source, sha256="f" * 64))
    with catalog.remembering():
        stored(catalog, one)
        with Catalog.open(place) as again:
            stored(again, other)
        assert catalog.load(["a"])["a"] == other


def test_the_oldest_give_way(catalog: Catalog, make: MakeDocument) -> None:
    some = [make(name) for name in "abc"]
    stored(catalog, *some)
    size = len(some[0].document.text) + len(some[0].document.original)
    for fresh in (FreshDocuments(most=2), FreshDocuments(most_characters=2 * size)):
        for one in (*some, some[2]):
            fresh.keep([one])
        with catalog._database.read() as connection:
            assert list(fresh.among(connection, ["a", "b", "c"])) == ["b", "c"]
            fresh.clear()
            assert not fresh.among(connection, ["a", "b", "c"])
