"""Reads web pages."""

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from indexer.readers.blocks import LINE_BREAK, BlockText, collapse
from indexer.readers.encoding import decode
from indexer.readers.html_furniture import main_parts, remove_furniture
from indexer.readers.interface import Reading
from indexer.readers.kind import HTML
from indexer.readers.markup import (
    BoundedSoup,
    attribute,
    flowing_text,
    is_text,
    mark_line_breaks,
    without_declaration,
)
from remissarkiv.errors import UnreadableFileError

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure"
    " footer form header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr"
    " ul".split()
)
_IN_CELL = ["p", "div", "li", "table", "blockquote", "pre", *_HEADINGS]

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TITLE_NAMES = ("dc.title", "dcterms.title", "og:title")
_AUTHOR_NAMES = ("author", "dc.creator", "dcterms.creator")
_DATE_NAMES = (
    "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "article:published_time", "og:published",
    "published", "date",
)  # fmt: skip


class HtmlReader:
    """Pages of municipal and state web sites, and fragments of pages."""

    media_types: tuple[str, ...] = (HTML,)

    def read(self, data: bytes) -> Reading:
        """The document on the page, without the site around it."""
        soup = BoundedSoup(without_declaration(decode(data)), "lxml")
        metadata = _metadata(soup)
        _keep_preformatted_lines(soup)
        remove_furniture(soup)
        mark_line_breaks(soup, ("br",))
        walk = _Walk()
        for part in main_parts(soup):
            walk.read(part)
        if not any(c.isalnum() for c in walk.text_so_far()):
            raise UnreadableFileError("the page has no words", "webbsidan saknar text")
        return walk.blocks.reading(HTML, metadata)


def _metadata(soup: BeautifulSoup) -> dict[str, str]:
    named: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        name = (attribute(tag, "name") or attribute(tag, "property")).lower()
        named.setdefault(name, collapse(attribute(tag, "content")))
    title = next((named[name] for name in _TITLE_NAMES if named.get(name)), "")
    if not title and isinstance(soup.title, Tag):
        title = flowing_text(soup.title)
    date = next((m.group() for n in _DATE_NAMES if (m := _DATE.match(named.get(n, "")))), "")
    return {
        "title": title,
        "author": next((named[name] for name in _AUTHOR_NAMES if named.get(name)), ""),
        "date": date,
        "dnr": named.get("dnr") or named.get("diarienummer", ""),
    }


def _keep_preformatted_lines(soup: BeautifulSoup) -> None:
    for tag in soup.find_all("pre"):
        for node in [node for node in tag.descendants if is_text(node)]:
            node.replace_with(NavigableString(str(node).replace("\n", LINE_BREAK)))


class _Leave:
    """Marks, on the stack, the end of a tag's children."""


_LEAVE = _Leave()


class _Walk:
    """Goes through a part of the tree in order and gathers its blocks."""

    def __init__(self) -> None:
        self.blocks = BlockText()
        self._line: list[str] = []
        self._bullet = ""
        self._counted: dict[int, int] = {}
        self._told: set[int] = set()

    def text_so_far(self) -> str:
        """The text gathered, for a look at whether there is any."""
        return self.blocks.reading(HTML).text

    def read(self, part: Tag | BeautifulSoup) -> None:
        """Adds the blocks of one part of the page."""
        stack: list[PageElement | _Leave] = [part]
        while stack:
            node = stack.pop()
            if isinstance(node, _Leave):
                self._flush()
            elif isinstance(node, Tag):
                self._enter(node, stack)
            elif is_text(node):
                self._line.append(str(node))
        self._flush()

    def _enter(self, tag: Tag, stack: list[PageElement | _Leave]) -> None:
        name = tag.name.lower()
        if name in _HEADINGS:
            self._flush()
            self.blocks.add(flowing_text(tag), level=_HEADINGS[name])
            return
        if name == "tr" and _is_plain_row(tag):
            self._flush()
            cells = [flowing_text(cell) for cell in tag.find_all(["td", "th"])]
            self.blocks.add("\t".join(cells).rstrip("\t"), row=True)
            return
        if name == "dt" and (value := _plain_value(tag)) is not None:
            self._flush()
            self._told.add(id(value))
            self.blocks.add(f"{flowing_text(tag)}\t{flowing_text(value)}", row=True)
            return
        if id(tag) in self._told:
            return
        if name in _BLOCKS:
            self._flush()
            if name == "li":
                self._bullet = self._sign(tag)
            stack.append(_LEAVE)
        stack.extend(reversed(tag.contents))

    def _sign(self, item: Tag) -> str:
        """The sign before a list item: its number in a numbered list, whose points decisions refer to."""
        if item.parent is None or item.parent.name != "ol":
            return "– "
        start = attribute(item.parent, "start")
        first = int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 1
        before = self._counted.get(id(item.parent), 0)
        self._counted[id(item.parent)] = before + 1
        return f"{first + before}. "

    def _flush(self) -> None:
        text = collapse("".join(self._line))
        self._line.clear()
        if text:
            self.blocks.add(self._bullet + text, tight=bool(self._bullet))
            self._bullet = ""


def _plain_value(term: Tag) -> Tag | None:
    """What a list of terms says of one (`Organ`, `Diarienummer`), when it is a word or a line."""
    value = term.find_next_sibling(True)
    if not isinstance(value, Tag) or value.name.lower() != "dd":
        return None
    if term.find(list(_BLOCKS)) is not None or value.find(list(_BLOCKS)) is not None:
        return None
    return None if "\n" in flowing_text(term) + flowing_text(value) else value


def _is_plain_row(row: Tag) -> bool:
    """A row of a table of facts, not of one that lays out the page: no cell holds more than one block
    or line."""
    if row.find("table") is not None:
        return False
    return all(
        len(cell.find_all(_IN_CELL, limit=2)) < 2 and "\n" not in flowing_text(cell)
        for cell in row.find_all(["td", "th"])
    )
