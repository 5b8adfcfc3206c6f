"""The catalog: documents, their files, the list of changes. The truth of an archive; indexes are derived."""

from remissarkiv.catalog.errors import CatalogBrokenError, CatalogUnavailableError, CatalogVersionError
from remissarkiv.catalog.lock import ArchiveLock
from remissarkiv.catalog.records import (
    Action,
    ArchiveCounts,
    Change,
    CopyPlace,
    FileDifference,
    FileState,
    RejectedFile,
    RunReport,
)
from remissarkiv.catalog.store import Catalog
from remissarkiv.catalog.writer import CatalogWriter
from remissarkiv.domain import DocumentSummary

__all__ = [
    "Action",
    "ArchiveCounts",
    "ArchiveLock",
    "Catalog",
    "CatalogBrokenError",
    "CatalogUnavailableError",
    "CatalogVersionError",
    "CatalogWriter",
    "Change",
    "CopyPlace",
    "DocumentSummary",
    "FileDifference",
    "FileState",
    "RejectedFile",
    "RunReport",
]
