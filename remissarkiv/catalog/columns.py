"""Column types that keep what they are given, in SQLite and PostgreSQL alike."""

import datetime
import re
from typing import Any

from sqlalchemy import DateTime, Dialect, Row, Text
from sqlalchemy.types import TypeDecorator

Values = dict[str, Any]
"""A row to be written, by column."""

AnyRow = Row[*tuple[Any, ...]]
"""A row that was read."""

_ESCAPE = "\x1a"
_UNSTORABLE = re.compile("[\x00\x1a\ud800-\udfff]")
_ESCAPED = re.compile(_ESCAPE + "([0-9a-f]{4})")


class VerbatimText(TypeDecorator[str]):
    """Text from outside, given back character for character.

    Spans count characters, so nothing may be dropped; but no database stores half a surrogate pair (from a
    file name in latin-1 or a broken pdf), and PostgreSQL no NUL. Both are written as SUB and four hex
    digits, and SUB itself likewise: "a\\x00b" becomes "a\\x1a0000b".
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """From the program to the database."""
        if value is None or (value.isascii() and value.isprintable()):
            return value
        return _UNSTORABLE.sub(lambda match: f"{_ESCAPE}{ord(match[0]):04x}", value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """From the database to the program."""
        if value is None or _ESCAPE not in value:
            return value
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)


class UtcTime(TypeDecorator[datetime.datetime]):
    """A moment, stored in UTC and given back with its zone. A time without a zone is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(
        self, value: datetime.datetime | None, dialect: Dialect
    ) -> datetime.datetime | None:
        """From the program to the database. Raises `ValueError` for a time without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored time needs its zone")
        return value.astimezone(datetime.UTC).replace(tzinfo=None)

    def process_result_value(
        self, value: datetime.datetime | None, dialect: Dialect
    ) -> datetime.datetime | None:
        """From the database to the program."""
        return None if value is None else value.replace(tzinfo=datetime.UTC)
