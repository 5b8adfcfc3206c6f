"""One page of a scanned file to its text. Runs in a reading process: both the drawing of a PDF's page and
the picture itself are strangers' work."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from indexer.ocr.program import OcrProgram, run_program
from indexer.readers.kind import PDF, media_type
from indexer.readers.pdf_render import draw_page
from remissarkiv.errors import UnreadableFileError


@dataclass(frozen=True, slots=True)
class PageTask:
    """A page to read: of which file, with which content, which page (from 1), and the seconds it may take."""

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
    if hashlib.sha256(data).hexdigest() != task.sha256:
        raise UnreadableFileError(
            "the file has changed while it was read", "filen ändrades medan den lästes"
        )
    return text_of_page(data, task.number, task.program, task.seconds)


def text_of_page(data: bytes, number: int, program: OcrProgram, seconds: float) -> str:
    """The text of page `number` (from 1) of a picture or PDF. Raises `UnreadableFileError`."""
    if media_type(data, "") == PDF:
        picture, dpi = draw_page(data, number)
        return run_program(program, picture, seconds=seconds, dpi=dpi)
    return run_program(program, data, seconds=seconds, page=number)
