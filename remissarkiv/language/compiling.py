"""Where is kept what tables are compiled to at first use, and who does it when several begin at once?

Beside the tables, or, where that folder may not be written, in the user's cache folder.
"""

import fcntl
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 60.0
"""Seconds that a process waits for another one that compiles."""


def places_for(tables: Path, name: str) -> list[Path]:
    """Where something compiled, called `name`, from tables in this folder may lie, the best place first."""
    places = [tables / "compiled" / name]
    cache = os.environ.get("XDG_CACHE_HOME", "")
    if cache and Path(cache).is_absolute():
        places.append(Path(cache) / "remissarkiv" / name)
    elif os.environ.get("HOME"):
        places.append(Path(os.environ["HOME"]) / ".cache" / "remissarkiv" / name)
    return places


def tell(what: str) -> None:
    """Someone at a terminal is told why nothing happens for some seconds."""
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write(f"remiss: compiling {what}, once …\n")
        sys.stderr.flush()


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[bool]:
    """Lets one process after the other compile in `folder`, so that the others find what the first has made.

    Yields whether the process is alone there. It is not where files cannot be locked, or when another takes
    too long: that costs time, but what is compiled is whole also when several processes put it there at once.
    Raises `OSError` when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        yield _locked(descriptor)
    finally:
        os.close(descriptor)


def _locked(descriptor: int) -> bool:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                return False
            time.sleep(0.05)
        except OSError:
            return False
        else:
            return True
