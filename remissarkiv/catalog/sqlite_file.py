"""The file of an SQLite catalog: is it ours, and how is it opened so that a power cut costs nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, event

from remissarkiv.catalog.errors import CatalogBrokenError, CatalogUnavailableError
from remissarkiv.catalog.schema import APPLICATION_ID

BUSY_SECONDS = 15.0
"""How long a statement waits for another writer: a batch of the indexer takes a few seconds."""

WRITE = "remissarkiv_write"
"""Execution option of a connection whose transaction is going to write."""

_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID_AT = 68
_HEADER = 100

_PRAGMAS = (
    # Off by default in SQLite, for compatibility; ON DELETE CASCADE hangs on it.
    "PRAGMA foreign_keys = ON",
    # FULL, not NORMAL: in WAL mode NORMAL may lose the last commits in a power cut. The index, which has
    # its own files, could then hold sequence 105 of a catalog that is back at 100 and gives 101-105 anew.
    "PRAGMA synchronous = FULL",
    # A restored file comes from outside: its schema may not call functions with side effects.
    "PRAGMA trusted_schema = OFF",
    # One large batch must not leave a write-ahead log of its size behind for good.
    "PRAGMA journal_size_limit = 67108864",
)


def require_ours(path: Path) -> bool:
    """Whether `path` holds a catalog (False: it is missing or empty, and one may be made there).

    A foreign database is not touched: only the first 100 bytes are read, and of a sound catalog not even
    those. Raises `CatalogBrokenError` when the file is something else, `CatalogUnavailableError` when it
    cannot be read.
    """
    if _is_sound(path):
        return True
    try:
        with path.open("rb") as stream:
            header = stream.read(_HEADER)
    except FileNotFoundError:
        if not path.parent.is_dir():
            raise CatalogUnavailableError(f"catalog {path}: the folder does not exist") from None
        return False
    except OSError as error:
        raise CatalogUnavailableError(f"catalog {path}: cannot be read ({error.strerror})") from None
    if not header:
        return False
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise CatalogBrokenError(
            f"catalog {path}: the file is not a database; restore a backup or move it away"
        )
    if int.from_bytes(header[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4], "big") != APPLICATION_ID:
        raise CatalogBrokenError(f"catalog {path}: the file is a database of another program; move it away")
    return True


def _is_sound(path: Path) -> bool:
    """Whether SQLite itself finds our mark in the file.

    A catalog that this process has open must not be opened and closed in any other way: the process would
    lose the locks of all its connections, and another one, alone as it seems, would remove the write-ahead
    log under them.
    """
    try:
        if not path.is_file():
            return False
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            return bool(connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)
    except (sqlite3.Error, OSError):
        return False


def create(path: Path) -> None:
    """Make an empty file that is marked as ours and in WAL mode; harmless where another process just did.

    The mark is written before WAL begins, so that it stands in the file itself and not only in its log.
    Raises `CatalogUnavailableError`.
    """
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.Error as error:
        raise CatalogUnavailableError(f"catalog {path}: cannot be created ({error})") from None


def prepare(engine: Engine) -> None:
    """Set up the engine's connections: pragmas, and transactions that begin where the program says.

    Python's driver begins transactions late and by itself. Here every reader gets a snapshot at its first
    statement, and a writer its lock at once: a reader that turns writer half-way could not wait for a lock.
    """

    @event.listens_for(engine, "connect")
    def configure(connection: sqlite3.Connection, record: object) -> None:
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITE, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
