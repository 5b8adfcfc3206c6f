"""Files made to do harm are read within bounds, or refused with a reason."""

import contextlib
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.pool import Done, Failed, Limits, WorkerPool
from indexer.readers import read
from indexer.task import ReadingTask
from indexer.understanding import read_task
from remissarkiv.errors import UnreadableFileError

HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
SVARET = b"BT /F1 11 Tf 70 700 Td (Svaret) Tj ET"


def pdf(
    media: bytes = b"[0 0 595 842]",
    font: bytes = HELVETICA,
    content: bytes = SVARET,
    content_filter: bytes = b"",
    more: tuple[bytes, ...] = (),
) -> bytes:
    """A PDF of one page: its size, its font (object 3), its content (object 5) and further objects."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        font,
        b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 5 0 R"
        b" /Resources << /Font << /F1 3 0 R >> >> >>" % media,
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), content_filter, content),
        *more,
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + table + trailer


def reason(data: bytes, name: str = "svar") -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read(data, name)
    return caught.value.swedish


@pytest.mark.parametrize(
    "media",
    [
        b"[0 0 1e9 1e9]",
        b"[0 0 99999999999999999999 9]",
        b"[0 0 -5 -5]",
        b"[0 0 0 0]",
        b"[a b]",
        b"[1e30 0 9 9]",
    ],
)
def test_pages_of_absurd_size_are_read(media: bytes) -> None:
    assert read(pdf(media), "svar.pdf").text == "Svaret"


@pytest.mark.parametrize(
    "font",
    [
        b"<< /Type /Font /Subtype /TrueType /FirstChar -99999 /LastChar 999999999 /Widths [1 (a) /b]"
        b" /FontDescriptor 6 0 R >>",
        b"<< /Type /Font /Subtype /Type0 /Encoding /Nope /DescendantFonts [3 0 R] /ToUnicode 7 0 R >>",
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0]"
        b" /CharProcs << /S 5 0 R >> /Encoding << /Differences [83 /S] >> /FirstChar 83 /LastChar 83  "
        b" /Widths [9] /Resources << /Font << /F1 3 0 R >> >> >>",
        b"3 0 R",
        b"null",
    ],
)
def test_malformed_fonts_are_survived(font: bytes) -> None:
    junk = b"\x00\x01\x00\x00" + b"\xff" * 3000
    data = pdf(
        font=font,
        more=(
            b"<< /Type /FontDescriptor /FontName /X /Flags -1 /FontFile2 7 0 R /FontBBox [1 2] >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(junk), junk),
        ),
    )
    with contextlib.suppress(UnreadableFileError):
        assert len(read(data, "svar.pdf").text) < 10


def test_a_pdf_that_unpacks_to_a_gigabyte_stops_only_its_own_reading(tmp_path: Path) -> None:
    packer = zlib.compressobj(9)
    spaces = b"".join(packer.compress(bytes(1 << 20)) for _ in range(1_000)) + packer.flush()
    (tmp_path / "bomb.pdf").write_bytes(pdf(content=spaces, content_filter=b"/Filter /FlateDecode"))
    (tmp_path / "svar.pdf").write_bytes(pdf())
    tasks = [ReadingTask(str(tmp_path / name), name) for name in ("bomb.pdf", "svar.pdf")]
    with WorkerPool(1, read_task, Limits(seconds=50, memory_mb=900)) as pool:
        (_, bomb), (_, good) = pool.map(tasks)
    assert isinstance(bomb, Failed)
    assert "minne" in bomb.swedish
    assert isinstance(good, Done)
    assert [read.document.text for read in good.value.documents] == ["Svaret"]


def test_a_text_of_200_megabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    huge.write_bytes("Nämnden – förordar \n".encode() * 9_500_000)
    with WorkerPool(1, read_task, Limits(seconds=50)) as pool:
        ((_, outcome),) = pool.map([ReadingTask(str(huge), huge.name)])
    assert isinstance(outcome, Done)
    assert outcome.value.reason == "textfilen är större än 80 MB; dela upp den"


def test_a_text_of_30_megabytes_is_refused_by_its_length() -> None:
    assert reason(b"ord ord " * 4_000_000) == "texten är längre än 20 miljoner tecken; dela upp filen"


@pytest.mark.parametrize(
    "data",
    [
        b"<q1>" * 5_000 + b"Svaret" + b"</q1>" * 5_000,
        b"<table><tr><td>" * 500 + b"Svaret" + b"</td></tr></table>" * 500,
        b"<q1 " + b" ".join(b'a%d="x"' % n for n in range(20_000)) + b">Svaret</q1>",
        b"<ol>" + b"<li>Punkt</li>" * 20_000 + b"</ol><p>Svaret</p>",
        b"<!doctype html><html><body>" + b"ja <span>" * 30_000 + b"Svaret",
        b"<!doctype html><html><body>" + b"<ul><li>ja" * 10_000 + b"<p>Svaret",
        b"<!doctype html><html><body>" + b"\n" * 200_000 + b"<p>Svaret",
        b"<!doctype html><html><body>" + b"<?xml " * 50_000 + b"><p>Svaret",
    ],
    ids=[
        "deep xml",
        "deep tables",
        "attributes",
        "list items",
        "deep page",
        "deep lists",
        "empty lines",
        "declarations",
    ],
)
def test_markup_without_end_is_read_in_good_time(data: bytes) -> None:
    assert read(data, "svar").text.endswith("Svaret")


def test_items_of_a_numbered_list_keep_their_numbers() -> None:
    page = "<ol start=3><li>Tre<ol><li>Inre</li></ol></li><li>Fyra</li></ol><ol><li>Ett</li></ol>"
    assert read(f"<body>{page}</body>".encode(), "svar.html").text == "3. Tre\n1. Inre\n4. Fyra\n1. Ett"


@pytest.mark.parametrize(
    ("line", "swedish"),
    [
        (b'Content-Type: text/plain; a="' + b";" * 100_000, "e-postbrevets huvud är orimligt långt"),
        (b"Content-Type: multipart/mixed", "brevet saknar text"),
    ],
)
def test_heads_of_letters_without_end_are_refused(line: bytes, swedish: str) -> None:
    assert swedish in reason(b"Message-ID: <1@b>\r\nFrom: a@b\r\n" + line + b"\r\n\r\n")


@pytest.mark.parametrize(
    "line",
    [
        b"To: " + b"(" * 19_000,
        b"Subject: " + b"=?a?q?" * 3_000,
        b"Cc: " + b'"' * 19_000,
        b"X-A: b" + b"\r\n x" * 50_000,
    ],
)
def test_odd_heads_of_letters_are_read(line: bytes) -> None:
    data = b"Message-ID: <1@b>\r\nFrom: a@b\r\n" + line + b"\r\n\r\nSvaret"
    assert read(data, "brev.eml").text.endswith("Svaret")


def test_an_outlook_letter_whose_streams_share_their_bytes_is_refused(
    compound_file: Callable[..., bytes],
) -> None:
    streams = {f"__substg1.0_{n:04X}0102": b"x" * 5_000 for n in range(40)}
    data = bytearray(compound_file({"__properties_version1.0": bytes(32), **streams}))
    place = -1
    while (place := data.find((5_000).to_bytes(8, "little"), place + 1)) >= 0:
        # Each stream claims the length of the whole file.
        data[place : place + 8] = (len(data) - 1_024).to_bytes(8, "little")
    assert reason(bytes(data)) == "Outlook-brevet är skadat och kan inte läsas"
