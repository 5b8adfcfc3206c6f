"""Small files of each kind, made on the spot."""

import io
import struct
import zipfile
from collections.abc import Callable
from itertools import pairwise

import docx
import pytest

PdfMaker = Callable[..., bytes]
Streams = dict[str, "Streams | bytes"]
NONE = 0xFFFFFFFF


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


def _chain(data: bytes, unit: int, start: int) -> tuple[bytes, list[int]]:
    """Data in whole sectors of `unit` bytes from sector `start`, and the sector that follows each."""
    count = -(-len(data) // unit)
    following = [*range(start + 1, start + count), 0xFFFFFFFE] if count else []
    return data.ljust(count * unit, b"\0"), following


@pytest.fixture
def compound_file() -> Callable[[Streams], bytes]:
    """Makes an OLE compound file (MS-CFB) of streams and storages by name."""

    def make(root: Streams) -> bytes:
        entries: list[tuple[str, Streams | bytes, list[int]]] = []

        def enter(name: str, node: Streams | bytes) -> int:
            place = len(entries)
            below: list[int] = []
            entries.append((name, node, below))
            if isinstance(node, dict):
                below += [enter(key, node[key]) for key in sorted(node)]
            return place

        enter("Root Entry", root)
        sectors, table, small, small_table = b"", [], b"", []
        lines, beside = [], {}
        for _, _, below in entries:
            beside.update(pairwise(below))
        starts = {}
        for place, (_, node, _) in enumerate(entries):
            if not isinstance(node, bytes):
                continue
            if len(node) < 4096:
                starts[place] = len(small_table)
                data, following = _chain(node, 64, len(small_table))
                small, small_table = small + data, small_table + following
            else:
                starts[place] = len(table)
                data, following = _chain(node, 512, len(table))
                sectors, table = sectors + data, table + following
        starts[0] = len(table)
        for data in (small, struct.pack(f"<{len(small_table)}L", *small_table)):
            stored, following = _chain(data, 512, len(table))
            sectors, table = sectors + stored, table + following
            small_start = len(table) - len(following)
        for place, (name, node, below) in enumerate(entries):
            spelled = (name + "\0").encode("utf-16-le")
            kind = 5 if place == 0 else 2 if isinstance(node, bytes) else 1
            size = len(small) if place == 0 else len(node) if isinstance(node, bytes) else 0
            links = (NONE, beside.get(place, NONE), below[0] if below else NONE)
            lines.append(
                spelled.ljust(64, b"\0")
                + struct.pack("<HBB3L", len(spelled), kind, 1, *links)
                + bytes(36)
                + struct.pack("<LQ", starts.get(place, 0), size)
            )
        first = len(table)
        stored, following = _chain(b"".join(lines), 512, first)
        sectors, table = sectors + stored, table + following
        count = -(-(len(table) + 8) // 120)
        places = [len(table) + n for n in range(count)]
        table += [0xFFFFFFFD] * count
        header = struct.pack(
            "<8s16xHHHHH6x9L", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, count, first, 0,
            4096, small_start, len(_chain(bytes(4 * len(small_table)), 512, 0)[1]), 0xFFFFFFFE, 0,
        )  # fmt: skip
        header += struct.pack("<109L", *places, *[NONE] * (109 - count))
        return header + sectors + struct.pack(f"<{len(table)}L", *table).ljust(512 * count, b"\xff")

    return make
