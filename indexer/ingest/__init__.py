"""Bringing the archive up to date with folders of files."""

from indexer.ingest.report import IngestReport, Rejection
from indexer.ingest.run import Progress, ingest

__all__ = ["IngestReport", "Progress", "Rejection", "ingest"]
