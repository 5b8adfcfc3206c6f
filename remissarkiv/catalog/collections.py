"""The collections as they were last configured, so that a search without the configuration knows them."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from remissarkiv.catalog.schema import collections
from remissarkiv.domain import Collection

_ALL = select(collections).order_by(collections.c.ordinal)


def read_collections(connection: Connection) -> tuple[Collection, ...]:
    """The collections in the order they were given."""
    rows = connection.execute(_ALL)
    return tuple(
        Collection(row.name, row.path, row.kommun, row.namnd, frozenset(json.loads(row.member_groups)))
        for row in rows
    )


def replace_collections(connection: Connection, given: Sequence[Collection]) -> None:
    """Keep exactly these collections."""
    connection.execute(delete(collections))
    if given:
        connection.execute(
            insert(collections),
            [
                {
                    "name": collection.name,
                    "ordinal": ordinal,
                    "path": collection.path,
                    "kommun": collection.kommun,
                    "namnd": collection.namnd,
                    "member_groups": json.dumps(sorted(collection.groups), ensure_ascii=False),
                }
                for ordinal, collection in enumerate(given)
            ],
        )
