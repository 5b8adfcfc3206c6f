"""Backup and restore: everything that cannot be had again, in one file."""

import sqlite3
from contextlib import closing

import pytest

from remissarkiv.catalog import Catalog, CatalogBrokenError, CatalogUnavailableError, CatalogVersionError
from remissarkiv.catalog.backup import backup, restore
from remissarkiv.errors import NotFoundError, UsageError
from remissarkiv.saved import SavedSearches


@pytest.fixture
def copy(tmp_path):
    (tmp_path / "kopior").mkdir()
    return tmp_path / "kopior" / "arkiv.backup"


@pytest.fixture
def filled(place, make):
    with Catalog.open(place) as catalog, catalog.write() as writer:
        writer.put(make("a"))
        writer.put(make("b"))
    saved = SavedSearches(place)
    saved.save("Kompetens", "kommunal kompetens", "q=kommunal+kompetens")
    saved.close()
    return place


def test_a_backup_taken_in_use_brings_everything_back(filled, copy, make, everyone, tmp_path):
    with Catalog.open(filled) as catalog, catalog.write() as writer:
        writer.put(make("uncommitted"))
        size = backup(f"sqlite:///{filled}", copy)
    assert size == copy.stat().st_size
    assert [path.name for path in copy.parent.iterdir()] == ["arkiv.backup"]
    target = tmp_path / "ny" / "catalog.sqlite"
    target.parent.mkdir()
    restore(copy, target)
    with Catalog.open(target) as again:
        assert list(again.all_ids()) == ["a", "b"]
        assert again.document("a", everyone) == make("a")
        assert again.last_sequence() == 2
    saved = SavedSearches(target)
    assert [search.name for search in saved.list()] == ["Kompetens"]
    saved.close()


def test_a_restored_catalog_is_a_new_generation_and_open_readers_see_it(filled, copy, make):
    backup(filled, copy)
    with Catalog.open(filled) as reader:
        with reader.write() as writer:
            writer.put(make("later"))
        before = reader.generation()
        restore(copy, filled, force=True)
        assert list(reader.all_ids()) == ["a", "b"]
        assert reader.generation() != before
    assert [path.name for path in filled.parent.iterdir() if path.is_file()] == ["catalog.sqlite"]


def test_nothing_is_replaced_without_being_told(filled, copy):
    backup(filled, copy)
    with pytest.raises(UsageError, match="--force"):
        restore(copy, filled)
    copy.write_bytes(b"precious")
    with pytest.raises(UsageError, match="exists"):
        backup(filled, copy)
    assert copy.read_bytes() == b"precious"
    backup(filled, copy, force=True)
    restore(copy, filled, force=True)


def test_a_file_that_is_no_backup_changes_nothing(filled, copy, tmp_path):
    copy.write_bytes(b"PK\x03\x04 not a database" * 50)
    with pytest.raises(CatalogBrokenError):
        restore(copy, filled, force=True)
    with closing(sqlite3.connect(tmp_path / "annan")) as connection:
        connection.execute("CREATE TABLE t (x)")
    with pytest.raises(CatalogBrokenError, match="another program"):
        restore(tmp_path / "annan", filled, force=True)
    with pytest.raises(NotFoundError):
        restore(tmp_path / "ingen", filled, force=True)
    with Catalog.open(filled) as catalog:
        assert list(catalog.all_ids()) == ["a", "b"]


@pytest.mark.parametrize("harm", ["truncated", "overwritten"])
def test_a_damaged_backup_changes_nothing(filled, copy, harm):
    backup(filled, copy)
    content = bytearray(copy.read_bytes())
    if harm == "truncated":
        content = content[: len(content) // 2]
    else:
        content[4096:] = b"\xff" * (len(content) - 4096)
    copy.write_bytes(content)
    with pytest.raises(CatalogBrokenError):
        restore(copy, filled, force=True)
    with Catalog.open(filled) as catalog:
        assert list(catalog.all_ids()) == ["a", "b"]
    assert [path.name for path in filled.parent.iterdir() if path.is_file()] == ["catalog.sqlite"]


def test_a_backup_of_a_newer_program_is_refused(filled, copy):
    backup(filled, copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(CatalogVersionError, match="9999"):
        restore(copy, filled, force=True)


def test_there_must_be_something_to_back_up_and_a_place_for_it(filled, copy, tmp_path):
    with pytest.raises(NotFoundError, match="none yet"):
        backup(tmp_path / "ingen.sqlite", copy)
    with pytest.raises(CatalogUnavailableError):
        backup(filled, tmp_path / "ingen" / "kopia")
    with pytest.raises(UsageError, match="itself"):
        backup(filled, filled, force=True)
    with pytest.raises(UsageError, match="pg_dump"):
        backup("postgresql://localhost/arkiv", copy)
