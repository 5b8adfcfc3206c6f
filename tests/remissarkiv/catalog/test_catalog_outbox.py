"""Every change has its number, in the same transaction; whoever replays them ends with what is there."""

import dataclasses
import random

import pytest

from remissarkiv.catalog import Catalog, Change


def test_only_the_last_change_of_a_document_is_told_and_removals_come_first(catalog, make):
    with catalog.write() as writer:
        for id in "abc":
            writer.put(make(id))
    with catalog.write() as writer:
        writer.put(make("a"))
        writer.remove("c")
    assert catalog.changes(0, 100) == (Change(5, "c", "remove"), Change(2, "b", "put"), Change(4, "a", "put"))
    assert catalog.changes(4, 100) == (Change(5, "c", "remove"),)
    assert catalog.changes(5, 100) == ()
    assert catalog.last_sequence() == 5


def test_a_failed_transaction_leaves_neither_document_nor_number(catalog, make, everyone):
    def fail() -> None:
        with catalog.write() as writer:
            writer.put(make("a"))
            writer.remove("a")
            writer.put(make("b"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert list(catalog.all_ids()) == []
    assert catalog.last_sequence() == 0
    assert catalog.files("socialnämnden") == {}


def test_removing_what_is_not_there_is_no_change(catalog):
    with catalog.write() as writer:
        writer.remove("x")
    assert catalog.last_sequence() == 0


@pytest.mark.parametrize("limit", [1, 3, 1000])
def test_replaying_in_batches_gives_the_documents_there_are(catalog, make, limit):
    chance = random.Random(7)
    for _ in range(12):
        with catalog.write() as writer:
            for _ in range(6):
                id = f"d{chance.randrange(9)}"
                if chance.random() < 0.6:
                    writer.put(make(id))
                else:
                    writer.remove(id)
    assert _replay(catalog, set(), 0, limit) == set(catalog.all_ids())


def _replay(catalog: Catalog, index: set[str], after: int, limit: int) -> set[str]:
    while batch := catalog.changes(after, limit):
        for change in batch:
            if change.action == "put":
                index.add(change.document_id)
            else:
                index.discard(change.document_id)
        after = max(change.sequence for change in batch)
    assert after == catalog.last_sequence()
    return index


def test_pruning_changes_nothing_for_any_index_old_or_new(catalog, make):
    with catalog.write() as writer:
        for id in "abc":
            writer.put(make(id))
            writer.put(make(id))
        writer.remove("b")
    before = [_replay(catalog, {"a", "b", "c"}, after, 2) for after in range(1, 8)]
    assert catalog.prune(4) == 3  # of a and b, both puts but the last of a
    assert catalog.prune(10**9) == 1
    assert catalog.last_sequence() == 7
    assert [_replay(catalog, {"a", "b", "c"}, after, 2) for after in range(1, 8)] == before
    assert _replay(catalog, set(), 0, 1) == {"a", "c"}


def test_numbers_survive_closing_and_pruning_everything(place, make):
    with Catalog.open(place) as catalog:
        with catalog.write() as writer:
            writer.put(make("a"))
            writer.remove("a")
        catalog.prune(10**9)
    with Catalog.open(place) as catalog:
        assert catalog.last_sequence() == 2
        with catalog.write() as writer:
            writer.put(make("b"))
        assert catalog.last_sequence() == 3


def test_a_move_is_a_change_and_keeps_the_text(catalog, make, everyone):
    stored = make("a", path="inkommet/a.pdf")
    with catalog.write() as writer:
        writer.put(stored)
    moved = dataclasses.replace(stored.source, path="arkiv/2025/a.pdf", modified_ns=5)
    with catalog.write() as writer:
        writer.put(dataclasses.replace(stored, source=moved))
    assert catalog.document("a", everyone) == dataclasses.replace(stored, source=moved)
    assert list(catalog.files("socialnämnden")) == ["arkiv/2025/a.pdf"]
    assert catalog.changes(1, 10) == (Change(2, "a", "put"),)
