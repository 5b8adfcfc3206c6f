"""One run at a time: the lock on an archive's folder."""

import datetime
import errno
import fcntl
import json
import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from remissarkiv.catalog.errors import CatalogUnavailableError
from remissarkiv.errors import ArchiveBusyError

LOCK_FILE = "archive.lock"


class ArchiveLock:
    """Held by whoever changes an archive; a context manager.

    The operating system holds the lock and lets go of it when the process ends, however it ends: what is
    written in the file only tells others who holds it, and the file itself stays.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK_FILE
        self._descriptor: int | None = None

    def __enter__(self) -> "ArchiveLock":
        """Take the lock. Raises `ArchiveBusyError` at once when another process (or another lock of this
        one) holds it, `CatalogUnavailableError` when the folder cannot be written."""
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise CatalogUnavailableError(f"{self._path}: cannot be opened ({error.strerror})") from None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = _holder(descriptor)
            os.close(descriptor)
            if error.errno not in (errno.EWOULDBLOCK, errno.EACCES):
                raise CatalogUnavailableError(f"{self._path}: cannot be locked ({error.strerror})") from None
            raise ArchiveBusyError(
                f"archive {self._path.parent}: another run is going on{holder}",
                "Arkivet uppdateras just nu. Försök igen om en stund.",
            ) from None
        since = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        os.ftruncate(descriptor, 0)
        # On a full disk the lock holds all the same; only its holder's name is not told.
        with suppress(OSError):
            os.pwrite(descriptor, json.dumps({"pid": os.getpid(), "since": since}).encode("ascii"), 0)
        self._descriptor = descriptor
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._descriptor is not None:
            os.ftruncate(self._descriptor, 0)
            os.close(self._descriptor)
            self._descriptor = None


def _holder(descriptor: int) -> str:
    """Who holds the lock, as the end of a sentence; "" while the holder has not written it yet."""
    try:
        written = json.loads(os.pread(descriptor, 1000, 0))
        return f" (process {int(written['pid'])}, since {str(written['since'])[:25]})"
    except (ValueError, KeyError, TypeError):
        return ""
