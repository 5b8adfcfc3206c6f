"""Which documents teach the archive's lexicon, and with which text."""

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import Connection, func, or_, select

from remissarkiv.catalog.chunks import chunks
from remissarkiv.catalog.schema import documents, texts

_FILES_AT_A_TIME = 100


def read_teachers(connection: Connection, shelves: Collection[str]) -> list[tuple[str, str]]:
    """The files on these shelves that may teach, as the id of the file's own document and the hash of its
    content, in the order of the ids.

    Those of which every document is undamaged and was not read by OCR: a letter with a spoilt attachment does
    not teach, for it is read only when there is a lexicon already.
    """
    spoilt = select(func.coalesce(documents.c.root_id, documents.c.id)).where(
        or_(documents.c.damaged != "[]", documents.c.scanned)
    )
    query = (
        select(documents.c.id, documents.c.sha256)
        .where(
            documents.c.root_id.is_(None),
            documents.c.shelf.in_(sorted(shelves)),
            documents.c.id.not_in(spoilt),
        )
        .order_by(documents.c.id)
    )
    return [(row.id, row.sha256) for row in connection.execute(query)]


def read_teaching_texts(connection: Connection, ids: Sequence[str]) -> Iterator[str]:
    """One text for each of these files, in the order of `ids`: that of its document and of what hangs on it.
    The §§ of minutes are in the text of the whole and are not given twice."""
    for some in chunks(ids, _FILES_AT_A_TIME):
        root = func.coalesce(documents.c.root_id, documents.c.id)
        query = (
            select(root.label("root"), documents.c.id, documents.c.whole_id, texts.c.text)
            .join(texts, texts.c.document_id == documents.c.id)
            .where(or_(documents.c.id.in_(some), documents.c.root_id.in_(some)))
            .order_by(root, documents.c.ordinal)
        )
        files: dict[str, dict[str, str]] = {}
        for row in connection.execute(query):
            of_file = files.setdefault(row.root, {})
            if row.text not in of_file.get(row.whole_id or "", ""):
                of_file[row.id] = row.text
        for document_id in some:
            yield "\n".join(files.get(document_id, {}).values())


def read_lexicon_versions(connection: Connection) -> dict[int, int]:
    """How many damaged documents were read with each version of the lexicon; 0 is Swedish alone."""
    query = (
        select(documents.c.lexicon, func.count())
        .where(documents.c.damaged != "[]")
        .group_by(documents.c.lexicon)
        .order_by(documents.c.lexicon)
    )
    return {row[0]: row[1] for row in connection.execute(query)}
