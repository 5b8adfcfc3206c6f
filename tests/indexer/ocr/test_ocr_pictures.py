"""Pictures: what they claim, what is refused unopened, and what the OCR program is allowed."""

import hashlib
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest

from indexer.ingest.scanned_page import PageTask, read_page
from indexer.ocr.pages import text_of_page
from indexer.ocr.program import OcrProgram, run_program
from indexer.pool import Done, Limits, WorkerPool
from indexer.readers import NeedsOcrError, read
from indexer.readers.pdf_render import MAX_PIXELS, draw_page
from indexer.readers.picture_size import PictureSize, picture_size, picture_type
from remissarkiv.errors import UnreadableFileError

LINES = ("Nämnden avstyrker motionen", "Förslaget är inte förenligt med lagen")


def png_of(width: int, height: int, rows: int = 10) -> bytes:
    """A PNG that claims a size; it is black, or holds fewer rows than it claims."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    packed = zlib.compress(bytes((width + 1) * rows), 1)
    chunks = [(b"IHDR", header), (b"IDAT", packed), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


@pytest.mark.parametrize(
    ("data", "kind", "size"),
    [
        (png_of(2480, 3508), "image/png", PictureSize(2480, 3508)),
        (b"GIF89a" + struct.pack("<HH", 640, 480), "image/gif", PictureSize(640, 480)),
        (
            b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 3508, 2480) + bytes(10),
            "image/jpeg",
            PictureSize(2480, 3508),
        ),
        (
            b"BM" + bytes(12) + struct.pack("<Iii", 40, 100, -200) + bytes(20),
            "image/bmp",
            PictureSize(100, 200),
        ),
    ],
)
def test_a_picture_is_known_by_its_header(data: bytes, kind: str, size: PictureSize) -> None:
    assert (picture_type(data), picture_size(data)) == (kind, size)


def test_the_pages_of_a_tiff_are_counted(scanner: Any) -> None:
    assert picture_size(scanner.tiff(LINES, LINES, LINES)).pages == 3
    with pytest.raises(NeedsOcrError) as caught:
        read(scanner.tiff(LINES, LINES), "fax.tif")
    assert caught.value.pages == (1, 2)
    assert "saknar text; kräver OCR" in caught.value.swedish


def test_a_tiff_whose_pages_run_in_a_ring_is_counted_once() -> None:
    ring = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 0) + struct.pack("<I", 8)
    assert picture_size(ring).pages == 1


@pytest.mark.parametrize("cut", [0, 4, 12, 18, 26])
def test_a_picture_that_is_cut_short_still_counts_as_one(cut: int, scanner: Any) -> None:
    for whole in (scanner.png(LINES), scanner.tiff(LINES)):
        data = whole[: 8 + cut]
        assert picture_size(data).pages == 1


def test_words_that_begin_like_a_bitmap_are_text() -> None:
    assert (
        read("BM är en förkortning för Byggmästaren i Göteborg".encode(), "bm.txt").media_type == "text/plain"
    )


def test_a_picture_of_60_000_pixels_a_side_is_refused_unopened() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(png_of(60_000, 60_000), "sida.png")
    assert not isinstance(caught.value, NeedsOcrError)
    assert "60000 × 60000 bildpunkter" in caught.value.swedish


def test_a_page_that_claims_to_be_five_metres_wide_is_drawn_small() -> None:
    data = pdf_of_size(14_400, 14_400)
    picture, dpi = draw_page(data, 1)
    assert picture.startswith(b"P5\n")
    assert len(picture) <= MAX_PIXELS * 1.01
    assert dpi < 72


def test_a_page_that_is_not_there() -> None:
    with pytest.raises(UnreadableFileError, match="no page 2"):
        draw_page(pdf_of_size(595, 842), 2)


def pdf_of_size(width: int, height: int) -> bytes:
    """A PDF with one empty page of a size in points."""
    return (
        b"%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] >>\nendobj\n"
        b"trailer\n<< /Size 4 /Root 1 0 R >>\n%%%%EOF\n" % (width, height)
    )


def test_a_page_is_read_with_its_swedish_letters(program: OcrProgram, scanner: Any) -> None:
    for scan in (scanner.pdf(LINES), scanner.png(LINES)):
        assert text_of_page(scan, 1, program, 60).split() == " ".join(LINES).split()
    assert text_of_page(scanner.tiff(("Först",), LINES), 2, program, 60).split() == " ".join(LINES).split()


def test_a_page_that_takes_too_long_is_given_up(program: OcrProgram, scanner: Any) -> None:
    with pytest.raises(UnreadableFileError, match=r"took more than 0\.05 s"):
        run_program(program, scanner.png(LINES), seconds=0.05)


@pytest.mark.parametrize("rest", [b"", bytes(400), b"\xff" * 400])
def test_a_broken_picture_ends_with_a_reason(program: OcrProgram, scanner: Any, rest: bytes) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        text_of_page(scanner.png(LINES)[:100] + rest, 1, program, 60)
    assert "OCR-programmet kunde inte läsa bilden" in caught.value.swedish


def test_a_picture_that_is_not_what_it_claims_ends_with_a_reason(program: OcrProgram) -> None:
    with pytest.raises(UnreadableFileError):
        text_of_page(png_of(9_000, 9_000), 1, program, 60)


def test_a_picture_that_needs_too_much_memory_fails_alone(
    program: OcrProgram, tmp_path: Path, scanner: Any
) -> None:
    tasks = []
    for number, data in enumerate((png_of(9_900, 9_900, 9_900), scanner.png(LINES))):
        file = tmp_path / f"{number}.png"
        file.write_bytes(data)
        tasks.append(PageTask(str(file), 1 << 30, hashlib.sha256(data).hexdigest(), 1, program, 60))
    with WorkerPool(1, read_page, Limits(seconds=60, memory_mb=200)) as pool:
        (_, large), (_, small) = pool.map(tasks)
    assert isinstance(large, Done)
    assert large.value.reason
    assert isinstance(small, Done)
    assert small.value.text.startswith("Nämnden")


def test_a_file_that_changed_meanwhile_is_not_mixed_with_what_it_was(
    program: OcrProgram, tmp_path: Path, scanner: Any
) -> None:
    file = tmp_path / "sida.png"
    file.write_bytes(scanner.png(LINES))
    assert read_page(PageTask(str(file), 1 << 30, "0" * 64, 1, program, 60)).lost
    assert read_page(PageTask(str(tmp_path / "borta.png"), 1 << 30, "0" * 64, 1, program, 60)).lost
