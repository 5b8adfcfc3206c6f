"""Small files of each kind, made on the spot."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest

PdfMaker = Callable[..., bytes]


def _escaped(line: str) -> bytes:
    return line.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")


@pytest.fixture
def make_pdf() -> PdfMaker:
    """Makes a PDF: `pages` are lists of (height above the foot in points, line)."""

    def make(pages: list[list[tuple[int, str]]], trailer: bytes = b"") -> bytes:
        kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ]
        for number, lines in enumerate(pages):
            stream = b"\n".join(
                b"BT /F1 11 Tf 70 %d Td (%s) Tj ET" % (y, _escaped(line)) for y, line in lines
            )
            objects.append(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
                b" /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * number)
            )
            objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        out = io.BytesIO()
        out.write(b"%PDF-1.4\n")
        places = []
        for number, body in enumerate(objects, 1):
            places.append(out.tell())
            out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        start = out.tell()
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
        out.writelines(b"%010d 00000 n \n" % place for place in places)
        out.write(b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer))
        out.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return out.getvalue()

    return make


@pytest.fixture
def save_docx() -> Callable[[object], bytes]:
    """The bytes of a python-docx document."""

    def save(document: object) -> bytes:
        out = io.BytesIO()
        document.save(out)  # type: ignore[attr-defined]  # python-docx has no types
        return out.getvalue()

    return save


@pytest.fixture
def swap_part(save_docx: Callable[[object], bytes]) -> Callable[[str, bytes], bytes]:
    """A Word file in which one part has been replaced by other bytes."""

    def swap(name: str, content: bytes) -> bytes:
        out = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(save_docx(docx.Document()))) as source,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
        ):
            for member in source.namelist():
                target.writestr(member, content if member == name else source.read(member))
        return out.getvalue()

    return swap
