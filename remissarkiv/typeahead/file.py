"""The file that suggestions are kept in: an SQLite database of its own, derived from the catalog.

It may be deleted at any time; whatever cannot be read as the newest form of it is put away and made anew,
since no search may fail for the sake of a suggestion. Several processes may have it open.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

VERSION = 1
"""Raised with every change of the tables, or of what a document gives them."""

_PATIENCE = 5.0
"""Seconds that a writer waits for another one."""

_READERS_PATIENCE = 0.05

_TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE shelves (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

-- `topics` holds the numbers of the document's topics, those of its title first, as 32-bit integers;
-- `titled` tells how many those are. `day` is the ordinal of its date, 0 without one.
CREATE TABLE documents (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, shelf INTEGER NOT NULL, day INTEGER NOT NULL,
    title TEXT NOT NULL, folded TEXT NOT NULL, dnr TEXT NOT NULL,
    topics BLOB NOT NULL, titled INTEGER NOT NULL
);

-- `texts` and `titles`: how many documents have the topic in their text alone, and in their title. `ending`
-- is the last word of a phrase, folded, "" for a word.
CREATE TABLE topics (
    number INTEGER PRIMARY KEY, shown TEXT NOT NULL UNIQUE, folded TEXT NOT NULL, family TEXT NOT NULL,
    ending TEXT NOT NULL, texts INTEGER NOT NULL, titles INTEGER NOT NULL
);
CREATE INDEX topic_beginnings ON topics (folded, texts, titles, number) WHERE texts + 2 * titles >= 2;
CREATE INDEX topic_endings ON topics (ending, texts, titles, number)
    WHERE texts + 2 * titles >= 2 AND ending > '';

-- Words of titles, and Dnr in each way that one may begin; `age` puts the newest first.
CREATE TABLE words (
    shelf INTEGER, word TEXT, age INTEGER, document INTEGER, PRIMARY KEY (shelf, word, age, document)
) WITHOUT ROWID;
CREATE TABLE dnr (
    shelf INTEGER, beginning TEXT, document INTEGER, value TEXT NOT NULL,
    PRIMARY KEY (shelf, beginning, document)
) WITHOUT ROWID;
"""


class SuggestionFile:
    """The file at `path`. Nothing is opened until it is used."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def reader(self) -> sqlite3.Connection | None:
        """A connection that only reads, for one thread at a time; None where there is no usable file."""
        if not self.path.exists():
            return None
        try:
            # Not read-only: the first reader of a file in WAL mode makes the files beside it.
            connection = sqlite3.connect(
                f"{self.path.absolute().as_uri()}?mode=rw",
                uri=True,
                timeout=_READERS_PATIENCE,
                check_same_thread=False,
            )
        except sqlite3.Error:
            return None
        try:
            connection.execute("PRAGMA query_only = ON")
            if _version(connection) == VERSION:
                return connection
        except sqlite3.Error:
            pass
        connection.close()
        return None

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction. A file that is none of ours, or damaged, is made anew. Raises `sqlite3.Error` when
        it cannot be written."""
        with closing(self._writer()) as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    def remove(self) -> None:
        """Delete the file and what SQLite keeps beside it."""
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                self.path.with_name(self.path.name + ending).unlink()

    def _writer(self) -> sqlite3.Connection:
        try:
            return self._opened()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise  # busy, full or not to be written: a new file would fare no better
        self.remove()
        return self._opened()

    def _opened(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            # What a power failure takes is made anew.
            connection.execute("PRAGMA synchronous = OFF")
            if _version(connection) != VERSION:
                if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                    raise sqlite3.DatabaseError("the tables are of another version")
                connection.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {VERSION}; COMMIT;")
        except BaseException:
            connection.close()
            raise
        return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
