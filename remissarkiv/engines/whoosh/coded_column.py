"""How a column of values lies on disk: each distinct value once, and codes. Numpy reads it as it lies.

After each other, all numbers little-endian and the widths 1, 2 or 4 bytes:

    4 x u32   how many values, bytes of values, codes; then (w1, w2) as two bytes and two spare ones
    u32       where each value begins among the bytes, and where the last one ends
    bytes     the values in rising order, UTF-8
    w1        how many codes each document has
    w2        the codes, document after document, rising within each: the places of its values

**The module path and the class name are part of the index format**: Whoosh pickles a column into the schema.
"""

import struct
from collections.abc import Sequence
from typing import Any

import numpy as np
from whoosh.columns import Column as StockColumn
from whoosh.columns import ColumnReader, ColumnWriter
from whoosh.filedb.structfile import StructFile

from remissarkiv.engines.whoosh.arrays import Counts, narrowed, starts_of
from remissarkiv.engines.whoosh.columns import Column, coded
from remissarkiv.engines.whoosh.stored_values import StoredValues
from remissarkiv.engines.whoosh.terms import from_bytes, to_bytes

_HEAD = struct.Struct("<IIIBBH")
_WIDTHS: dict[int, Any] = {1: np.dtype("u1"), 2: np.dtype("<u2"), 4: np.dtype("<u4")}


def pack(column: Column) -> bytes:
    """A column as it lies on disk."""
    values = [to_bytes(value) for value in column.values]
    lengths = np.diff(column.starts)
    widest = narrowed(lengths, int(lengths.max(initial=0)))
    codes = narrowed(column.codes, len(values))
    joined = b"".join(values)
    head = _HEAD.pack(len(values), len(joined), len(codes), widest.itemsize, codes.itemsize, 0)
    starts = starts_of(np.fromiter(map(len, values), np.intp, len(values)))
    return b"".join(
        (head, starts.astype("<u4").tobytes(), joined, _little(widest), _little(codes)),
    )


def unpack(packed: bytes, documents: int) -> Column:
    """The column of so many documents that lies in `packed`. Raises `ValueError` when that is not one."""
    try:
        count, size, codes, first_width, second_width, _ = _HEAD.unpack_from(packed)
        starts = np.frombuffer(packed, "<u4", count + 1, _HEAD.size)
        at = _HEAD.size + starts.nbytes
        joined = packed[at : at + size]
        lengths = np.frombuffer(packed, _WIDTHS[first_width], documents, at + size)
        numbers = np.frombuffer(packed, _WIDTHS[second_width], codes, at + size + lengths.nbytes)
    except (struct.error, KeyError) as error:
        raise ValueError(f"not a column: {error}") from error
    if (
        not _whole_values(starts, joined)
        or lengths.sum(dtype=np.int64) != codes
        or (codes and numbers.max() >= count)
    ):
        raise ValueError("a column that contradicts itself")
    return Column(StoredValues(starts, joined), numbers.astype(np.int32), starts_of(lengths))


def _whole_values(starts: Counts, joined: bytes) -> bool:
    """Whether the bytes are text, and none of the values begins inside a character: each can then be decoded
    whenever it is asked for. Raises `ValueError` when they are no text."""
    if starts[0] != 0 or starts[-1] != len(joined) or (starts[1:] < starts[:-1]).any():
        return False
    from_bytes(joined)
    begins = starts[starts < len(joined)]
    return not (np.frombuffer(joined, np.uint8)[begins] & 0xC0 == 0x80).any()


class CodedColumn(StockColumn):  # type: ignore[misc]  # Whoosh has no type information
    """The column type: to Whoosh, one that gives each document's values as a tuple."""

    _default = ()

    def writer(self, dbfile: StructFile) -> "_Writer":
        """A writer of documents' values, for Whoosh's own writers."""
        return _Writer(dbfile)

    def reader(self, dbfile: StructFile, basepos: int, length: int, doccount: int) -> "_Reader":
        """A reader of documents' values."""
        return _Reader(dbfile, basepos, length, doccount)


class _Writer(ColumnWriter):  # type: ignore[misc]
    def __init__(self, dbfile: StructFile) -> None:
        super().__init__(dbfile)
        self._rows: list[Sequence[str]] = []

    def add(self, docnum: int, value: Sequence[str]) -> None:
        self._rows.extend(() for _ in range(docnum - len(self._rows)))
        self._rows.append(sorted(set(value)))

    def finish(self, doccount: int) -> None:
        self._rows.extend(() for _ in range(doccount - len(self._rows)))
        self._dbfile.write(pack(coded(self._rows)))


class _Reader(ColumnReader):  # type: ignore[misc]
    def __init__(self, dbfile: StructFile, basepos: int, length: int, doccount: int) -> None:
        super().__init__(dbfile, basepos, length, doccount)
        self._column = unpack(dbfile.get(basepos, length), doccount)

    def __getitem__(self, docnum: int) -> tuple[str, ...]:
        column = self._column
        codes = column.codes[column.starts[docnum] : column.starts[docnum + 1]]
        return tuple(column.values[code] for code in codes.tolist())


def _little(numbers: Counts) -> bytes:
    return numbers.astype(numbers.dtype.newbyteorder("<")).tobytes()
