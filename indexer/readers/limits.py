"""How much a reader takes out of one file before it says no, and how little is no text. A longer text is
refused whole, never cut."""

from remissarkiv.errors import UnreadableFileError

MAX_TEXT = 20_000_000
"""Characters of text in one document; the longest SOU in one volume is about 4 million."""

MAX_TEXT_BYTES = 4 * MAX_TEXT
"""Bytes of a file of text, a web page or xml: in UTF-8 a character takes four at most."""

MAX_PAGES = 5_000
"""Pages of a paged document."""

FEW_LETTERS = 60
"""A scanned page with fewer letters in its layer has no text of its own, only a stamp: `Dnr KS 2014/22,
3 (7)` as the diary system printed it on top."""


def check_length(length: int) -> None:
    """Raises `UnreadableFileError` when `length` characters is more than one document may have."""
    if length > MAX_TEXT:
        raise UnreadableFileError(
            f"the text is longer than {MAX_TEXT} characters",
            f"texten är längre än {MAX_TEXT // 1_000_000} miljoner tecken; dela upp filen",
        )


def check_pages(count: int) -> None:
    """Raises `UnreadableFileError` when `count` pages is more than one document may have."""
    if count > MAX_PAGES:
        raise UnreadableFileError(
            f"the document has {count} pages, more than {MAX_PAGES}",
            f"dokumentet har {count} sidor, fler än de {MAX_PAGES} som kan läsas; dela upp filen",
        )
