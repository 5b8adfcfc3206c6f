"""Word numbers as bytes: gaps between them as LEB128 varints (7 bits a byte, the last byte below 128).

A gap is one byte when below 128, as nearly all are. Whole posting lists are packed and unpacked without a
Python loop: bytes below 128 end a number, and a cumulative sum of the gaps, less its value at each posting's
start, gives the word numbers. The first gap is counted from 0,
and how many numbers a posting has is its weight.
"""

from collections.abc import Iterable

import numpy as np

from remissarkiv.engines.whoosh.arrays import Counts, Places, starts_of


def pack(numbers: Iterable[int]) -> bytes:
    """Word numbers in rising order as bytes, `(3, 4, 200)` as `03 01 c4 01`; raises `ValueError` when they
    do not rise."""
    packed = bytearray()
    previous = 0
    for number in numbers:
        gap = number - previous
        if gap < 0 or (gap == 0 and packed):
            raise ValueError("word numbers must rise")
        previous = number
        while gap > 0x7F:
            packed.append(gap & 0x7F | 0x80)
            gap >>= 7
        packed.append(gap)
    return bytes(packed)


def unpack(packed: bytes) -> list[int]:
    """The word numbers that `pack` packed."""
    numbers = []
    number = gap = shift = 0
    for byte in packed:
        gap |= (byte & 0x7F) << shift
        if byte > 0x7F:
            shift += 7
        else:
            number += gap
            numbers.append(number)
            gap = shift = 0
    return numbers


def count(packed: bytes) -> int:
    """How many word numbers there are."""
    return sum(byte < 0x80 for byte in packed)


def pack_all(numbers: Counts, starts: Places) -> tuple[bytes, Places]:
    """What `pack` makes of the word numbers of many postings, end to end, and where each posting's bytes
    begin; `starts` tells where each posting's numbers begin among all. Raises `ValueError` when those of a
    posting do not rise."""
    gaps: Counts = np.diff(numbers.astype(np.int64), prepend=0)
    begins = starts[:-1]
    rising = gaps > 0
    gaps[begins] = numbers[begins]
    rising[begins] = True
    if not rising.all():
        raise ValueError("word numbers must rise")
    highest = int(gaps.max(initial=0))
    if highest < 0x80:
        return gaps.astype(np.uint8).tobytes(), starts
    lengths = np.ones(len(gaps), np.intp)
    for bits in range(7, highest.bit_length(), 7):
        lengths += gaps >> bits > 0
    ends = starts_of(lengths)
    packed = np.zeros(ends[-1], np.uint8)
    packed[ends[:-1]] = gaps & 0x7F
    for byte in range(1, int(lengths.max())):
        longer = lengths > byte
        at = ends[:-1][longer] + byte
        packed[at - 1] |= 0x80
        packed[at] = gaps[longer] >> 7 * byte & 0x7F
    return packed.tobytes(), ends[starts]


def ends_of(packed: bytes) -> Places:
    """Where each number's bytes end."""
    return np.flatnonzero(np.frombuffer(packed, np.uint8) < 0x80) + 1


def unpack_all(packed: bytes, starts: Places) -> Counts:
    """The word numbers of many postings, whose packed bytes lie end to end; `starts` tells where each
    posting's numbers begin among all. Raises `ValueError` when there are not as many numbers as that."""
    raw = np.frombuffer(packed, np.uint8)
    lasts = np.flatnonzero(raw < 0x80)
    if len(lasts) != starts[-1]:
        raise ValueError(f"{len(lasts)} word numbers instead of {starts[-1]}")
    gaps: Counts = raw[lasts].astype(np.int64)
    if len(lasts) < len(raw):
        # The last byte of a number is its highest; most numbers have no other.
        lengths = np.diff(lasts, prepend=-1)
        longer = np.flatnonzero(lengths > 1)
        byte = 1
        while len(longer):
            gaps[longer] = gaps[longer] << 7 | raw[lasts[longer] - byte] & 0x7F
            byte += 1
            longer = longer[lengths[longer] > byte]
    return _summed(gaps, starts)


def _summed(gaps: Counts, starts: Places) -> Counts:
    """Running sums of the gaps, begun anew at each posting: its first gap takes back what the one before it
    came to. Changes `gaps`."""
    begins = starts[:-1]
    if len(begins) > 1:
        gaps[begins[1:]] -= np.add.reduceat(gaps, begins)[:-1]
    return np.cumsum(gaps, out=gaps)
