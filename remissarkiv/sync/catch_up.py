"""Applying to the index what the catalog has and the index lacks."""

from collections.abc import Callable

from remissarkiv.catalog import Catalog
from remissarkiv.engines.interface import Engine
from remissarkiv.errors import IndexMismatchError
from remissarkiv.sync.entries import index_entry

BATCH = 1000
"""Catalog changes applied in one commit of the index; bounds memory, and the work that a crash repeats."""

LOAD = 100
"""Documents held with their text at a time."""


def catch_up(catalog: Catalog, engine: Engine, progress: Callable[[int], None] | None = None) -> int:
    """Settle which documents are copies, keep what lists show of those that lack it, and replay the outbox
    from the index's sequence on; returns the number of changes applied.

    Interrupted anywhere, the next call continues: a batch that was committed without its sequence is
    applied again with the same result. `progress` is told the number of changes of each step.
    Raises `IndexMismatchError` when the index is ahead of the catalog, as after restoring an old backup,
    and `ArchiveBusyError` when another process writes to the index.
    """
    applied = 0
    catalog.settle_copies()
    catalog.keep_passages()
    last = catalog.last_sequence()
    if engine.sequence() > last:
        raise IndexMismatchError(
            "the search index is newer than the catalog (was a backup restored?); run: remiss rebuild",
            "Sökregistret stämmer inte med arkivet. Den som sköter systemet behöver köra remiss rebuild.",
        )
    while changes := catalog.changes(engine.sequence(), BATCH):
        with engine.writer() as writer:
            for change in changes:
                if change.action == "remove":
                    writer.remove(change.document_id)
            put = [change.document_id for change in changes if change.action == "put"]
            for start in range(0, len(put), LOAD):
                wanted = put[start : start + LOAD]
                loaded = catalog.load(wanted)
                places = catalog.copy_places(wanted)
                for document_id in wanted:
                    if document_id in loaded:
                        writer.put(index_entry(loaded[document_id], places.get(document_id)))
                    else:
                        # Removed between reading the outbox and loading; its removal follows in the outbox.
                        writer.remove(document_id)
                if progress:
                    progress(len(wanted))
            writer.commit(max(change.sequence for change in changes))
        applied += len(changes)
    return applied
