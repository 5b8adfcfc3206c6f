"""Which documents lack the row that is kept beside each, or have one of another version of the program."""

from sqlalchemy import Connection, Table, or_, select

from remissarkiv.catalog.schema import documents


def documents_lacking(connection: Connection, table: Table, version: object, most: int) -> list[str]:
    """The ids of at most so many documents without a row of this version in a table that has one row for each
    document (`document_id`, `version`), rising; none when all have one."""
    query = (
        select(documents.c.id)
        .outerjoin(table, table.c.document_id == documents.c.id)
        .where(or_(table.c.version.is_(None), table.c.version != version))
        .order_by(documents.c.id)
        .limit(most)
    )
    return list(connection.execute(query).scalars())
