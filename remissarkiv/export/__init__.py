"""Hit lists as files for colleagues: `write` puts every hit, in the order given, into one of the formats."""

from remissarkiv.export.formats import EXPORTERS, ExportFormatError, exporter, write
from remissarkiv.export.interface import Exporter, ExportHead

__all__ = ["EXPORTERS", "ExportFormatError", "ExportHead", "Exporter", "exporter", "write"]
