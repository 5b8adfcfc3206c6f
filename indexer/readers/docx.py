"""Reads Word documents (.docx)."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from indexer.readers.blocks import BlockText
from indexer.readers.docx_numbers import Numbering, list_of
from indexer.readers.docx_package import usual_package
from indexer.readers.docx_parts import REFERENCES, notes
from indexer.readers.interface import Reading
from indexer.readers.kind import DOCX
from indexer.readers.safe_xml import DamagedXmlError, parse_part
from remissarkiv.errors import UnreadableFileError
from remissarkiv.packed import open_archive, read_member

_HEADING_STYLE = re.compile(r"(?:heading|rubrik) ?([1-9])", re.IGNORECASE)
_TITLE_STYLES = {"title", "rubrik"}
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT_BOX = qn("w:txbxContent")
# Deleted text, field codes, and the copy of a drawing for programs of before 2010.
_SKIPPED = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:instrText"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "\u00ad",
}


class DocxReader:
    """Word documents since 2007: body in its order, tables, content controls, text boxes, heads and feet."""

    media_types: tuple[str, ...] = (DOCX,)

    def read(self, data: bytes) -> Reading:
        """The text, headings by style; the heads and feet of the sections as running lines."""
        _check_parts(data)
        try:
            reading = _read(docx.Document(io.BytesIO(usual_package(data))))
        except (
            OpcError,
            SyntaxError,
            zipfile.BadZipFile,
            zlib.error,
            RuntimeError,
            EOFError,
            LookupError,
            ValueError,
            AttributeError,
            TypeError,
        ) as error:
            # python-docx meets a broken package with whichever of these its first missing part causes.
            raise _broken() from error
        if not any(c.isalnum() for c in reading.text):
            raise UnreadableFileError("the Word document has no text", "Word-filen saknar text")
        return reading


def _check_parts(data: bytes) -> None:
    """Each xml part is looked through by a parser that refuses entities before python-docx sees it."""
    with open_archive(data) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                try:
                    parse_part(read_member(archive, name), "Word-filen")
                except DamagedXmlError as error:
                    raise _broken() from error


def _broken() -> UnreadableFileError:
    return UnreadableFileError("the Word document is damaged", "Word-filen är skadad och går inte att läsa")


def _read(document: Any) -> Reading:
    blocks = BlockText()
    told = _told(document)
    heads, first_heads, feet = _heads_and_feet(document)
    # The head of the first page is the letterhead, with Dnr and date; where none is set apart, it is the
    # one that all pages have.
    for text in heads if first_heads else ():
        blocks.add(text, running=True)
    blocks.add("\n".join(first_heads or heads))
    _add_children(document.element.body, blocks, told)
    for text in feet:
        blocks.add(text, running=True)
    return blocks.reading(DOCX, _metadata(document))


@dataclass
class _Told:
    """What other parts of the package say of the paragraphs: heading level (1-9) and list by style id, how
    the lists count, the notes."""

    levels: dict[str, int] = field(default_factory=dict)
    lists: dict[str, tuple[str, int]] = field(default_factory=dict)
    numbering: Numbering = field(default_factory=Numbering)
    notes: dict[tuple[str, str], Any] = field(default_factory=dict)


def _told(document: Any) -> _Told:
    """A style is one of headings by its name or its outline level."""
    told = _Told(numbering=Numbering.of(document), notes=notes(document))
    for style in document.styles:
        name = str(style.name or "")
        match = _HEADING_STYLE.match(name)
        properties = style.element.find(qn("w:pPr"))
        outline = style.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        if match:
            told.levels[style.style_id] = int(match[1])
        elif name.lower() in _TITLE_STYLES:
            told.levels[style.style_id] = 1
        elif outline is not None and outline.get(qn("w:val"), "9") in "012345678":
            told.levels[style.style_id] = int(outline.get(qn("w:val"))) + 1
        if (found := list_of(properties)) is not None:
            told.lists[style.style_id] = found
    return told


def _heads_and_feet(document: Any) -> tuple[list[str], list[str], list[str]]:
    """Running heads, letterheads (heads of a first page set apart) and running feet; each line once."""
    heads: dict[str, None] = {}
    first_heads: dict[str, None] = {}
    feet: dict[str, None] = {}
    for section in document.sections:
        if section.different_first_page_header_footer:
            first_heads.update(dict.fromkeys(_part_lines(section.first_page_header)))
            feet.update(dict.fromkeys(_part_lines(section.first_page_footer)))
        heads.update(dict.fromkeys(_part_lines(section.header)))
        feet.update(dict.fromkeys(_part_lines(section.footer)))
    return list(heads), list(first_heads), list(feet)


def _part_lines(part: Any) -> list[str]:
    if part.is_linked_to_previous:
        return []
    gathered = BlockText()
    _add_children(part._element, gathered, _Told())
    return [line for line in gathered.reading(DOCX).text.split("\n") if line.strip()]


def _add_children(container: Any, blocks: BlockText, told: _Told) -> None:
    """Paragraphs and tables under a container, also those in content controls and tracked insertions."""
    for child in container:
        if child.tag == _PARAGRAPH:
            _add_paragraph(child, blocks, told)
        elif child.tag == _TABLE:
            for row in _descend(child, _ROW):
                _add_row(row, blocks, told)
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            _add_children(child, blocks, told)


def _descend(element: Any, tag: str) -> Iterator[Any]:
    """The nearest descendants of a kind, looking through whatever lies between but not into a table."""
    for child in element:
        if child.tag == tag:
            yield child
        elif isinstance(child.tag, str) and child.tag not in {_TABLE, *_SKIPPED}:
            yield from _descend(child, tag)


def _add_row(row: Any, blocks: BlockText, told: _Told) -> None:
    """A row of facts becomes a line with tabs; a cell of several paragraphs or lines (a court report or a
    letterhead set in a table) is text of its own."""
    cells = list(_descend(row, _CELL))
    paragraphs = [[p for p in cell.iter(_PARAGRAPH) if _paragraph_text(p).strip()] for cell in cells]
    if any(len(found) > 1 or (found and "\n" in _paragraph_text(found[0]).strip()) for found in paragraphs):
        for cell in cells:
            _add_children(cell, blocks, told)
        return
    texts = [_paragraph_text(found[0]).strip() if found else "" for found in paragraphs]
    blocks.add("\t".join(texts).rstrip("\t"), row=True)
    for cell in cells:
        _add_notes(cell, blocks, told)


def _add_paragraph(paragraph: Any, blocks: BlockText, told: _Told) -> None:
    text = _paragraph_text(paragraph).strip("\n")
    properties = paragraph.find(qn("w:pPr"))
    style = properties.find(qn("w:pStyle")) if properties is not None else None
    style_id = style.get(qn("w:val"), "") if style is not None else ""
    level = told.levels.get(style_id, 0)
    listed = list_of(properties) or told.lists.get(style_id)
    if listed is not None and listed[0] != "0" and text.strip():
        label = told.numbering.next_label(*listed)
        if not level:
            blocks.add(f"{label} {text}", tight=True)
        else:
            blocks.add(text if label == "–" else f"{label} {text}", level=level)
    else:
        blocks.add(text, level=level)
    for box in paragraph.iter(_TEXT_BOX):
        if not any(ancestor.tag in _SKIPPED for ancestor in box.iterancestors()):
            _add_children(box, blocks, told)
    _add_notes(paragraph, blocks, told)


def _add_notes(element: Any, blocks: BlockText, told: _Told) -> None:
    """The foot- and endnotes of a paragraph or cell, each once, after what they belong to."""
    for reference in element.iter(*REFERENCES):
        note = told.notes.pop((REFERENCES[reference.tag], reference.get(qn("w:id"), "")), None)
        if note is not None and not any(up.tag in _SKIPPED for up in reference.iterancestors()):
            _add_children(note, blocks, told)


def _paragraph_text(paragraph: Any) -> str:
    """The text of a paragraph without what lies in text boxes."""
    parts: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in _SKIPPED or element.tag in {_TEXT_BOX, qn("w:pPr")}:
            continue
        if element.tag == qn("w:t"):
            parts.append(element.text or "")
        elif element.tag in _SIGNS:
            parts.append(_SIGNS[element.tag])
        else:
            stack.extend(reversed(element))
    return "".join(parts)


def _metadata(document: Any) -> dict[str, str]:
    """The core properties that say something of the document. Word's date of creation is often that of the
    template, so the last change is given when there is one."""
    properties = document.core_properties
    changed = properties.modified or properties.created
    return {
        "title": (properties.title or "").strip(),
        "author": (properties.author or "").strip(),
        "date": changed.date().isoformat() if changed else "",
    }
