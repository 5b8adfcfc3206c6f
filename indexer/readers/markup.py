"""What html and xml have in common: parsed trees whose text is taken piece by piece, without recursion, so
that no depth of nesting in a hostile file can exhaust the stack."""

from bs4 import BeautifulSoup, Tag
from bs4.element import CData, NavigableString

from indexer.readers.blocks import LINE_BREAK, collapse


def is_text(node: object) -> bool:
    """Whether a node is text of the document: not a comment, a declaration or an instruction."""
    return type(node) is NavigableString or type(node) is CData


def mark_line_breaks(soup: BeautifulSoup, names: tuple[str, ...]) -> None:
    """Puts `LINE_BREAK` where the markup breaks a line (`<br>`, TEI's `<lb/>`)."""
    for tag in soup.find_all(list(names)):
        tag.insert_before(NavigableString(LINE_BREAK))


def flowing_text(tag: Tag) -> str:
    """All text inside a tag as one run, white space collapsed."""
    return collapse("".join(str(node) for node in tag.descendants if is_text(node)))


def attribute(tag: Tag, name: str) -> str:
    """The value of an attribute, several words joined, "" when there is none."""
    value = tag.get(name)
    if value is None:
        return ""
    return value if isinstance(value, str) else " ".join(value)
