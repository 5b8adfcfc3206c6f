"""The write side: from a file to a document in the archive.

understand(file) -> Document    read, normalise and extract; stores nothing
ingest(archive, paths, ...)     bring the archive up to date with folders of files
"""

from typing import TYPE_CHECKING, Any

from indexer.understanding import understand

if TYPE_CHECKING:
    from indexer.ingest import IngestReport, ingest

__all__ = ["IngestReport", "ingest", "understand"]


def __getattr__(name: str) -> Any:
    # Loaded when asked for: the processes that read files need neither catalog nor engine.
    if name in __all__:
        from indexer import ingest as package

        return getattr(package, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
