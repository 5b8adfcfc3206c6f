"""Saving, listing, renaming and deleting searches."""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from remissarkiv.catalog.database import Database
from remissarkiv.errors import NotFoundError, UsageError
from remissarkiv.saved.names import clean_name, name_key, sort_key
from remissarkiv.saved.schema import saved_searches

LONGEST_QUERY = 2_000
LONGEST_PARAMETERS = 20_000

_NOWHERE = 2**63
"""No database numbers its rows this far; an address can."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that somebody keeps under a name.

    `query` is what stood in the search box; `parameters` the whole search as the query string of an address,
    without the page (`q=rådgivning&typ=motion`, percent-encoded). `created` carries its zone (UTC). `owner`
    is "" as long as there are no logins.
    """

    id: int
    name: str
    query: str
    parameters: str
    created: datetime.datetime
    owner: str = ""


class SavedSearches:
    """The saved searches of an archive, in the catalog's database. May be shared by threads.

    Each call sees the searches of one owner only. Every method may raise `ArchiveBusyError`.
    """

    def __init__(self, location: str | Path) -> None:
        """Open the database at an SQLAlchemy URL or in an SQLite file; raises what `Catalog.open` raises."""
        self._database = Database.open(location)

    def save(self, name: str, query: str, parameters: str, owner: str = "") -> SavedSearch:
        """Keep a search. Raises `UsageError` when the name is empty, too long or taken, or the search is
        too long to be kept (2 000 characters; 20 000 with its filters)."""
        cleaned = clean_name(name)
        if len(query) > LONGEST_QUERY or len(parameters) > LONGEST_PARAMETERS:
            raise UsageError(
                f"saved search {cleaned!r}: the search is too long to be saved",
                "Sökningen är för lång för att sparas.",
            )
        created = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
        values = {"owner": owner, "query": query, "parameters": parameters, "created": created}
        try:
            with self._database.write() as connection:
                added = connection.execute(
                    insert(saved_searches).values(name=cleaned, name_key=name_key(cleaned), **values)
                )
                (number,) = added.inserted_primary_key or (0,)
        except IntegrityError:
            raise _taken(cleaned) from None
        return SavedSearch(number, cleaned, query, parameters, created, owner)

    def list(self, owner: str = "") -> tuple[SavedSearch, ...]:
        """All saved searches, by name in Swedish order."""
        query = select(saved_searches).where(saved_searches.c.owner == owner)
        with self._database.read() as connection:
            found = [_saved(row) for row in connection.execute(query)]
        return tuple(sorted(found, key=lambda saved: (sort_key(saved.name), saved.id)))

    def get(self, search_id: int, owner: str = "") -> SavedSearch:
        """One saved search. Raises `NotFoundError`."""
        with self._database.read() as connection:
            row = connection.execute(select(saved_searches).where(_one(search_id, owner))).first()
        if row is None:
            raise _missing(search_id)
        return _saved(row)

    def rename(self, search_id: int, name: str, owner: str = "") -> SavedSearch:
        """Give a saved search another name. Raises `NotFoundError`, and `UsageError` as `save` does."""
        cleaned = clean_name(name)
        try:
            with self._database.write() as connection:
                renamed = connection.execute(
                    update(saved_searches)
                    .where(_one(search_id, owner))
                    .values(name=cleaned, name_key=name_key(cleaned))
                )
        except IntegrityError:
            raise _taken(cleaned) from None
        if not renamed.rowcount:
            raise _missing(search_id)
        return self.get(search_id, owner)

    def delete(self, search_id: int, owner: str = "") -> None:
        """Delete a saved search. Raises `NotFoundError`."""
        with self._database.write() as connection:
            deleted = connection.execute(delete(saved_searches).where(_one(search_id, owner)))
        if not deleted.rowcount:
            raise _missing(search_id)

    def close(self) -> None:
        """Close the connections."""
        self._database.close()


def _one(search_id: int, owner: str) -> ColumnElement[bool]:
    if not 0 < search_id < _NOWHERE:
        raise _missing(search_id)
    return and_(saved_searches.c.id == search_id, saved_searches.c.owner == owner)


def _saved(row: Row[*tuple[Any, ...]]) -> SavedSearch:
    return SavedSearch(row.id, row.name, row.query, row.parameters, row.created, row.owner)


def _missing(search_id: int) -> NotFoundError:
    return NotFoundError(f"saved search {search_id}: does not exist", "Den sparade sökningen finns inte.")


def _taken(name: str) -> UsageError:
    return UsageError(
        f"saved search {name!r}: there is one of that name already",
        f"Det finns redan en sparad sökning som heter ”{name}”. Välj ett annat namn.",
    )
