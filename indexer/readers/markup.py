"""What html and xml have in common: parsed trees whose text is taken piece by piece, without recursion, so
that no depth of nesting in a hostile file can exhaust the stack."""

import re
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import CData, NavigableString

from indexer.readers.blocks import LINE_BREAK, collapse

DEEPEST = 500
"""Tags within tags; real pages stay below 60."""

_DECLARATION = re.compile(r"\s*<\?xml[^>]*>\s*")


class BoundedSoup(BeautifulSoup):
    """A parsed page that is nowhere deeper than `DEEPEST`: what would lie deeper lies beside. The parser's
    own work grows with the square of the depth, and a page that never closes its lists (`<ul><li><ul><li>…`)
    would take a minute for a megabyte. No text is lost."""

    def handle_starttag(self, *arguments: Any, **named: Any) -> Tag | None:
        """Take in a tag, after closing what is open too deep."""
        self.endData()
        while len(self.tagStack) > DEEPEST:
            self.popTag()
        return super().handle_starttag(*arguments, **named)


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


def without_declaration(markup: str) -> str:
    """The markup without the `<?xml …?>` it begins with, which tells an encoding that was seen to already."""
    declaration = _DECLARATION.match(markup)
    return markup if declaration is None else markup[declaration.end() :]


def attribute(tag: Tag, name: str) -> str:
    """The value of an attribute, several words joined, "" when there is none."""
    value = tag.get(name)
    if value is None:
        return ""
    return value if isinstance(value, str) else " ".join(value)
