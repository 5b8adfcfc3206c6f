"""Read, normalise, extract: what one file says."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from indexer.extract import extract
from indexer.normalise import normalise
from indexer.ocr.reading import read_with_ocr
from indexer.ocr.store import OcrStore
from indexer.readers import NeedsOcrError, read
from remissarkiv.domain import Document
from remissarkiv.errors import UnreadableFileError

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class ReadingTask:
    """One file to read: where it lies, whose it is, how large it may be (bytes), and the content hash under
    which it is known already ("" for a new file). `ocr` is the folder of the pages that OCR has read."""

    file: str
    name: str
    kommun: str = ""
    namnd: str = ""
    largest: int = 512 * MEGABYTE
    known_sha256: str = ""
    ocr: str = ""


class UnopenableFileError(UnreadableFileError):
    """A file of which nothing could be read: no permission, or gone. What it said before may still hold."""


@dataclass(frozen=True, slots=True)
class ReadingResult:
    """What came of a task. `document` is None when the content is the known one, or when the file could not
    be read, of which `reason` (Swedish) and `message` (English) then tell; `opened` is False when not a byte
    of it could be. `waiting` are the pages (from 1) that are to be read by OCR, and have not been."""

    sha256: str
    media_type: str = ""
    document: Document | None = None
    reason: str = ""
    message: str = ""
    opened: bool = True
    waiting: tuple[int, ...] = ()


def understand(file: str | Path, *, kommun: str = "", namnd: str = "") -> Document:
    """What the indexer understands of a file; stores nothing.

    `kommun` and `namnd` are those of the collection, used where the document does not say.
    Raises `UnreadableFileError` with a reason for people, in Swedish and English.
    """
    path = Path(file)
    reading = read(_bytes(path, 512 * MEGABYTE), path.name)
    return extract(normalise(reading), name=path.name, kommun=kommun, namnd=namnd)


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
        reading = read_with_ocr(data, task.name, sha256, OcrStore(Path(task.ocr)) if task.ocr else None)
        document = extract(normalise(reading), name=task.name, kommun=task.kommun, namnd=task.namnd)
    except UnreadableFileError as error:
        waiting = error.pages if isinstance(error, NeedsOcrError) else ()
        return ReadingResult(sha256, reason=error.swedish, message=str(error), waiting=waiting)
    return ReadingResult(sha256, reading.media_type, document, waiting=reading.unread)


def _bytes(path: Path, largest: int) -> bytes:
    try:
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
