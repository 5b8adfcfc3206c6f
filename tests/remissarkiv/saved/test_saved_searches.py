"""Saved searches: named, listed, renamed, deleted; and never touched by what happens to the catalog."""

import datetime

import pytest

from remissarkiv.catalog import Catalog
from remissarkiv.domain import Document, Kind, SourceFile, StoredDocument
from remissarkiv.errors import NotFoundError, UsageError
from remissarkiv.saved import SavedSearches


@pytest.fixture
def place(tmp_path):
    return tmp_path / "catalog.sqlite"


@pytest.fixture
def saved(place):
    searches = SavedSearches(place)
    yield searches
    searches.close()


def test_a_search_is_found_again_after_a_restart(place, saved):
    kept = saved.save("Rådgivning  till\nunga ", "rådgivning OCH unga", "q=r%C3%A5dgivning&typ=motion")
    assert kept.name == "Rådgivning till unga"
    again = SavedSearches(place)
    assert again.get(kept.id) == kept
    assert again.list() == (kept,)
    again.close()
    assert kept.created.tzinfo is datetime.UTC


def test_names_stand_in_swedish_order(saved):
    for name in ("Östermalm", "Ärende", "Årsmöte", "zebra", "Avgift"):
        saved.save(name, "x", "q=x")
    assert [search.name for search in saved.list()] == ["Avgift", "zebra", "Årsmöte", "Ärende", "Östermalm"]


def test_a_name_is_given_once_whatever_its_case(saved):
    saved.save("Kompetens", "a", "q=a")
    other = saved.save("Annat", "b", "q=b")
    with pytest.raises(UsageError) as taken:
        saved.save("kompetens", "b", "q=b")
    assert "kompetens" in taken.value.swedish
    with pytest.raises(UsageError):
        saved.rename(other.id, "KOMPETENS")
    assert saved.rename(other.id, "ANNAT").name == "ANNAT"
    assert saved.save("Kompetens", "c", "q=c", owner="anna").owner == "anna"


@pytest.mark.parametrize("name", ["", "  \n\t", "\u200b\x00", "x" * 121])
def test_an_empty_or_endless_name_is_refused_in_swedish(saved, name):
    with pytest.raises(UsageError) as refused:
        saved.save(name, "a", "q=a")
    assert "amn" in refused.value.swedish
    assert saved.list() == ()


def test_a_name_of_120_characters_is_kept(saved):
    assert len(saved.save("å" * 120, "a", "q=a").name) == 120


def test_a_search_too_long_to_be_kept_is_refused(saved):
    with pytest.raises(UsageError):
        saved.save("lång", "a" * 2001, "q=a")
    with pytest.raises(UsageError):
        saved.save("lång", "a", "q=" + "a" * 20_000)


def test_renaming_keeps_the_search(saved):
    kept = saved.save("Gammalt", "a", "q=a")
    renamed = saved.rename(kept.id, " Nytt ")
    assert (renamed.name, renamed.query, renamed.created) == ("Nytt", "a", kept.created)


def test_a_deleted_search_is_gone_and_its_number_is_not_given_again(saved):
    kept = saved.save("a", "a", "q=a")
    saved.delete(kept.id)
    with pytest.raises(NotFoundError):
        saved.get(kept.id)
    assert saved.save("b", "b", "q=b").id > kept.id


@pytest.mark.parametrize("number", [0, -1, 4711, 2**63, 10**40])
def test_an_unknown_number_is_not_found(saved, number):
    for call in (saved.get, saved.delete, lambda id: saved.rename(id, "x")):
        with pytest.raises(NotFoundError):
            call(number)


def test_nobody_reaches_the_searches_of_another_owner(saved):
    kept = saved.save("Annas", "a", "q=a", owner="anna")
    assert saved.list() == ()
    for call in (saved.get, saved.delete, lambda id: saved.rename(id, "x")):
        with pytest.raises(NotFoundError):
            call(kept.id)
    assert saved.get(kept.id, "anna") == kept


def test_emptying_the_catalog_leaves_saved_searches_alone(place, saved):
    kept = saved.save("Kompetens", "a", "q=a")
    source = SourceFile("k", "1.txt", 1, "0" * 64, 1, "text/plain")
    with Catalog.open(place) as catalog:
        with catalog.write() as writer:
            writer.put(StoredDocument("d", source, Document("t", Kind.MOTION, "x", "x")))
        with catalog.write() as writer:
            for document_id in list(catalog.all_ids()):
                writer.remove(document_id)
    assert saved.list() == (kept,)
