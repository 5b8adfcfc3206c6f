"""The bytes of one member, unpacked no further than allowed."""

import struct
import zipfile
import zlib
from typing import BinaryIO

from remissarkiv.errors import UnreadableFileError
from remissarkiv.packed.container import bomb, broken_archive, encrypted_archive, is_bomb, is_encrypted

_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_LOCAL_SIGNATURE = b"PK\x03\x04"
_CHUNK = 256 * 1024
_MEGABYTE = 1024 * 1024


def unpack(stream: BinaryIO, member: zipfile.ZipInfo, largest: int) -> bytes:
    """The bytes of `member`, of which there may be `largest`; `stream` is the zip file, open for reading.

    Raises `UnreadableFileError` when they are more, encrypted, damaged or packed in a way of their own.
    Read here and not by `zipfile`, which wants to see the whole directory again for every member.
    """
    if is_encrypted(member):
        raise encrypted_archive()
    if is_bomb(member):
        raise bomb()
    if member.file_size > largest:
        raise UnreadableFileError(
            f"the file is larger than {largest // _MEGABYTE} MB when unpacked (reading.file_mb)",
            f"filen är större än {largest // _MEGABYTE} MB uppackad",
        )
    if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise UnreadableFileError(
            f"the file is packed by method {member.compress_type}, which cannot be read",
            "filen är packad på ett sätt som inte kan läsas; packa om den som vanlig zip",
        )
    _seek_content(stream, member)
    data = _content(stream, member)
    if len(data) != member.file_size or zlib.crc32(data) != member.CRC:
        raise broken_archive()
    return data


def _seek_content(stream: BinaryIO, member: zipfile.ZipInfo) -> None:
    """Past the header that stands before the content and has lengths of its own (APPNOTE 4.3.7)."""
    if member.header_offset < 0:
        raise broken_archive()
    stream.seek(member.header_offset)
    header = stream.read(_LOCAL_HEADER.size)
    if len(header) < _LOCAL_HEADER.size or not header.startswith(_LOCAL_SIGNATURE):
        raise broken_archive()
    name_length, extra_length = _LOCAL_HEADER.unpack(header)[-2:]
    stream.seek(name_length + extra_length, 1)


def _content(stream: BinaryIO, member: zipfile.ZipInfo) -> bytes:
    unpacker = zlib.decompressobj(-15) if member.compress_type == zipfile.ZIP_DEFLATED else None
    parts: list[bytes] = []
    left, room = member.compress_size, member.file_size
    while left > 0:
        packed = stream.read(min(_CHUNK, left))
        if not packed:
            raise broken_archive()
        left -= len(packed)
        try:
            # One byte beyond what the directory promises is enough to see that the promise is false.
            part = packed if unpacker is None else unpacker.decompress(packed, room + 1)
        except zlib.error as error:
            raise broken_archive() from error
        room -= len(part)
        if room < 0:
            raise broken_archive()
        parts.append(part)
    return b"".join(parts)
