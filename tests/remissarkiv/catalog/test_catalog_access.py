"""A document in a restricted collection does not exist for those who may not see it."""

import dataclasses

import pytest

from remissarkiv.domain import LOCKED, Access, Collection, Difference, Kind
from remissarkiv.errors import NotFoundError

STRANGER = Access(frozenset({"öppen"}))
MEMBER = Access(frozenset({"öppen", "sluten"}))
NOBODY = Access(frozenset())


@pytest.fixture
def shelves(catalog, make):
    with catalog.write() as writer:
        writer.put(make("open", collection="öppen"))
        writer.put(make("closed", collection="sluten", kind=Kind.MOTION))
        writer.reject("öppen", "trasig.pdf", 5, 1, "", "filen är tom")
        writer.reject("sluten", "hemlig.pdf", 5, 1, "", "filen är tom")
    return catalog


def test_a_hidden_document_is_not_found(shelves):
    with pytest.raises(NotFoundError):
        shelves.document("closed", STRANGER)
    assert shelves.document("closed", MEMBER).id == "closed"


def test_the_error_is_that_of_a_document_that_does_not_exist(shelves):
    with pytest.raises(NotFoundError) as hidden:
        shelves.document("closed", STRANGER)
    with pytest.raises(NotFoundError) as missing:
        shelves.document("missing", STRANGER)
    assert str(hidden.value).replace("closed", "missing") == str(missing.value)
    assert hidden.value.swedish == missing.value.swedish


def test_lists_leave_it_out(shelves):
    assert list(shelves.documents(["open", "closed"], STRANGER)) == ["open"]
    assert list(shelves.summaries(["open", "closed"], STRANGER)) == ["open"]
    assert shelves.matter_of("open", STRANGER).documents == ("open",)
    assert shelves.matter_of("open", MEMBER).documents == ("closed", "open")
    assert list(shelves.citations(["closed", "open"], STRANGER)) == ["open"]
    assert list(shelves.citations(["closed", "open"], MEMBER)) == ["closed", "open"]


def test_counts_and_rejected_files_leave_it_out(shelves):
    counts = shelves.counts(STRANGER)
    assert (counts.documents, counts.rejected, counts.damaged) == (1, 1, 1)
    assert counts.collections == {"öppen": 1}
    assert (counts.first_year, counts.last_year) == (2025, 2025)
    assert [file.path for file in shelves.rejected(STRANGER)] == ["trasig.pdf"]
    assert shelves.counts(MEMBER).collections == {"sluten": 1, "öppen": 1}


def test_who_may_see_nothing_sees_nothing(shelves):
    assert shelves.summaries(["open", "closed"], NOBODY) == {}
    assert shelves.counts(NOBODY).documents == 0
    assert shelves.counts(NOBODY).first_year is None
    assert shelves.rejected(NOBODY) == ()


def test_a_marked_document_is_seen_only_by_those_who_see_the_collection_and_belong_to_the_group(
    catalog, make
):
    collections = (
        Collection("öppen", "/o"),
        Collection("sluten", "/s", groups=frozenset({"kansli"})),
    )
    catalog.sync_collections(collections)
    marked = {"öppen": ("", "jurist", LOCKED), "sluten": ("", "jurist")}
    with catalog.write() as writer:
        for collection, groups in marked.items():
            for group in groups:
                stored = make(f"{collection}-{group}", collection=collection, path=f"{group}.pdf")
                source = dataclasses.replace(stored.source, group=group)
                writer.put(dataclasses.replace(stored, source=source))
                writer.reject(collection, f"{group}.doc", 1, 1, "", "filen är tom", group=group)

    def seen(access):
        ids = list(catalog.all_ids())
        assert {f.collection for f in catalog.rejected(access)} == {
            id.split("-")[0] for id in catalog.summaries(ids, access)
        }
        assert len(catalog.rejected(access)) == catalog.counts(access).documents
        return set(catalog.summaries(ids, access))

    assert seen(Access.of(collections)) == {"öppen-"}
    assert seen(Access.of(collections, frozenset({"jurist", LOCKED}))) == {"öppen-", "öppen-jurist"}
    assert seen(Access.of(collections, frozenset({"kansli"}))) == {"öppen-", "sluten-"}
    assert len(seen(Access.of(collections, frozenset({"jurist", "kansli"})))) == 4
    assert len(seen(Access.operator(collections, catalog.shelves()))) == 5


def test_where_diary_and_document_differ_is_told_to_those_who_may_see_the_document(catalog, make):
    differing = (Difference("datum", "2014-03-01", "2014-02-28"),)
    with catalog.write() as writer:
        writer.put(make("a", path="a.pdf"), differing=differing)
    (found,) = catalog.differences(Access(frozenset({"socialnämnden"})))
    assert (found.path, found.difference) == ("a.pdf", differing[0])
    assert catalog.differences(Access(frozenset({"en annan"}))) == ()
