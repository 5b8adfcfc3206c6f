"""Damage to bytes of any kind: what a bad disk, a torn download or an enemy leaves of a file.

Each damage takes the random numbers, the bytes and the bytes of another file, and gives bytes; the same
numbers give the same damage.
"""

import re
from collections.abc import Callable
from random import Random

Damage = Callable[[Random, bytes, bytes], bytes]

LARGEST = 4_000_000
"""Bytes that a mutant may have before it is packed: growth is tried, not the patience of the disk."""

_NUMBER = re.compile(rb"\d{1,18}")
_NUMBERS_LOOKED_AT = 20_000

EXTREMES = (
    b"0", b"-1", b"1", b"255", b"256", b"65535", b"65536", b"2147483647", b"2147483648", b"4294967295",
    b"-2147483648", b"9223372036854775807", b"18446744073709551616", b"1e308", b"NaN", b"9" * 400,
)  # fmt: skip

_NESTS = (
    (b"<div>", b"</div>"), (b"<table><tr><td>", b"</td></tr></table>"), (b"<ul><li>", b"</li></ul>"),
    (b"<w:p><w:r>", b"</w:r></w:p>"), (b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>"),
    (b"<text:section>", b"</text:section>"), (b"{\\b ", b"}"), (b"[", b"]"), (b"<<", b">>"), (b"(", b")"),
    (b"> ", b""), (b"<!--", b""), (b"&amp;", b""), (b"**", b""), (b"  - ", b"\n"),
)  # fmt: skip

_ODDITIES = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xcc\x88" * 300,
    b"\xf0\x9f\x92\xa9", b"\r", b"\x1a", b"\x0c", b"&#0;", b"&#x110000;", b"<![CDATA[", b"]]>", b"<?xml ?>",
    b"A" * 200_000, "§ ".encode() * 20_000, b"1 kap. " * 20_000, b"Dnr KS " * 20_000, b"-\n" * 50_000,
    b"\t" * 100_000, b"\n" * 100_000, "ﬁ".encode() * 10_000, "å".encode("latin-1") * 10_000,
)  # fmt: skip


def flip_bits(random: Random, data: bytes, other: bytes) -> bytes:
    """One bit in a few places, or in a great many."""
    out = bytearray(data)
    for _ in range(random.choice((1, 3, 20, max(1, len(data) // 100)))):
        out[random.randrange(len(out))] ^= 1 << random.randrange(8)
    return bytes(out)


def overwrite(random: Random, data: bytes, other: bytes) -> bytes:
    """A range filled with noise, or with one byte."""
    start, end = _range(random, data)
    noise = random.randbytes(end - start) if random.random() < 0.6 else random.randbytes(1) * (end - start)
    return data[:start] + noise + data[end:]


def repeat(random: Random, data: bytes, other: bytes) -> bytes:
    """A range twice, or very many times."""
    start, end = _range(random, data)
    times = min(random.choice((2, 3, 50, 5_000)), max(2, LARGEST // max(1, end - start)))
    return data[:start] + data[start:end] * times + data[end:]


def remove(random: Random, data: bytes, other: bytes) -> bytes:
    """A range is gone."""
    start, end = _range(random, data)
    return data[:start] + data[end:]


def transplant(random: Random, data: bytes, other: bytes) -> bytes:
    """A range of another file stands where one of this file was."""
    (start, end), (first, last) = _range(random, data), _range(random, other)
    return data[:start] + other[first:last] + data[end:]


def shuffle(random: Random, data: bytes, other: bytes) -> bytes:
    """Two ranges have changed places."""
    a, b, c, d = sorted(random.randrange(len(data) + 1) for _ in range(4))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def truncate(random: Random, data: bytes, other: bytes) -> bytes:
    """The file ends too early."""
    return data[: random.randrange(len(data))]


def join(random: Random, data: bytes, other: bytes) -> bytes:
    """The beginning of this file and the end of another."""
    return data[: random.randrange(len(data) + 1)] + other[random.randrange(len(other) + 1) :]


def numbers(random: Random, data: bytes, other: bytes) -> bytes:
    """Numbers that stand in the file are replaced by extreme ones."""
    places = list(_NUMBER.finditer(data, 0))[:_NUMBERS_LOOKED_AT]
    chosen = sorted(
        random.sample(places, min(len(places), random.choice((1, 2, 10)))), key=lambda m: -m.start()
    )
    for place in chosen:
        data = data[: place.start()] + random.choice(EXTREMES) + data[place.end() :]
    return data


def nest(random: Random, data: bytes, other: bytes) -> bytes:
    """Something opens very many times, and closes again or does not."""
    before, after = random.choice(_NESTS)
    depth = random.choice((50, 1_000, 20_000, 100_000))
    start, end = _range(random, data)
    closing = after * depth if random.random() < 0.5 else b""
    return data[:start] + before * depth + data[start:end] + closing + data[end:]


def oddity(random: Random, data: bytes, other: bytes) -> bytes:
    """Signs that should not stand there, or too many of those that may."""
    for _ in range(random.choice((1, 1, 5))):
        place = random.randrange(len(data) + 1)
        data = data[:place] + random.choice(_ODDITIES) + data[place:]
    return data


def _range(random: Random, data: bytes) -> tuple[int, int]:
    """A range of the bytes, more often a short one."""
    start = random.randrange(len(data) + 1)
    longest = random.choice((8, 64, 1_000, 30_000, len(data)))
    return start, min(len(data), start + random.randrange(longest + 1))


ANY: tuple[Damage, ...] = (
    flip_bits, overwrite, repeat, remove, transplant, shuffle, truncate, join, numbers, nest, oddity,
)  # fmt: skip
