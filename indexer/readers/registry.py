"""The readers there are. A new kind of file is one new module and one line here."""

from functools import cache
from importlib import import_module

from indexer.readers.interface import Reader
from indexer.readers.kind import DOC, DOCX, EML, FODT, HTML, MARKDOWN, MSG, ODT, PDF, RTF, TEXT, XML
from indexer.readers.picture_size import BMP, GIF, JPEG, PNG, TIFF

READERS: dict[str, tuple[str, ...]] = {
    "html.HtmlReader": (HTML,),
    "xml.XmlReader": (XML,),
    "pdf.PdfReader": (PDF,),
    "docx.DocxReader": (DOCX,),
    "doc.DocReader": (DOC,),
    "odt.OdtReader": (ODT, FODT),
    "rtf.RtfReader": (RTF,),
    "eml.EmlReader": (EML,),
    "msg.MsgReader": (MSG,),
    "text.TextReader": (TEXT,),
    "markdown.MarkdownReader": (MARKDOWN,),
    "picture.PictureReader": (PNG, JPEG, TIFF, GIF, BMP),
}
"""Module and class of each reader, with the media types of what it reads."""


@cache
def reader_of(media_type: str) -> Reader:
    """The reader of a kind of file, loaded with the first such file: an archive of Word files needs neither
    the parser of web pages nor that of letters, which take longer to load than many a file to read."""
    place = next(place for place, media_types in READERS.items() if media_type in media_types)
    module, _, name = place.partition(".")
    reader: Reader = getattr(import_module(f"indexer.readers.{module}"), name)()
    return reader
