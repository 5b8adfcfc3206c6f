"""The table of saved searches. It lies in the catalog's database and history of migrations, but nothing that
rebuilds the catalog touches it: what people have saved cannot be had again."""

from sqlalchemy import Column, MetaData, Table, UniqueConstraint

from remissarkiv.catalog.columns import UtcTime, VerbatimText
from remissarkiv.catalog.schema import NAMES, Sequence

METADATA = MetaData(naming_convention=NAMES)

saved_searches = Table(
    "saved_searches",
    METADATA,
    Column("id", Sequence, primary_key=True, autoincrement=True),
    Column("owner", VerbatimText, nullable=False),
    Column("name", VerbatimText, nullable=False),
    Column("name_key", VerbatimText, nullable=False),
    Column("query", VerbatimText, nullable=False),
    Column("parameters", VerbatimText, nullable=False),
    Column("created", UtcTime, nullable=False),
    UniqueConstraint("owner", "name_key"),
    # The address of a deleted search must not become that of another.
    sqlite_autoincrement=True,
)
