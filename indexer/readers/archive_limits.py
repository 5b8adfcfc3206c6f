"""Limits on a zip container, checked against its directory before anything in it is unpacked.

A Word file is a zip of xml parts. A hostile one claims a few kilobytes and unpacks to gigabytes; its
directory tells, and `zipfile` never reads past the size the directory gives for a member.
"""

import io
import zipfile
import zlib

from remissarkiv.errors import UnreadableFileError

MAX_MEMBERS = 10_000
MAX_TOTAL = 500 * 1024 * 1024
MAX_RATIO = 200
"""Unpacked bytes per packed byte of a member of a megabyte or more; ordinary xml packs 5 to 30 times."""

_SMALL = 1024 * 1024


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The zip archive in `data`, within the limits. Raises `UnreadableFileError` for one that is broken,
    encrypted or too large when unpacked."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, UnicodeDecodeError) as error:
        raise broken_archive() from error
    if len(members) > MAX_MEMBERS:
        raise _too_large(f"{len(members)} members")
    total = 0
    for member in members:
        total += member.file_size
        if member.file_size > _SMALL and member.file_size > MAX_RATIO * max(member.compress_size, 1):
            raise _too_large(f"a member unpacks to {member.file_size} bytes")
        if member.flag_bits & 0x1:
            raise UnreadableFileError("the archive is encrypted", "filen är lösenordsskyddad")
    if total > MAX_TOTAL:
        raise _too_large(f"{total} bytes unpacked")
    return archive


def read_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a member. Raises `UnreadableFileError` when they are damaged."""
    try:
        return archive.read(name)
    except (zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError, RuntimeError) as error:
        raise broken_archive() from error


def broken_archive() -> UnreadableFileError:
    """The error for a zip container that cannot be read to its end."""
    return UnreadableFileError(
        "the file is a damaged or truncated zip container",
        "filen är skadad eller avklippt och går inte att öppna",
    )


def _too_large(what: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"the archive is larger than allowed when unpacked: {what}",
        "filen blir orimligt stor när den packas upp och har därför inte öppnats",
    )
