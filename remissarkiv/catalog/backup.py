"""Taking a backup of the catalog into one file, and putting one back.

The catalog holds everything that cannot be had again (saved searches among it); the search index is derived
and not part of a backup.
"""

import os
import sqlite3
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from remissarkiv.catalog import sqlite_file
from remissarkiv.catalog.database import database_url, file_path
from remissarkiv.catalog.errors import CatalogBrokenError, CatalogUnavailableError, CatalogVersionError
from remissarkiv.catalog.upgrade import known_versions
from remissarkiv.errors import ArchiveBusyError, NotFoundError, UsageError


def backup(location: str | Path, target: Path, *, force: bool = False) -> int:
    """Copy the catalog as it is now into the file `target`, while others go on using it; returns its bytes.

    The file appears whole or not at all. Raises `UsageError` when `target` exists and `force` is not given,
    or when the catalog is on a server, `NotFoundError` when there is no catalog yet, and
    `CatalogUnavailableError` when the file cannot be written.
    """
    source = _file_of(location)
    if target.exists() and source.exists() and target.samefile(source):
        raise UsageError(f"backup {target}: that is the catalog itself; name another file")
    if target.exists() and not force:
        raise UsageError(f"backup {target}: the file exists; name another, or use --force to replace it")
    if not sqlite_file.require_ours(source):
        raise NotFoundError(f"catalog {source}: there is none yet, nothing to back up")
    with _reported(target), _temporary(target) as copy:
        _copy(source, copy)
        _verify(copy, f"catalog {source}")
        _sync(copy)
        size = copy.stat().st_size
        copy.replace(target)
        _sync(target.parent)
    return size


def restore(source: Path, location: str | Path, *, force: bool = False) -> None:
    """Put a backup in the place of the catalog, in one transaction; readers see the old one or the new one.

    The restored catalog gets a new generation: an index made before must be rebuilt. Raises `UsageError`
    when there is a catalog and `force` is not given, `NotFoundError` when the backup does not exist,
    `CatalogBrokenError` when it is no backup of ours or damaged, `CatalogVersionError` when it is of a
    newer program, `ArchiveBusyError` while another process keeps on writing. The caller holds the
    `ArchiveLock`, so that no run of the indexer goes on with what it knew of the old catalog.
    """
    target = _file_of(location)
    if not source.is_file() or not sqlite_file.require_ours(source):
        raise NotFoundError(f"backup {source}: there is no such file, or it is empty")
    if target.exists() and target.samefile(source):
        raise UsageError(f"backup {source}: that is the catalog itself")
    exists = sqlite_file.require_ours(target)
    if exists and not force:
        raise UsageError(f"catalog {target}: exists; use --force to replace it with the backup")
    with _reported(target), _temporary(target) as copy:
        _copy(source, copy)
        _verify(copy, f"backup {source}")
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("UPDATE history SET generation = ?", (uuid.uuid4().hex,))
            connection.commit()
        if not exists:
            sqlite_file.create(target)
        _copy(copy, target)


def _file_of(location: str | Path) -> Path:
    path = file_path(database_url(location))
    if path is None:
        raise UsageError("the catalog is on a database server: back it up and restore it with pg_dump")
    return path


@contextmanager
def _temporary(target: Path) -> Iterator[Path]:
    """An empty file beside `target`, on the same file system; gone afterwards."""
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    os.close(descriptor)
    path = Path(name)
    try:
        yield path
    finally:
        for suffix in ("", "-journal", "-wal", "-shm"):
            Path(f"{name}{suffix}").unlink(missing_ok=True)


@contextmanager
def _reported(target: Path) -> Iterator[None]:
    """Turns what the file system and SQLite say into errors for people."""
    try:
        yield
    except sqlite3.Error as error:
        if "malformed" in str(error) or "not a database" in str(error):
            raise CatalogBrokenError(f"{target}: catalog or backup is damaged ({error})") from None
        if "locked" in str(error) or "busy" in str(error):
            raise ArchiveBusyError(
                f"catalog {target}: another process is using it; try again later"
            ) from None
        raise CatalogUnavailableError(f"{target}: cannot be written ({error})") from None
    except OSError as error:
        raise CatalogUnavailableError(f"{target}: cannot be written ({error.strerror})") from None


def _copy(source: Path, target: Path) -> None:
    """Copy one database over another: a state of the source, in one transaction of the target."""
    address = f"file:{quote(str(source.absolute()))}?mode=ro"
    with (
        closing(sqlite3.connect(address, uri=True, timeout=sqlite_file.BUSY_SECONDS)) as reading,
        closing(sqlite3.connect(target, timeout=sqlite_file.BUSY_SECONDS)) as writing,
    ):
        # In one step: with WAL that keeps nobody from writing, and a busy archive cannot make it start over.
        reading.backup(writing)


def _verify(copy: Path, name: str) -> None:
    """Check a copy of ours page by page, and make it one file without a log beside it."""
    try:
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA trusted_schema = OFF")
            problem = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if problem != "ok":
                raise CatalogBrokenError(f"{name}: damaged ({str(problem).splitlines()[0]})")
            versions = [row[0] for row in connection.execute("SELECT version_num FROM alembic_version")]
            connection.execute("SELECT generation FROM history")
    except sqlite3.Error as error:
        raise CatalogBrokenError(f"{name}: damaged or not a catalog ({error})") from None
    if len(versions) != 1 or versions[0] not in known_versions():
        raise CatalogVersionError(
            f"{name}: made by a newer version of remissarkiv (database version {', '.join(versions)})"
        )


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
