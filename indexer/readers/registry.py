"""The readers there are. A new kind of file is one new module and one line here."""

from indexer.readers.doc import DocReader
from indexer.readers.docx import DocxReader
from indexer.readers.eml import EmlReader
from indexer.readers.html import HtmlReader
from indexer.readers.interface import Reader
from indexer.readers.markdown import MarkdownReader
from indexer.readers.msg import MsgReader
from indexer.readers.odt import OdtReader
from indexer.readers.pdf import PdfReader
from indexer.readers.picture import PictureReader
from indexer.readers.rtf import RtfReader
from indexer.readers.text import TextReader
from indexer.readers.xml import XmlReader

READERS: tuple[Reader, ...] = (
    HtmlReader(),
    XmlReader(),
    PdfReader(),
    DocxReader(),
    DocReader(),
    OdtReader(),
    RtfReader(),
    EmlReader(),
    MsgReader(),
    TextReader(),
    MarkdownReader(),
    PictureReader(),
)
