"""A file's reading with what OCR has read of it put in its place."""

from dataclasses import replace

from indexer.ocr.store import OcrStore
from indexer.readers import NeedsOcrError, Reading, read
from indexer.readers.limits import FEW_LETTERS, check_length
from remissarkiv.domain import Span
from remissarkiv.errors import UnreadableFileError


def read_with_ocr(data: bytes, name: str, sha256: str, kept: OcrStore | None) -> Reading:
    """The reading of a file, its pictures of text read from what is kept, once every page has been tried.

    Raises what `readers.read` does: `NeedsOcrError` for a file of pictures with pages yet to read, and
    `UnreadableFileError` when OCR found no words in it. A reading that still has `unread` pages waits.
    """
    try:
        reading = read(data, name)
    except NeedsOcrError as error:
        if kept is None or not kept.tried(sha256, error.pages):
            raise
        texts = [kept.text(sha256, number) or "" for number in error.pages]
        if not _letters("".join(texts)):
            raise _nothing_found(kept.failures(sha256)) from None
        return _of_pages(Reading("", error.media_type, scanned=True), texts)
    if not reading.unread or kept is None or not kept.tried(sha256, reading.unread):
        return reading
    texts = [reading.text[span.start : span.end] for span in reading.pages]
    for number in reading.unread:
        texts[number - 1] = _joined(texts[number - 1], kept.text(sha256, number) or "")
    seen = sum(len(texts[number - 1]) for number in reading.unread)
    scanned = reading.scanned or seen * 2 > sum(map(len, texts))
    return replace(_of_pages(reading, texts), unread=(), scanned=scanned)


def _of_pages(reading: Reading, texts: list[str]) -> Reading:
    pages: list[Span] = []
    position = 0
    for text in texts:
        pages.append(Span(position, position + len(text)))
        position += len(text) + 2
    check_length(position)
    return replace(reading, text="\n\n".join(texts), pages=tuple(pages))


def _joined(layer: str, seen: str) -> str:
    """The text of a page whose own layer is a stamp or rubbish. A stamp that OCR overlooked is kept."""
    if not _letters(seen):
        return layer
    if _letters(layer) >= FEW_LETTERS:
        return seen
    found = _folded(seen)
    stamp = [line for line in layer.splitlines() if line.strip() and _folded(line) not in found]
    return "\n".join(stamp) + "\n\n" + seen if stamp else seen


def _folded(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)


def _nothing_found(failures: dict[int, str]) -> UnreadableFileError:
    if failures:
        number, reason = min(failures.items())
        return UnreadableFileError(
            f"OCR could not read page {number}", f"sidan {number} kunde inte OCR-läsas: {reason}"
        )
    return UnreadableFileError(
        "OCR found no words in the pictures", "filen är en bild, och OCR-läsningen fann ingen text i den"
    )
