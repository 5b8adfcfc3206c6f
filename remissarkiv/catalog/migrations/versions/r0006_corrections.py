"""People correct by hand what was read and derived, and have accounts for it."""

import sqlalchemy as sa
from alembic import op

from remissarkiv.catalog.columns import UtcTime, VerbatimText

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add the tables, empty."""
    op.create_table(
        "corrections",
        sa.Column("id", _NUMBER, primary_key=True, autoincrement=True),
        sa.Column("document_id", VerbatimText, nullable=False),
        sa.Column("shelf", VerbatimText, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("part", VerbatimText, nullable=False),
        sa.Column("made_of", sa.String(64), nullable=False),
        sa.Column("made_title", VerbatimText, nullable=False),
        sa.Column("what", VerbatimText, nullable=False),
        sa.Column("anchor", VerbatimText, nullable=False),
        sa.Column("was", VerbatimText),
        sa.Column("became", VerbatimText),
        sa.Column("person", VerbatimText, nullable=False),
        sa.Column("made", UtcTime, nullable=False),
        sa.Column("reason", VerbatimText, nullable=False),
        sa.Column("undoes", sa.BigInteger),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_corrections_document_id", "corrections", ["document_id"])
    op.create_table(
        "accounts",
        sa.Column("id", _NUMBER, primary_key=True, autoincrement=True),
        sa.Column("name", VerbatimText, nullable=False),
        sa.Column("name_key", VerbatimText, nullable=False, unique=True),
        sa.Column("role", VerbatimText, nullable=False),
        sa.Column("password", VerbatimText, nullable=False),
        sa.Column("session", sa.String(32), nullable=False),
        sa.Column("created", UtcTime, nullable=False),
        sqlite_autoincrement=True,
    )
