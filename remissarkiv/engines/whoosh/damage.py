"""One clear error for whatever a damaged index makes Whoosh raise."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from remissarkiv.errors import IndexBehindError, IndexBrokenError, RemissarkivError

_SWEDISH = "Sökindexet är skadat. Den som sköter systemet kan laga det med kommandot remiss rebuild."
_BEHIND = (
    "Den senaste ändringen av sökindexet kan inte läsas. Sökningen svarar som den gjorde innan, utan det som "
    "har lagts till, ändrats eller tagits bort sedan dess. Den som sköter systemet ser vad som är fel med "
    "kommandot remiss verify och lagar det med remiss rebuild."
)


def broken(folder: Path, what: str) -> IndexBrokenError:
    """The error for an index in `folder` that cannot be used; `what` tells why, as the end of a sentence."""
    return IndexBrokenError(f"the search index in {folder} {what}; run: remiss rebuild", _SWEDISH)


def left_behind(error: Exception, serving: int) -> IndexBehindError:
    """What to tell of a newest generation that cannot be opened, for the reason `error`, while the one with
    the number `serving` answers in its stead."""
    return IndexBehindError(
        f"{error}; until then generation {serving} goes on answering, for as long as this process runs: do "
        "not restart it before; remiss verify tells what is wrong",
        _BEHIND,
    )


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
