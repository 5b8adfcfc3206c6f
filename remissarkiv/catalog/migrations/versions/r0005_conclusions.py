"""Documents remember what they conclude: assessments of competence, positions, decisions."""

import sqlalchemy as sa
from alembic import op

from remissarkiv.catalog.columns import VerbatimText

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables, empty: the next run reads every file again."""
    op.add_column("documents", sa.Column("sympathy", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("documents", sa.Column("subject", VerbatimText, nullable=False, server_default=""))
    op.create_index("ix_documents_subject", "documents", ["subject"])
    _table(
        "assessments",
        sa.Column("verdict", VerbatimText, nullable=False),
        sa.Column("concerns", VerbatimText, nullable=False),
        sa.Column("grounds", VerbatimText, nullable=False),
        sa.Column("principles", VerbatimText, nullable=False),
    )
    _table(
        "positions",
        sa.Column("stance", VerbatimText, nullable=False),
        sa.Column("target", VerbatimText, nullable=False),
        sa.Column("form", VerbatimText, nullable=False),
    )
    _table(
        "decisions",
        sa.Column("outcome", VerbatimText, nullable=False),
        sa.Column("target", VerbatimText, nullable=False),
    )


def _table(name: str, *columns: sa.Column[str]) -> None:
    op.create_table(
        name,
        sa.Column("document_id", VerbatimText, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        *columns,
        sa.Column("actor", VerbatimText, nullable=False),
        sa.Column("actor_kind", VerbatimText, nullable=False),
        sa.Column("status", VerbatimText, nullable=False),
        sa.Column("certain", sa.Boolean, nullable=False),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=f"fk_{name}_document_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "ordinal", name=f"pk_{name}"),
        sqlite_with_rowid=False,
    )
