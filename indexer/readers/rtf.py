"""Reads rich text (.rtf): body in its order, tables, lists, heads and feet, footnotes.

The words are those of the Rich Text Format specification 1.9.1.
"""

import re
from dataclasses import dataclass, replace

from indexer.readers.blocks import BlockText
from indexer.readers.interface import Reading
from indexer.readers.kind import RTF
from indexer.readers.limits import check_length
from indexer.readers.rtf_part import RtfPart
from indexer.readers.rtf_tokens import CODE_PAGES, Token, document_page, tokens
from remissarkiv.errors import UnreadableFileError

MAX_DEPTH = 500
"""Groups within groups; Word's own files stay under 30."""

_HEADING_STYLE = re.compile(r"(?:heading|rubrik) ?([1-9])", re.IGNORECASE)
_ORDER = ("head", "first head", "body", "box", "note", "foot")
_TITLE_STYLES = {"title", "rubrik"}

_SIGNS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ",
    "~": "\u00a0", "_": "-", "-": "\u00ad",
}  # fmt: skip
# Groups marked to be passed over by programs that do not know them, which hold text of the document.
_KNOWN_STARRED = {"shpinst"}
_PARTS = {
    "header": "head", "headerl": "head", "headerr": "head", "headerf": "first head", "footer": "foot",
    "footerl": "foot", "footerr": "foot", "footerf": "foot", "footnote": "note", "shptxt": "box",
    "dptxbxtext": "box",
}  # fmt: skip
_LEFT_OUT = {
    "pict", "fldinst", "listtable", "listoverridetable", "xe", "tc", "txe", "rxe", "annotation", "sp",
    "shprslt", "revtbl", "filetbl", "nonesttables", "upr", "pn", "background", "colortbl", "objdata",
    "objclass", "objname", "private", "comment", "template", "operator", "ftnsep", "ftnsepc", "aftnsep",
    "aftnsepc",
}  # fmt: skip
_TABLES = {"info", "fonttbl", "stylesheet"}
_INFO = {"title", "author", "creatim", "revtim"}


class RtfReader:
    """Rich text as Word, WordPad and case systems write it."""

    media_types: tuple[str, ...] = (RTF,)

    def read(self, data: bytes) -> Reading:
        """The text, headings by style or outline level; the heads and feet of the pages as running lines."""
        reading = _Interpreter().read(data)
        if not any(c.isalnum() for c in reading.text):
            raise UnreadableFileError("the rich text has no words", "RTF-filen saknar text")
        return reading


def rtf_text(data: bytes) -> str:
    """The text of rich text, without what its format tells; "" for none."""
    return _Interpreter().read(data).text


@dataclass(slots=True)
class _Group:
    """What holds until the group ends: where its text goes ("" nowhere) and how its bytes are letters."""

    part: str = "body"
    font: int = -1
    skip: int = 1
    is_label: bool = False
    is_hidden: bool = False
    is_first: bool = True
    is_starred: bool = False


