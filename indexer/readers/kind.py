"""Which kind of file this is, from its content. The name is a hint to people only: a Word file called
`svar.pdf` is read as the Word file it is."""

import re

from indexer.readers.encoding import decode
from indexer.readers.letter_head import is_letter
from indexer.readers.limits import MAX_TEXT_BYTES
from indexer.readers.office_kind import DOC, DOCX, MSG, ODT, ole_kind, zip_kind
from indexer.readers.picture_size import picture_type
from remissarkiv.errors import UnreadableFileError

__all__ = [
    "DOC",
    "DOCX",
    "EML",
    "FODT",
    "HTML",
    "MARKDOWN",
    "MSG",
    "ODT",
    "PDF",
    "RTF",
    "TEXT",
    "XML",
    "media_type",
]

PDF = "application/pdf"
HTML = "text/html"
XML = "application/xml"
MARKDOWN = "text/markdown"
TEXT = "text/plain"
RTF = "application/rtf"
EML = "message/rfc822"
FODT = "application/vnd.oasis.opendocument.text-flat-xml"

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

_FLAT_ODT = re.compile(
    r"<office:document\s[^<>]{0,20000}office:mimetype=[\"']application/vnd\.oasis\.opendocument\.text"
)

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
    if data.startswith(_ZIP):
        return zip_kind(data)
    if data.startswith(_OLE):
        return ole_kind(data)
    # Something may stand before a PDF, but not one of the containers that may hold one near their start.
    if b"%PDF-" in data[:1024]:
        return PDF
    if picture := picture_type(data):
        return picture
    if data.lstrip(b" \t\r\n\xef\xbb\xbf")[:5] == b"{\\rtf":
        return RTF
    if is_letter(data):
        return EML
    if len(data) > MAX_TEXT_BYTES:
        decode(data[:_HEAD])
        raise UnreadableFileError(
            f"the text file is larger than {MAX_TEXT_BYTES} bytes",
            f"textfilen är större än {MAX_TEXT_BYTES // 1_000_000} MB; dela upp den",
        )
    return _text_kind(decode(data), name)


def _text_kind(text: str, name: str) -> str:
    if not any(character.isalnum() for character in text[:_HEAD]) and not any(c.isalnum() for c in text):
        raise UnreadableFileError("the file has no words", "filen saknar text")
    _refuse_shell(text, name)
    start = _after_prologue(text)
    if _HTML_START.match(text, start):
        return HTML
    if start < len(text) and _TAG_START.match(text, start):
        return FODT if _FLAT_ODT.search(text, start, start + _HEAD) else XML
    head = text[:_HEAD]
    return MARKDOWN if _FRONT_MATTER.match(head) or _is_marked(head) else TEXT


def _is_marked(text: str) -> bool:
    """Whether a text has a sign of Markdown; most plain texts lack what every such sign begins with."""
    return any(sign in text for sign in ("#", "](", "**")) and _MARKDOWN_SIGN.search(text) is not None


def _after_prologue(text: str) -> int:
    position = 0
    while match := _PROLOGUE.match(text, position):
        position = match.end()
    return position


def _refuse_shell(text: str, name: str) -> None:
    """A download that failed leaves a file called `HFD_2014_not_85.docx` whose five bytes spell `dummy`."""
    claimed = name.rpartition(".")[2].lower() if "." in name else ""
    words = text[:41].split()
    if len(text) > 40 or len(words) > 2:
        return
    if claimed in {"pdf", "doc", "docx"} or [word.lower() for word in words] == ["dummy"]:
        raise UnreadableFileError(
            f"the file is an empty shell of {len(text)} characters", "filen är ett tomt skal utan text"
        )
