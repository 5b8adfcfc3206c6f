"""What a reading process is asked, and what it answers.

Apart from how files are read: the process that hands out the tasks and stores the answers needs nothing of
that, and all the readers and patterns take a second and 40 MB to load.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from remissarkiv.acts import register_in_use
from remissarkiv.domain import Difference, Document

if TYPE_CHECKING:
    from indexer.manifest import ManifestRow

MEGABYTE = 1 << 20

READING_VERSION = 8
"""Raised with every change in reading and understanding that gives other documents for some file: the next
run then reads every file again, also those that could not be read before."""

_VERSIONS = 1000
"""More than there will be versions of reading."""


def reading_version() -> int:
    """By what a file is read now: `READING_VERSION`, and above it a number of the register of acts in use.
    When either changes, every file is read again."""
    return READING_VERSION + _VERSIONS * register_in_use().mark


@dataclass(frozen=True, slots=True)
class ReadingTask:
    """One file to read: where it lies, whose it is, how large it may be (bytes), the content hash under which
    it is known already ("" for a new file), what a manifest says of it, the folder of the pages that OCR has
    read, and the folder and version of the lexicon by which damage is repaired: with None a file that shows
    damage is not read. A process opens a version once, and shares it with the others."""

    file: str
    name: str
    kommun: str = ""
    namnd: str = ""
    largest: int = 512 * MEGABYTE
    known_sha256: str = ""
    row: "ManifestRow | None" = None
    ocr: str = ""
    lexicon: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """One document of a file: `part` is "" for the file's own and else its name there, `whole` the `part` of
    the document it belongs to (None for the file's own)."""

    document: Document
    media_type: str
    part: str = ""
    whole: str | None = None


@dataclass(frozen=True, slots=True)
class ReadingResult:
    """What came of a task. `documents` is empty when the content is the known one, or when the file could not
    be read, of which `reason` (Swedish) and `message` (English) then tell; `opened` is False when not a byte
    of it could be. `rejected`, `differences` and `waiting` as in `ReadFile`. With `waits_for_lexicon` the
    file shows damage and there was no lexicon to repair it by: nothing else is told of it."""

    sha256: str
    documents: tuple[ReadDocument, ...] = ()
    rejected: dict[str, str] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()
    reason: str = ""
    message: str = ""
    opened: bool = True
    waiting: dict[str, tuple[int, ...]] = field(default_factory=dict)
    waits_for_lexicon: bool = False
