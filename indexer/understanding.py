"""Read, normalise, extract: what one file says."""

import errno
import hashlib
import os
from pathlib import Path

from indexer.documents import Context, ReadFile, WaitsForLexiconError, read_documents
from indexer.ocr.store import OcrStore
from indexer.readers import NeedsOcrError
from indexer.task import MEGABYTE, ReadingResult, ReadingTask
from remissarkiv.domain import Document
from remissarkiv.errors import LexiconBrokenError, UnreadableFileError
from remissarkiv.language.lexicon import Lexicon, base_lexicon, open_lexicon
from remissarkiv.packed import read_packed, split_packed

_TROUBLES = {
    errno.EIO: "läsfel på disken",
    errno.ESTALE: "nätverksmappen svarar inte som den ska",
    errno.ETIMEDOUT: "nätverksmappen svarar inte",
    errno.ENAMETOOLONG: "sökvägen är för lång",
}
"""What the operating system says of a file, in Swedish; the rest is rare and stays as it says it."""


class UnopenableFileError(UnreadableFileError):
    """A file of which nothing could be read: no permission, or gone. What it said before may still hold."""


def understand(
    file: str | Path, *, kommun: str = "", namnd: str = "", lexicon: Lexicon | None = None
) -> Document:
    """What the indexer understands of a file; stores nothing. Of a letter the letter, of minutes the whole.

    `kommun` and `namnd` are those of the collection, used where the document does not say; `lexicon` is the
    archive's, by which misread words are repaired (None: that of Swedish alone).
    Raises `UnreadableFileError` with a reason for people, in Swedish and English.
    """
    return understand_all(file, kommun=kommun, namnd=namnd, lexicon=lexicon).documents[0].document


def understand_all(
    file: str | Path, *, kommun: str = "", namnd: str = "", lexicon: Lexicon | None = None
) -> ReadFile:
    """The same with every document of the file: the §§ of minutes, what hangs on a letter."""
    path = Path(file)
    context = Context(kommun, namnd, lexicon=lexicon or base_lexicon())
    return read_documents(file_bytes(path, 512 * MEGABYTE), path.name, context)


def read_task(task: ReadingTask) -> ReadingResult:
    """Carry out a task; runs in a reading process and returns plain values."""
    try:
        data = file_bytes(Path(task.file), task.largest)
    except UnreadableFileError as error:
        opened = not isinstance(error, UnopenableFileError)
        return ReadingResult("", reason=error.swedish, message=str(error), opened=opened)
    sha256 = hashlib.sha256(data).hexdigest()
    if sha256 == task.known_sha256:
        return ReadingResult(sha256)
    try:
        kept = OcrStore(Path(task.ocr)) if task.ocr else None
        lexicon = open_lexicon(Path(task.lexicon[0]), task.lexicon[1]) if task.lexicon else None
        read = read_documents(data, task.name, Context(task.kommun, task.namnd, task.row, kept, lexicon))
    except (WaitsForLexiconError, LexiconBrokenError):
        # A lexicon that breaks during a run is no fault of the file; the parent finds out and tells.
        return ReadingResult(sha256, waits_for_lexicon=True)
    except UnreadableFileError as error:
        waiting = {sha256: error.pages} if isinstance(error, NeedsOcrError) else {}
        return ReadingResult(sha256, reason=error.swedish, message=str(error), waiting=waiting)
    return ReadingResult(sha256, read.documents, read.rejected, read.differences, waiting=read.waiting)


def file_bytes(path: Path, largest: int) -> bytes:
    """The bytes of a file. Raises `UnreadableFileError` when there are more than `largest`, and
    `UnopenableFileError` when it cannot be opened."""
    try:
        if packed := split_packed(path):
            return read_packed(*packed, largest)
        with path.open("rb") as stream:
            # Asked for the largest size allowed, Python would set aside half a gigabyte for every letter.
            size = os.fstat(stream.fileno()).st_size
            data = stream.read(min(size, largest) + 1)
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
        told = _TROUBLES.get(error.errno or 0, error.strerror)
        raise UnopenableFileError(
            f"the file cannot be read: {error.strerror}", f"filen kan inte läsas: {told}"
        ) from None
    if len(data) > largest:
        raise UnreadableFileError(
            f"the file is larger than {largest // MEGABYTE} MB (reading.file_mb)",
            f"filen är större än {largest // MEGABYTE} MB",
        )
    return data
