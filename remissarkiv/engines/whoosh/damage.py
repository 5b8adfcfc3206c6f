"""One clear error for whatever a damaged index makes Whoosh raise."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from remissarkiv.errors import IndexBrokenError, RemissarkivError

_SWEDISH = "Sökindexet är skadat. Den som sköter systemet kan laga det med kommandot remiss rebuild."


def broken(folder: Path, what: str) -> IndexBrokenError:
    """The error for an index in `folder` that cannot be used; `what` tells why, as the end of a sentence."""
    return IndexBrokenError(f"the search index in {folder} {what}; run: remiss rebuild", _SWEDISH)


@contextmanager
def reading(folder: Path, what: str) -> Iterator[None]:
    """Wrap the reading of index files: an error in it is an `IndexBrokenError` that names `what` was read.

    Whoosh checks little and unpickles what it reads, so garbage in a file can raise any exception there is
    (`EOFError`, `struct.error`, `zlib.error`, `ModuleNotFoundError`, plain `Exception`); this is the named
    boundary for them.
    """
    try:
        yield
    except RemissarkivError:
        raise
    except Exception as error:  # the boundary named above
        detail = f"{type(error).__name__}: {error}".splitlines()[0]
        raise broken(folder, f"is damaged ({what}: {detail})") from error