class _Interpreter:
    """Goes through the tokens once, with a stack of groups and no recursion."""

    def __init__(self) -> None:
        self._group = _Group()
        self._stack: list[_Group] = []
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._default_font = -1
        self._levels: dict[int, int] = {}
        self._told: dict[str, list[str]] = {}
        self._parts = {part: RtfPart(self._levels) for part in ("body", *_PARTS.values())}
        self._pending = bytearray()
        self._length = 0
        self._to_skip = 0
        self._half = ""

    def read(self, data: bytes) -> Reading:
        for token in tokens(data):
            self._take(token)
        self._flush()
        return self._reading()

    def _take(self, token: Token) -> None:
        kind, number = token.kind, token.number
        if kind == "":
            self._bytes(token.data)
            return
        if self._to_skip and kind in _SIGNS:
            # What stands in for a sign of Unicode, in a program that knows none, may be a word too.
            self._to_skip -= 1
            return
        self._flush()
        self._to_skip = 0
        if kind == "u" and number is not None:
            self._sign(number)
            self._to_skip = self._group.skip
        elif kind == "{":
            self._open()
        elif kind == "}":
            self._close()
        elif kind == "*":
            self._group.is_starred = True
        else:
            first, self._group.is_first = self._group.is_first, False
            if not (first and self._enter(kind)):
                self._word(kind, number)

    def _open(self) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise UnreadableFileError(
                f"the rich text nests more than {MAX_DEPTH} groups",
                f"RTF-filen är nästlad i mer än {MAX_DEPTH} nivåer och har därför inte lästs",
            )
        self._stack.append(self._group)
        self._group = replace(self._group, is_first=True, is_starred=False)

    def _close(self) -> None:
        ended = self._group
        if self._stack:
            self._group = self._stack.pop()
        if ended.part == self._group.part:
            return
        if ended.part.startswith("style "):
            self._learn_style(ended.part)
        elif ended.part == "box":
            box, self._parts["box"] = self._parts["box"], RtfPart(self._levels)
            self._parts["body"].blocks.extend(box.end())
        elif ended.part in self._parts:
            self._parts[ended.part].shape("par", None)

    def _enter(self, kind: str) -> bool:
        """The first word of a group may name what its text is. True when it did."""
        group = self._group
        is_text = group.part in self._parts
        if kind in _PARTS and is_text:
            group.part = _PARTS[kind]
        elif kind in {"listtext", "pntext"} and is_text:
            group.is_label = True
        elif kind in _TABLES:
            group.part = kind
        elif kind in _INFO and group.part == "info":
            group.part = kind
            self._told.pop(kind, None)
        elif kind in _LEFT_OUT or (group.is_starred and is_text and kind not in _KNOWN_STARRED):
            group.part = ""
        else:
            return False
        return True

    def _word(self, kind: str, number: int | None) -> None:
        group = self._group
        if page := document_page(kind, number):
            self._page = page
        elif kind == "uc":
            group.skip = min(1 if number is None else max(0, number), 8)
        elif kind == "deff":
            self._default_font = -1 if number is None else number
        elif kind == "f":
            if group.part == "fonttbl" or group.part.startswith("font "):
                group.part = f"font {number or 0}"
            group.font = number or 0
        elif kind == "fcharset" and group.part.startswith("font "):
            self._fonts[group.font] = CODE_PAGES.get(number or 0, "")
        elif kind == "s" and group.part == "stylesheet":
            group.part = f"style {number or 0}"
        elif kind in {"v", "deleted"}:
            group.is_hidden = number != 0
        elif kind == "plain":
            group.is_hidden, group.font = False, self._default_font
        elif kind in {"yr", "mo", "dy"} and group.part in _INFO:
            self._told.setdefault(group.part, []).append(f"{number or 0:02}")
        elif kind in _SIGNS:
            self._put(_SIGNS[kind])
        elif group.part in self._parts:
            self._parts[group.part].shape(kind, number)

    def _bytes(self, data: bytes) -> None:
        skipped = min(self._to_skip, len(data))
        self._to_skip -= skipped
        self._group.is_first = False
        if self._group.part and not self._group.is_hidden:
            self._pending += data[skipped:]

    def _flush(self) -> None:
        if self._pending:
            page = self._fonts.get(self._group.font) or self._page
            text = self._pending.decode(page, errors="replace")
            self._pending.clear()
            self._put(text)

    def _sign(self, number: int) -> None:
        """A sign of Unicode, a signed number of 16 bits; one beyond the first plane comes as two halves."""
        self._group.is_first = False
        sign = chr(number & 0xFFFF)
        if "\ud800" <= sign <= "\udbff":
            self._half = sign
            return
        pair = (self._half + sign).encode("utf-16-le", "surrogatepass")
        self._half = ""
        self._put(pair.decode("utf-16-le", "replace"))

    def _put(self, text: str) -> None:
        group = self._group
        if group.is_hidden:
            return
        if group.part in self._parts:
            self._parts[group.part].put(text, is_label=group.is_label)
        elif group.part in _INFO or group.part.startswith("style "):
            self._told.setdefault(group.part, []).append(text)
        else:
            return
        self._length += len(text)
        check_length(self._length)

    def _learn_style(self, part: str) -> None:
        name = "".join(self._told.pop(part, [])).strip(" ;")
        match = _HEADING_STYLE.match(name)
        if match:
            self._levels[int(part[6:])] = int(match[1])
        elif name.lower() in _TITLE_STYLES:
            self._levels[int(part[6:])] = 1

    def _reading(self) -> Reading:
        blocks = BlockText()
        ended = {part: self._parts[part].end() for part in _ORDER}
        for part, found in ended.items():
            # As in Word: the head of all pages is the letterhead when that of the first is not set apart.
            running = part == "foot" or (part == "head" and bool(ended["first head"]))
            if running:
                for line in dict.fromkeys(line for block in found for line in block.text.split("\n")):
                    blocks.add(line, running=True)
                continue
            for block in found:
                blocks.add(block.text, tight=block.tight, row=block.row, level=block.level)
        date = self._told.get("revtim") or self._told.get("creatim") or []
        told = {
            "title": "".join(self._told.get("title", [])).strip(),
            "author": "".join(self._told.get("author", [])).strip(),
            "date": "-".join(date) if len(date) == 3 else "",
        }
        return blocks.reading(RTF, told)
