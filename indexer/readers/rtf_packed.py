"""Unpacks the rich text in an Outlook letter (MS-OXRTFCP)."""

import struct

from indexer.readers.limits import MAX_TEXT, check_length

_HEADER = struct.Struct("<4L")
_COMPRESSED = 0x75465A4C
_UNCOMPRESSED = 0x414C454D
_WINDOW = 4096
_START = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS "
    rb"Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0" + b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
"""What the window holds before the first byte, word for word (MS-OXRTFCP 2.1.2.1)."""


def unpacked_rtf(data: bytes) -> bytes:
    """The rich text packed in `data`; b"" when it is not packed as Outlook packs it. What is cut short ends
    where it is cut. Raises `UnreadableFileError` when it is longer than a document may be."""
    if len(data) < _HEADER.size:
        return b""
    _, size, kind, _ = _HEADER.unpack_from(data)
    body = data[_HEADER.size :]
    if kind == _UNCOMPRESSED:
        return body[:size]
    if kind != _COMPRESSED:
        return b""
    check_length(size)
    return _unpacked(body, min(size, MAX_TEXT))


def _unpacked(body: bytes, size: int) -> bytes:
    """Runs of eight tokens after a byte that tells of each whether it is a letter (0) or a place in the
    window and a length (1)."""
    window = bytearray(_START.ljust(_WINDOW, b"\0"))
    write = len(_START)
    out = bytearray()
    place = 0
    while place < len(body) and len(out) < size:
        control = body[place]
        place += 1
        for bit in range(8):
            if not control >> bit & 1:
                if place >= len(body):
                    return bytes(out)
                letters = body[place : place + 1]
                place += 1
            else:
                if place + 1 >= len(body):
                    return bytes(out)
                token = body[place] << 8 | body[place + 1]
                place += 2
                read, length = token >> 4, (token & 15) + 2
                if read == write:
                    return bytes(out)
                letters = b""
            for step in range(len(letters) or length):
                letter = letters[0] if letters else window[(read + step) % _WINDOW]
                out.append(letter)
                window[write] = letter
                write = (write + 1) % _WINDOW
    return bytes(out[:size])
