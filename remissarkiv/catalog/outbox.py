"""The catalog's changes in order, for the indexes that follow it.

The last change of every document stays for good, removals too (some sixty bytes for each document there ever
was). So an index at any place in the history, an empty one at 0 or one half-way through, can be brought up to
date by the same replay, and none is ever too old.
"""

from collections.abc import Sequence
from typing import cast

from sqlalchemy import Connection, delete, exists, func, insert, select

from remissarkiv.catalog.records import Action, Change
from remissarkiv.catalog.schema import outbox

_later = outbox.alias("later")
_superseded = exists().where(
    _later.c.document_id == outbox.c.document_id, _later.c.sequence > outbox.c.sequence
)


def append(connection: Connection, document_ids: Sequence[str], action: Action) -> None:
    """Record that these documents were put or removed, in this order."""
    if document_ids:
        connection.execute(insert(outbox), [{"document_id": id, "action": action} for id in document_ids])


def last_sequence(connection: Connection) -> int:
    """The number of the newest change; 0 in a catalog where nothing has happened yet."""
    return connection.execute(select(func.max(outbox.c.sequence))).scalar_one() or 0


def changes(connection: Connection, after: int, limit: int) -> tuple[Change, ...]:
    """The first `limit` changes after `after` that are the last of their document; removals first.

    Whoever has applied them holds everything up to the highest sequence among them, except documents whose
    last change is still to come.
    """
    query = (
        select(outbox.c.sequence, outbox.c.document_id, outbox.c.action)
        .where(outbox.c.sequence > after, ~_superseded)
        .order_by(outbox.c.sequence)
        .limit(limit)
    )
    found = [
        Change(row.sequence, row.document_id, cast(Action, row.action)) for row in connection.execute(query)
    ]
    return tuple(sorted(found, key=lambda change: (change.action == "put", change.sequence)))


def prune(connection: Connection, upto: int) -> int:
    """Forget changes up to sequence `upto` that a later one has made meaningless; returns how many.

    The newest change is never one of them, so `last_sequence` does not go back.
    """
    return connection.execute(delete(outbox).where(outbox.c.sequence <= upto, _superseded)).rowcount
