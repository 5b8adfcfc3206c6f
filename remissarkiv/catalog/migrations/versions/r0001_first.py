"""Catalog, outbox and saved searches, as the program began."""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_SEQUENCE = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Create every table."""
    _documents()
    _places()
    _arrivals()
    _saved()


def _owner() -> sa.Column[str]:
    return sa.Column(
        "document_id", sa.Text, sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True
    )


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("collection", sa.Text, nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("date", sa.Date),
        sa.Column("kommun", sa.Text, nullable=False),
        sa.Column("namnd", sa.Text, nullable=False),
        sa.Column("quality", sa.Float(53), nullable=False),
        sa.Column("damaged", sa.Text, nullable=False),
        sa.Column("motioner", sa.Text, nullable=False),
        sa.Column("remissinstanser", sa.Text, nullable=False),
        sa.Column("signatories", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_documents_collection_date", "documents", ["collection", "date"])
    op.create_table(
        "texts",
        _owner(),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("original", sa.Text),
        sa.Column("segments", sa.Text, nullable=False),
        sa.Column("pages", sa.Text, nullable=False),
    )


def _places() -> None:
    op.create_table(
        "sections",
        _owner(),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("heading", sa.Text, nullable=False),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "dnr",
        _owner(),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("authority", sa.Text, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("suffix", sa.Text, nullable=False),
        sa.Column("raw", sa.Text, nullable=False),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_dnr_value", "dnr", ["value"])
    op.create_table(
        "citations",
        _owner(),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("certain", sa.Boolean, nullable=False),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_citations_key", "citations", ["key"])


def _arrivals() -> None:
    op.create_table(
        "files",
        sa.Column("collection", sa.Text, primary_key=True),
        sa.Column("path", sa.Text, primary_key=True),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("modified_ns", sa.BigInteger, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("document_id", sa.Text, sa.ForeignKey("documents.id"), unique=True),
        sa.Column("reason", sa.Text),
        sa.CheckConstraint("(document_id IS NULL) <> (reason IS NULL)", name="document_or_reason"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "outbox",
        sa.Column("sequence", _SEQUENCE, primary_key=True, autoincrement=True),
        sa.Column("document_id", sa.Text, nullable=False),
        sa.Column("action", sa.String(6), nullable=False),
        sa.CheckConstraint("action IN ('put', 'remove')", name="action"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_document_id_sequence", "outbox", ["document_id", "sequence"])
    op.create_table(
        "collections",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("kommun", sa.Text, nullable=False),
        sa.Column("namnd", sa.Text, nullable=False),
        sa.Column("member_groups", sa.Text, nullable=False),
    )
    op.create_table(
        "runs",
        sa.Column("id", _SEQUENCE, primary_key=True, autoincrement=True),
        sa.Column("started", sa.DateTime, nullable=False),
        sa.Column("finished", sa.DateTime, nullable=False),
        sa.Column("new", sa.Integer, nullable=False),
        sa.Column("changed", sa.Integer, nullable=False),
        sa.Column("unchanged", sa.Integer, nullable=False),
        sa.Column("moved", sa.Integer, nullable=False),
        sa.Column("removed", sa.Integer, nullable=False),
        sa.Column("rejected", sa.Integer, nullable=False),
    )
    history = op.create_table(
        "history",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("generation", sa.String(32), nullable=False),
        sa.CheckConstraint("id = 1", name="one_row"),
    )
    op.bulk_insert(history, [{"id": 1, "generation": uuid.uuid4().hex}])


def _saved() -> None:
    op.create_table(
        "saved_searches",
        sa.Column("id", _SEQUENCE, primary_key=True, autoincrement=True),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("name_key", sa.Text, nullable=False),
        sa.Column("query", sa.Text, nullable=False),
        sa.Column("parameters", sa.Text, nullable=False),
        sa.Column("created", sa.DateTime, nullable=False),
        sa.UniqueConstraint("owner", "name_key"),
        sqlite_autoincrement=True,
    )
