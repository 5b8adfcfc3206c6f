"""A file that holds several documents: minutes with their §§, a letter with what hangs on it."""

import dataclasses

import pytest

from remissarkiv.catalog import FileState
from remissarkiv.domain import Access

SHELF = "socialnämnden"


@pytest.fixture
def file_of(make):
    """A file's document and its parts: `file_of("p", "§ 1", "§ 2")`."""

    def build(id, *names, path="protokoll.pdf"):
        whole = make(id, path=path)
        parts = [
            dataclasses.replace(
                make(f"{id}-{name}", path=path),
                source=dataclasses.replace(whole.source, part=name),
                whole=whole.id,
                ordinal=number,
            )
            for number, name in enumerate(names, start=1)
        ]
        return whole, parts

    return build


def test_the_parts_of_a_document_come_in_the_order_of_the_file(catalog, file_of, everyone):
    whole, parts = file_of("p", "§ 9", "§ 10", "§ 11")
    with catalog.write() as writer:
        writer.put(whole, parts)
    assert [part.part for part in catalog.parts("p", everyone)] == ["§ 9", "§ 10", "§ 11"]
    assert catalog.document("p-§ 10", everyone) == parts[1]
    assert {summary.whole for summary in catalog.parts("p", everyone)} == {"p"}
    assert [state.document_id for state in catalog.files(SHELF).values()] == ["p"]


def test_a_part_that_a_new_version_of_the_file_lacks_is_removed(catalog, file_of):
    whole, parts = file_of("p", "§ 1", "§ 2")
    with catalog.write() as writer:
        writer.put(whole, parts)
    before = catalog.last_sequence()
    with catalog.write() as writer:
        writer.put(whole, parts[:1])
    assert list(catalog.all_ids()) == ["p", "p-§ 1"]
    assert [(c.document_id, c.action) for c in catalog.changes(before, 10)] == [
        ("p-§ 2", "remove"),
        ("p", "put"),
        ("p-§ 1", "put"),
    ]


@pytest.mark.parametrize("how", ["removed", "forgotten", "rejected", "replaced"])
def test_parts_go_with_their_file(catalog, file_of, make, how):
    whole, parts = file_of("p", "§ 1", "§ 2")
    with catalog.write() as writer:
        writer.put(whole, parts, {"bild.jpg": "saknar text"})
    before = catalog.last_sequence()
    with catalog.write() as writer:
        if how == "removed":
            writer.remove("p")
        elif how == "forgotten":
            writer.forget(SHELF, "protokoll.pdf")
        elif how == "rejected":
            writer.reject(SHELF, "protokoll.pdf", 1, 1, "", "filen är tom")
        else:
            writer.put(make("q", path="protokoll.pdf"))
    assert list(catalog.all_ids()) == (["q"] if how == "replaced" else [])
    removed = {c.document_id for c in catalog.changes(before, 10) if c.action == "remove"}
    assert removed == {"p", "p-§ 1", "p-§ 2"}
    assert [file.part for file in catalog.rejected(Access(frozenset({SHELF})))] == (
        [""] if how == "rejected" else []
    )


def test_a_file_that_moves_takes_its_parts_along(catalog, file_of, everyone):
    whole, parts = file_of("p", "§ 1")
    with catalog.write() as writer:
        writer.put(whole, parts)
    moved, moved_parts = file_of("p", "§ 1", path="2014/protokoll.pdf")
    with catalog.write() as writer:
        writer.put(moved, moved_parts)
    assert catalog.document("p-§ 1", everyone).source.path == "2014/protokoll.pdf"
    assert list(catalog.files(SHELF)) == ["2014/protokoll.pdf"]


def test_what_could_not_be_read_of_a_file_is_told_beside_the_files_that_could_not(catalog, file_of, everyone):
    whole, parts = file_of("p", "Karta.pdf", path="brev.eml")
    with catalog.write() as writer:
        writer.put(whole, parts, {"kalkyl.xlsx": "Excel-filer kan inte läsas"})
        writer.reject(SHELF, "a.pdf", 7, 1, "", "filen är krypterad")
    assert [(file.path, file.part) for file in catalog.rejected(everyone)] == [
        ("a.pdf", ""),
        ("brev.eml", "kalkyl.xlsx"),
    ]
    assert catalog.counts(everyone).rejected == 2
    assert catalog.rejected(Access(frozenset({"en annan"}))) == ()


def test_a_file_remembers_which_version_of_reading_came_to_it(catalog, make):
    stored = make("a")
    with catalog.write() as writer:
        writer.put(dataclasses.replace(stored, source=dataclasses.replace(stored.source, reading=7)))
        writer.reject(SHELF, "b.pdf", 7, 1, "", "filen är krypterad", reading=3)
    states: dict[str, FileState] = catalog.files(SHELF)
    assert {path: state.reading for path, state in states.items()} == {"a.pdf": 7, "b.pdf": 3}
