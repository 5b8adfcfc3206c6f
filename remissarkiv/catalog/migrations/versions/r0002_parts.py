"""A file may hold several documents (the §§ of minutes, attachments), and a manifest may tell of it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what tells parts from wholes; documents read before stand alone until they are read again."""
    for name in ("part", "sender"):
        op.add_column("documents", sa.Column(name, sa.Text, nullable=False, server_default=""))
    op.add_column("documents", sa.Column("ordinal", sa.Integer, nullable=False, server_default="0"))
    op.add_column("documents", sa.Column("scanned", sa.Boolean, nullable=False, server_default=sa.false()))
    for name in ("whole_id", "root_id"):
        # No foreign keys: SQLite cannot add one to a table that exists.
        op.add_column("documents", sa.Column(name, sa.Text))
        op.create_index(f"ix_documents_{name}", "documents", [name])
    op.add_column("texts", sa.Column("parted", sa.Text, nullable=False, server_default="[]"))
    # 0: read by a program that did not count its versions, so that the next run reads the file again.
    op.add_column("files", sa.Column("reading", sa.Integer, nullable=False, server_default="0"))
    op.add_column("files", sa.Column("told", sa.Text, nullable=False, server_default=""))
    for table in ("documents", "files"):
        op.add_column(table, sa.Column("shelf", sa.Text, nullable=False, server_default=""))
        op.execute(f"UPDATE {table} SET shelf = collection")  # noqa: S608 - the two names above
    op.create_index("ix_documents_shelf", "documents", ["shelf"])
    op.create_table(
        "differences",
        sa.Column(
            "document_id", sa.Text, sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("field", sa.Text, primary_key=True),
        sa.Column("told", sa.Text, nullable=False),
        sa.Column("read", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "rejected_parts",
        sa.Column(
            "document_id", sa.Text, sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("part", sa.Text, primary_key=True),
        sa.Column("reason", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
