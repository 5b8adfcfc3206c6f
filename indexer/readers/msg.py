"""Reads letters kept by Outlook (.msg)."""

import io
import struct
from datetime import UTC, datetime

import olefile
from oxmsg import Message
from oxmsg.attachment import Attachment as OutlookAttachment
from oxmsg.domain import constants as tags
from oxmsg.domain.model import StorageT
from oxmsg.properties import Properties
from oxmsg.recipient import Recipient
from oxmsg.storage import Storage

from indexer.readers.encoding import decode
from indexer.readers.interface import Reading
from indexer.readers.kind import MSG
from indexer.readers.letter import (
    MAX_ADDRESSES,
    MAX_ATTACHMENTS,
    Enclosure,
    Letter,
    as_eml,
    letter_reading,
)
from indexer.readers.rtf import rtf_text
from indexer.readers.rtf_packed import unpacked_rtf
from remissarkiv.errors import UnreadableFileError

MAX_ENTRIES = 50_000
"""Streams and storages of one file; a letter with a hundred recipients and ten attachments has 3 000."""
_MAX_DEPTH = 5
"""Letters attached to letters that are taken out; deeper ones are left where they are."""

_EMBEDDED = "__substg1.0_3701000D"
_EMBEDDED_HEADER = 24
"""Bytes before the properties of an embedded letter; 32 in the outermost (MS-OXMSG 2.4.1)."""
_COPY = 2
_RECIPIENT_KIND = tags.PID_RECIPIENT_TYPE
# What olefile and python-oxmsg meet a damaged file with, beside their own errors.
_MALFORMED = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
    OverflowError,
    struct.error,
    OSError,
    RecursionError,
)


class MsgReader:
    """Letters as Outlook saves them (MS-OXMSG)."""

    media_types: tuple[str, ...] = (MSG,)

    def read(self, data: bytes) -> Reading:
        """Head and text of the letter, with what hangs on it as attachments; a letter attached to it becomes
        an e-mail file."""
        try:
            _check_size(data)
            message = Message.load(data)
            letter = _letter(message.properties, message._storage, 0)
        except _MALFORMED as error:
            raise UnreadableFileError(
                "the Outlook message is damaged", "Outlook-brevet är skadat och kan inte läsas"
            ) from error
        return letter_reading(letter, MSG)


def _check_size(data: bytes) -> None:
    """The streams together are no larger than the file: one that names the same bytes many times over would
    otherwise be as large as it likes once read."""
    with olefile.OleFileIO(io.BytesIO(data)) as container:
        entries = container.listdir(streams=True, storages=True)
        if len(entries) > MAX_ENTRIES:
            raise ValueError("too many entries")
        total = sum(container.get_size(entry) for entry in container.listdir())
    if total > len(data):
        raise ValueError("streams overlap")


def _letter(properties: Properties, storage: StorageT, depth: int) -> Letter:
    recipients = list(storage.iter_recipient_storages())[:MAX_ADDRESSES]
    to: list[str] = []
    copy: list[str] = []
    for one in recipients:
        recipient = Recipient(one)
        kind = recipient.properties.int_prop_value(_RECIPIENT_KIND)
        (copy if kind == _COPY else to).append(_named(recipient.name, recipient.email_address))
    plain = _string(properties, tags.PID_BODY)
    markup = _markup(properties)
    if not plain.strip() and not markup.strip():
        plain = _set_text(properties)
    return Letter(
        sender=_sender(properties),
        to=tuple(to),
        copy=tuple(copy),
        date=_date(properties),
        subject=" ".join(_string(properties, tags.PID_SUBJECT).split()),
        plain=plain,
        markup=markup,
        enclosures=_enclosures(storage, depth),
    )


def _string(properties: Properties, tag: int) -> str:
    return (properties.str_prop_value(tag) or "").rstrip("\0")


def _sender(properties: Properties) -> str:
    """Who sent it: an Exchange address (`/O=KOMMUN/OU=...`) says nothing to anybody and is left out."""
    name = _string(properties, tags.PID_SENDER_NAME) or _string(properties, tags.PID_SENT_REPRESENTING_NAME)
    for tag in (
        tags.PID_SENDER_SMTP_ADDRESS,
        tags.PID_SENDER_EMAIL_ADDRESS,
        tags.PID_SENT_REPRESENTING_EMAIL_ADDRESS,
    ):
        address = _string(properties, tag)
        if "@" in address:
            return _named(name, address)
    return name


def _named(name: str, address: str) -> str:
    address = address if "@" in address else ""
    name = name.strip().strip("'\"")
    if name and address and name.lower() != address.lower():
        return " ".join(f"{name} <{address}>".split())
    return " ".join((name or address).split())


def _date(properties: Properties) -> datetime | None:
    for tag in (tags.PID_CLIENT_SUBMIT_TIME, tags.PID_MESSAGE_DELIVERY_TIME, tags.PID_CREATION_TIME):
        found = properties.date_prop_value(tag)
        if isinstance(found, datetime):
            return found if found.tzinfo else found.replace(tzinfo=UTC)
    return None


def _markup(properties: Properties) -> str:
    """The text set as a web page, which says itself in which code page it is."""
    packed = properties.binary_prop_value(tags.PID_HTML)
    return decode(packed) if packed else _string(properties, tags.PID_BODY_HTML)


def _set_text(properties: Properties) -> str:
    """The text as Outlook keeps it in rich text, for letters that hold no other."""
    packed = properties.binary_prop_value(tags.PID_RTF_COMPRESSED)
    return rtf_text(unpacked_rtf(packed)) if packed else ""


def _enclosures(storage: StorageT, depth: int) -> tuple[Enclosure, ...]:
    found: list[Enclosure] = []
    for number, one in enumerate(storage.iter_attachment_storages(), 1):
        if number > MAX_ATTACHMENTS + 1:
            break
        attachment = OutlookAttachment(one)
        name = (
            attachment.file_name
            or _string(attachment.properties, tags.PID_ATTACH_FILENAME)
            or _string(attachment.properties, tags.PID_DISPLAY_NAME)
        )
        inner = _embedded(one)
        if inner is not None:
            if depth < _MAX_DEPTH:
                letter = _letter(Properties(inner, _EMBEDDED_HEADER), inner, depth + 1)
                title = name or letter.subject[:150] or f"Brev {number}"
                found.append(Enclosure(f"{title}.eml", "message/rfc822", as_eml(letter)))
            continue
        data = attachment.file_bytes
        if data is not None:
            inline = bool(_string(attachment.properties, tags.PID_ATTACH_CONTENT_ID))
            kind = attachment.mime_type or ""
            found.append(Enclosure(name or f"Bilaga {number}", kind, data, inline))
    return tuple(found)


def _embedded(attachment: StorageT) -> Storage | None:
    """The letter within an attachment that is a letter and no file."""
    if not isinstance(attachment, Storage):
        return None
    return next((inner for inner in attachment.storages if inner.name == _EMBEDDED), None)
