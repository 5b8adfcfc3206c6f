"""Reads plain text, among it what OCR programs leave."""

from indexer.readers.encoding import decode
from indexer.readers.interface import Reading
from indexer.readers.kind import TEXT
from indexer.readers.limits import check_length, check_pages
from remissarkiv.domain import Span


class TextReader:
    """Plain text; a form feed ends a page, as `pdftotext` and most OCR programs write it."""

    media_types: tuple[str, ...] = (TEXT,)

    def read(self, data: bytes) -> Reading:
        """The text as it stands."""
        text = decode(data)
        check_length(len(text))
        return Reading(text=text, media_type=TEXT, pages=_pages(text))


def _pages(text: str) -> tuple[Span, ...]:
    trimmed = len(text.rstrip("\f\r\n "))
    check_pages(text.count("\f", 0, trimmed))
    starts = [0]
    position = text.find("\f", 0, trimmed)
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\f", position + 1, trimmed)
    if len(starts) == 1:
        return ()
    return tuple(Span(start, end) for start, end in zip(starts, [*starts[1:], len(text)], strict=True))
