"""From bytes to text: the encoding is found from the bytes, whatever a name or a declaration says."""

import codecs
import re

from remissarkiv.errors import UnreadableFileError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Eight-bit code pages that Swedish offices have used; the first wins when two say the same of a text.
_CODE_PAGES = ("cp1252", "latin-1", "cp850", "mac_roman")

_SWEDISH_IN_WORD = re.compile(r"(?<=[A-Za-zÅÄÖåäö])[åäöéüÅÄÖÉ]|[åäöéüÅÄÖÉ](?=[A-Za-zÅÄÖåäö])")
_USUAL_SIGNS = frozenset("§–—”“’‘…•»«°½´·×€£µ²³ ­åäöÅÄÖéÉüÜèáàøæ®©™±")
_CONTROL = bytes((*range(0x09), *range(0x0E, 0x20)))

_SAMPLE = 200_000


def decode(data: bytes) -> str:
    """The text of `data`: UTF-8 or UTF-16 with or without a byte order mark, windows-1252, latin-1, and the
    older code pages of DOS and Macintosh.

    Raises `UnreadableFileError` when the bytes are no text.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _checked(data[len(bom) :].decode(name, errors="replace"))
    wide = _wide(data)
    if wide:
        return _checked(data.decode(wide, errors="replace"))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(_decode_damaged_or_eight_bit(data))


def _wide(data: bytes) -> str:
    """UTF-16 without a mark shows as a zero byte beside nearly every Latin letter."""
    sample = data[:4000]
    half = len(sample) // 2
    if half < 2:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return ""


def _decode_damaged_or_eight_bit(data: bytes) -> str:
    damaged = data.decode("utf-8", errors="replace")
    bad = damaged.count("�")
    good = sum(not character.isascii() for character in damaged) - bad
    # A UTF-8 file with a single bad byte, or one cut in the middle of a letter, is still UTF-8.
    if good > 10 * bad:
        return damaged
    sample = data[:_SAMPLE]
    best = max(_CODE_PAGES, key=lambda page: (_likeness(sample, page), -_CODE_PAGES.index(page)))
    return data.decode(best, errors="replace")


def _likeness(sample: bytes, page: str) -> int:
    """How Swedish `sample` looks in a code page: letters within words speak for it, odd signs against."""
    text = sample.decode(page, errors="replace")
    odd = sum(not character.isascii() and character not in _USUAL_SIGNS for character in text)
    return len(_SWEDISH_IN_WORD.findall(text)) - 2 * odd


def _checked(text: str) -> str:
    """Refuses what no editor would call text: more than one control character in a hundred."""
    # In UTF-8 these are bytes of their own, and bytes are deleted many times faster than signs are found.
    data = text.encode("utf-8", errors="surrogatepass")
    if (len(data) - len(data.translate(None, _CONTROL))) * 100 > len(text):
        raise UnreadableFileError(
            "the file is binary data of an unknown kind", "filen är inte text och formatet känns inte igen"
        )
    return text
