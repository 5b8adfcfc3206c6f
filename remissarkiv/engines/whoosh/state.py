"""The state file: what Whoosh's own files cannot tell about an index.

It lies beside them as `state.json` and is written after each Whoosh commit, whole or not at all. A crash in
between leaves the older sequence, and the same changes are then applied again.
"""

import json
import os
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from remissarkiv.engines.whoosh.damage import broken
from remissarkiv.engines.whoosh.fields import SCHEMA_VERSION
from remissarkiv.errors import IndexMismatchError

_NAME = "state.json"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class FileSum:
    """Size in bytes and CRC-32 of a file that never changes once it is written."""

    size: int
    crc: int


@dataclass(frozen=True, slots=True)
class State:
    """`sequence` is the last catalog change applied, `fingerprint` the analyzer's, `files` the segment files
    of the generation that was committed with it."""

    fingerprint: str
    sequence: int = 0
    schema: int = SCHEMA_VERSION
    files: Mapping[str, FileSum] = field(default_factory=dict)

    def require(self, folder: Path, fingerprint: str) -> None:
        """Raise `IndexMismatchError` when the index was made by another schema or analyzer than ours."""
        if self.schema != SCHEMA_VERSION:
            reason = f"has format {self.schema}, and this version reads format {SCHEMA_VERSION}"
        elif self.fingerprint != fingerprint:
            reason = "was made with another language analysis"
        else:
            return
        raise IndexMismatchError(
            f"the search index in {folder} {reason}; run: remiss rebuild",
            "Sökindexet hör till en annan version. Den som sköter systemet lagar det med remiss rebuild.",
        )


def read_state(folder: Path) -> State | None:
    """The state of the index in `folder`, None when there is no state file. Raises `IndexBrokenError` when
    it cannot be understood."""
    try:
        raw = json.loads((folder / _NAME).read_bytes())
        return State(
            fingerprint=str(raw["fingerprint"]),
            sequence=int(raw["sequence"]),
            schema=int(raw["schema"]),
            files={str(name): FileSum(int(size), int(crc)) for name, (size, crc) in raw["files"].items()},
        )
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise broken(folder, f"has an unreadable {_NAME}") from error


def write_state(folder: Path, state: State) -> None:
    """Put `state` in place of the old one: whole or not at all, and on disk when this returns."""
    raw = {
        "schema": state.schema,
        "fingerprint": state.fingerprint,
        "sequence": state.sequence,
        "files": {name: [kept.size, kept.crc] for name, kept in sorted(state.files.items())},
    }
    draft = folder / (_NAME + ".new")
    with draft.open("w", encoding="utf-8") as file:
        json.dump(raw, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, folder / _NAME)  # noqa: PTH105  # the one call that is atomic everywhere
    sync_folder(folder)


def sum_file(path: Path, *, sync: bool = False) -> FileSum:
    """Size and checksum of a file; `sync` also makes sure that it is on disk."""
    size = crc = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            crc = zlib.crc32(chunk, crc)
        if sync:
            os.fsync(file.fileno())
    return FileSum(size, crc)


def sync_folder(folder: Path) -> None:
    """Make sure that the names of new files are on disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
