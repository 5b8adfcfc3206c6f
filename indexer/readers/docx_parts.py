"""Parts of a Word package beside the body: footnotes and endnotes."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

_NOTES = ((RELATIONSHIP_TYPE.FOOTNOTES, "w:footnote"), (RELATIONSHIP_TYPE.ENDNOTES, "w:endnote"))
REFERENCES = {qn("w:footnoteReference"): "w:footnote", qn("w:endnoteReference"): "w:endnote"}
"""What stands in the text where a note belongs, and which kind of note it calls."""


def related_part(document: Any, relation: str) -> Any | None:
    """The root element of the part that a document has by a relation, None when it has none."""
    for found in document.part.rels.values():
        if found.reltype == relation and not found.is_external:
            return parse_xml(found.target_part.blob)
    return None


def notes(document: Any) -> dict[tuple[str, str], Any]:
    """The notes by kind and id; the lines that part them from the text (notes with a type) are none."""
    found: dict[tuple[str, str], Any] = {}
    for relation, kind in _NOTES:
        root = related_part(document, relation)
        for note in () if root is None else root.iter(qn(kind)):
            if note.get(qn("w:type"), "normal") == "normal":
                found[kind, note.get(qn("w:id"), "")] = note
    return found
