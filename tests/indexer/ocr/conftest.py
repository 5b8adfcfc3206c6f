"""Scans made on the spot: a page of type drawn as a picture, and put into a PDF as a scanner would."""

import io
import struct
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
import pytest

from indexer.ocr.program import OcrMissingError, OcrProgram, find_program
from remissarkiv.bootstrap import Archive, open_archive

Lines = Sequence[str]
Drawn = tuple[int, int, bytes]
"""Width and height in pixels, and a byte of grey for each."""


def _pdf(objects: Sequence[bytes], info: bytes = b"") -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, info))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def _typed(lines: Lines, mode: int = 0) -> bytes:
    """The drawing of lines, in a render mode: 3 draws nothing and leaves the letters to be searched."""
    parts = []
    for number, line in enumerate(lines):
        text = line.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
        parts.append(b"BT %d Tr /F1 12 Tf 70 %d Td (%s) Tj ET" % (mode, 760 - 20 * number, text))
    return b"\n".join(parts)


def _stream(data: bytes, words: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), words, data)


def make_pages(pages: Sequence[tuple[Drawn | None, Lines, int]], producer: str = "") -> bytes:
    """A PDF of pages: a picture over the whole page or none, lines of text, and their render mode."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for drawn, lines, mode in pages:
        content, images = _typed(lines, mode), b""
        if drawn:
            width, height, grey = drawn
            words = b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 " % (
                width,
                height,
            )
            words += b"/ColorSpace /DeviceGray /Filter /FlateDecode"
            objects.append(_stream(zlib.compress(grey), words))
            images = b"/XObject << /Im0 %d 0 R >>" % len(objects)
            content = b"q 595 0 0 842 0 0 cm /Im0 Do Q\n" + content
        objects.append(_stream(content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> %s >> >>" % (len(objects), images)
        )
        kids.append(len(objects))
    names = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (names, len(kids))
    info = b""
    if producer:
        objects.append(b"<< /Producer (%s) >>" % producer.encode("ascii"))
        info = b"/Info %d 0 R" % len(objects)
    return _pdf(objects, info)


def draw(lines: Lines, dpi: int = 150) -> Drawn:
    """A page of type as a grey picture."""
    document = pypdfium2.PdfDocument(make_pages([(None, lines, 0)]))
    try:
        bitmap = document[0].render(scale=dpi / 72, grayscale=True)
        rows, stride = bytes(bitmap.buffer), bitmap.stride
        grey = b"".join(rows[y * stride : y * stride + bitmap.width] for y in range(bitmap.height))
        return bitmap.width, bitmap.height, grey
    finally:
        document.close()


def png(drawn: Drawn, dpi: int = 150) -> bytes:
    """The picture as a PNG file."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    width, height, grey = drawn
    rows = b"".join(b"\0" + grey[y * width : (y + 1) * width] for y in range(height))
    metre = round(dpi / 0.0254)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + chunk(b"pHYs", struct.pack(">IIB", metre, metre, 1))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def tiff(pages: Sequence[Drawn], dpi: int = 150) -> bytes:
    """The pictures as the pages of one TIFF file, without packing."""
    out = bytearray(b"II*\0\0\0\0\0")
    link = 4
    for width, height, grey in pages:
        place = len(out)
        out += grey + b"\0" * (len(grey) % 2)
        resolution = len(out)
        out += struct.pack("<II", dpi, 1)
        entries = [
            (256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, place),
            (277, 3, 1), (278, 4, height), (279, 4, len(grey)), (282, 5, resolution), (283, 5, resolution),
        ]  # fmt: skip
        struct.pack_into("<I", out, link, len(out))
        out += struct.pack("<H", len(entries))
        out += b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
        link = len(out)
        out += b"\0\0\0\0"
    return bytes(out)


class Scanner:
    """What a scanner makes of pages, each given by its lines."""

    pages = staticmethod(make_pages)
    draw = staticmethod(draw)

    def pdf(self, *pages: Lines) -> bytes:
        """A PDF of pictures only."""
        return make_pages([(draw(lines), (), 0) for lines in pages])

    def png(self, lines: Lines) -> bytes:
        """One page as a PNG."""
        return png(draw(lines))

    def tiff(self, *pages: Lines) -> bytes:
        """The pages as one TIFF."""
        return tiff([draw(lines) for lines in pages])


@pytest.fixture(scope="session")
def scanner() -> Scanner:
    """Makes scans."""
    return Scanner()


@pytest.fixture(scope="session")
def program() -> OcrProgram:
    """Tesseract with Swedish, without which the test says so and is skipped."""
    try:
        return find_program()
    except OcrMissingError as error:
        pytest.skip(f"tesseract with swe: not present ({error})")


@pytest.fixture
def no_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without tesseract: a path on which it is not."""
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    """An empty archive without configuration."""
    monkeypatch.chdir(tmp_path)
    with open_archive(data=tmp_path / "data") as opened:
        yield opened
