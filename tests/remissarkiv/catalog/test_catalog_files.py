"""The state of each file: what a second run goes by."""

import dataclasses
import datetime

import pytest

from remissarkiv.catalog import FileState, RunReport
from remissarkiv.domain import Collection
from remissarkiv.errors import NotFoundError

SHELF = "socialnämnden"


def test_a_touched_file_is_remembered_without_a_change(catalog, make, everyone):
    stored = make("a")
    with catalog.write() as writer:
        writer.put(stored)
    touched = dataclasses.replace(stored.source, modified_ns=99)
    with catalog.write() as writer:
        writer.touch(touched)
    assert catalog.last_sequence() == 1
    assert catalog.files(SHELF)["a.pdf"] == FileState("a.pdf", 1200, 99, "ab" * 32, "a", None, lexicon=0)
    assert catalog.document("a", everyone).source == touched


def test_touching_the_unknown_is_refused(catalog, make):
    with pytest.raises(NotFoundError), catalog.write() as writer:
        writer.touch(make("a").source)


def test_a_rejected_file_loses_its_document_and_gets_it_back(catalog, make, everyone):
    with catalog.write() as writer:
        writer.put(make("a"))
    with catalog.write() as writer:
        writer.reject(SHELF, "a.pdf", 7, 8, "cd" * 32, "filen är krypterad")
    assert list(catalog.all_ids()) == []
    assert [change.action for change in catalog.changes(1, 10)] == ["remove"]
    assert catalog.files(SHELF) == {"a.pdf": FileState("a.pdf", 7, 8, "cd" * 32, None, "filen är krypterad")}
    assert catalog.rejected(everyone)[0].reason == "filen är krypterad"
    with catalog.write() as writer:
        writer.put(make("a"))
    assert catalog.rejected(everyone) == ()


def test_a_file_rejected_again_keeps_the_newest_reason(catalog, everyone):
    for reason in ("filen är tom", "filen är krypterad"):
        with catalog.write() as writer:
            writer.reject(SHELF, "a.pdf", 0, 1, "", reason)
    assert [file.reason for file in catalog.rejected(everyone)] == ["filen är krypterad"]
    assert catalog.last_sequence() == 0


def test_a_forgotten_file_is_gone(catalog, everyone):
    with catalog.write() as writer:
        writer.reject(SHELF, "a.pdf", 0, 1, "", "filen är tom")
    with catalog.write() as writer:
        writer.forget(SHELF, "a.pdf")
        writer.forget(SHELF, "b.pdf")
    assert catalog.files(SHELF) == {}


def test_two_files_that_changed_names_keep_their_documents(catalog, make, everyone):
    first, second = make("a", path="1.pdf"), make("b", path="2.pdf")
    with catalog.write() as writer:
        writer.put(first)
        writer.put(second)
    with catalog.write() as writer:
        writer.put(dataclasses.replace(first, source=second.source))
        writer.put(dataclasses.replace(second, source=first.source))
    assert {path: state.document_id for path, state in catalog.files(SHELF).items()} == {
        "1.pdf": "b",
        "2.pdf": "a",
    }
    assert sorted(catalog.all_ids()) == ["a", "b"]


def test_a_document_whose_path_another_one_takes_is_removed(catalog, make):
    with catalog.write() as writer:
        writer.put(make("a", path="1.pdf"))
    with catalog.write() as writer:
        writer.put(make("b", path="1.pdf"))
    assert list(catalog.all_ids()) == ["b"]
    assert [(c.document_id, c.action) for c in catalog.changes(1, 10)] == [("a", "remove"), ("b", "put")]


def test_identical_files_keep_their_own_paths(catalog, make):
    with catalog.write() as writer:
        writer.put(make("a", path="1.pdf"))
        writer.put(make("b", path="kopia/1.pdf"))
    assert sorted(catalog.files(SHELF)) == ["1.pdf", "kopia/1.pdf"]


def test_a_file_name_that_is_not_utf8_comes_back_as_it_was(catalog, make):
    name = b"n\xe4mnd\n/../x.pdf".decode("utf-8", "surrogateescape")
    with catalog.write() as writer:
        writer.put(make("a", path=name))
        writer.reject(SHELF, name + "2", 0, 1, "", "filen är tom")
    assert sorted(catalog.files(SHELF)) == [name, name + "2"]


def test_collections_are_remembered_in_their_order(catalog):
    given = (
        Collection("sluten", "/arkiv/sluten", "Exempelstad", "Socialnämnden", frozenset({"jurist", "chef"})),
        Collection("arkiv", "/arkiv/öppen"),
    )
    catalog.sync_collections(given)
    assert catalog.collections() == given
    catalog.sync_collections(given[1:])
    assert catalog.collections() == given[1:]


def test_runs_are_listed_newest_first_in_utc(catalog):
    cet = datetime.timezone(datetime.timedelta(hours=1))
    for hour in (8, 9):
        began = datetime.datetime(2025, 11, 3, hour, 0, 0, tzinfo=cet)
        report = RunReport(began, began + datetime.timedelta(minutes=2), new=hour, rejected=1)
        with catalog.write() as writer:
            writer.record_run(report)
    latest, earlier = catalog.runs()
    assert (latest.new, earlier.new) == (9, 8)
    assert latest.started == datetime.datetime(2025, 11, 3, 8, 0, tzinfo=datetime.UTC)
    assert catalog.runs(1) == (latest,)
