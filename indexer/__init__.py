"""The write side: from a file to a document in the archive.

understand(file) -> Document    read, normalise and extract; stores nothing
ingest(archive, paths, ...)     bring the archive up to date with folders of files
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from indexer.ingest import IngestReport, ingest
    from indexer.understanding import understand

__all__ = ["IngestReport", "ingest", "understand"]

_PLACES = {
    "IngestReport": "indexer.ingest",
    "ingest": "indexer.ingest",
    "understand": "indexer.understanding",
}


def __getattr__(name: str) -> Any:
    # Loaded when asked for: the processes that read files need neither catalog nor engine, and the one that
    # stores needs nothing of how they are read.
    if name in _PLACES:
        return getattr(import_module(_PLACES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
