"""A segment's list of terms: Whoosh's ordered hash file, written from arrays and read in stretches.

A key is the number of a field (two bytes) and a term; the keys rise, so that all terms of a field, and all
that begin alike, lie side by side. A hash table finds a single one.
"""

import struct
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from whoosh.filedb.filetables import HashWriter, OrderedHashReader
from whoosh.filedb.structfile import StructFile

from remissarkiv.engines.whoosh.arrays import Places, starts_of
from remissarkiv.engines.whoosh.segment_file import Region
from remissarkiv.engines.whoosh.term_stretch import TermStretch

_LENGTHS = struct.Struct("!ii")
_FIELD = struct.Struct("!H")
_POINTER = np.dtype([("hash", ">u4"), ("at", ">i8")])
_CRC32 = 1
"""The number of the hash function in the file."""
_TABLES = 256
_STRETCH = 1 << 16


class TermListWriter(HashWriter):  # type: ignore[misc]  # Whoosh has no type information
    """Writes the list to `dbfile`. Memory: 12 bytes a term."""

    def __init__(self, dbfile: StructFile) -> None:
        super().__init__(dbfile, hashtype=_CRC32)
        self._fields: dict[str, int] = self.extras.setdefault("fieldmap", {})
        self._prefix = b""
        self._at = int(dbfile.tell())
        self._hashes = array("I")
        self._starts = array("Q")

    def start_field(self, name: str) -> None:
        """Begin the terms of another field."""
        self._prefix = _FIELD.pack(self._fields.setdefault(name, len(self._fields)))

    def add(self, terms: Sequence[bytes], entries: Sequence[bytes]) -> None:
        """The next terms of the field, in rising order, each with what stands beside it."""
        keys = list(map(self._prefix.__add__, terms))
        lengths = np.empty((len(keys), 2), ">i4")
        lengths[:, 0] = np.fromiter(map(len, keys), np.int32, len(keys))
        lengths[:, 1] = np.fromiter(map(len, entries), np.int32, len(entries))
        sizes = lengths.sum(axis=1, dtype=np.int64) + _LENGTHS.size
        heads = lengths.tobytes()
        records = (
            piece
            for number, (key, entry) in enumerate(zip(keys, entries, strict=True))
            for piece in (heads[number * _LENGTHS.size : (number + 1) * _LENGTHS.size], key, entry)
        )
        self.dbfile.write(b"".join(records))
        self._hashes.extend(map(zlib.crc32, keys))
        starts = starts_of(sizes) + self._at
        self._starts.frombytes(starts[:-1].astype(np.uint64).tobytes())
        self._at = int(starts[-1])

    def _write_hashes(self) -> None:
        hashes = np.frombuffer(self._hashes, np.dtype(self._hashes.typecode)).astype(np.int64)
        starts = np.frombuffer(self._starts, np.uint64).astype(np.int64)
        at = self._at
        for table in range(_TABLES):
            own = np.flatnonzero(hashes & (_TABLES - 1) == table)
            slots = len(own) + len(own) // 2 + 1 if len(own) else 0
            pointers = np.zeros(slots, _POINTER)
            if slots:
                homes = (hashes[own] >> 8) % slots
                places = slots_of(homes, slots)
                pointers["hash"][places] = hashes[own]
                pointers["at"][places] = starts[own]
            self.directory.append((at, slots))
            self.dbfile.write(pointers.tobytes())
            at += pointers.nbytes

    def _write_extras(self) -> None:
        small = self._at < 1 << 32
        self.extras["indextype"] = "I" if small else "q"
        self.extras["indexlen"] = len(self._starts)
        super()._write_extras()

    def close(self) -> None:
        """Write the hash tables and the order, and close the file."""
        dbfile = self.dbfile
        self._write_hashes()
        self._write_directory()
        start = dbfile.tell()
        self._write_extras()
        starts = np.frombuffer(self._starts, np.uint64)
        dbfile.write(starts.astype(">u4" if self.extras["indextype"] == "I" else ">i8").tobytes())
        dbfile.write_int(dbfile.tell() - start)
        dbfile.close()


