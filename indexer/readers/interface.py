"""What a reader gives: the text of a file as it stands there, and what the file's own structure tells."""

from dataclasses import dataclass, field
from typing import Protocol

from remissarkiv.domain import Span
from remissarkiv.errors import UnreadableFileError


class NeedsOcrError(UnreadableFileError):
    """A file of pictures only: its pages `pages` (from 1) must be read by OCR before it has any text."""

    def __init__(self, message: str, swedish: str, media_type: str, pages: tuple[int, ...]) -> None:
        super().__init__(message, swedish)
        self.media_type = media_type
        self.pages = pages


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that the file marks as one: its span in `Reading.text` and its level, 1 for the highest."""

    span: Span
    level: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside a file, such as what hangs on a letter: its name as given there, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a file before any normalisation.

    `text` holds every line that was read, running heads and feet included, blocks apart by a blank line,
    table cells by a tab, list items by a leading "– ". `pages` are the spans of the pages of a paged format.
    `metadata` is what the format itself says (`title`, `author`, `date`, `dnr`, `kind`, `namnd`, `kommun`):
    hints, never trusted. `media_type` is found from the content. `running` are the lines that the file itself
    marks as running heads or feet (those of a Word section); they lie in `text` like any other line.
    `attachments` are the files that hang on it, each read as a document of its own. `scanned` tells that the
    text, all of it or nearly, was read from pictures by an OCR program: ours, or the one that made the pdf.
    `unread` are the pages (from 1) with a picture of text that `text` lacks, or has as rubbish: a scanned
    appendix in a letter written on a computer.
    """

    text: str
    media_type: str
    pages: tuple[Span, ...] = ()
    headings: tuple[Heading, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    running: tuple[Span, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    scanned: bool = False
    unread: tuple[int, ...] = ()


class Reader(Protocol):
    """Reads one kind of file."""

    media_types: tuple[str, ...]

    def read(self, data: bytes) -> Reading:
        """The text of the file with these bytes. Raises `UnreadableFileError` with a reason for people."""
