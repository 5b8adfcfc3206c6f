"""The table of accounts. It lies in the catalog's database and history of migrations; nothing that rebuilds
the catalog touches it."""

from sqlalchemy import Column, MetaData, String, Table

from remissarkiv.catalog.columns import UtcTime, VerbatimText
from remissarkiv.catalog.schema import NAMES, Sequence

METADATA = MetaData(naming_convention=NAMES)

accounts = Table(
    "accounts",
    METADATA,
    Column("id", Sequence, primary_key=True, autoincrement=True),
    Column("name", VerbatimText, nullable=False),
    # What two names share that a person would take for the same: "Eva Ek" and "eva ek".
    Column("name_key", VerbatimText, nullable=False, unique=True),
    Column("role", VerbatimText, nullable=False),
    # How the password was hashed, the salt and the hash (`passwords.py`); never the password.
    Column("password", VerbatimText, nullable=False),
    # A random sign that sessions carry: another password makes another, and ends them.
    Column("session", String(32), nullable=False),
    Column("created", UtcTime, nullable=False),
    # A number that sessions carry is never given to another account.
    sqlite_autoincrement=True,
)
