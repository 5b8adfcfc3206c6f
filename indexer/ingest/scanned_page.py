"""The task of a reading process that reads one page of a scan."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from indexer.ocr.program import OcrProgram
from remissarkiv.errors import UnreadableFileError


@dataclass(frozen=True, slots=True)
class PageTask:
    """A page to read: of which file, of at most how many bytes, and of the content in it that has this hash
    (the file itself, or what hangs on it), which page (from 1); and the seconds it may take."""

    file: str
    largest: int
    sha256: str
    number: int
    program: OcrProgram
    seconds: float


@dataclass(frozen=True, slots=True)
class PageResult:
    """The text of a page, "" when it has none, or the reason (Swedish) for which it could not be read.
    `lost` tells that the file is gone or holds something else by now: no fault of the page."""

    text: str = ""
    reason: str = ""
    lost: bool = False


def read_page(task: PageTask) -> PageResult:
    """Carry out a task; returns plain values."""
    # Here, since the process that hands out the tasks needs nothing of it.
    from indexer.documents import MAX_DEPTH
    from indexer.ocr.pages import text_of_page
    from indexer.understanding import file_bytes

    path = Path(task.file)
    try:
        content = _content(file_bytes(path, task.largest), path.name, task.sha256, MAX_DEPTH)
    except UnreadableFileError as error:
        return PageResult(reason=error.swedish, lost=True)
    if content is None:
        return PageResult(reason="filen ändrades medan den lästes", lost=True)
    try:
        return PageResult(text_of_page(content, task.number, task.program, task.seconds))
    except UnreadableFileError as error:
        return PageResult(reason=error.swedish)


def _content(data: bytes, name: str, sha256: str, depth: int) -> bytes | None:
    """The bytes with this hash: the file's, or those of something that hangs on it."""
    if hashlib.sha256(data).hexdigest() == sha256:
        return data
    if depth == 0:
        return None
    from indexer.readers import read

    try:
        attachments = read(data, name).attachments
    except UnreadableFileError:
        return None
    found = (_content(each.data, each.name, sha256, depth - 1) for each in attachments)
    return next((content for content in found if content is not None), None)
