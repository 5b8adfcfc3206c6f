"""What the archive holds: files and their state, rejected files, counts, runs."""

from sqlalchemy import Connection, func, select

from remissarkiv.catalog.reader import visible
from remissarkiv.catalog.records import ArchiveCounts, FileDifference, FileState, RejectedFile, RunReport
from remissarkiv.catalog.schema import differences, documents, files, rejected_parts, runs
from remissarkiv.domain import Access, Difference, group_of


def read_files(connection: Connection, collection: str) -> dict[str, FileState]:
    """The files of a collection as the last run found them, by path."""
    query = select(files).where(files.c.collection == collection).order_by(files.c.path)
    repaired = (
        select(func.coalesce(documents.c.root_id, documents.c.id), func.min(documents.c.lexicon))
        .where(documents.c.collection == collection, documents.c.damaged != "[]")
        .group_by(func.coalesce(documents.c.root_id, documents.c.id))
    )
    lexicons = {row[0]: row[1] for row in connection.execute(repaired)}
    return {
        row.path: FileState(
            path=row.path,
            size=row.size,
            modified_ns=row.modified_ns,
            sha256=row.sha256,
            document_id=row.document_id,
            reason=row.reason,
            reading=row.reading,
            told=row.told,
            group=group_of(row.shelf),
            lexicon=lexicons.get(row.document_id),
        )
        for row in connection.execute(query)
    }


def read_rejected(connection: Connection, access: Access) -> tuple[RejectedFile, ...]:
    """The files and parts that could not be read, of what the caller may see, by collection and path."""
    rejected_files = select(files.c.collection, files.c.path, files.c.reason, files.c.size).where(
        files.c.reason.is_not(None), files.c.shelf.in_(sorted(access.shelves))
    )
    parts = (
        select(
            documents.c.collection,
            documents.c.path,
            rejected_parts.c.reason,
            documents.c.size,
            rejected_parts.c.part,
        )
        .join(documents, documents.c.id == rejected_parts.c.document_id)
        .where(visible(access))
    )
    found = [RejectedFile(*row) for query in (rejected_files, parts) for row in connection.execute(query)]
    return tuple(sorted(found, key=lambda file: (file.collection, file.path, file.part)))


def read_differences(connection: Connection, access: Access) -> tuple[FileDifference, ...]:
    """Where diary and document differ, of what the caller may see, by collection, path and field."""
    query = (
        select(
            documents.c.collection,
            documents.c.path,
            differences.c.field,
            differences.c.told,
            differences.c.read,
        )
        .join(documents, documents.c.id == differences.c.document_id)
        .where(visible(access))
        .order_by(documents.c.collection, documents.c.path, differences.c.field)
    )
    return tuple(
        FileDifference(row.collection, row.path, Difference(row.field, row.told, row.read))
        for row in connection.execute(query)
    )


def read_shelves(connection: Connection) -> frozenset[str]:
    """Every shelf that holds something."""
    found: set[str] = set()
    for table in (documents, files):
        found.update(connection.execute(select(table.c.shelf).distinct()).scalars())
    return frozenset(found)


def read_counts(connection: Connection, access: Access) -> ArchiveCounts:
    """How much the caller may see."""
    by_collection = connection.execute(
        select(documents.c.collection, func.count())
        .where(visible(access))
        .group_by(documents.c.collection)
        .order_by(documents.c.collection)
    )
    collections = {row[0]: row[1] for row in by_collection}
    first, last = connection.execute(
        select(func.min(documents.c.date), func.max(documents.c.date)).where(visible(access))
    ).one()
    damaged = connection.execute(
        select(func.count()).select_from(documents).where(visible(access), documents.c.damaged != "[]")
    ).scalar_one()
    return ArchiveCounts(
        documents=sum(collections.values()),
        rejected=len(read_rejected(connection, access)),
        collections=collections,
        first_year=first.year if first else None,
        last_year=last.year if last else None,
        damaged=damaged,
    )


def read_runs(connection: Connection, limit: int) -> tuple[RunReport, ...]:
    """The latest runs, newest first."""
    rows = connection.execute(select(runs).order_by(runs.c.id.desc()).limit(limit))
    return tuple(
        RunReport(
            started=row.started,
            finished=row.finished,
            new=row.new,
            changed=row.changed,
            unchanged=row.unchanged,
            moved=row.moved,
            removed=row.removed,
            rejected=row.rejected,
        )
        for row in rows
    )
