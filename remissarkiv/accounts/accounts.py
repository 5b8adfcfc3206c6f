"""Adding, listing, changing and removing accounts, and knowing who somebody is."""

import datetime
import secrets
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from remissarkiv.accounts.passwords import NOBODYS, checked_password, hashed, is_password
from remissarkiv.accounts.schema import accounts
from remissarkiv.catalog.database import Database
from remissarkiv.errors import NotFoundError, UsageError

LONGEST_NAME = 80


class Role(StrEnum):
    """What an account may do beside reading."""

    RATTARE = "rättare"


@dataclass(frozen=True, slots=True)
class Account:
    """Who somebody is. `session` is what her sessions are known by: it changes with the password."""

    id: int
    name: str
    role: Role
    session: str
    created: datetime.datetime

    @property
    def may_correct(self) -> bool:
        """Whether she may correct what was read and derived."""
        return self.role is Role.RATTARE


class Accounts:
    """The accounts of an archive, in the catalog's database. May be shared by threads.

    Every method may raise `ArchiveBusyError`.
    """

    def __init__(self, location: str | Path) -> None:
        """Open the database at an SQLAlchemy URL or in an SQLite file; raises what `Catalog.open` raises."""
        self._database = Database.open(location)

    def add(self, name: str, password: str, role: Role) -> Account:
        """Make an account. Raises `UsageError` for a name that is empty, too long or taken, and for a
        password that is too short or too long."""
        cleaned = _clean(name)
        values = {
            "name": cleaned,
            "name_key": _key(cleaned),
            "role": role.value,
            "password": hashed(checked_password(password)),
            "session": secrets.token_hex(16),
            "created": datetime.datetime.now(datetime.UTC).replace(microsecond=0),
        }
        try:
            with self._database.write() as connection:
                connection.execute(insert(accounts).values(values))
        except IntegrityError:
            raise UsageError(f"account {cleaned!r}: there is one of that name already") from None
        return self._get(cleaned)

    def list(self) -> tuple[Account, ...]:
        """All accounts, by name."""
        with self._database.read() as connection:
            rows = connection.execute(select(accounts).order_by(accounts.c.name_key)).all()
        return tuple(map(_account, rows))

    def set_password(self, name: str, password: str) -> None:
        """Give an account another password, and end its sessions. Raises `NotFoundError`, and `UsageError`
        as `add` does."""
        kept = hashed(checked_password(password))
        self._change(name, password=kept, session=secrets.token_hex(16))

    def set_role(self, name: str, role: Role) -> None:
        """Give an account another role. Raises `NotFoundError`."""
        self._change(name, role=role.value)

    def remove(self, name: str) -> None:
        """Remove an account and end its sessions; what it corrected stays. Raises `NotFoundError`."""
        with self._database.write() as connection:
            removed = connection.execute(delete(accounts).where(accounts.c.name_key == _key(name)))
        if not removed.rowcount:
            raise _missing(name)

    def known(self, name: str, password: str) -> Account | None:
        """The account of that name if the password is its own; else None, after the same time, whether there
        is such an account or not."""
        with self._database.read() as connection:
            row = connection.execute(select(accounts).where(accounts.c.name_key == _key(name))).first()
        is_right = is_password(password, NOBODYS if row is None else row.password)
        return _account(row) if row is not None and is_right else None

    def of_session(self, number: int, session: str) -> Account | None:
        """The account that a session was begun for; None when it is gone or has another password since."""
        with self._database.read() as connection:
            row = connection.execute(select(accounts).where(accounts.c.id == number)).first()
        if row is None or not secrets.compare_digest(row.session.encode(), session.encode()):
            return None
        return _account(row)

    def close(self) -> None:
        """Close the connections."""
        self._database.close()

    def _get(self, name: str) -> Account:
        with self._database.read() as connection:
            row = connection.execute(select(accounts).where(accounts.c.name_key == _key(name))).first()
        if row is None:
            raise _missing(name)
        return _account(row)

    def _change(self, name: str, **values: str) -> None:
        with self._database.write() as connection:
            changed = connection.execute(
                update(accounts).where(accounts.c.name_key == _key(name)).values(**values)
            )
        if not changed.rowcount:
            raise _missing(name)


def _clean(name: str) -> str:
    visible = "".join(sign if sign.isprintable() else " " for sign in name)
    cleaned = " ".join(unicodedata.normalize("NFC", visible).split())
    if not 0 < len(cleaned) <= LONGEST_NAME:
        raise UsageError(f"account: a name has between 1 and {LONGEST_NAME} characters")
    return cleaned


def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name[: 4 * LONGEST_NAME]).casefold().split())


def _account(row: Row[*tuple[Any, ...]]) -> Account:
    return Account(row.id, row.name, Role(row.role), row.session, row.created)


def _missing(name: str) -> NotFoundError:
    return NotFoundError(f"account {name!r}: does not exist")
