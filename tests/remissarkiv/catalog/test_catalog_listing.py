"""Lists of hits get what they show of documents, whoever stored these and whatever people have corrected."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from remissarkiv.catalog import Catalog
from remissarkiv.catalog.listing import ListedDocument
from remissarkiv.corrections import of_title, of_word
from remissarkiv.domain import Access, Span, StoredDocument
from remissarkiv.passages import KeptSource

Make = Callable[..., StoredDocument]
NOBODY = Access(frozenset({"annat"}))


def put(catalog: Catalog, *stored: StoredDocument) -> None:
    with catalog.write() as writer:
        for one in stored:
            writer.put(one)


def is_kept(listed: ListedDocument) -> bool:
    return isinstance(listed.source, KeptSource)


def words(listed: ListedDocument) -> tuple[str, ...]:
    return listed.source.words.forms


def test_documents_are_listed_in_the_asked_order_with_their_summaries(
    catalog: Catalog, make: Make, everyone: Access
) -> None:
    put(catalog, make("a"), make("b", text="Ny text om taxor.", original=None), make("c"))
    listed = catalog.listed(["c", "x", "b", "c"], everyone)
    assert list(listed) == ["c", "b"]
    assert {id: one.summary for id, one in listed.items()} == catalog.summaries(["c", "b"], everyone)
    assert words(listed["b"]) == ("ny", "text", "om", "taxor")
    assert all(map(is_kept, listed.values()))
    assert catalog.listed(["a"], NOBODY) == {}


def test_a_document_that_is_stored_anew_is_listed_as_it_is_now(
    catalog: Catalog, make: Make, everyone: Access
) -> None:
    put(catalog, make("a"))
    put(catalog, make("a", text="Något annat.", original=None))
    assert words(catalog.listed(["a"], everyone)["a"]) == ("något", "annat")
    with catalog.write() as writer:
        writer.remove("a")
    assert catalog.listed(["a"], everyone) == {}


def test_a_corrected_document_is_listed_as_corrected(catalog: Catalog, make: Make, everyone: Access) -> None:
    put(catalog, make("a", text="Om socialndmnden.", original=None), make("b"))
    document = catalog.load(["a"])["a"].document
    drafts = [of_title(document, "Rätt titel"), of_word(document, Span(3, 16), "socialnämnden")]
    numbers = catalog.corrections.add("a", drafts, "Eva Ek", "Det står så.", everyone)
    listed = catalog.listed(["a", "b"], everyone)
    assert listed["a"].summary.title == "Rätt titel"
    assert listed["a"].source.text == "Om socialnämnden."
    assert words(listed["a"]) == ("om", "socialnämnden")
    assert [is_kept(one) for one in listed.values()] == [False, True]
    for number in numbers:
        catalog.corrections.undo(number, "Eva Ek", "Det var rätt.", everyone)
    assert words(catalog.listed(["a"], everyone)["a"]) == ("om", "socialndmnden")
    catalog.keep_passages()
    assert words(catalog.listed(["a"], everyone)["a"]) == ("om", "socialndmnden")


def test_what_another_version_stored_is_read_whole_until_it_is_kept_anew(
    catalog: Catalog, place: Path, make: Make, everyone: Access
) -> None:
    put(catalog, make("a"), make("b"), make("c"))
    before = catalog.listed(["a", "b", "c"], everyone)
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("DELETE FROM passages WHERE document_id = 'a'")
        connection.execute("UPDATE passages SET version = 'older', words = x'00' WHERE document_id = 'b'")
        connection.commit()
    listed = catalog.listed(["a", "b", "c"], everyone)
    assert [is_kept(one) for one in listed.values()] == [False, False, True]
    changes = catalog.last_sequence()
    catalog.keep_passages()
    after = catalog.listed(["a", "b", "c"], everyone)
    assert all(map(is_kept, after.values()))
    assert catalog.last_sequence() == changes
    for one in (listed, after):
        assert {id: words(found) for id, found in one.items()} == {id: words(f) for id, f in before.items()}
        assert {id: found.summary for id, found in one.items()} == {id: f.summary for id, f in before.items()}
