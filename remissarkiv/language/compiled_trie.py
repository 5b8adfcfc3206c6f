"""A trie that is compiled once and then mapped, so that all processes share it.

The file's name holds what it was made of and a digest of the contents: a trie that a crash has cut off would
take the process with it.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import marisa_trie

from remissarkiv.language.compiling import one_at_a_time


def standing_trie(folders: Sequence[Path], source: str) -> marisa_trie.BytesTrie | None:
    """The whole trie of this source in the first of the folders that has one."""
    return next(filter(None, (_standing(folder, source) for folder in folders)), None)


def compiled_trie(
    folders: Sequence[Path], source: str, compiled: Callable[[], marisa_trie.BytesTrie]
) -> marisa_trie.BytesTrie:
    """The trie of this source (`kind-what it is made of`) in one of the folders, the best one first; compiled
    and written there if need be, and older ones of its kind removed. Where it cannot be written down the
    process has one of its own."""
    if (trie := standing_trie(folders, source)) is not None:
        return trie
    for folder in folders:
        with suppress(OSError), one_at_a_time(folder):
            trie = _standing(folder, source)  # another process was quicker
            return trie or _written(compiled(), folder, source)
    return compiled()


def _written(trie: marisa_trie.BytesTrie, folder: Path, source: str) -> marisa_trie.BytesTrie:
    """The trie as it lies in the folder, and older ones removed."""
    contents = trie.tobytes()
    kind = source.partition("-")[0]
    place = folder / f"{source}-{_digest(contents)}.marisa"
    # Written by us, not by the library: where the disk is full it would tell so as nobody expects.
    descriptor, fresh = tempfile.mkstemp(prefix=f".{kind}-", dir=folder)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(contents)
        Path(fresh).chmod(0o644)
        Path(fresh).replace(place)
    except OSError:
        Path(fresh).unlink(missing_ok=True)
        return trie
    for other in folder.glob(f"{kind}-*.marisa"):
        if other != place:
            with suppress(OSError):
                other.unlink()
    return _standing(folder, source) or trie


def _standing(folder: Path, source: str) -> marisa_trie.BytesTrie | None:
    """The whole trie of this source in the folder."""
    for place in folder.glob(f"{source}-*.marisa"):
        # Another version may take it away between the two looks; the library then raises a RuntimeError.
        with suppress(OSError, RuntimeError):
            if place.stem.endswith(_digest(place.read_bytes())):
                trie = marisa_trie.BytesTrie()
                trie.mmap(os.fspath(place))
                return trie
    return None


def _digest(contents: bytes) -> str:
    return hashlib.sha256(contents).hexdigest()[:16]