def slots_of(homes: Places, slots: int) -> Places:
    """A slot of its own for each entry of a hash table: its home, or the first one after it that is free,
    from the end on to the beginning. There are more `slots` than entries."""
    order = np.argsort(homes, kind="stable")
    ranks = np.arange(len(homes))
    places = np.empty(len(homes), np.intp)
    # In order of their homes, each takes its home or the slot after the one before it.
    places[order] = np.maximum.accumulate(homes[order] - ranks) + ranks
    beyond = np.flatnonzero(places >= slots)
    if len(beyond):
        taken = np.zeros(slots, np.bool_)
        taken[places[places < slots]] = True
        places[beyond] = np.flatnonzero(~taken)[: len(beyond)]
    return places


class TermList:
    """Reads the list. May be shared by threads."""

    def __init__(self, file: Region) -> None:
        self._file = file
        self._table = OrderedHashReader(file, file.length)
        self._fields: dict[str, int] = self._table.extras["fieldmap"]

    def fields(self) -> tuple[str, ...]:
        """The fields that have terms here."""
        return tuple(sorted(self._fields))

    def entry(self, field: str, term: bytes) -> bytes | None:
        """What stands beside a term; None when it is not here."""
        number = self._fields.get(field)
        if number is None:
            return None
        found: bytes | None = self._table.get(_FIELD.pack(number) + term)
        return found

    def stretch(self, field: str, prefix: bytes) -> TermStretch:
        """The terms of a field that begin with `prefix`, read at once."""
        number = self._fields.get(field)
        if number is None:
            return TermStretch(b"", np.zeros(0, np.intp))
        wanted = _FIELD.pack(number) + prefix
        first, after = self._rank(wanted), self._rank(_behind(wanted))
        if first == after:
            return TermStretch(b"", np.zeros(0, np.intp))
        size: int = self._table.indexsize
        stored = self._file.get(self._table.indexbase + first * size, (after - first) * size)
        at = np.frombuffer(stored, f">u{size}").astype(np.intp)
        end = self._table.endofdata if after == self._table.indexlen else self._position(after)
        return TermStretch(self._file.get(int(at[0]), end - int(at[0])), at - at[0])

    def _position(self, rank: int) -> int:
        size: int = self._table.indexsize
        return int.from_bytes(self._file.get(self._table.indexbase + rank * size, size), "big")

    def _rank(self, key: bytes) -> int:
        """How many keys come before `key`."""
        ranks = range(self._table.indexlen)
        return bisect_left(ranks, key, key=lambda rank: self._table.key_at(self._position(rank)))

    def beginning(self, field: str, prefix: bytes) -> Iterator[tuple[bytes, bytes]]:
        """The terms of a field that begin with `prefix`, in order, each with what stands beside it."""
        number = self._fields.get(field)
        if number is None:
            return
        wanted = _FIELD.pack(number) + prefix
        at: Any = self._table.closest_key_pos(wanted)
        if at is None:
            return
        end: int = self._table.endofdata
        stretch, start = b"", at
        while at < end:
            if len(stretch) - (at - start) < _LENGTHS.size:
                stretch, start = self._file.get(at, min(_STRETCH, end - at)), at
            own, beside = _LENGTHS.unpack_from(stretch, at - start)
            after = at + _LENGTHS.size + own + beside
            if after - start > len(stretch):
                stretch, start = self._file.get(at, max(min(_STRETCH, end - at), after - at)), at
            place = at - start + _LENGTHS.size
            key = stretch[place : place + own]
            if not key.startswith(wanted):
                return
            yield key[_FIELD.size :], stretch[place + own : after - start]
            at = after


def _behind(prefix: bytes) -> bytes:
    """What comes right behind all that begins with `prefix`."""
    kept = prefix.rstrip(b"\xff")
    return kept[:-1] + bytes((kept[-1] + 1,))
