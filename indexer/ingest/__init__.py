"""Bringing the archive up to date with folders of files."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from indexer.ingest.reading import Progress
    from indexer.ingest.report import IngestReport, Rejection
    from indexer.ingest.run import ingest

__all__ = ["IngestReport", "Progress", "Rejection", "ingest"]


def __getattr__(name: str) -> Any:
    # Loaded when asked for: a reading process imports its task from here, and must not pay for engines and
    # databases with the memory that it is allowed.
    if name in ("IngestReport", "Rejection"):
        from indexer.ingest import report

        return getattr(report, name)
    if name == "Progress":
        from indexer.ingest.reading import Progress

        return Progress
    if name == "ingest":
        from indexer.ingest.run import ingest

        return ingest
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
