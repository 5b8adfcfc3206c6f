"""Which kind of file this is, from its content. The name is a hint to people only: a Word file called
`svar.pdf` is read as the Word file it is."""

import re

from indexer.readers.archive_limits import open_archive
from indexer.readers.encoding import decode
from indexer.readers.picture_size import picture_type
from remissarkiv.errors import UnreadableFileError

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML = "text/html"
XML = "application/xml"
MARKDOWN = "text/markdown"
TEXT = "text/plain"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")

_HTML_TAGS = (
    "html|head|body|title|meta|div|p|table|tbody|tr|td|h[1-6]|ul|ol|li|dl|section|article|main|header|footer"
    "|nav|span|font|center|b|i|a|br|hr|pre|form|style|script|blockquote"
)
# Comments and an xml declaration may stand before the first tag; each step eats at least one character.
_PROLOGUE = re.compile(r"\s+|<\?[^>]*>|<!--(?:(?!-->).)*-->", re.DOTALL)
_HTML_START = re.compile(rf"<!doctype\s+html\b|<(?:{_HTML_TAGS})(?=[\s/>])", re.IGNORECASE)
_TAG_START = re.compile(r"<(?:[A-Za-z_][\w.:-]{0,100}(?=[\s/>])|!DOCTYPE\s|!\[CDATA\[)")
_FRONT_MATTER = re.compile(r"\s{0,100}---[ \t]{0,20}\r?\n[^\r\n:]{1,60}:")
_MARKDOWN_SIGN = re.compile(r"^#{1,6} \S|\]\((?:https?:|/|#)|^\*\*\S", re.MULTILINE)

_HEAD = 65_536


def media_type(data: bytes, name: str) -> str:
    """The media type of a file that can be read. Raises `UnreadableFileError` with the true reason for every
    other file; `name` tells only what an all but empty file claims to be."""
    if not data.strip(b" \t\r\n\f\xef\xbb\xbf\xfe\xff"):
        raise UnreadableFileError("the file is empty", "filen är tom")
    if not data.strip(b"\x00 \t\r\n"):
        # What a copy that broke off, or a damaged disk, leaves: the right size, and nothing in it.
        raise UnreadableFileError(
            "the file holds nothing but zero bytes", "filen innehåller bara nolltecken; hämta den på nytt"
        )
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(_ZIP):
        return _zip_kind(data)
    if data.startswith(_OLE):
        raise _ole_error(data)
    if picture := picture_type(data):
        return picture
    if data.startswith(b"{\\rtf"):
        raise UnreadableFileError(
            "RTF is not supported", "formatet RTF (.rtf) kan inte läsas; spara om filen som .docx eller pdf"
        )
    return _text_kind(decode(data), name)


def _zip_kind(data: bytes) -> str:
    with open_archive(data) as archive:
        names = set(archive.namelist())
    if "word/document.xml" in names:
        return DOCX
    if "xl/workbook.xml" in names:
        raise UnreadableFileError(
            "Excel workbooks are not supported", "Excel-filer kan inte läsas; spara om filen som pdf"
        )
    if "ppt/presentation.xml" in names:
        raise UnreadableFileError(
            "PowerPoint files are not supported", "PowerPoint-filer kan inte läsas; spara om filen som pdf"
        )
    if "content.xml" in names and "mimetype" in names:
        raise UnreadableFileError(
            "OpenDocument files are not supported",
            "OpenDocument-filer kan inte läsas; spara om filen som .docx eller pdf",
        )
    raise UnreadableFileError(
        "a zip archive that is no Word document",
        "filen är ett zip-arkiv och inget dokument; packa upp det först",
    )


def _ole_error(data: bytes) -> UnreadableFileError:
    """An OLE container names its streams in UTF-16; they tell Word from the rest."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return UnreadableFileError("the Office file is encrypted", "filen är lösenordsskyddad")
    if "WordDocument".encode("utf-16-le") in data:
        return UnreadableFileError(
            "old Word format (.doc) is not supported",
            "äldre Word-format (.doc) kan inte läsas; spara om filen som .docx eller pdf",
        )
    return UnreadableFileError(
        "old Office format is not supported",
        "äldre Office-format kan inte läsas; spara om filen som .docx eller pdf",
    )


def _text_kind(text: str, name: str) -> str:
    if not any(character.isalnum() for character in text[:_HEAD]) and not any(c.isalnum() for c in text):
        raise UnreadableFileError("the file has no words", "filen saknar text")
    _refuse_shell(text, name)
    start = _after_prologue(text)
    if _HTML_START.match(text, start):
        return HTML
    if start < len(text) and _TAG_START.match(text, start):
        return XML
    head = text[:_HEAD]
    if _FRONT_MATTER.match(head) or _MARKDOWN_SIGN.search(head):
        return MARKDOWN
    return TEXT


def _after_prologue(text: str) -> int:
    position = 0
    while match := _PROLOGUE.match(text, position):
        position = match.end()
    return position


def _refuse_shell(text: str, name: str) -> None:
    """A download that failed leaves a file called `HFD_2014_not_85.docx` whose five bytes spell `dummy`."""
    words = text.split()
    claimed = name.rpartition(".")[2].lower() if "." in name else ""
    if len(text) > 40 or len(words) > 2:
        return
    if claimed in {"pdf", "doc", "docx"} or [word.lower() for word in words] == ["dummy"]:
        raise UnreadableFileError(
            f"the file is an empty shell of {len(text)} characters", "filen är ett tomt skal utan text"
        )
