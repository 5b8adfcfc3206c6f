"""Opening: a new catalog, an old one, a newer one, and files that are no catalogs."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from remissarkiv.accounts.schema import METADATA as ACCOUNTS
from remissarkiv.catalog import Catalog, CatalogBrokenError, CatalogUnavailableError, CatalogVersionError
from remissarkiv.catalog.schema import HEAD, METADATA
from remissarkiv.catalog.upgrade import MIGRATIONS
from remissarkiv.errors import ConfigError
from remissarkiv.saved.schema import METADATA as SAVED


def test_the_migrations_lead_to_the_tables_of_the_program(place):
    Catalog.open(place).close()
    engine = create_engine(f"sqlite:///{place}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, _all_tables()) == []
    engine.dispose()


def test_the_version_the_program_expects_is_the_newest_migration():
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == HEAD


def test_every_table_can_be_made_in_postgresql():
    for table in _all_tables().sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=postgresql.dialect()))
        for index in table.indexes:
            assert "CREATE INDEX" in str(CreateIndex(index).compile(dialect=postgresql.dialect()))


def _all_tables() -> MetaData:
    both = MetaData(naming_convention=METADATA.naming_convention)
    for metadata in (METADATA, SAVED, ACCOUNTS):
        for table in metadata.sorted_tables:
            table.to_metadata(both)
    return both


def test_opening_a_current_catalog_needs_no_alembic(place):
    Catalog.open(place).close()
    program = (
        "import sys; from pathlib import Path; from remissarkiv.catalog import Catalog\n"
        "Catalog.open(Path(sys.argv[1])).close(); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program, str(place)]).returncode == 0


@pytest.mark.parametrize("name", ["å ä ö.sqlite", "50%.sqlite", "a?b#c.sqlite"])
def test_any_file_name_will_do_and_the_working_folder_does_not_matter(tmp_path, monkeypatch, name):
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    Catalog.open(tmp_path / name).close()
    assert (tmp_path / name).stat().st_size > 0
    with Catalog.open(tmp_path / name) as again:
        assert again.last_sequence() == 0


def test_a_url_opens_the_same_file_as_its_path(place, make, everyone):
    with Catalog.open(f"sqlite:///{place}") as catalog, catalog.write() as writer:
        writer.put(make("a"))
    with Catalog.open(place) as catalog:
        assert catalog.document("a", everyone).id == "a"


def test_a_newer_catalog_is_refused_and_left_alone(place):
    Catalog.open(place).close()
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(CatalogVersionError, match="newer version"):
        Catalog.open(place)


@pytest.mark.parametrize("content", [b"<html>not a database at all</html>" * 9, b"SQLite format 3\x00", b"x"])
def test_a_file_that_is_no_database_is_refused_in_one_line(place, content):
    place.write_bytes(content)
    with pytest.raises(CatalogBrokenError) as refused:
        Catalog.open(place)
    assert str(place) in str(refused.value)
    assert "\n" not in str(refused.value)
    assert place.read_bytes() == content


def test_a_database_of_another_program_is_refused_untouched(place):
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("CREATE TABLE kontakter (namn)")
    before = place.read_bytes()
    with pytest.raises(CatalogBrokenError, match="another program"):
        Catalog.open(place)
    assert place.read_bytes() == before


def test_a_catalog_with_damaged_pages_is_refused_in_one_line(place, make):
    with Catalog.open(place) as catalog, catalog.write() as writer:
        writer.put(make("a"))
    damaged = bytearray(place.read_bytes())
    damaged[100:4096] = b"\xff" * 3996
    place.write_bytes(damaged)
    with pytest.raises(CatalogBrokenError, match="restore a backup"):
        Catalog.open(place)


def test_a_missing_folder_and_an_unusable_url_are_named(tmp_path):
    with pytest.raises(CatalogUnavailableError, match="folder does not exist"):
        Catalog.open(tmp_path / "ingen" / "catalog.sqlite")
    for url in ("no url", "sqlite://", "cobol://x/y"):
        with pytest.raises(ConfigError, match="database"):
            Catalog.open(url)


def test_the_connection_is_safe_against_power_cuts(place):
    with Catalog.open(place) as catalog, catalog._database.read() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0}


def test_every_catalog_is_a_generation_of_its_own(tmp_path: Path):
    with Catalog.open(tmp_path / "a") as one, Catalog.open(tmp_path / "b") as other:
        assert one.generation() != other.generation()
        assert len(one.generation()) == 32
    with Catalog.open(tmp_path / "a") as again:
        assert again.generation() == one.generation()
