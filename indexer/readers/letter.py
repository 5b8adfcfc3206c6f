"""A letter by e-mail, whichever program kept it: its head as a reader sees it, its text, what hangs on it."""

import email.policy
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, getaddresses

from indexer.readers.blocks import BlockText
from indexer.readers.html import HtmlReader
from indexer.readers.interface import Attachment, Heading, Reading
from indexer.readers.limits import check_length
from remissarkiv.domain import Span
from remissarkiv.errors import UnreadableFileError

MAX_ATTACHMENTS = 1_000
MAX_ADDRESSES = 200
"""Names listed of those a letter went to."""
_MAX_TITLE = 500
_SMALL_PICTURE = 64 * 1024
"""Bytes; a logotype in a signature is smaller, a scanned letter is not."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that hangs on a letter; `is_inline` when the text shows it, as a signature's picture."""

    name: str
    media_type: str
    data: bytes
    is_inline: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says of itself, as written there; `plain` and `markup` are its text, either may be ""."""

    sender: str = ""
    to: tuple[str, ...] = ()
    copy: tuple[str, ...] = ()
    date: datetime | None = None
    subject: str = ""
    plain: str = ""
    markup: str = ""
    enclosures: tuple[Enclosure, ...] = ()

    def attachments(self) -> tuple[Attachment, ...]:
        """The files that hang on the letter, without the pictures of its signature."""
        return tuple(Attachment(one.name, one.data) for one in self.enclosures if not _is_decoration(one))


def letter_reading(letter: Letter, media_type: str) -> Reading:
    """The reading of a letter: the head's lines, then its text (the plain one if there is one, since the
    other holds the same set in type). Raises `UnreadableFileError` when it has neither text nor subject."""
    if len(letter.enclosures) > MAX_ATTACHMENTS:
        raise UnreadableFileError(
            f"the letter has more than {MAX_ATTACHMENTS} attachments",
            f"brevet har fler än {MAX_ATTACHMENTS} bilagor och har därför inte lästs",
        )
    attachments = letter.attachments()
    blocks = BlockText()
    for label, value in _head(letter, attachments):
        blocks.add(f"{label}:\t{value}", row=True)
    head = blocks.reading(media_type)
    body = _body(letter)
    if not any(c.isalnum() for c in body.text + letter.subject) and not attachments:
        raise UnreadableFileError("the letter has no text", "brevet saknar text")
    before = f"{head.text}\n\n" if head.text and body.text else head.text
    check_length(len(before) + len(body.text))
    metadata = {
        "title": letter.subject[:_MAX_TITLE],
        "sender": letter.sender,
        "date": letter.date.date().isoformat() if letter.date else "",
    }
    return Reading(
        text=before + body.text,
        media_type=media_type,
        headings=tuple(Heading(_moved(h.span, len(before)), h.level) for h in body.headings),
        metadata={key: value for key, value in metadata.items() if value},
        attachments=attachments,
    )


def as_eml(letter: Letter) -> bytes:
    """The letter as an e-mail file (RFC 5322), for a letter that hangs on another and has no file of its
    own."""
    message = EmailMessage(policy=email.policy.SMTP)
    for name, value in (("From", letter.sender), ("To", ", ".join(letter.to)), ("Subject", letter.subject)):
        if value:
            message[name] = _one_line(value)
    if letter.copy:
        message["Cc"] = _one_line(", ".join(letter.copy))
    if letter.date:
        message["Date"] = format_datetime(letter.date)
    if letter.plain or not letter.markup:
        message.set_content(letter.plain)
    else:
        message.set_content(letter.markup, subtype="html")
    for one in letter.enclosures:
        if not _is_decoration(one):
            message.add_attachment(
                one.data, maintype="application", subtype="octet-stream", filename=_one_line(one.name)
            )
    return message.as_bytes()


def addresses(*values: str) -> tuple[str, ...]:
    """The people in address lines, each as `Namn <adress>`, or only what there is of it."""
    try:
        found = getaddresses([value for value in values if value])[:MAX_ADDRESSES]
    except RecursionError:
        # Comments within comments, thousands deep, which no one's address has.
        return ()
    return tuple(_address(name, address) for name, address in found if name or address)


def _address(name: str, address: str) -> str:
    if name and address and name != address:
        return f"{name} <{address}>"
    return name or address


def _head(letter: Letter, attachments: tuple[Attachment, ...]) -> list[tuple[str, str]]:
    """The lines above a letter, as a Swedish mail program prints them."""
    return [
        (label, value)
        for label, value in (
            ("Från", letter.sender),
            ("Till", "; ".join(letter.to)),
            ("Kopia", "; ".join(letter.copy)),
            ("Datum", _written(letter.date) if letter.date else ""),
            ("Ämne", letter.subject),
            ("Bilagor", "; ".join(one.name for one in attachments)),
        )
        if value
    ]


def _written(date: datetime) -> str:
    """A date by the sender's clock; Outlook keeps no other than that of Greenwich, which is said."""
    return date.strftime("%Y-%m-%d %H:%M") + ("" if date.utcoffset() else " UTC" if date.tzinfo else "")


def _body(letter: Letter) -> Reading:
    plain = letter.plain.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if any(c.isalnum() for c in plain):
        return Reading(plain, "text/plain")
    if letter.markup.strip():
        try:
            return HtmlReader().read(letter.markup.encode("utf-8", errors="replace"))
        except UnreadableFileError:
            # A page without a word, as a letter that only carries its attachment is.
            return Reading("", "text/html")
    return Reading("", "text/plain")


def _is_decoration(one: Enclosure) -> bool:
    return one.is_inline and one.media_type.startswith("image/") and len(one.data) < _SMALL_PICTURE


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _one_line(value: str) -> str:
    return " ".join(value.encode("utf-8", errors="replace").decode("utf-8").split())
