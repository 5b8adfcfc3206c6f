"""The database behind catalog and saved searches: opening, transactions, and errors for people."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError

from remissarkiv.catalog import sqlite_file
from remissarkiv.catalog.errors import CatalogBrokenError, CatalogUnavailableError
from remissarkiv.catalog.schema import HEAD
from remissarkiv.catalog.upgrade import upgrade, version
from remissarkiv.errors import ArchiveBusyError, ConfigError, RemissarkivError

_DAMAGED = ("malformed", "not a database", "disk image")
_UNWRITABLE = ("readonly", "unable to open")
_FULL = ("disk is full", "disk I/O error")
_BUSY = ("database is locked", "database table is locked")


class Database:
    """An open database at the newest version. `name` is what messages call it (no password in it)."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self.name = name

    @classmethod
    def open(cls, location: str | Path) -> "Database":
        """Open the database at an SQLAlchemy URL, or in an SQLite file; make or migrate it when needed.

        Raises `ConfigError` for a URL that cannot be used, `CatalogBrokenError`, `CatalogVersionError`,
        `CatalogUnavailableError`, and `ArchiveBusyError` when another process is migrating it.
        """
        url = database_url(location)
        name = file_path(url) or url.render_as_string(hide_password=True)
        path = file_path(url)
        if path is not None and not sqlite_file.require_ours(path):
            sqlite_file.create(path)
        database = cls(_engine(url), str(name))
        try:
            with database.read() as connection:
                current = version(connection)
            if current != HEAD:
                with database.write() as connection:
                    upgrade(connection, database.name)
        except BaseException:
            database.close()
            raise
        return database

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database, whatever is written meanwhile."""
        with self._reported(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that may write; committed on leaving, rolled back on an error.

        Raises `ArchiveBusyError` when another process keeps on writing.
        """
        with self._reported(), self._engine.connect() as connection:
            writer = connection.execution_options(**{sqlite_file.WRITE: True})
            with writer.begin():
                yield writer

    def close(self) -> None:
        """Close every connection; a database in use again opens new ones."""
        self._engine.dispose()

    @contextmanager
    def _reported(self) -> Iterator[None]:
        try:
            yield
        except IntegrityError:
            raise
        except DBAPIError as error:
            raise _for_people(error, self.name) from error


def database_url(location: str | Path) -> URL:
    """The URL of a database; a path is that of an SQLite file. Raises `ConfigError`."""
    if isinstance(location, Path):
        return URL.create("sqlite", database=str(location))
    try:
        url = make_url(location)
    except ArgumentError:
        raise ConfigError("database: not a URL; expected sqlite:///FILE or postgresql://HOST/NAME") from None
    if url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:"):
        raise ConfigError("database: an SQLite catalog needs a file; expected sqlite:///FILE")
    return url


def file_path(url: URL) -> Path | None:
    """The file of an SQLite database; None for a server."""
    return Path(str(url.database)) if url.get_backend_name() == "sqlite" else None


def _engine(url: URL) -> Engine:
    try:
        if file_path(url) is None:
            # As in SQLite: all statements of one reading transaction see the same state.
            return create_engine(url, isolation_level="REPEATABLE READ")
        engine = create_engine(url, connect_args={"timeout": sqlite_file.BUSY_SECONDS})
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise ConfigError(f"database: no driver for {url.drivername!r} is installed ({error})") from None
    sqlite_file.prepare(engine)
    return engine


def _for_people(error: DBAPIError, name: str) -> RemissarkivError:
    reason = str(error.orig).splitlines()[0] if str(error.orig) else type(error.orig).__name__
    if any(sign in reason for sign in _BUSY):
        return ArchiveBusyError(
            f"catalog {name}: another process is writing to it; try again when it is done",
            "Arkivet uppdateras just nu. Försök igen om en stund.",
        )
    if any(sign in reason for sign in _DAMAGED):
        return CatalogBrokenError(f"catalog {name}: the file is damaged ({reason}); restore a backup")
    if any(sign in reason for sign in _UNWRITABLE):
        return CatalogUnavailableError(
            f"catalog {name}: this user may not write to it ({reason}); "
            "the data folder must be writable, also to search"
        )
    if any(sign in reason for sign in _FULL):
        return CatalogUnavailableError(
            f"catalog {name}: the disk is full or fails ({reason}); make space there and run the command "
            "again, what was stored before is safe",
            "Disken är full. Den som sköter systemet behöver se till att det finns plats.",
        )
    return CatalogUnavailableError(f"catalog {name}: {reason}")
