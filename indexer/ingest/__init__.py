"""Bringing the archive up to date with folders of files."""

from indexer.ingest.reading import Progress
from indexer.ingest.report import IngestReport, Rejection
from indexer.ingest.run import ingest

__all__ = ["IngestReport", "Progress", "Rejection", "ingest"]
