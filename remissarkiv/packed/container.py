"""Limits on a zip container, checked against its directory before anything in it is unpacked.

A Word file is a zip of xml parts, an export a zip of documents. A hostile one claims a few kilobytes and
unpacks to gigabytes, or has a directory of ten million lines; the directory is bounded before it is read,
and tells what the members would become.
"""

import io
import zipfile
import zlib
from typing import BinaryIO

from remissarkiv.errors import UnreadableFileError

MAX_MEMBERS = 10_000
"""Members of a container that is one document."""
MAX_DIRECTORY = 16 * 1024 * 1024
"""Bytes of a directory; a line of it takes 46 bytes and the name, so 100 000 usual members have room."""
MAX_TOTAL = 500 * 1024 * 1024
MAX_RATIO = 200
"""Unpacked bytes per packed byte of a member of a megabyte or more; ordinary xml packs 5 to 30 times."""

_SMALL = 1024 * 1024
_BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
    LookupError,
    EOFError,
    UnicodeDecodeError,
    OverflowError,
    zlib.error,
)
"""What `zipfile` meets damage with."""


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The zip archive in `data`, a container of one document, within the limits. Raises
    `UnreadableFileError` for one that is broken, encrypted or too large when unpacked."""
    archive = _bounded_archive(io.BytesIO(data))
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise _too_large(f"{len(members)} members")
    for member in members:
        if is_bomb(member):
            raise _too_large(f"a member unpacks to {member.file_size} bytes")
        if is_encrypted(member):
            raise encrypted_archive()
    total = sum(member.file_size for member in members)
    if total > MAX_TOTAL:
        raise _too_large(f"{total} bytes unpacked")
    return archive


def directory(stream: BinaryIO) -> list[zipfile.ZipInfo]:
    """The members that the directory of a zip lists, in its order. Raises `UnreadableFileError` when it is
    broken or larger than `MAX_DIRECTORY`, `OSError` when the file cannot be read."""
    return _bounded_archive(stream).infolist()


def read_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a member. Raises `UnreadableFileError` when they are damaged."""
    try:
        return archive.read(name)
    except _BROKEN as error:
        raise broken_archive() from error


def is_bomb(member: zipfile.ZipInfo) -> bool:
    """Whether a member claims to become unreasonably large."""
    return member.file_size > _SMALL and member.file_size > MAX_RATIO * max(member.compress_size, 1)


def is_encrypted(member: zipfile.ZipInfo) -> bool:
    """Whether a member can be opened only with a password."""
    return bool(member.flag_bits & 0x1)


def broken_archive() -> UnreadableFileError:
    """The error for a zip container that cannot be read to its end."""
    return UnreadableFileError(
        "the file is a damaged or truncated zip container",
        "filen är skadad eller avklippt och går inte att öppna",
    )


def encrypted_archive() -> UnreadableFileError:
    """The error for a container or member that asks for a password."""
    return UnreadableFileError("the archive is encrypted", "filen är lösenordsskyddad")


def _too_large(what: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"the archive is larger than allowed when unpacked: {what}",
        "filen blir orimligt stor när den packas upp och har därför inte öppnats",
    )


def bomb() -> UnreadableFileError:
    """The error for a member or export that would become unreasonably large."""
    return _too_large(f"more than {MAX_RATIO} times its packed size")


class _BoundedReads(io.BufferedIOBase):
    """Lets `zipfile` read the directory, in one piece as it does, only if that is within bounds. What the
    end record claims of its size is the claim of the file, of a thousand lines or of ten million."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.is_listing = True

    def read(self, size: int | None = -1, /) -> bytes:
        wanted = -1 if size is None else size
        if self.is_listing and wanted > MAX_DIRECTORY:
            raise _too_large(f"a directory of {wanted} bytes")
        if self.is_listing and wanted < 0:
            # The comment at the end, at most 64 kB of it.
            return self._stream.read(MAX_DIRECTORY)
        return self._stream.read(wanted)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True


def _bounded_archive(stream: BinaryIO) -> zipfile.ZipFile:
    reads = _BoundedReads(stream)
    try:
        archive = zipfile.ZipFile(reads)
    except _BROKEN as error:
        raise broken_archive() from error
    reads.is_listing = False
    return archive
