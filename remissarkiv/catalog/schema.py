"""The tables of the catalog, as the newest migration leaves them.

Rows of `documents`, `texts`, `sections`, `dnr`, `citations`, of conclusions (`assessments`, `positions`,
`decisions`) and of what is kept for lists (`passages`) follow from the files alone: their keys are the
document's id and a place in the document, and they hold no time and no sequence. Whatever depends on when and
in which order a file arrived is in `files`, `outbox` and `runs`. `corrections` is what people have said, and
cannot be had again.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

from remissarkiv.catalog.columns import UtcTime, VerbatimText

HEAD = "0007"
"""The newest migration: the version of a database this program reads and writes."""

APPLICATION_ID = 0x52454D49
"""The letters REMI: marks an SQLite file as a Remissarkiv catalog (PRAGMA application_id)."""

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}
"""Names of constraints: PostgreSQL would invent its own, and a migration could not find them again."""

METADATA = MetaData(naming_convention=NAMES)

Sequence = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts up by itself only in a column whose type is spelled INTEGER."""


def _owner() -> Column[str]:
    return Column(
        "document_id", VerbatimText, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True
    )


documents = Table(
    "documents",
    METADATA,
    Column("id", VerbatimText, primary_key=True),
    Column("collection", VerbatimText, nullable=False),
    # Who may see it: the collection's name, or that with a group's (`domain.shelf`).
    Column("shelf", VerbatimText, nullable=False),
    Column("path", VerbatimText, nullable=False),
    # Which document of the file this is ("" the file itself) and its place there, of which document it is a
    # part, and which one is the file's own; the two are NULL for the file itself.
    Column("part", VerbatimText, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("whole_id", VerbatimText),
    Column("root_id", VerbatimText),
    Column("size", BigInteger, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("media_type", VerbatimText, nullable=False),
    Column("title", VerbatimText, nullable=False),
    Column("kind", VerbatimText, nullable=False),
    Column("date", Date),
    Column("kommun", VerbatimText, nullable=False),
    Column("namnd", VerbatimText, nullable=False),
    Column("sender", VerbatimText, nullable=False),
    Column("quality", Float(53), nullable=False),
    Column("scanned", Boolean, nullable=False),
    # The version of the archive's lexicon by which misread words were repaired.
    Column("lexicon", Integer, nullable=False),
    # Lists as compact JSON: read with the document, never searched by the database.
    Column("damaged", VerbatimText, nullable=False),
    Column("motioner", VerbatimText, nullable=False),
    Column("remissinstanser", VerbatimText, nullable=False),
    Column("signatories", VerbatimText, nullable=False),
    # Whether the author shares the aim of the proposal.
    Column("sympathy", Boolean, nullable=False),
    # What the proposal is called, for guessing which documents without Dnr belong to an ärende.
    Column("subject", VerbatimText, nullable=False),
    Index("ix_documents_collection_date", "collection", "date"),
    Index("ix_documents_shelf", "shelf"),
    Index("ix_documents_subject", "subject"),
    Index("ix_documents_whole_id", "whole_id"),
    Index("ix_documents_root_id", "root_id"),
    sqlite_with_rowid=False,
)

# Apart from `documents`, so that a list of 50 000 hits reads small rows only.
texts = Table(
    "texts",
    METADATA,
    _owner(),
    Column("text", VerbatimText, nullable=False),
    # NULL where nothing was changed: most born-digital documents, half of the space.
    Column("original", VerbatimText),
    Column("segments", VerbatimText, nullable=False),
    Column("pages", VerbatimText, nullable=False),
    Column("parted", VerbatimText, nullable=False),
)

sections = Table(
    "sections",
    METADATA,
    _owner(),
    Column("ordinal", Integer, primary_key=True),
    Column("kind", VerbatimText, nullable=False),
    Column("heading", VerbatimText, nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    sqlite_with_rowid=False,
)

dnr = Table(
    "dnr",
    METADATA,
    _owner(),
    Column("ordinal", Integer, primary_key=True),
    Column("value", VerbatimText, nullable=False),
    Column("role", VerbatimText, nullable=False),
    Column("authority", VerbatimText, nullable=False),
    Column("year", Integer, nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("suffix", VerbatimText, nullable=False),
    Column("raw", VerbatimText, nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Index("ix_dnr_value", "value"),
    sqlite_with_rowid=False,
)

citations = Table(
    "citations",
    METADATA,
    _owner(),
    Column("ordinal", Integer, primary_key=True),
    Column("key", VerbatimText, nullable=False),
    Column("text", VerbatimText, nullable=False),
    Column("certain", Boolean, nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Index("ix_citations_key", "key"),
    sqlite_with_rowid=False,
)


def _conclusion(name: str, *columns: Column[Any]) -> Table:
    """A table of what documents conclude: each with its sentence and its actor."""
    return Table(
        name,
        METADATA,
        _owner(),
        Column("ordinal", Integer, primary_key=True),
        *columns,
        Column("actor", VerbatimText, nullable=False),
        Column("actor_kind", VerbatimText, nullable=False),
        Column("status", VerbatimText, nullable=False),
        Column("certain", Boolean, nullable=False),
        Column("span_start", Integer, nullable=False),
        Column("span_end", Integer, nullable=False),
        sqlite_with_rowid=False,
    )


assessments = _conclusion(
    "assessments",
    Column("verdict", VerbatimText, nullable=False),
    Column("concerns", VerbatimText, nullable=False),
    # Lists as compact JSON.
    Column("grounds", VerbatimText, nullable=False),
    Column("principles", VerbatimText, nullable=False),
)

positions = _conclusion(
    "positions",
    Column("stance", VerbatimText, nullable=False),
    Column("target", VerbatimText, nullable=False),
    Column("form", VerbatimText, nullable=False),
)

decisions = _conclusion(
    "decisions",
    Column("outcome", VerbatimText, nullable=False),
    Column("target", VerbatimText, nullable=False),
)

# What a document's copies are told by (`remissarkiv.copies`), and what came of it. `leader` is the best
# copy's id (its own, when it is that), NULL while the document waits to be settled; `near` the leader's
# `exact`. `in_group`, `in_exact` and `rank` are what the index holds; a document without copies has "" for a
# group.
sketches = Table(
    "sketches",
    METADATA,
    _owner(),
    Column("version", Integer, nullable=False),
    Column("exact", String(32), nullable=False),
    Column("sketch", LargeBinary, nullable=False),
    Column("facts", VerbatimText, nullable=False),
    Column("leader", VerbatimText),
    Column("near", String(32), nullable=False),
    Column("in_group", String(32), nullable=False),
    Column("in_exact", String(32), nullable=False),
    Column("rank", BigInteger, nullable=False),
    Index("ix_sketches_exact", "exact"),
    Index("ix_sketches_leader", "leader"),
    Index("ix_sketches_near", "near"),
)

# Numbers of which two possible copies share one.
bands = Table(
    "bands",
    METADATA,
    Column("value", BigInteger, primary_key=True, autoincrement=False),
    Column("document_id", VerbatimText, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Index("ix_bands_document_id", "document_id"),
    sqlite_with_rowid=False,
)

# What lists of hits show of a document, ready to be shown (`remissarkiv.passages`): packed words with their
# keys and places (NULL where there are none), and lists as compact JSON. It is of the document as it was
# read, and of one version of the program; a document that has none, or was corrected, is read whole.
passages = Table(
    "passages",
    METADATA,
    _owner(),
    Column("version", String(32), nullable=False),
    Column("words", LargeBinary, nullable=False),
    Column("misread", LargeBinary),
    Column("repaired", LargeBinary),
    Column("mentions", VerbatimText, nullable=False),
    Column("held", VerbatimText, nullable=False),
    Column("conclusions", VerbatimText, nullable=False),
    Index("ix_passages_version", "version"),
)

files = Table(
    "files",
    METADATA,
    Column("collection", VerbatimText, primary_key=True),
    Column("path", VerbatimText, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("modified_ns", BigInteger, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("shelf", VerbatimText, nullable=False),
    # The digest of what a manifest says of the file.
    Column("told", VerbatimText, nullable=False),
    # The version of reading and understanding that made the document, or gave up.
    Column("reading", Integer, nullable=False),
    Column("document_id", VerbatimText, ForeignKey("documents.id"), unique=True),
    Column("reason", VerbatimText),
    CheckConstraint("(document_id IS NULL) <> (reason IS NULL)", name="document_or_reason"),
    sqlite_with_rowid=False,
)

# What hangs on a file that was read, and could not be read itself: a spreadsheet on a letter.
rejected_parts = Table(
    "rejected_parts",
    METADATA,
    _owner(),
    Column("part", VerbatimText, primary_key=True),
    Column("reason", VerbatimText, nullable=False),
    sqlite_with_rowid=False,
)

# Where the diary and the document itself do not say the same.
differences = Table(
    "differences",
    METADATA,
    _owner(),
    Column("field", VerbatimText, primary_key=True),
    Column("told", VerbatimText, nullable=False),
    Column("read", VerbatimText, nullable=False),
    sqlite_with_rowid=False,
)

outbox = Table(
    "outbox",
    METADATA,
    Column("sequence", Sequence, primary_key=True, autoincrement=True),
    Column("document_id", VerbatimText, nullable=False),
    Column("action", String(6), nullable=False),
    CheckConstraint("action IN ('put', 'remove')", name="action"),
    Index("ix_outbox_document_id_sequence", "document_id", "sequence"),
    # A sequence number is given once, even when the newest rows have been pruned.
    sqlite_autoincrement=True,
)

collections = Table(
    "collections",
    METADATA,
    Column("name", VerbatimText, primary_key=True),
    Column("ordinal", Integer, nullable=False),
    Column("path", VerbatimText, nullable=False),
    Column("kommun", VerbatimText, nullable=False),
    Column("namnd", VerbatimText, nullable=False),
    Column("member_groups", VerbatimText, nullable=False),
)

runs = Table(
    "runs",
    METADATA,
    Column("id", Sequence, primary_key=True, autoincrement=True),
    Column("started", UtcTime, nullable=False),
    Column("finished", UtcTime, nullable=False),
    Column("new", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("moved", Integer, nullable=False),
    Column("removed", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
)

# One row: which history of changes this is.
history = Table(
    "history",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("generation", String(32), nullable=False),
    CheckConstraint("id = 1", name="one_row"),
)

# What people have corrected by hand, for ever. A row is about a document as long as there is one of its id
# (there is no foreign key: a file may go and come back); `shelf`, `sha256` and `part` follow the document,
# and tell where its corrections belong should the same file come back under another id. `made_of` and
# `made_title` are the hash and the title of the file that was corrected. Anchor and values are compact JSON.
corrections = Table(
    "corrections",
    METADATA,
    Column("id", Sequence, primary_key=True, autoincrement=True),
    Column("document_id", VerbatimText, nullable=False),
    Column("shelf", VerbatimText, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("part", VerbatimText, nullable=False),
    Column("made_of", String(64), nullable=False),
    Column("made_title", VerbatimText, nullable=False),
    Column("what", VerbatimText, nullable=False),
    Column("anchor", VerbatimText, nullable=False),
    Column("was", VerbatimText),
    Column("became", VerbatimText),
    Column("person", VerbatimText, nullable=False),
    Column("made", UtcTime, nullable=False),
    Column("reason", VerbatimText, nullable=False),
    Column("undoes", BigInteger),
    Index("ix_corrections_document_id", "document_id"),
    # The number of a correction is never given to another.
    sqlite_autoincrement=True,
)
