"""Old catalogs are brought to the tables of this program with everything they hold."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from remissarkiv.catalog import Catalog, sqlite_file
from remissarkiv.catalog.schema import HEAD
from remissarkiv.catalog.upgrade import MIGRATIONS
from remissarkiv.domain import Access, Span
from remissarkiv.passages import KeptSource, ReadSource

ROWS = (
    """INSERT INTO documents (id, collection, shelf, path, part, ordinal, size, sha256, media_type, title,
    kind, kommun, namnd, sender, quality, scanned, damaged, motioner, remissinstanser, signatories)
    VALUES ('a', 'k', 'k', 'a.txt', '', 0, 9, 'ab', 'text/plain', 'Motion', 'motion', '', '', '', 0.8, 0,
    '[[0,9]]', '[]', '[]', '[]')""",
    "INSERT INTO texts VALUES ('a', 'Forslaget', NULL, '[]', '[]', '[]')",
    """INSERT INTO files (collection, path, size, modified_ns, sha256, shelf, told, reading, document_id)
    VALUES ('k', 'a.txt', 9, 1, 'ab', 'k', '', 3, 'a')""",
)


@pytest.fixture
def old(place: Path) -> Path:
    """A catalog as the version with copies left it, with a damaged document in it."""
    sqlite_file.create(place)
    engine = create_engine(f"sqlite:///{place}")
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        for row in ROWS:
            connection.execute(text(row))
    engine.dispose()
    return place


def test_documents_of_an_old_catalog_were_read_without_a_lexicon(old: Path) -> None:
    with Catalog.open(old) as catalog:
        document = catalog.load(["a"])["a"].document
        assert (document.title, document.text, document.lexicon) == ("Motion", "Forslaget", 0)
        assert catalog.lexicon_versions() == {0: 1}
        state = catalog.files("k")["a.txt"]
        assert (state.reading, state.lexicon) == (3, 0)
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_documents_of_an_old_catalog_are_listed_at_once_and_kept_by_the_next_run(old: Path) -> None:
    everyone = Access(frozenset({"k"}))
    with Catalog.open(old) as catalog:
        read = catalog.listed(["a"], everyone)["a"]
        catalog.keep_passages()
        kept = catalog.listed(["a"], everyone)["a"]
    assert [type(one.source) for one in (read, kept)] == [ReadSource, KeptSource]
    for one in (read, kept):
        assert (one.summary.title, one.source.text, one.source.damaged) == (
            "Motion",
            "Forslaget",
            (Span(0, 9),),
        )
        assert one.source.words.forms == ("forslaget",)
