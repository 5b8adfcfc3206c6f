"""Reads Markdown: front matter, headings, lists and links; everything else is text."""

import re

from indexer.readers.blocks import BlockText
from indexer.readers.encoding import decode
from indexer.readers.interface import Reading
from indexer.readers.kind import MARKDOWN

_FENCE = "---"
_MAX_FRONT_MATTER = 100
"""Lines; a rule further down is a rule, not the end of a front matter."""

# The Swedish keys that municipal exports use, and what a reading calls them.
_KEYS = {
    "kommun": "kommun",
    "organ": "namnd",
    "nämnd": "namnd",
    "namnd": "namnd",
    "datum": "date",
    "date": "date",
    "dnr": "dnr",
    "diarienummer": "dnr",
    "rubrik": "title",
    "titel": "title",
    "title": "title",
    "författare": "author",
    "forfattare": "author",
    "author": "author",
    "typ": "kind",
    "handlingstyp": "kind",
    "handling": "kind",
    "kind": "kind",
}

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(\S.*)")
_BULLETS = frozenset("*+-")
_BULLET = re.compile(r"([ ]{0,12})[*+-][ \t]{1,4}(?=\S)")
# Bounded, so that a line of ten million brackets costs no more than it is long.
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\s]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\(<?[^()\s<>]{0,2000}>?(?:[ ]\"[^\"\n]{0,300}\")?\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,1000})(?<=\S)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")


class MarkdownReader:
    """Markdown with or without front matter."""

    media_types: tuple[str, ...] = (MARKDOWN,)

    def read(self, data: bytes) -> Reading:
        """The text without markup; lines stay as they are broken, as minutes are often set in columns."""
        lines = decode(data).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        metadata, first = _front_matter(lines)
        blocks = BlockText()
        paragraph: list[str] = []
        for line in lines[first:]:
            heading, bullet = _opening(line)
            plain = _plain("– " + line[bullet.end() :] if bullet else line)
            if heading or not line.strip():
                blocks.add("\n".join(paragraph))
                paragraph.clear()
            if heading:
                blocks.add(_plain(heading[2]).rstrip("# \t"), level=len(heading[1]))
            elif plain.strip():
                paragraph.append(plain)
        blocks.add("\n".join(paragraph))
        return blocks.reading(MARKDOWN, metadata)


def _front_matter(lines: list[str]) -> tuple[dict[str, str], int]:
    """What stands between the two `---` lines at the top, and the line after it."""
    first = next((n for n, line in enumerate(lines[:20]) if line.strip()), len(lines))
    if first == len(lines) or lines[first].strip() != _FENCE:
        return {}, 0
    for last in range(first + 1, min(len(lines), first + _MAX_FRONT_MATTER)):
        if lines[last].strip() == _FENCE:
            return _metadata(lines[first + 1 : last]), last + 1
    return {}, 0


def _metadata(lines: list[str]) -> dict[str, str]:
    metadata: dict[str, str] = {}
    for line in lines:
        key, colon, value = line.partition(":")
        name = _KEYS.get(key.strip().lower())
        if colon and name:
            metadata.setdefault(name, value.strip().strip("\"'"))
    return metadata


def _opening(line: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The line as a heading, and the bullet it begins with; most begin with a letter, and are neither."""
    sign = line.lstrip(" ")[:1]
    if sign == "#":
        return _HEADING.fullmatch(line), None
    return None, _BULLET.match(line) if sign in _BULLETS else None


def _plain(line: str) -> str:
    """A line without its markup, looked for where its signs stand; most lines have none."""
    if "](" in line:
        line = _LINK.sub(r"\1", _IMAGE.sub("", line))
    if "**" in line or "__" in line:
        line = _STRONG.sub(r"\2", line)
    return _ESCAPED.sub(r"\1", line) if "\\" in line else line
