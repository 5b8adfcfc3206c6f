"""Documents with the same text are told by sketches of their texts."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables of sketches, empty: the next run sketches every document that has none."""
    op.create_table(
        "sketches",
        _owner(),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("exact", sa.String(32), nullable=False),
        sa.Column("sketch", sa.LargeBinary, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("leader", sa.Text),
        sa.Column("near", sa.String(32), nullable=False),
        sa.Column("in_group", sa.String(32), nullable=False),
        sa.Column("in_exact", sa.String(32), nullable=False),
        sa.Column("rank", sa.BigInteger, nullable=False),
    )
    for name in ("exact", "leader", "near"):
        op.create_index(f"ix_sketches_{name}", "sketches", [name])
    op.create_table(
        "bands",
        sa.Column("value", sa.BigInteger, primary_key=True, autoincrement=False),
        _owner(),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_bands_document_id", "bands", ["document_id"])


def _owner() -> sa.Column[str]:
    return sa.Column(
        "document_id", sa.Text, sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True
    )
