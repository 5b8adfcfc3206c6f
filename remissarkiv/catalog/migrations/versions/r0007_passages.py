"""Documents keep their words with keys and places, so that lists of hits read no text anew."""

import sqlalchemy as sa
from alembic import op

from remissarkiv.catalog.columns import VerbatimText

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table, empty: the next run fills it from the documents that are there. Until then these are
    read whole to be shown, as they were before."""
    op.create_table(
        "passages",
        sa.Column("document_id", VerbatimText, nullable=False),
        sa.Column("version", sa.String(32), nullable=False),
        sa.Column("words", sa.LargeBinary, nullable=False),
        sa.Column("misread", sa.LargeBinary),
        sa.Column("repaired", sa.LargeBinary),
        sa.Column("mentions", VerbatimText, nullable=False),
        sa.Column("held", VerbatimText, nullable=False),
        sa.Column("conclusions", VerbatimText, nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_passages_document_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", name="pk_passages"),
    )
    op.create_index("ix_passages_version", "passages", ["version"])
