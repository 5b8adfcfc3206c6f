"""Which documents does a file hold? Its own, the §§ of minutes, and those of what hangs on it."""

import dataclasses
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from indexer.conclude import conclude
from indexer.extract import extract
from indexer.minutes import split
from indexer.normalise import NormalText, normalise
from indexer.ocr.reading import read_with_ocr
from indexer.ocr.store import OcrStore
from indexer.readers import Attachment, NeedsOcrError, Reading
from indexer.task import ReadDocument
from remissarkiv.domain import Difference, Document
from remissarkiv.errors import UnreadableFileError
from remissarkiv.language.damage import DamageEstimate, estimate
from remissarkiv.language.lexicon import Lexicon

if TYPE_CHECKING:
    from indexer.manifest import ManifestRow

MAX_ATTACHMENTS = 500
"""Attachments of one letter that are read, those of letters on the letter counted in."""

MAX_DEPTH = 4
"""Letters on letters that are followed; a discussion forwarded more often than that quotes itself."""

_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a file before it is opened: the collection's kommun and nämnd, used where a document
    does not say, and what a manifest says, which outranks the document; where the pages are that OCR has
    read; and the lexicon by which damaged pages are repaired. Without a lexicon a file with damage is not
    read (`WaitsForLexiconError`): the archive has to learn from its undamaged documents first."""

    kommun: str = ""
    namnd: str = ""
    row: "ManifestRow | None" = None
    ocr: OcrStore | None = None
    lexicon: Lexicon | None = None


class WaitsForLexiconError(Exception):
    """The file shows OCR damage, and there is no lexicon yet to repair it by."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a file holds: its documents, the file's own first and every whole before its parts, and the parts
    that could not be read, with the reason in Swedish. `differences` is where manifest and file differ.
    `waiting` are the pages (from 1) that OCR is to read and has not, by the hash of the content they belong
    to: the file's, or an attachment's."""

    documents: tuple[ReadDocument, ...]
    rejected: dict[str, str]
    differences: tuple[Difference, ...] = ()
    waiting: dict[str, tuple[int, ...]] = field(default_factory=dict)


def read_documents(data: bytes, name: str, context: Context) -> ReadFile:
    """The documents of the file with these bytes.

    Raises `UnreadableFileError` when the file itself cannot be read; what hangs on it never makes it fail.
    Raises `WaitsForLexiconError` when it, or what hangs on it, shows damage and the context has no lexicon.
    """
    reader = _FileReader(context)
    reader.add(data, name, part="", whole=None, depth=0)
    return ReadFile(tuple(reader.documents), reader.rejected, reader.differences, reader.waiting)


class _FileReader:
    """Reads a file and what hangs on it, outermost first."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._left = MAX_ATTACHMENTS
        self._labels = {""}
        self.documents: list[ReadDocument] = []
        self.rejected: dict[str, str] = {}
        self.differences: tuple[Difference, ...] = ()
        self.waiting: dict[str, tuple[int, ...]] = {}

    def add(self, data: bytes, name: str, *, part: str, whole: str | None, depth: int) -> None:
        reading = self._reading(data, name, part)
        normal = normalise(reading)
        normal, damage = self._repaired(normal)
        document = extract(
            normal, name=name, kommun=self._context.kommun, namnd=self._context.namnd, damage=damage
        )
        document = dataclasses.replace(
            document,
            scanned=reading.scanned,
            sender=normal.metadata.get("sender", ""),
            lexicon=self._context.lexicon.version if damage.damaged and self._context.lexicon else 0,
        )
        if self._context.row is not None:
            document = self._told(document, self._context.row, of_file=whole is None)
        minutes = split(normal, document, name=name)
        if minutes is not None:
            document = minutes.whole
        self.documents.append(ReadDocument(conclude(document), reading.media_type, part, whole))
        for paragraph in minutes.paragraphs if minutes is not None else ():
            label = self._distinct(f"{part} {paragraph.label}".lstrip())
            self.documents.append(ReadDocument(conclude(paragraph.document), reading.media_type, label, part))
        for label, attachment in self._named(reading.attachments, part):
            if depth == MAX_DEPTH:
                self.rejected[label] = "bilagan ligger för djupt, i brev på brev; spara den som en egen fil"
            elif self._left == 0:
                self.rejected[label] = (
                    f"brevet har fler än {MAX_ATTACHMENTS} bilagor; spara den som en egen fil"
                )
            else:
                self._left -= 1
                self._attach(label, attachment, part, depth)

    def _told(self, document: Document, row: "ManifestRow", *, of_file: bool) -> Document:
        """What the manifest says of the file, and of what hangs on it."""
        # Here: few archives have manifests, and what reads them knows the words of queries.
        from indexer.manifest.telling import tell, tell_attachment

        if not of_file:
            return tell_attachment(document, row)
        document, self.differences = tell(document, row)
        return document

    def _repaired(self, normal: NormalText) -> tuple[NormalText, DamageEstimate]:
        """The text as it was written, as far as can be told, and what OCR had done to it."""
        damage = estimate(normal.text, normal.pages)
        if not damage.damaged:
            return normal, damage
        if self._context.lexicon is None:
            raise WaitsForLexiconError
        # Here, for its patterns are many, and a process that reads clean files needs none of them.
        from indexer.repair import repair

        return repair(normal, damage, self._context.lexicon)

    def _reading(self, data: bytes, name: str, part: str) -> Reading:
        kept, sha256 = self._context.ocr, hashlib.sha256(data).hexdigest()
        try:
            reading = read_with_ocr(data, name, sha256, kept)
        except NeedsOcrError as error:
            self.waiting[sha256] = error.pages
            raise
        if reading.unread:
            self.waiting[sha256] = reading.unread
        elif kept is not None:
            for number, reason in kept.failures(sha256).items():
                page = f"sida {number}"
                self.rejected[f"{part} › {page}" if part else page] = reason
        return reading

    def _attach(self, label: str, attachment: Attachment, whole: str, depth: int) -> None:
        try:
            self.add(attachment.data, attachment.name, part=label, whole=whole, depth=depth + 1)
        except UnreadableFileError as error:
            self.rejected[label] = error.swedish

    def _named(self, attachments: tuple[Attachment, ...], whole: str) -> Iterator[tuple[str, Attachment]]:
        """The attachments with a name of their own each: two on one letter may both be `image001.pdf`."""
        for attachment in attachments:
            name = _plain(attachment.name) or "bilaga"
            yield self._distinct(f"{whole} › {name}" if whole else name), attachment

    def _distinct(self, label: str) -> str:
        distinct, number = label, 1
        while distinct in self._labels:
            number += 1
            distinct = f"{label} ({number})"
        self._labels.add(distinct)
        return distinct


def _plain(name: str) -> str:
    """A name from a letter as it can be shown: one line, no signs that steer, not endless."""
    shown = "".join(sign if sign.isprintable() else " " for sign in name)
    return " ".join(shown.split())[:_LONGEST_NAME]
