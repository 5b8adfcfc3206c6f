"""The files in a zip export, zips within it included, and the way to each."""

import io
import os
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from remissarkiv.errors import UnreadableFileError
from remissarkiv.packed.container import (
    bomb,
    broken_archive,
    directory,
    encrypted_archive,
    is_bomb,
    is_encrypted,
)
from remissarkiv.packed.names import numbered, shown_name
from remissarkiv.packed.paths import ENDING
from remissarkiv.packed.unpack import unpack

MAX_FILES = 100_000
"""Files in one export, zips within it included."""
MAX_TOTAL = 64 * 1024**3
"""Bytes of one export when unpacked."""
MAX_DEPTH = 3
"""Zips within zips that are looked into; what lies deeper is listed as the zip it is."""
MAX_INNER = 128 * 1024**2
MAX_INNER_TOTAL = 1024**3
"""Bytes of a zip within the export, and of all of them together: they are unpacked to be listed."""


@dataclass(frozen=True, slots=True)
class PackedMember:
    """A file in an export: its name there (`inre.zip/KS 2014/brev.docx`), its size in bytes when unpacked
    and the checksum (CRC-32) that the export gives for it."""

    name: str
    size: int
    crc: int


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a member lies: through which zips, and its line in the directory of the last."""

    through: tuple[zipfile.ZipInfo, ...]
    member: zipfile.ZipInfo


@dataclass(slots=True)
class _Listing:
    places: dict[str, _Place] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    total: int = 0
    inner_total: int = 0

    def add(self, name: str, place: _Place) -> None:
        self.total += 0 if is_bomb(place.member) else place.member.file_size
        if len(self.places) >= MAX_FILES or self.total > MAX_TOTAL:
            raise UnreadableFileError(
                f"the export holds more than {MAX_FILES} files or {MAX_TOTAL // 1024**3} GB",
                f"zip-filen innehåller fler än {MAX_FILES} filer eller mer än {MAX_TOTAL // 1024**3} GB;"
                " dela upp den",
            )
        self.places[self._own_name(name)] = place

    def _own_name(self, name: str) -> str:
        own = name
        while own in self.places:
            self.seen[name] = self.seen.get(name, 1) + 1
            own = numbered(name, self.seen[name])
        return own


def list_packed(file: Path) -> tuple[PackedMember, ...] | None:
    """The files in the zip export `file`, in the order of its directory; None when it is a document that
    merely is packed as a zip (Word, Excel, OpenDocument) or no zip at all.

    Folders and clutter are left out. A member that cannot be opened, being encrypted or a bomb, is listed:
    the reason comes when it is read. When all are such, or the export is broken or beyond the limits, raises
    `UnreadableFileError`; `OSError` when the file cannot be read.
    """
    with file.open("rb") as stream:
        if not stream.read(4).startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
            return None
        lines = directory(stream)
        if _is_document(lines):
            return None
        listing = _listing(stream, lines)
    if listing.places and all(is_encrypted(place.member) for place in listing.places.values()):
        raise encrypted_archive()
    if listing.places and all(is_bomb(place.member) for place in listing.places.values()):
        raise bomb()
    return tuple(
        PackedMember(name, place.member.file_size, place.member.CRC) for name, place in listing.places.items()
    )


def read_packed(file: Path | BinaryIO, member: str, largest: int) -> bytes:
    """The bytes of a member of an export, by the name `list_packed` gave it; at most `largest` of them.

    Raises `FileNotFoundError` when there is no such member, `UnreadableFileError` when it is too large,
    encrypted or damaged, `OSError` when the export cannot be read. An open file stays open.
    """
    if isinstance(file, Path):
        with file.open("rb") as stream:
            return read_packed(stream, member, largest)
    place = _LATEST.listing(file).places.get(member)
    if place is None:
        raise FileNotFoundError(member)
    if place.through:
        return unpack(io.BytesIO(_LATEST.inner(file, place.through)), place.member, largest)
    return unpack(file, place.member, largest)


class _Latest:
    """The export last read from. An archive is read member by member, by many processes: without this, each
    member of 100 000 would cost a look through the whole directory."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._key: tuple[int, ...] = ()
        self._listing = _Listing()
        self._through: tuple[zipfile.ZipInfo, ...] = ()
        self._inner = b""

    def listing(self, stream: BinaryIO) -> _Listing:
        status = os.fstat(stream.fileno())
        key = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
        with self._lock:
            if key != self._key:
                self._listing = _listing(stream, directory(stream))
                self._key, self._through, self._inner = key, (), b""
            return self._listing

    def inner(self, stream: BinaryIO, through: tuple[zipfile.ZipInfo, ...]) -> bytes:
        with self._lock:
            if not (len(through) == len(self._through) and all(map(_is, through, self._through))):
                data = unpack(stream, through[0], MAX_INNER)
                for inner in through[1:]:
                    data = unpack(io.BytesIO(data), inner, MAX_INNER)
                self._through, self._inner = through, data
            return self._inner


def _is(one: zipfile.ZipInfo, other: zipfile.ZipInfo) -> bool:
    return one is other


_LATEST = _Latest()


def _listing(stream: BinaryIO, lines: list[zipfile.ZipInfo]) -> _Listing:
    listing = _Listing()
    for name, place in _files(stream, lines, (), "", listing):
        listing.add(name, place)
    return listing


def _files(
    stream: BinaryIO,
    lines: list[zipfile.ZipInfo],
    through: tuple[zipfile.ZipInfo, ...],
    before: str,
    listing: _Listing,
) -> Iterator[tuple[str, _Place]]:
    """The files of a zip, those of zips within it in the place of each such zip."""
    if len(lines) > 2 * MAX_FILES:
        raise broken_archive()
    for line in lines:
        name = shown_name(line)
        if not name:
            continue
        inner = _inner(stream, line, name, listing) if len(through) < MAX_DEPTH else None
        if inner is None:
            yield before + name, _Place(through, line)
        else:
            data, inner_lines = inner
            yield from _files(io.BytesIO(data), inner_lines, (*through, line), f"{before}{name}/", listing)


def _inner(
    stream: BinaryIO, line: zipfile.ZipInfo, name: str, listing: _Listing
) -> tuple[bytes, list[zipfile.ZipInfo]] | None:
    """A zip within the export and its directory; None when it is no zip, a document, or cannot be looked
    into: it is then listed as the file it is, and the reason is told when that is read."""
    if not name.lower().endswith(ENDING):
        return None
    if listing.inner_total + line.file_size > MAX_INNER_TOTAL:
        return None
    listing.inner_total += line.file_size
    try:
        data = unpack(stream, line, MAX_INNER)
        lines = directory(io.BytesIO(data))
    except UnreadableFileError:
        return None
    return None if _is_document(lines) else (data, lines)


def _is_document(lines: list[zipfile.ZipInfo]) -> bool:
    """An Office document names its parts in `[Content_Types].xml` (ECMA-376, part 2), an OpenDocument or an
    e-book says what it is in a first member `mimetype` (OpenDocument 1.3, part 2)."""
    if any(line.filename == "[Content_Types].xml" for line in lines):
        return True
    return bool(lines) and lines[0].filename == "mimetype"
