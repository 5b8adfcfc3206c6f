"""The values the catalog hands out beside documents."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from remissarkiv.domain import Difference

Action = Literal["put", "remove"]


@dataclass(frozen=True, slots=True)
class Change:
    """The last thing that happened to a document: it was put (new, changed or moved) or removed.

    `sequence` rises with every change of the catalog; an index stores the highest it has applied.
    """

    sequence: int
    document_id: str
    action: Action


@dataclass(frozen=True, slots=True)
class CopyPlace:
    """A document's place among its copies, as `IndexEntry` holds it."""

    copies: str
    exact_copies: str
    rank: int


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as the last run found it: size in bytes, time of change in nanoseconds, content hash.

    Either `document_id` names the document made of it, or `reason` says in Swedish why there is none.
    `reading` is the version of reading and understanding that came to it, `told` the digest of what a
    manifest said of it then, `group` the group that alone may see it. `lexicon` is the version of the lexicon
    by which its misread words were repaired, None when none of its documents shows damage.
    """

    path: str
    size: int
    modified_ns: int
    sha256: str
    document_id: str | None
    reason: str | None
    reading: int = 0
    told: str = ""
    group: str = ""
    lexicon: int | None = None


@dataclass(frozen=True, slots=True)
class RejectedFile:
    """A file that could not be read, with the reason in Swedish; size in bytes.

    `part` names what could not be read of a file that was: an attachment; the size is the file's.
    """

    collection: str
    path: str
    reason: str
    size: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class FileDifference:
    """A `Difference` with the file it concerns."""

    collection: str
    path: str
    difference: Difference


@dataclass(frozen=True, slots=True)
class ArchiveCounts:
    """How much of the archive a caller may see.

    `collections` gives the number of documents of each collection that has any, by name; the years are those
    of the oldest and newest dated document; `damaged` counts documents with damage from OCR.
    """

    documents: int
    rejected: int
    collections: Mapping[str, int] = field(default_factory=dict)
    first_year: int | None = None
    last_year: int | None = None
    damaged: int = 0


@dataclass(frozen=True, slots=True)
class RunReport:
    """What one run of the indexer did; the times carry their zone, the rest are numbers of files."""

    started: datetime.datetime
    finished: datetime.datetime
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    moved: int = 0
    removed: int = 0
    rejected: int = 0
