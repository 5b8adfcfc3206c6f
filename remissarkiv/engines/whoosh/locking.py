"""One writer at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh.util.filelock import FileLock

from remissarkiv.engines.whoosh.damage import broken
from remissarkiv.errors import ArchiveBusyError


@contextmanager
def writing(lock_path: Path) -> Iterator[None]:
    """Hold the index's lock, which Whoosh's own writers use too; it is let go whatever happens, also when the
    process is killed.

    Raises `ArchiveBusyError` at once when someone else holds it, `IndexBrokenError` when the folder is gone.
    """
    lock = FileLock(str(lock_path))
    try:
        held = lock.acquire()
    except FileNotFoundError as error:
        raise broken(lock_path.parent, "is gone") from error
    if not held:
        raise ArchiveBusyError(
            f"another process is writing to the search index in {lock_path.parent}; wait until it is done",
            "En annan inläsning pågår. Vänta tills den är klar.",
        )
    try:
        yield
    finally:
        lock.release()
