"""A real archive, and a Datasette's database, of the same documents.

The archive is what `remiss index` would have made of them: catalog, copies, index. Only the terms come from
the prepared corpus, because analysing it a second time would give the same at the cost of minutes.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from benchmarks.bench.documents import SHELF
from remissarkiv import open_archive
from remissarkiv.domain import IndexEntry, StoredDocument

TABLE = "documents"
_BLOCK = 1000

ThingT = TypeVar("ThingT")


def make_both(
    documents: Iterable[StoredDocument], entries: Iterable[IndexEntry], folder: Path
) -> tuple[Path, Path]:
    """Put the documents into both, `entries` being what `index_entry` makes of them; the archive's
    configuration and the database of Datasette."""
    config, database = folder / "config.toml", folder / "bench.db"
    (folder / "files").mkdir(parents=True)
    config.write_text(
        f'[archive]\ndata = "{folder / "data"}"\n'
        f'[[collection]]\nname = "{SHELF}"\npath = "{folder / "files"}"\nkommun = "Björkåsa kommun"\n',
        encoding="utf-8",
    )
    table = _Table(database)
    with open_archive(config) as archive:
        for block in _blocks(documents):
            with archive.catalog.write() as writer:
                for stored in block:
                    writer.put(stored)
            table.add(block)
        archive.catalog.settle_copies()
        for packed in _blocks(entries):
            places = archive.catalog.copy_places([entry.id for entry in packed])
            with archive.engine.writer() as batch:
                for entry in packed:
                    place = places.get(entry.id)
                    batch.put(replace(entry, **asdict(place)) if place else entry)
                batch.commit(0)
        with archive.engine.writer() as batch:
            batch.commit(archive.catalog.last_sequence())
        archive.engine.tidy()
    table.finish()
    return config, database


class _Table:
    """One table as somebody would make it for Datasette: full text over title and text, an index on what is
    counted."""

    def __init__(self, file: Path) -> None:
        self._database = sqlite3.connect(file)
        self._database.execute(
            f"CREATE TABLE {TABLE} (id TEXT PRIMARY KEY, title TEXT, kind TEXT, year INTEGER, dnr TEXT, "
            "date TEXT, text TEXT)"
        )

    def add(self, block: list[StoredDocument]) -> None:
        """Insert rows."""
        self._database.executemany(
            f"INSERT INTO {TABLE} VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    stored.id,
                    stored.document.title,
                    stored.document.kind.value,
                    stored.document.date.year if stored.document.date else None,
                    stored.document.dnr[0].dnr.value,
                    stored.document.date.isoformat() if stored.document.date else None,
                    stored.document.text,
                )
                for stored in block
            ],
        )

    def finish(self) -> None:
        """Index, and close."""
        run = self._database.execute
        # Swedish letters are letters of their own, in its index as in ours.
        run(
            f'CREATE VIRTUAL TABLE {TABLE}_fts USING fts5(title, text, content="{TABLE}", '
            "tokenize='unicode61 remove_diacritics 0')"
        )
        run(f"INSERT INTO {TABLE}_fts ({TABLE}_fts) VALUES ('rebuild')")
        run(f"INSERT INTO {TABLE}_fts ({TABLE}_fts) VALUES ('optimize')")
        for column in ("kind", "year"):
            run(f"CREATE INDEX by_{column} ON {TABLE} ({column})")
        self._database.commit()
        run("ANALYZE")
        run("VACUUM")
        self._database.close()


def _blocks(things: Iterable[ThingT]) -> Iterator[list[ThingT]]:
    waiting = iter(things)
    while block := list(islice(waiting, _BLOCK)):
        yield block
