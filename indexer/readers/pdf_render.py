"""Draws a page of a PDF as a grey picture, for OCR."""

import math

import pypdfium2

from indexer.readers.pdf import open_pdf
from remissarkiv.errors import UnreadableFileError

DPI = 300
"""Dots per inch; the size of letters that tesseract was taught on."""

MAX_PIXELS = 40_000_000
"""A page that gives more (an A1 drawing, a page that claims to be five metres wide) is drawn smaller."""

_POINTS = 72.0


def draw_page(data: bytes, number: int) -> tuple[bytes, int]:
    """Page `number` (from 1) as a binary PGM picture, and its dots per inch, which are fewer than `DPI` on
    a page out of the ordinary. Raises `UnreadableFileError` for what cannot be opened or drawn."""
    document = open_pdf(data)
    try:
        if not 1 <= number <= len(document):
            raise UnreadableFileError(f"the PDF has no page {number}", f"PDF-filen har ingen sida {number}")
        page = document[number - 1]
        width, height = page.get_size()
        scale = DPI / _POINTS
        pixels = max(1.0, width * scale) * max(1.0, height * scale)
        if pixels > MAX_PIXELS:
            scale *= math.sqrt(MAX_PIXELS / pixels)
        bitmap = page.render(scale=scale, grayscale=True)
        rows = bytes(bitmap.buffer)
        if bitmap.stride != bitmap.width:
            starts = range(0, bitmap.stride * bitmap.height, bitmap.stride)
            rows = b"".join(rows[start : start + bitmap.width] for start in starts)
        return b"P5\n%d %d\n255\n" % (bitmap.width, bitmap.height) + rows, max(1, round(scale * _POINTS))
    except pypdfium2.PdfiumError as error:
        raise UnreadableFileError(
            f"page {number} of the PDF cannot be drawn", f"sidan {number} i PDF-filen kan inte ritas upp"
        ) from error
    finally:
        document.close()
