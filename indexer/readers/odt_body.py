"""The text of an OpenDocument body (OpenDocument 1.3, part 3, chapters 5, 6 and 9)."""

from xml.etree.ElementTree import Element

from indexer.readers.blocks import BlockText, collapse
from indexer.readers.kind import ODT
from indexer.readers.odt_names import own
from indexer.readers.odt_numbers import SIGN

_MAX_SPACES = 200
"""Spaces that one element may stand for."""

_PARAGRAPHS = {own("text:p"), own("text:h")}
_LIST, _ITEMS = own("text:list"), {own("text:list-item"), own("text:list-header")}
_TABLE, _ROW = own("table:table"), own("table:table-row")
_CELLS = {own("table:table-cell"), own("table:covered-table-cell")}
_TEXT_BOX, _NOTE, _NOTE_BODY = own("draw:text-box"), own("text:note"), own("text:note-body")
# What was deleted under tracked changes, comments, declarations, and what a picture is called.
_SKIPPED = {
    own("text:tracked-changes"), own("office:annotation"), own("office:forms"), own("text:sequence-decls"),
    own("text:variable-decls"), own("text:user-field-decls"), own("office:binary-data"),
    own("text:ruby-text"),
    "{http://www.w3.org/2000/svg}title", "{http://www.w3.org/2000/svg}desc",
}  # fmt: skip
_SUBSTITUTES = {own("text:tab"): "\t", own("text:line-break"): "\n"}


def add_content(container: Element, blocks: BlockText) -> None:
    """Adds the paragraphs, lists and tables below an element, in their order. Text boxes and footnotes
    follow the paragraph they are anchored in."""
    for child in container:
        if child.tag in _PARAGRAPHS:
            _add_paragraph(child, blocks)
        elif child.tag == _LIST:
            _add_list(child, blocks)
        elif child.tag == _ROW:
            _add_row(child, blocks)
        elif child.tag not in _SKIPPED:
            add_content(child, blocks)


def part_lines(part: Element) -> list[str]:
    """The lines of a page's head or foot."""
    gathered = BlockText()
    add_content(part, gathered)
    return [line for line in gathered.reading(ODT).text.split("\n") if line.strip()]


def paragraph_text(paragraph: Element) -> str:
    """The text of a paragraph without what lies in its text boxes and footnotes. White space in the xml
    collapses; spaces, tabs and line breaks that count are elements of their own."""
    parts: list[str] = []
    stack: list[Element | str] = [paragraph]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(collapse_run(node))
            continue
        if node.tag in _SUBSTITUTES:
            parts.append(_SUBSTITUTES[node.tag])
        elif node.tag == own("text:s"):
            count = node.get(own("text:c"), "1")
            parts.append(" " * min(int(count) if count.isdecimal() and len(count) < 6 else 1, _MAX_SPACES))
        elif node.tag not in {*_SKIPPED, _TEXT_BOX, _NOTE}:
            for child in reversed(node):
                stack.extend((child.tail or "", child))
            stack.append(node.text or "")
    return "\n".join(line.strip(" ") for line in "".join(parts).split("\n")).strip("\n")


def collapse_run(text: str) -> str:
    """A run of text with its white space made single spaces, those at its ends kept."""
    if not text:
        return ""
    inner = collapse(text)
    before = " " if text[0] in " \t\r\n" else ""
    after = " " if inner and text[-1] in " \t\r\n" else ""
    return f"{before}{inner}{after}"


def _add_paragraph(paragraph: Element, blocks: BlockText) -> None:
    level = 0
    if paragraph.tag == own("text:h"):
        outline = paragraph.get(own("text:outline-level"), "1")
        level = int(outline) if outline in set("123456789") else 1
    blocks.add(paragraph_text(paragraph), level=level)
    _add_anchored(paragraph, blocks)


def _add_anchored(paragraph: Element, blocks: BlockText) -> None:
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in {_TEXT_BOX, _NOTE_BODY}:
            add_content(element, blocks)
        elif element.tag not in _SKIPPED:
            stack.extend(reversed(element))


def _add_list(listed: Element, blocks: BlockText) -> None:
    """Items lead with their number or a dash. A heading within a list, as numbered headings are
    set, is a heading."""
    for item in listed:
        if item.tag not in _ITEMS:
            continue
        is_first = True
        for child in item:
            if child.tag == own("text:p") and is_first:
                text = paragraph_text(child)
                blocks.add(f"{item.get(SIGN, '–')} {text}" if text.strip() else "", tight=True)
                _add_anchored(child, blocks)
                is_first = False
            elif child.tag == _LIST:
                _add_list(child, blocks)
            elif child.tag in _PARAGRAPHS:
                _add_paragraph(child, blocks)
            elif child.tag not in _SKIPPED:
                add_content(child, blocks)


def _add_row(row: Element, blocks: BlockText) -> None:
    """A row of facts becomes a line with tabs; a cell of several paragraphs, or with a list or table in it,
    is text of its own."""
    cells = [cell for cell in row if cell.tag in _CELLS]
    if any(_is_laid_out(cell) for cell in cells):
        for cell in cells:
            add_content(cell, blocks)
        return
    texts = [next((text for child in cell if (text := paragraph_text(child))), "") for cell in cells]
    blocks.add("\t".join(texts).rstrip("\t"), row=True)
    for cell in cells:
        for child in cell:
            _add_anchored(child, blocks)


def _is_laid_out(cell: Element) -> bool:
    texts = [paragraph_text(child) for child in cell if child.tag in _PARAGRAPHS]
    filled = [text for text in texts if text.strip()]
    if any(child.tag not in _PARAGRAPHS for child in cell):
        return True
    return len(filled) > 1 or any("\n" in text for text in filled)
