"""Documents remember by which version of the archive's lexicon their misread words were repaired."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the version: 0, for none has been repaired yet."""
    op.add_column("documents", sa.Column("lexicon", sa.Integer, nullable=False, server_default="0"))
