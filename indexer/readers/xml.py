"""Reads xml: TEI as the riksdag's interpellations are published in, and any other by its leaves."""

from xml.etree.ElementTree import ParseError

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from indexer.readers.blocks import BlockText, collapse
from indexer.readers.encoding import decode
from indexer.readers.interface import Reading
from indexer.readers.kind import XML
from indexer.readers.markup import attribute, flowing_text, is_text, mark_line_breaks, without_declaration
from remissarkiv.errors import UnreadableFileError

_HEADING_NAMES = frozenset({"head", "heading", "rubrik", "title"})
_ROW_NAMES = frozenset({"row", "tr"})
_ITEM_NAMES = frozenset({"item", "li"})
_RUNNING_NOTES = frozenset({"pageNumber", "margin"})
_PARAGRAPH_NAMES = frozenset({"p", "ab", "l", "head", "note"})


class XmlReader:
    """Well-formed xml without entities of its own."""

    media_types: tuple[str, ...] = (XML,)

    def read(self, data: bytes) -> Reading:
        """The text of the file; of a TEI file the body, with what its header says as metadata."""
        markup = without_declaration(decode(data))
        _refuse_unsafe(markup)
        soup = BeautifulSoup(markup, "lxml-xml")
        mark_line_breaks(soup, ("lb", "br"))
        header = soup.find("teiHeader")
        body = soup.find("text") if header is not None else None
        blocks = BlockText()
        _gather(body if isinstance(body, Tag) else soup, blocks)
        reading = blocks.reading(XML, _tei_metadata(header) if isinstance(header, Tag) else {})
        if not any(c.isalnum() for c in reading.text):
            raise UnreadableFileError("the xml has no words", "XML-filen saknar text")
        return reading


def _refuse_unsafe(markup: str) -> None:
    """A first pass by a parser that stops at the first entity declared, so that none is ever expanded."""
    try:
        fromstring(markup.encode("utf-8", errors="replace"), forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise UnreadableFileError(
            "the xml declares entities, which can expand without end",
            "XML-filen innehåller entitetsdeklarationer och har av säkerhetsskäl inte lästs",
        ) from error
    except (ParseError, RecursionError, ValueError) as error:
        line = error.position[0] if isinstance(error, ParseError) else 1
        raise UnreadableFileError(
            f"the xml is damaged at line {line}", f"XML-filen är skadad eller avklippt (rad {line})"
        ) from error


def _gather(root: Tag | BeautifulSoup, blocks: BlockText) -> None:
    """Every element with text of its own is a block; elements that only hold others are walked through."""
    stack: list[PageElement] = [root]
    while stack:
        node = stack.pop()
        if not isinstance(node, Tag):
            continue
        if node.name in _ROW_NAMES:
            cells = [flowing_text(cell).replace("\n", " ") for cell in node.find_all(True, recursive=False)]
            blocks.add("\t".join(cells), row=True)
        elif node.name in _PARAGRAPH_NAMES or _has_own_text(node):
            _add(node, blocks)
        else:
            stack.extend(reversed(node.contents))


def _add(node: Tag, blocks: BlockText) -> None:
    text = flowing_text(node)
    if node.name in _ITEM_NAMES:
        blocks.add(f"– {text}" if text else "", tight=True)
        return
    is_title = node.parent is not None and attribute(node.parent, "type") == "ipqTitle"
    blocks.add(
        text,
        level=1 if is_title else 2 if node.name in _HEADING_NAMES else 0,
        running=node.name == "note" and attribute(node, "type") in _RUNNING_NOTES,
    )


def _has_own_text(node: Tag) -> bool:
    return any(is_text(child) and str(child).strip() for child in node.children)


def _tei_metadata(header: Tag) -> dict[str, str]:
    """Title, author and date of a TEI header (TEI P5, ch. 2). The date of an interpellation is when it was
    sent; `xml:id="ipq-…"` marks the kind."""
    statement = header.find("titleStmt")
    metadata = {"title": "", "author": "", "date": "", "kind": ""}
    if isinstance(statement, Tag):
        for key in ("title", "author"):
            found = statement.find(key)
            metadata[key] = collapse(flowing_text(found)) if isinstance(found, Tag) else ""
    sent = header.find("correspAction", attrs={"type": "sent"})
    dated = sent.find("date") if isinstance(sent, Tag) else header.find("date")
    if isinstance(dated, Tag):
        metadata["date"] = attribute(dated, "when")[:10]
    root = header.parent
    if root is not None and attribute(root, "xml:id").startswith("ipq-"):
        metadata["kind"] = "interpellation"
    return metadata
