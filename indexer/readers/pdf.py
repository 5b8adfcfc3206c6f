"""Reads PDF files that have a text layer."""

import re
import statistics
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from indexer.readers.interface import NeedsOcrError, Reading
from indexer.readers.kind import PDF
from indexer.readers.limits import check_length, check_pages
from indexer.readers.pdf_layer import PageLayer, judge_layer
from indexer.readers.pdf_lines import Line, PlacedLine, page_text
from indexer.readers.pdf_type import headings, set_line
from remissarkiv.domain import Span
from remissarkiv.errors import UnreadableFileError

_TAIL = 8_192
# PDFium writes one of these signs for a hyphen at the end of a line, and leaves out the line end.
_BROKEN_WORD = ("\ufffe", "\x02")
_LINE = re.compile("([^\r\n\ufffe\x02]*)(\r\n|[\r\n\ufffe\x02]|$)")
_LINEARIZED = re.compile(
    rb"/Linearized[^<>]{0,300}?/L[ ]{0,5}(\d{1,15})|/L[ ]{1,5}(\d{1,15})[^<>]{0,300}/Linearized"
)
_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


class PdfReader:
    """PDF with text; page by page, blocks found by the distance between lines. Pages that are pictures of
    text, or whose text an OCR program has made rubbish of, are named as unread."""

    media_types: tuple[str, ...] = (PDF,)

    def read(self, data: bytes) -> Reading:
        """The text of all pages, with a span for each. Raises `UnreadableFileError` when the file is
        encrypted, damaged or cut short, `NeedsOcrError` when it is only pictures."""
        document = open_pdf(data)
        try:
            check_pages(len(document))
            return _read(document)
        except pypdfium2.PdfiumError as error:
            raise _damaged() from error
        finally:
            document.close()


def open_pdf(data: bytes) -> Any:
    """The file as a pypdfium2 document, to be closed. Raises `UnreadableFileError` when it is encrypted,
    damaged or cut short."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise UnreadableFileError("the PDF is encrypted", "PDF-filen är lösenordsskyddad") from error
        raise _damaged() from error
    if _is_cut(data):
        document.close()
        raise _damaged()
    return document


def _is_cut(data: bytes) -> bool:
    """PDFium mends a file without its end by guessing, and silently loses pages; such a file is refused. A
    linearised file has an end mark near its start too, but states its length (ISO 32000-1, annex F)."""
    stated = _LINEARIZED.search(data[:2048])
    if stated and int(stated[1] or stated[2]) > len(data):
        return True
    return b"%%EOF" not in data[-_TAIL:]


def _damaged() -> UnreadableFileError:
    return UnreadableFileError("the PDF is damaged or truncated", "PDF-filen är skadad eller avklippt")


def _read(document: Any) -> Reading:
    told: dict[str, str] = document.get_metadata_dict()
    maker = f"{told.get('Producer', '')}\n{told.get('Creator', '')}"
    parts: list[str] = []
    pages: list[Span] = []
    layers: list[PageLayer] = []
    lines: list[tuple[int, list[PlacedLine]]] = []
    position = 0
    for number in range(len(document)):
        text, placed, layer = _page(document, number, maker)
        if not layer.scanned:
            lines.append((position, placed))
        check_length(position + len(text) + 2)
        pages.append(Span(position, position + len(text)))
        parts.append(text)
        layers.append(layer)
        position += len(text) + 2
    whole = "\n\n".join(parts)
    if not any(c.isalnum() for c in whole):
        raise NeedsOcrError(
            "the PDF has no text; `remiss ocr` reads it when tesseract-ocr-swe is installed",
            "PDF-filen saknar text; kräver OCR-läsning",
            PDF,
            tuple(range(1, len(parts) + 1)),
        )
    return Reading(
        text=whole,
        media_type=PDF,
        pages=tuple(pages),
        headings=headings(lines),
        metadata=_metadata(told),
        scanned=_is_scanned(pages, layers),
        unread=tuple(number for number, layer in enumerate(layers, 1) if layer.unread),
    )


def _is_scanned(pages: list[Span], layers: list[PageLayer]) -> bool:
    """Whether most of the text stands on pages that were read by OCR."""
    scanned = sum(span.end - span.start for span, layer in zip(pages, layers, strict=True) if layer.scanned)
    return scanned * 2 > sum(span.end - span.start for span in pages)


def _page(document: Any, number: int, maker: str) -> tuple[str, list[PlacedLine], PageLayer]:
    page = document[number]
    layer = page.get_textpage()
    try:
        text, placed = page_text(_lines(layer), float(page.get_height()))
        return text, placed, judge_layer(page, text, maker)
    finally:
        layer.close()
        page.close()


def _lines(layer: Any) -> list[Line]:
    """The lines of a page as PDFium divides them, each with the place of its letters."""
    lines: list[Line] = []
    count = layer.count_chars()
    check_length(count)
    text: str = layer.get_text_range()
    # PDFium counts UTF-16 units: a sign beyond the first plane moves the boxes, which only matters to blocks.
    for match in _LINE.finditer(text):
        raw = match[1]
        places = [match.start() + n for n, character in enumerate(raw) if not character.isspace()]
        if not places:
            continue
        sample = places[:: max(1, len(places) // 8)]
        boxes = [layer.get_charbox(place, loose=True) for place in sample if place < count]
        if boxes:
            bottom = statistics.median(box[1] for box in boxes)
            top = statistics.median(box[3] for box in boxes)
            line = set_line(layer, raw.rstrip(), match.start(), float(bottom), float(top))
            lines.append(line._replace(text=line.text + "-") if match[2] in _BROKEN_WORD else line)
    return lines


def _metadata(told: dict[str, str]) -> dict[str, str]:
    date = _DATE.match(told.get("CreationDate", ""))
    metadata = {
        "title": told.get("Title", "").strip(),
        "author": told.get("Author", "").strip(),
        "date": "-".join(date.groups()) if date else "",
    }
    return {key: value for key, value in metadata.items() if value}
