"""One page of a scanned file to its text. Runs in a reading process: both the drawing of a PDF's page and
the picture itself are strangers' work."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from indexer.ocr.program import OcrProgram, run_program
from indexer.readers import read
from indexer.readers.kind import PDF, media_type
from indexer.readers.pdf_render import draw_page
from remissarkiv.errors import UnreadableFileError

_MAX_DEPTH = 5
"""Letters on letters that are followed."""


@dataclass(frozen=True, slots=True)
class PageTask:
    """A page to read: of which file, and of the content in it that has this hash (the file itself, or what
    hangs on it), which page (from 1); and the seconds it may take."""

    file: str
    sha256: str
    number: int
    program: OcrProgram
    seconds: float


def read_page(task: PageTask) -> str:
    """The text of the page, "" when it has none. Raises `UnreadableFileError` when it cannot be read, or
    when the file has changed since its pages were listed."""
    try:
        data = Path(task.file).read_bytes()
    except OSError as error:
        raise UnreadableFileError(
            f"the file cannot be read: {error.strerror}", f"filen kan inte läsas ({error.strerror})"
        ) from None
    content = _content(data, Path(task.file).name, task.sha256, _MAX_DEPTH)
    if content is None:
        raise UnreadableFileError("the file has changed while it was read", "filen ändrades medan den lästes")
    return text_of_page(content, task.number, task.program, task.seconds)


def _content(data: bytes, name: str, sha256: str, depth: int) -> bytes | None:
    """The bytes with this hash: the file's, or those of something that hangs on it."""
    if hashlib.sha256(data).hexdigest() == sha256:
        return data
    if depth == 0:
        return None
    try:
        attachments = read(data, name).attachments
    except UnreadableFileError:
        return None
    found = (_content(each.data, each.name, sha256, depth - 1) for each in attachments)
    return next((content for content in found if content is not None), None)


def text_of_page(data: bytes, number: int, program: OcrProgram, seconds: float) -> str:
    """The text of page `number` (from 1) of a picture or PDF. Raises `UnreadableFileError`."""
    if media_type(data, "") == PDF:
        picture, dpi = draw_page(data, number)
        return run_program(program, picture, seconds=seconds, dpi=dpi)
    return run_program(program, data, seconds=seconds, page=number)
