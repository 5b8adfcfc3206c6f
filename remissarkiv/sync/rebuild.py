"""A new index from the catalog, while the old one serves."""

import shutil
from collections.abc import Callable
from pathlib import Path

from remissarkiv.catalog import Catalog
from remissarkiv.engines.interface import EngineWriter
from remissarkiv.engines.registry import open_engine
from remissarkiv.errors import IndexBrokenError, IndexUnwritableError
from remissarkiv.sync.catch_up import LOAD
from remissarkiv.sync.entries import index_entry
from remissarkiv.sync.generations import Generations
from remissarkiv.sync.verify import verify


def rebuild(
    catalog: Catalog, name: str, folder: Path, fingerprint: str, progress: Callable[[int], None] | None = None
) -> int:
    """Build a new generation in `folder`, verify it and let it serve; returns the number of documents.

    The old generation serves until then, and stays when anything goes wrong. Raises `IndexBrokenError` when
    the new index does not agree with the catalog, `IndexUnwritableError` when the disk is full.
    """
    generations = Generations(folder)
    fresh = generations.following()
    engine = open_engine(name, fresh, fingerprint)
    try:
        catalog.settle_copies()
        catalog.keep_passages()
        sequence = catalog.last_sequence()
        ids = sorted(catalog.all_ids())
        # One commit: nobody searches this generation yet, and the engine writes what does not fit in memory.
        with engine.writer() as writer:
            for start in range(0, len(ids), LOAD):
                loaded = _put(catalog, writer, ids[start : start + LOAD])
                if progress:
                    progress(loaded)
            writer.commit(sequence)
        engine.tidy()
        problems = verify(catalog, engine)
    except BaseException:
        engine.close()
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    engine.close()
    if problems:
        shutil.rmtree(fresh, ignore_errors=True)
        raise IndexBrokenError(f"the new index was not taken into use: {problems[0]}")
    try:
        generations.publish(fresh)
    except IndexUnwritableError:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    return len(ids)


def _put(catalog: Catalog, writer: EngineWriter, ids: list[str]) -> int:
    """Put the documents with these ids into the index; returns how many there are."""
    loaded = catalog.load(ids)
    places = catalog.copy_places(list(loaded))
    for document_id in sorted(loaded):
        writer.put(index_entry(loaded[document_id], places.get(document_id)))
    return len(loaded)
