"""Bringing the archive up to date with folders of files."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from indexer.ingest.reading import Progress
    from indexer.ingest.report import IngestReport, Rejection
    from indexer.ingest.run import ingest

__all__ = ["IngestReport", "Progress", "Rejection", "ingest"]

_PLACES = {"IngestReport": "report", "Progress": "reading", "Rejection": "report", "ingest": "run"}


def __getattr__(name: str) -> Any:
    # Loaded when asked for: a reading process imports its task from here, and must not pay for engines and
    # databases with the memory that it is allowed.
    if name in _PLACES:
        return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
