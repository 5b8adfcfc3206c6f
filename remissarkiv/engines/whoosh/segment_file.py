"""The one file of a segment, read in pieces.

Pieces are read where they lie (`pread`), never mapped: a file that is cut off while it is open is then an
error that can be told of, and not a signal that ends the process; what was read does not count as the
process's memory; and threads do not share a place in the file.
"""

import os
import pickle
import struct
from pathlib import Path

from whoosh.filedb.structfile import StructFile

_HEAD = struct.Struct("!qi")


class SegmentFile:
    """An open segment file. It closes with the last use of it, so that a query goes on in a generation that
    was replaced meanwhile."""

    def __init__(self, path: Path) -> None:
        self._handle = -1
        self._handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        start, length = _HEAD.unpack(self.read(0, _HEAD.size))
        # Two pickles, of which the first is the directory.
        directory = pickle.loads(self.read(start, length))  # noqa: S301  # an index is trusted like code
        self._pieces = {
            str(name): (int(piece["offset"]), int(piece["length"])) for name, piece in directory.items()
        }

    def __contains__(self, name: str) -> bool:
        return name in self._pieces

    def read(self, start: int, length: int) -> bytes:
        """The bytes from `start` on. Raises `EOFError` when the file ends before."""
        found = os.pread(self._handle, length, start)
        if len(found) != length:
            raise EOFError(f"the file ends {length - len(found)} bytes early")
        return found

    def piece(self, name: str) -> "Region":
        """One of the files that the segment consists of. Raises `KeyError` when there is none of the name."""
        return Region(self, *self._pieces[name])

    def __del__(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)


class Region(StructFile):  # type: ignore[misc]  # Whoosh has no type information
    """A piece of a segment file, as Whoosh's readers want it."""

    def __init__(self, file: SegmentFile, start: int, length: int) -> None:
        self._segment = file
        self._start = start
        self.length = length
        self._at = 0
        self.is_closed = self.is_real = False

    def get(self, position: int, length: int) -> bytes:
        """The bytes from `position` on; raises `EOFError` beyond the end. The place for `read` stays."""
        if position < 0 or length < 0 or position + length > self.length:
            raise EOFError(f"{length} bytes at {position} of {self.length}")
        return self._segment.read(self._start + position, length)

    def whole(self) -> bytes:
        """All of it."""
        return self.get(0, self.length)

    def read(self, length: int = -1) -> bytes:
        """The next bytes; fewer at the end."""
        left = self.length - self._at
        found = self.get(self._at, left if length < 0 else min(length, left))
        self._at += len(found)
        return found

    def read_pickle(self) -> object:
        """The next pickle."""
        return pickle.load(self)  # noqa: S301  # an index is trusted like code

    def readline(self) -> bytes:
        """The next bytes up to a line end."""
        found = self.get(self._at, self.length - self._at)
        line = found[: found.find(b"\n") + 1] or found
        self._at += len(line)
        return line

    def seek(self, position: int, whence: int = os.SEEK_SET) -> None:
        """Go to a place for `read`."""
        self._at = position + {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self.length}[whence]

    def tell(self) -> int:
        """The place for `read`."""
        return self._at

    def close(self) -> None:
        """Nothing to close: the segment's file is one."""
