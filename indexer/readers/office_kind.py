"""Which office document a zip or OLE container holds."""

import io
import re

import olefile

from remissarkiv.errors import UnreadableFileError
from remissarkiv.packed import open_archive, read_member

DOC = "application/msword"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MSG = "application/vnd.ms-outlook"
ODT = "application/vnd.oasis.opendocument.text"

_MAX_TYPES = 1_000_000
_MAIN_WORD = re.compile(rb"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml|ms-word)\.")
_OPENDOCUMENT = "application/vnd.oasis.opendocument."
_OPENDOCUMENT_KINDS = {"spreadsheet": "Kalkylark", "presentation": "Presentationer", "graphics": "Teckningar"}


def zip_kind(data: bytes) -> str:
    """The media type of a document packed as a zip. Raises `UnreadableFileError` with the true reason for
    other kinds, and for a zip that is no document."""
    with open_archive(data) as archive:
        names = set(archive.namelist())
        types = read_member(archive, "[Content_Types].xml") if "[Content_Types].xml" in names else b""
        told = read_member(archive, "mimetype") if "mimetype" in names else b""
    if "word/document.xml" in names or _MAIN_WORD.search(types[:_MAX_TYPES]):
        return DOCX
    if "xl/workbook.xml" in names:
        raise UnreadableFileError(
            "Excel workbooks are not supported", "Excel-filer kan inte läsas; spara om filen som pdf"
        )
    if "ppt/presentation.xml" in names:
        raise UnreadableFileError(
            "PowerPoint files are not supported", "PowerPoint-filer kan inte läsas; spara om filen som pdf"
        )
    told_kind = told[:200].decode("latin-1").strip()
    if told_kind.startswith(_OPENDOCUMENT):
        return _opendocument_kind(told_kind.removeprefix(_OPENDOCUMENT))
    raise UnreadableFileError(
        "a zip archive that is no document",
        "filen är ett zip-arkiv; packa upp den (arkiv läses bara för sig, med ändelsen .zip, inte i brev)",
    )


def _opendocument_kind(kind: str) -> str:
    if kind.partition("-")[0] == "text":
        return ODT
    what = next((name for sort, name in _OPENDOCUMENT_KINDS.items() if kind.startswith(sort)), "Filer")
    raise UnreadableFileError(
        f"OpenDocument files of the kind {kind[:40]!r} are not supported",
        f"{what} i OpenDocument-format kan inte läsas; spara om filen som pdf",
    )


def ole_kind(data: bytes) -> str:
    """The media type of a document in an OLE container, as Office used them before 2007: told by the streams
    at its top, since a letter may hold a Word file and the other way about."""
    names = _streams(data)
    if "EncryptedPackage" in names:
        raise UnreadableFileError("the Office file is encrypted", "filen är lösenordsskyddad")
    if "__properties_version1.0" in names:
        return MSG
    if "WordDocument" in names:
        return DOC
    raise UnreadableFileError(
        "old Office format is not supported",
        "äldre Office-format kan inte läsas; spara om filen som .docx eller pdf",
    )


def _streams(data: bytes) -> set[str]:
    """The names at the top of the container; of a damaged one, those of ours that stand anywhere in it."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            return {child.name for child in container.root.kids}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
        known = ("EncryptedPackage", "__properties_version1.0", "WordDocument")
        return {name for name in known if name.encode("utf-16-le") in data}
