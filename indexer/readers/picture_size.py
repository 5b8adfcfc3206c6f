"""What a picture says of itself in its first bytes: its kind, its size in pixels, its number of pages.

Only headers are looked at, so that a picture which claims to be 60 000 pixels wide is refused before any
program unpacks it.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

PNG = "image/png"
JPEG = "image/jpeg"
TIFF = "image/tiff"
GIF = "image/gif"
BMP = "image/bmp"

_SIGNS = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
)
_BMP_HEADERS = frozenset({12, 40, 52, 56, 64, 108, 124})
_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
"""The JPEG markers that begin a frame and tell its size (ITU-T T.81, table B.1)."""

_MAX_MARKERS = 10_000
_MAX_DIRECTORIES = 10_000
_WIDTH, _HEIGHT = 256, 257


@dataclass(frozen=True, slots=True)
class PictureSize:
    """Width and height in pixels of the largest page, 0 when the header does not say, and the number of
    pages (more than one only in TIFF)."""

    width: int
    height: int
    pages: int = 1


def picture_type(data: bytes) -> str:
    """The media type of a picture, "" when the bytes are none."""
    for sign, found in _SIGNS:
        if data.startswith(sign):
            return found
    # "BM" begins words too; the size of its second header tells a bitmap from a text.
    if data.startswith(b"BM") and len(data) > 18 and int.from_bytes(data[14:18], "little") in _BMP_HEADERS:
        return BMP
    return ""


def picture_size(data: bytes) -> PictureSize:
    """Size and pages of a picture by its header; a header that cannot be understood gives zeros."""
    measure = {PNG: _png, JPEG: _jpeg, TIFF: _tiff, GIF: _gif, BMP: _bmp}[picture_type(data)]
    try:
        return measure(data)
    except struct.error:
        return PictureSize(0, 0)


def _png(data: bytes) -> PictureSize:
    width, height = struct.unpack_from(">II", data, 16)
    return PictureSize(width, height)


def _gif(data: bytes) -> PictureSize:
    width, height = struct.unpack_from("<HH", data, 6)
    return PictureSize(width, height)


def _bmp(data: bytes) -> PictureSize:
    if data[14] == 12:
        width, height = struct.unpack_from("<HH", data, 18)
    else:
        width, height = struct.unpack_from("<ii", data, 18)
    # A negative height tells that the rows stand from top to bottom.
    return PictureSize(abs(width), abs(height))


def _jpeg(data: bytes) -> PictureSize:
    position = 2
    for _ in range(_MAX_MARKERS):
        mark, code, length = struct.unpack_from(">BBH", data, position)
        if mark != 0xFF:
            break
        if code in _FRAMES:
            height, width = struct.unpack_from(">HH", data, position + 5)
            return PictureSize(width, height)
        # Fill bytes may stand before a marker: one step at a time through them.
        position += 1 if code == 0xFF else 2 + length
    return PictureSize(0, 0)


def _tiff(data: bytes) -> PictureSize:
    sizes = list(_directories(data, "<" if data.startswith(b"II") else ">"))
    if not sizes:
        return PictureSize(0, 0)
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    return PictureSize(width, height, len(sizes))


def _directories(data: bytes, order: str) -> Iterator[tuple[int, int]]:
    """Width and height of each page: the directories of a TIFF are a chain, which a hostile file may close
    to a ring."""
    (place,) = struct.unpack_from(order + "I", data, 4)
    seen: set[int] = set()
    while place and place not in seen and len(seen) < _MAX_DIRECTORIES:
        seen.add(place)
        try:
            (count,) = struct.unpack_from(order + "H", data, place)
            values = {_WIDTH: 0, _HEIGHT: 0}
            for number in range(count):
                tag, kind = struct.unpack_from(order + "HH", data, place + 2 + 12 * number)
                if tag in values:
                    form = order + ("H" if kind == 3 else "I")
                    (values[tag],) = struct.unpack_from(form, data, place + 10 + 12 * number)
            (place,) = struct.unpack_from(order + "I", data, place + 2 + 12 * count)
        except struct.error:
            return
        yield values[_WIDTH], values[_HEIGHT]
