"""Knows pictures of pages (png, jpeg, tiff, gif, bmp) for what they are: text for OCR, or nothing."""

from indexer.readers.interface import NeedsOcrError, Reading
from indexer.readers.limits import check_pages
from indexer.readers.picture_size import BMP, GIF, JPEG, PNG, TIFF, picture_size, picture_type
from remissarkiv.errors import UnreadableFileError

MAX_PIXELS = 100_000_000
"""Pixels of a page: an A4 page at 600 dpi has 35 million, an A1 drawing at 300 dpi 70 million."""

MAX_SIDE = 32_767
"""Pixels of a side; tesseract takes no more."""


class PictureReader:
    """Pictures hold no text of their own; this reader says which pages there are to read by OCR."""

    media_types: tuple[str, ...] = (PNG, JPEG, TIFF, GIF, BMP)

    def read(self, data: bytes) -> Reading:
        """Always raises: `NeedsOcrError` with the pages, `UnreadableFileError` for a picture too large."""
        size = picture_size(data)
        check_pages(size.pages)
        if size.width * size.height > MAX_PIXELS or max(size.width, size.height) > MAX_SIDE:
            raise UnreadableFileError(
                f"the image claims {size.width} x {size.height} pixels",
                f"bilden anger en orimlig storlek, {size.width} × {size.height} bildpunkter, "
                "och har därför inte öppnats",
            )
        raise NeedsOcrError(
            "the file is an image; `remiss ocr` reads it when tesseract-ocr-swe is installed",
            "filen är en bild och saknar text; kräver OCR-läsning",
            picture_type(data),
            tuple(range(1, size.pages + 1)),
        )
