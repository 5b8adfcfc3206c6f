"""A document as the indexer understands it and the catalog holds it."""

import datetime
from dataclasses import dataclass, field

from remissarkiv.domain.conclusions import Assessment, Decision, Position
from remissarkiv.domain.kinds import DnrRole, Kind, SectionKind
from remissarkiv.domain.spans import Segment, Span


@dataclass(frozen=True, slots=True)
class Dnr:
    """A diary number in normal form.

    `authority` is the diary's letters in upper case, or "" when the text gives none (`0560/19`);
    `year` is four digits; `number` has no leading zeros; `suffix` is what follows that is not the ärende
    itself (dossier code, act number, unit), "" when nothing does. `raw` is the spelling in the text.
    """

    authority: str
    year: int
    number: int
    suffix: str = ""
    raw: str = field(default="", compare=False)
    span: Span = field(default=Span(0, 0), compare=False)

    @property
    def value(self) -> str:
        """The normal spelling, `KS 2025/448`; two spellings of one Dnr have equal values."""
        return dnr_value(self.authority, self.year, self.number)


def dnr_value(authority: str, year: int, number: int) -> str:
    """The normal spelling of a Dnr of these parts: `KS 2025/448`, or `2025/448` where no diary is told."""
    return f"{authority} {year}/{number}" if authority else f"{year}/{number}"


@dataclass(frozen=True, slots=True)
class Citation:
    """A legal citation: `key` is a lagen.nu path (`2017:725#K2P1`), `text` what stands in the document."""

    key: str
    text: str
    span: Span
    certain: bool = True


@dataclass(frozen=True, slots=True)
class DnrMention:
    """A Dnr in a document, with what it is to that document."""

    dnr: Dnr
    role: DnrRole


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document: its kind, its heading as written ("" before the first), its span with heading."""

    kind: SectionKind
    heading: str
    span: Span


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a paged document: its number as counted from 1, and its span in the text."""

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class Motionar:
    """A councillor behind a motion, with the party's abbreviation ("" when the text gives none)."""

    name: str
    party: str


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed a document, in which role and for which unit ("" when the text does not say)."""

    name: str
    title: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of one document.

    `text` is the normalised, repaired text that every span points into; `original` is what was read, and
    `segments` lists, in order, every place where the two differ. `quality` is 0-1, 1 for text without OCR
    damage; `damaged` lists the spans (pages, or the whole text) that show damage. `scanned` tells that an OCR
    program read the text from pictures, well or badly. `sender` is who sent the document, where the diary
    says so.

    `lexicon` is the version of the archive's lexicon by which misread words were repaired, 0 when nothing had
    to be, or when there was none but Swedish itself.

    `assessments`, `positions` and `decisions` are what it concludes, each in the order of the text;
    `sympathy` tells that its author shares the aim of the proposal: neither a stance nor a verdict.

    `parted` lists the spans of the text that are documents of their own, as the §§ of minutes are: they are
    shown here and searched there. What was found within them (Dnr, citations, sections) is theirs alone.
    """

    title: str
    kind: Kind
    text: str
    original: str
    date: datetime.date | None = None
    kommun: str = ""
    namnd: str = ""
    segments: tuple[Segment, ...] = ()
    pages: tuple[Page, ...] = ()
    sections: tuple[Section, ...] = ()
    dnr: tuple[DnrMention, ...] = ()
    citations: tuple[Citation, ...] = ()
    motioner: tuple[Motionar, ...] = ()
    remissinstanser: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    quality: float = 1.0
    damaged: tuple[Span, ...] = ()
    scanned: bool = False
    sender: str = ""
    parted: tuple[Span, ...] = ()
    lexicon: int = 0
    assessments: tuple[Assessment, ...] = ()
    positions: tuple[Position, ...] = ()
    decisions: tuple[Decision, ...] = ()
    sympathy: bool = False

    @property
    def repairs(self) -> tuple[Segment, ...]:
        """The segments at which misread words were repaired, in order."""
        return tuple(segment for segment in self.segments if segment.is_repair)

    @property
    def own_text(self) -> str:
        """The text without what is a document of its own (`parted`)."""
        if not self.parted:
            return self.text
        pieces, start = [], 0
        for span in self.parted:
            pieces.append(self.text[start : span.start])
            start = span.end
        return "\n".join((*pieces, self.text[start:]))


@dataclass(frozen=True, slots=True)
class SourceFile:
    """Where a document came from: its collection, its path, size in bytes and content hash.

    `path` is relative to the collection's folder, with `/` between the parts; a file that was named on the
    command line outside any configured collection keeps its absolute path.

    `modified_ns` is the file system's time of change in nanoseconds; with the size it tells, without reading,
    that a file is unchanged. `media_type` is found from the content; `reading` is the version of reading and
    understanding that made the document. A file in a zip export has the export's
    path before its own: `export.zip/KS 2014/brev.docx`.

    `part` tells which document of the file this is: "" the file itself, `§ 21` of minutes, `Karta.pdf` on a
    letter, `Protokoll.pdf § 21` of minutes on a letter. Its media type is its own, size and hash the file's.

    `group` is the group that alone may see it, "" when it is as open as its collection; `told` is the digest
    of what a manifest says of the file, "" when none does.
    """

    collection: str
    path: str
    size: int
    sha256: str
    modified_ns: int
    media_type: str
    part: str = ""
    reading: int = 0
    group: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document in the catalog: its stable id, where it came from and what was understood of it.

    `whole` is the id of the document this one is a part of (minutes, a letter), "" for one that stands alone,
    and `ordinal` its place among the documents of the file, 0 for the file itself.
    """

    id: str
    source: SourceFile
    document: Document
    whole: str = ""
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """What the diary says of a file and what was read in it, where the two are not the same; `field` is the
    column of the manifest. What the diary says holds."""

    field: str
    told: str
    read: str


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """What a list shows of a document: everything but its text.

    `dnr` holds each Dnr's normal value once: the document's own first, then the sender's, then those it
    mentions, in the order of the text.
    """

    id: str
    collection: str
    path: str
    title: str
    kind: Kind
    date: datetime.date | None
    dnr: tuple[str, ...]
    namnd: str
    kommun: str
    quality: float
    part: str = ""
    whole: str = ""
