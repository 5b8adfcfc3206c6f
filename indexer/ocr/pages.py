"""One page of a scan to its text; to be run in a reading process, since both the page of a PDF that is drawn
and the picture itself are strangers' work."""

from indexer.ocr.program import OcrProgram, run_program
from indexer.readers.kind import PDF, media_type
from indexer.readers.pdf_render import draw_page


def text_of_page(data: bytes, number: int, program: OcrProgram, seconds: float) -> str:
    """The text of page `number` (from 1) of a picture or PDF. Raises `UnreadableFileError`."""
    if media_type(data, "") == PDF:
        picture, dpi = draw_page(data, number)
        return run_program(program, picture, seconds=seconds, dpi=dpi)
    return run_program(program, data, seconds=seconds, page=number)
