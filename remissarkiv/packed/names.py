"""What a member of a zip is called: its name as a person reads it, harmless, and no other member's."""

import unicodedata
import zipfile

from remissarkiv.packed.clutter import is_clutter

MAX_PART = 200
MAX_PARTS = 30
"""Characters of one part of a name, and parts; what is longer is shortened, and told apart by a number."""

_UTF8_FLAG = 0x800
_SWEDISH = frozenset("åäöÅÄÖéÉü")


def shown_name(member: zipfile.ZipInfo) -> str:
    """The name of a member with `/` between its parts: no absolute path, no `..`, no control characters.

    Windows programs separate parts by a backslash. A name without the mark for UTF-8 is still UTF-8 when it
    is valid as such; else in the code page of DOS, as the format says (PKWARE APPNOTE, appendix D), or of
    Windows, whichever gives Swedish letters. "" for what is no file of anybody's: folders, `__MACOSX`.
    """
    raw = _decoded(member)
    if raw.endswith(("/", "\\")):
        return ""
    parts = [part for part in raw.replace("\\", "/").split("/") if part not in {"", "."}]
    if not parts or any(is_clutter(part) for part in parts if part != ".."):
        return ""
    return "/".join(_harmless(part) for part in parts[-MAX_PARTS:])


def numbered(name: str, number: int) -> str:
    """The name for the `number`th member of the same name: `KS/brev (2).docx`."""
    folder, slash, last = name.rpartition("/")
    stem, dot, ending = last.rpartition(".")
    if not stem:
        stem, dot, ending = last, "", ""
    return f"{folder}{slash}{stem} ({number}){dot}{ending}"


def _decoded(member: zipfile.ZipInfo) -> str:
    if member.flag_bits & _UTF8_FLAG:
        return member.orig_filename
    raw = member.orig_filename.encode("cp437", errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        dos, windows = raw.decode("cp850"), raw.decode("cp1252", errors="replace")
        return windows if _swedish_letters(windows) > _swedish_letters(dos) else dos


def _swedish_letters(text: str) -> int:
    return sum(character in _SWEDISH for character in text)


def _harmless(part: str) -> str:
    if part == "..":
        return "_"
    clean = "".join(
        "_" if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else character
        for character in unicodedata.normalize("NFC", part)
    )
    if len(clean) <= MAX_PART:
        return clean
    stem, dot, ending = clean.rpartition(".")
    if not stem or len(ending) > 10:
        return clean[:MAX_PART]
    return stem[: MAX_PART - len(ending) - 1] + dot + ending
