"""Reads Word documents from before 2007 (.doc), through LibreOffice where it is installed."""

from dataclasses import replace

from indexer.readers.docx import DocxReader
from indexer.readers.interface import Reading
from indexer.readers.kind import DOC
from indexer.readers.libreoffice import as_docx


class DocReader:
    """Word 97 to 2003, and the Word 6 before it."""

    media_types: tuple[str, ...] = (DOC,)

    def read(self, data: bytes) -> Reading:
        """What the Word reader sees of it as a docx. Raises `UnreadableFileError` with the way out where
        there is no LibreOffice."""
        return replace(DocxReader().read(as_docx(data, ".doc")), media_type=DOC)
