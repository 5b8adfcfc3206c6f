"""One clear error for a disk that does not take what an index writes."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from remissarkiv.errors import IndexUnwritableError

_FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def writing_files(folder: Path) -> Iterator[None]:
    """Wrap the writing of index files in `folder`: what the operating system refuses is an
    `IndexUnwritableError` that tells what to do about it."""
    try:
        yield
    except OSError as error:
        way_out = "make space on that disk" if error.errno in _FULL else "let this user write there"
        raise IndexUnwritableError(
            f"the search index in {folder} cannot be written ({error.strerror}): {way_out} and run the "
            "command again; nothing of the catalog is lost",
            "Sökindexet kan inte skrivas. Den som sköter systemet behöver se efter om disken är full.",
        ) from error
