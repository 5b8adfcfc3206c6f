"""Read, normalise, extract: what one file says."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from indexer.documents import Context, ReadDocument, ReadFile, read_documents
from indexer.manifest import ManifestRow
from remissarkiv.domain import Difference, Document
from remissarkiv.errors import UnreadableFileError
from remissarkiv.packed import read_packed, split_packed

MEGABYTE = 1 << 20

READING_VERSION = 2
"""Raised with every change in reading and understanding that gives other documents for some file: the next
run then reads every file again, also those that could not be read before."""


@dataclass(frozen=True, slots=True)
class ReadingTask:
    """One file to read: where it lies, whose it is, how large it may be (bytes), the content hash under which
    it is known already ("" for a new file), and what a manifest says of it."""

    file: str
    name: str
    kommun: str = ""
    namnd: str = ""
    largest: int = 512 * MEGABYTE
    known_sha256: str = ""
    row: ManifestRow | None = None


class UnopenableFileError(UnreadableFileError):
    """A file of which nothing could be read: no permission, or gone. What it said before may still hold."""


@dataclass(frozen=True, slots=True)
class ReadingResult:
    """What came of a task. `documents` is empty when the content is the known one, or when the file could not
    be read, of which `reason` (Swedish) and `message` (English) then tell; `opened` is False when not a byte
    of it could be. `rejected` and `differences` as in `ReadFile`."""

    sha256: str
    documents: tuple[ReadDocument, ...] = ()
    rejected: dict[str, str] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()
    reason: str = ""
    message: str = ""
    opened: bool = True


def understand(file: str | Path, *, kommun: str = "", namnd: str = "") -> Document:
    """What the indexer understands of a file; stores nothing. Of a letter the letter, of minutes the whole.

    `kommun` and `namnd` are those of the collection, used where the document does not say.
    Raises `UnreadableFileError` with a reason for people, in Swedish and English.
    """
    return understand_all(file, kommun=kommun, namnd=namnd).documents[0].document


def understand_all(file: str | Path, *, kommun: str = "", namnd: str = "") -> ReadFile:
    """The same with every document of the file: the §§ of minutes, what hangs on a letter."""
    path = Path(file)
    return read_documents(_bytes(path, 512 * MEGABYTE), path.name, Context(kommun, namnd))


def read_task(task: ReadingTask) -> ReadingResult:
    """Carry out a task; runs in a reading process and returns plain values."""
    try:
        data = _bytes(Path(task.file), task.largest)
    except UnreadableFileError as error:
        opened = not isinstance(error, UnopenableFileError)
        return ReadingResult("", reason=error.swedish, message=str(error), opened=opened)
    sha256 = hashlib.sha256(data).hexdigest()
    if sha256 == task.known_sha256:
        return ReadingResult(sha256)
    try:
        read = read_documents(data, task.name, Context(task.kommun, task.namnd, task.row))
    except UnreadableFileError as error:
        return ReadingResult(sha256, reason=error.swedish, message=str(error))
    return ReadingResult(sha256, read.documents, read.rejected, read.differences)


def _bytes(path: Path, largest: int) -> bytes:
    try:
        if packed := split_packed(path):
            return read_packed(*packed, largest)
        with path.open("rb") as stream:
            data = stream.read(largest + 1)
    except FileNotFoundError:
        raise UnopenableFileError(
            "the file is gone", "filen försvann medan den lästes, eller finns inte"
        ) from None
    except IsADirectoryError:
        raise UnreadableFileError("this is a folder", "det är en mapp, inte en fil") from None
    except PermissionError:
        raise UnopenableFileError(
            "no permission to read the file", "behörighet att läsa filen saknas"
        ) from None
    except OSError as error:
        raise UnopenableFileError(
            f"the file cannot be read: {error.strerror}", f"filen kan inte läsas ({error.strerror})"
        ) from None
    if len(data) > largest:
        raise UnreadableFileError(
            f"the file is larger than {largest // MEGABYTE} MB (reading.file_mb)",
            f"filen är större än {largest // MEGABYTE} MB",
        )
    return data
