"""The tokens of rich text (RTF 1.9.1, "RTF syntax"), and its bytes as letters."""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\(.)|([{}])"
    rb"|[\r\n\0]{1,4096}|([^\\{}\r\n\0]{1,4096})",
    re.DOTALL,
)

CODE_PAGES = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip
"""The code page of a font by its `\\fcharset`; 0 and 1 are the document's own."""

_DOCUMENT_PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


class Token(NamedTuple):
    """A control word with its number (None without one), a control sign (`kind` is the sign), a brace, or
    text in bytes (`kind` is "")."""

    kind: str
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a file, in one pass from its start to its end."""
    place = 0
    while match := _TOKEN.match(data, place):
        place = match.end()
        word, number, code, sign, brace, text = match.groups()
        if word is not None:
            value = int(number) if number else None
            if word == b"bin" and value is not None:
                # Raw bytes follow, which may look like anything.
                place += max(0, value)
            yield Token(word.decode("ascii"), value)
        elif code is not None:
            yield Token("", None, bytes.fromhex(code.decode("ascii")))
        elif sign is not None:
            yield _sign(sign)
        elif brace is not None:
            yield Token(brace.decode("ascii"))
        elif text is not None:
            yield Token("", None, text)


def _sign(sign: bytes) -> Token:
    """A backslash before a line end is a paragraph mark; before a brace or another, it makes that text."""
    if sign in b"\r\n":
        return Token("par")
    return Token("", None, sign) if sign in b"\\{}" else Token(sign.decode("latin-1"))


def document_page(kind: str, number: int | None) -> str:
    """The code page that the word `\\ansi`, `\\mac`, `\\pc`, `\\pca` or `\\ansicpg1252` announces, "" for
    another word or a code page that does not exist."""
    if kind != "ansicpg":
        return _DOCUMENT_PAGES.get(kind, "")
    name = {65001: "utf-8", 10000: "mac_roman"}.get(number or 0, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return ""
    return name
