"""Word packages of rarer kinds, made such as python-docx opens: templates, documents with macros, and the
strict form of Office Open XML."""

import io
import re
import zipfile

from remissarkiv.packed import open_archive, read_member

_TYPES = "[Content_Types].xml"
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RARER = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.template"
    rb"|ms-word\.(?:document\.macroEnabled|template\.macroEnabledTemplate))\.main\+xml"
)
_STRICT = b"http://purl.oclc.org/ooxml/"
# Names of strict Office Open XML and of the usual form (ISO/IEC 29500, part 1 and part 4, annex A).
_NAMES = (
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
    (b"officeDocument/math", b"officeDocument/2006/math"),
    (b"drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
    (b"drawingml/picture", b"drawingml/2006/picture"),
    (b"drawingml/main", b"drawingml/2006/main"),
)
_USUAL = b"http://schemas.openxmlformats.org/"


def usual_package(data: bytes) -> bytes:
    """The package `data` if it is of the usual kind, else the same document as such a package. Raises
    `UnreadableFileError` for a broken one."""
    with open_archive(data) as archive:
        names = list(dict.fromkeys(archive.namelist()))
        types = read_member(archive, _TYPES) if _TYPES in names else b""
        relations = read_member(archive, "_rels/.rels") if "_rels/.rels" in names else b""
        is_strict = _STRICT in relations
        if not is_strict and not _RARER.search(types):
            return data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as target:
            for name in names:
                part = read_member(archive, name)
                if name == _TYPES:
                    part = _RARER.sub(_DOCUMENT, part)
                if is_strict and name.endswith((".xml", ".rels")):
                    for strict, usual in _NAMES:
                        part = part.replace(_STRICT + strict, _USUAL + usual)
                target.writestr(name, part)
    return out.getvalue()
