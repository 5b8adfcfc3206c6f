"""The original file, as it lies in its collection's folder: downloaded, never shown by us."""

import hashlib
import os
import re
import stat
from io import BufferedReader, BytesIO
from pathlib import Path, PurePosixPath

from flask import Blueprint, Response, send_file

from remissarkiv.domain import Collection, SourceFile
from remissarkiv.errors import UnreadableFileError
from remissarkiv.packed import read_packed, split_packed
from webapp.access import caller_access, current_archive
from webapp.errors import error_page

page = Blueprint("original", __name__)

GONE = "Originalfilen har flyttats eller ändrats sedan den lästes in. Texten finns kvar i arkivet."

MEDIA_TYPES = frozenset(
    {
        "application/msword",
        "application/pdf",
        "application/rtf",
        "application/vnd.ms-outlook",
        "application/vnd.oasis.opendocument.text",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/xml",
        "message/rfc822",
        "text/html",
        "text/markdown",
        "text/plain",
        "text/xml",
    }
)
"""The types a file may be sent as; any other goes out as bytes."""

SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
_UNFIT = re.compile(r"[\x00-\x1f\x7f\\/\ud800-\udfff]")


@page.get("/dokument/<document_id>/original")
def original(document_id: str) -> Response:
    """The file as an attachment; 404 with a sentence when it is gone, changed or not where it must be."""
    archive = current_archive()
    source = archive.catalog.document(document_id, caller_access()).source
    file = open_original(source, archive.collections)
    if file is None:
        return error_page(404, GONE)
    response = send_file(
        file,
        mimetype=source.media_type if source.media_type in MEDIA_TYPES else "application/octet-stream",
        as_attachment=True,
        download_name=_UNFIT.sub("_", PurePosixPath(source.path).name) or "original",
        max_age=0,
    )
    response.headers["Content-Security-Policy"] = SANDBOX
    return response


def open_original(source: SourceFile, collections: tuple[Collection, ...]) -> BufferedReader | BytesIO | None:
    """The file opened for reading, when it is a regular file inside its collection's folder and holds what
    was read; None otherwise. Of a file in a zip export, the export must lie there, and the file in it.

    Links are followed first and judged after, so that neither `../` nor a link in the folder leads out of it.
    The content must be what was read: files named by path lie in the collection whose folder is `/`, where a
    link put in a file's place would otherwise lead anywhere.
    """
    folder = next((c.path for c in collections if c.name == source.collection), None)
    if not folder:
        return None
    try:
        home = Path(folder).resolve(strict=True)
        export, member = split_packed(home / source.path) or (home / source.path, "")
        path = export.resolve(strict=True)
        inside = path.is_relative_to(home) if home.is_dir() else path == home
        if not inside:
            return None
        # Not blocking: a pipe that has taken the file's place must not hold the server.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        return None
    file = os.fdopen(handle, "rb")
    if member:
        with file:
            return _member(file, member, source)
    if _sha256(file) == source.sha256:
        return file
    file.close()
    return None


def _member(export: BufferedReader, name: str, source: SourceFile) -> BytesIO | None:
    try:
        data = read_packed(export, name, source.size)
    except (OSError, UnreadableFileError):
        return None
    return BytesIO(data) if hashlib.sha256(data).hexdigest() == source.sha256 else None


def _sha256(file: BufferedReader) -> str:
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return digest
