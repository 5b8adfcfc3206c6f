"""What a run did, for people and programs."""

from dataclasses import dataclass, field

from remissarkiv.sync import LexiconFacts


@dataclass(frozen=True, slots=True)
class Rejection:
    """A file that could not be read: its path, and the reason in Swedish."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class ToldOtherwise:
    """Where a manifest and the document itself differ; the manifest holds. `field` is its column."""

    path: str
    field: str
    told: str
    read: str


@dataclass(slots=True)
class IngestReport:
    """Counts of one run. `read` is the number of files that were opened and read; `rejected` lists every file
    under the walked folders that cannot be read, also those known since an earlier run; `differences` tells
    where manifests and the documents read in this run differ. `lexicon` is the one that serves after the run;
    `notes` are lines (English) on what was wrong and has been mended."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    moved: int = 0
    removed: int = 0
    read: int = 0
    rejected: list[Rejection] = field(default_factory=list)
    differences: list[ToldOtherwise] = field(default_factory=list)
    seconds: float = 0.0
    documents: int = 0
    lexicon: LexiconFacts = field(default_factory=LexiconFacts)
    notes: list[str] = field(default_factory=list)
