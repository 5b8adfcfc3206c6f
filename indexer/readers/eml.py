"""Reads e-mail files (.eml), and web pages kept as one (.mht)."""

import codecs
import re
from collections.abc import Iterator
from datetime import datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import parsedate_to_datetime

from indexer.readers.encoding import decode
from indexer.readers.interface import Reading
from indexer.readers.kind import EML
from indexer.readers.letter import Enclosure, Letter, addresses, letter_reading
from remissarkiv.errors import UnreadableFileError

MAX_PARTS = 500
"""Parts, and letters within letters, that one file may announce; a letter forwarded twenty times has 60."""
MAX_DEPTH = 30
"""Parts within parts."""
_MAX_HEAD = 20_000
"""Characters of one line of the head that are looked at."""

_MAX_CONTENT_LINE = 10_000

_ANNOUNCED = re.compile(rb"boundary\s{0,10}=|content-type:\s{0,10}message/", re.IGNORECASE)
_CODE_PAGES = ("utf", "iso8859", "cp", "mac", "koi8", "ascii", "gb", "big5", "shift_jis", "euc_", "iso2022")
# What the parts of the standard library's parser meet a malformed letter with, beside its own defects.
_MALFORMED = (HeaderParseError, LookupError, ValueError, TypeError, AttributeError, RecursionError)


class EmlReader:
    """Letters as mail programs save them (RFC 5322, MIME)."""

    media_types: tuple[str, ...] = (EML,)

    def read(self, data: bytes) -> Reading:
        """Head and text of the letter, with what hangs on it as attachments; a letter attached to it is an
        attachment too."""
        return letter_reading(_letter(_parsed(data)), EML)


def _parsed(data: bytes) -> Message:
    if sum(1 for _ in _ANNOUNCED.finditer(data)) > MAX_PARTS:
        raise _too_many()
    try:
        message = BytesParser(policy=compat32).parsebytes(data)
    except RecursionError:
        raise _too_many() from None
    except _MALFORMED as error:
        raise UnreadableFileError(
            "the e-mail is damaged", "e-postbrevet är skadat och kan inte läsas"
        ) from error
    parts, level = 0, [message]
    for _ in range(MAX_DEPTH):
        for one in level:
            _check_head(one)
        level = [part for one in level for part in _within(one)]
        parts += len(level)
        if not level or parts > MAX_PARTS:
            break
    if level:
        raise _too_many()
    return message


def _check_head(message: Message) -> None:
    """The lines that say what a part is are taken apart by a parser that needs more time for each `;`."""
    for name, value in message.raw_items():
        if name.lower().startswith("content-") and len(value) > _MAX_CONTENT_LINE:
            raise UnreadableFileError(
                f"a line of the e-mail's head is longer than {_MAX_CONTENT_LINE} characters",
                "e-postbrevets huvud är orimligt långt och har därför inte lästs",
            )


def _within(message: Message) -> list[Message]:
    """The parts of a letter, or the letter that a part holds; none for a part with content of its own."""
    content = message.get_payload()
    return [part for part in content if isinstance(part, Message)] if isinstance(content, list) else []


def _too_many() -> UnreadableFileError:
    return UnreadableFileError(
        f"the e-mail has more than {MAX_PARTS} parts, or parts in {MAX_DEPTH} levels",
        "e-postbrevet har orimligt många delar eller nivåer och har därför inte lästs",
    )


def _letter(message: Message) -> Letter:
    head = _Head(message)
    plain: list[str] = []
    markup: list[str] = []
    enclosures: list[Enclosure] = []
    for part in _leaves(message):
        # What calls itself a container and has no parts is taken as text.
        kind = "text/plain" if part.get_content_maintype() == "multipart" else part.get_content_type()
        name = _file_name(part)
        if kind in {"text/plain", "text/html"} and not name and not _is_attached(part):
            (plain if kind == "text/plain" else markup).append(_text(part))
        else:
            enclosures.append(_enclosure(part, kind, name, len(enclosures) + 1))
    return Letter(
        sender="; ".join(addresses(head.value("from"))),
        to=addresses(head.value("to")),
        copy=addresses(head.value("cc")),
        date=_date(head.value("date")),
        subject=head.value("subject"),
        plain="\n\n".join(plain),
        markup="\n".join(markup),
        enclosures=tuple(enclosures),
    )


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that are no mere wrapping; a letter within the letter is one of them. Of alternatives, the
    plain text and the set one are both given."""
    stack = [message]
    while stack:
        part = stack.pop()
        within = _within(part)
        if within and part.get_content_maintype() == "multipart":
            stack.extend(reversed(within))
        else:
            yield part


class _Head:
    """The lines of a letter's head, decoded."""

    def __init__(self, message: Message) -> None:
        self._lines: dict[str, str] = {}
        for name, value in message.raw_items():
            self._lines.setdefault(str(name).lower(), str(value))

    def value(self, name: str) -> str:
        """A line of the head in plain letters, "" when there is none."""
        return _plain_line(self._lines.get(name, ""))


def _plain_line(raw: str) -> str:
    """RFC 2047 words decoded; bytes that a careless program left as they were read as text."""
    value = raw[:_MAX_HEAD]
    if any("\udc80" <= character <= "\udcff" for character in value):
        value = decode(value.encode("utf-8", errors="surrogateescape"))
    try:
        pieces = decode_header(value)
    except _MALFORMED:
        pieces = [(value, None)]
    out = [piece if isinstance(piece, str) else _decoded(piece, charset or "") for piece, charset in pieces]
    return " ".join("".join(out).split())


def _decoded(data: bytes, charset: str) -> str:
    """The text of `data` in the named code page, when it is one; a name may also be that of a packing."""
    try:
        name = codecs.lookup(charset).name.replace("-", "")
        if name.startswith(_CODE_PAGES):
            return data.decode(charset)
    except (LookupError, ValueError):
        pass
    try:
        return decode(data)
    except UnreadableFileError:
        return data.decode("cp1252", errors="replace")


def _date(value: str) -> datetime | None:
    try:
        return parsedate_to_datetime(value)
    except _MALFORMED:
        return None


def _file_name(part: Message) -> str:
    try:
        return _plain_line(part.get_filename() or "")[:200]
    except _MALFORMED:
        return ""


def _is_attached(part: Message) -> bool:
    return str(part.get("content-disposition", "")).strip().lower().startswith("attachment")


def _bytes(part: Message) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except _MALFORMED:
        return b""
    return content if isinstance(content, bytes) else b""


def _text(part: Message) -> str:
    try:
        charset = part.get_content_charset("") or ""
    except _MALFORMED:
        charset = ""
    return _decoded(_bytes(part), charset)


def _enclosure(part: Message, kind: str, name: str, number: int) -> Enclosure:
    within = _within(part)
    if kind.startswith("message/") and within:
        try:
            data = within[0].as_bytes()
        except _MALFORMED:
            data = b""
        subject = _Head(within[0]).value("subject")[:150]
        return Enclosure(_ending(name or subject or f"Brev {number}", ".eml"), kind, data)
    return Enclosure(name or f"Bilaga {number}", kind, _bytes(part), "content-id" in part)


def _ending(name: str, ending: str) -> str:
    return name if name.lower().endswith(ending) else name + ending
