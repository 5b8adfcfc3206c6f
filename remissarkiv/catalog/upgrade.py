"""Bringing a database to the newest migration."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from remissarkiv.catalog.errors import CatalogBrokenError, CatalogVersionError
from remissarkiv.catalog.schema import HEAD

MIGRATIONS = Path(__file__).parent / "migrations"


def version(connection: Connection) -> str | None:
    """The migration the database stands at; None when it has no tables yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def known_versions() -> frozenset[str]:
    """The versions this program can open, by migrating them where needed."""
    from alembic.script import ScriptDirectory

    return frozenset(script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions())


def upgrade(connection: Connection, name: str) -> None:
    """Apply what is missing, within the connection's transaction; `name` is the catalog's, for messages.

    Raises `CatalogVersionError` when the database is newer than the program, `CatalogBrokenError` when it
    has tables of another program.
    """
    # Imported here: most calls of `remiss` find the newest version and need none of it.
    from alembic import command
    from alembic.config import Config

    current = version(connection)
    if current == HEAD:
        return
    if current is None and inspect(connection).get_table_names():
        raise CatalogBrokenError(f"catalog {name}: the database holds tables of another program")
    if current is not None and current not in known_versions():
        raise CatalogVersionError(
            f"catalog {name}: made by a newer version of remissarkiv (database version {current}, "
            f"this program knows {HEAD}); install the newer version",
            "Arkivet är skapat av en nyare version av programmet.",
        )
    config = Config()
    # The configuration is read with interpolation: a % in a folder's name must be doubled.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
