"""A file that cannot be read is refused with the true reason; nothing it holds can hurt."""

import contextlib
import io
import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from indexer.readers import limits, read
from remissarkiv.errors import UnreadableFileError
from remissarkiv.packed import container


def reason(data: bytes, name: str = "fil") -> str:
    """The Swedish reason for which a file is refused; one sentence without a traceback."""
    with pytest.raises(UnreadableFileError) as caught:
        read(data, name)
    assert "\n" not in caught.value.swedish
    assert str(caught.value)
    return caught.value.swedish


@pytest.mark.parametrize("data", [b"", b"\n \r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file(data: bytes) -> None:
    assert reason(data, "svar.pdf") == "filen är tom"


def test_a_file_of_zero_bytes_only_is_not_called_empty() -> None:
    assert reason(b"\x00" * 5000, "svar.txt") == "filen innehåller bara nolltecken; hämta den på nytt"


@pytest.mark.parametrize("name", ["HFD_2014_not_85.docx", "index.pdf", "HDO.doc", "sida.md"])
def test_a_shell_that_a_failed_download_left(name: str) -> None:
    assert reason(b"dummy\n", name) == "filen är ett tomt skal utan text"


def test_a_text_without_words() -> None:
    assert reason(b"--- ... ***\n\n ==", "x.txt") == "filen saknar text"
    assert (
        reason(b"<html><body><script>var a = 1;</script></body></html>", "x.html") == "webbsidan saknar text"
    )


def test_a_truncated_pdf(make_pdf: Callable[..., bytes]) -> None:
    whole = make_pdf([[(700, f"Sidan {n} av yttrandet")] for n in range(40)])
    for part in (0.3, 0.6, 0.95):
        assert reason(whole[: int(len(whole) * part)], "svar.pdf") == "PDF-filen är skadad eller avklippt"


def test_an_encrypted_pdf(make_pdf: Callable[..., bytes]) -> None:
    encrypt = (
        b"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <" + b"ab" * 32
        + b"> /U <" + b"cd" * 32 + b"> >> /ID [<" + b"01" * 16 + b"> <" + b"01" * 16 + b">]"
    )  # fmt: skip
    assert reason(make_pdf([[(700, "Hemligt")]], encrypt), "svar.pdf") == "PDF-filen är lösenordsskyddad"


def test_a_pdf_of_pictures_only(make_pdf: Callable[..., bytes]) -> None:
    assert reason(make_pdf([[], []]), "inskannad.pdf") == "PDF-filen saknar text; kräver OCR-läsning"


def test_an_image() -> None:
    assert "kräver OCR-läsning" in reason(b"\x89PNG\r\n\x1a\n" + bytes(100), "inskannad.pdf")


def test_a_pdf_with_too_many_pages(make_pdf: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PAGES", 3)
    assert "4 sidor" in reason(make_pdf([[(700, "Sida")]] * 4))


def test_a_text_that_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TEXT", 1000)
    assert "dela upp filen" in reason(b"ord " * 500, "lang.txt")
    assert "dela upp filen" in reason(b"<p>ord ord</p>" * 500, "lang.html")


def test_an_old_office_file() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "Workbook".encode("utf-16-le")
    assert reason(data, "lista.xls") == (
        "äldre Office-format kan inte läsas; spara om filen som .docx eller pdf"
    )
    encrypted = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    assert reason(encrypted, "svar.docx") == "filen är lösenordsskyddad"


def test_a_broken_word_file(
    save_docx: Callable[[object], bytes], swap_part: Callable[[str, bytes], bytes]
) -> None:
    document = docx.Document()
    document.add_paragraph("Ett svar")
    whole = save_docx(document)
    assert "skadad" in reason(whole[: len(whole) // 2], "svar.docx")
    for part in ("word/document.xml", "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"):
        assert "skadad" in reason(swap_part(part, b"<w:document><open>"), "svar.docx")
        assert "skadad" in reason(swap_part(part, b"<a/>"), "svar.docx")


def test_a_word_file_with_a_damaged_picture(swap_part: Callable[[str, bytes], bytes]) -> None:
    data = swap_part("docProps/thumbnail.jpeg", b"bild " * 1_000)
    start = data.index(b"docProps/thumbnail.jpeg") + len("docProps/thumbnail.jpeg")
    assert "skadad" in reason(data[:start] + b"\xff" * 8 + data[start + 8 :], "svar.docx")


def test_a_word_file_that_is_only_its_name() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert "skadad" in reason(out.getvalue(), "svar.docx")


def test_a_zip_bomb_is_not_unpacked(swap_part: Callable[[str, bytes], bytes]) -> None:
    bomb = swap_part("word/document.xml", b"<a>" + b" " * 30_000_000 + b"</a>")
    assert len(bomb) < 200_000
    assert "packas upp" in reason(bomb, "svar.docx")


def test_a_zip_of_very_many_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MAX_MEMBERS", 10)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(11):
            archive.writestr(f"word/{number}.xml", "<a/>")
    assert "packas upp" in reason(out.getvalue(), "svar.docx")


def test_an_entity_bomb_in_a_word_file(swap_part: Callable[[str, bytes], bytes]) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "xxxxxxxx">]><a>&b;</a>'
    assert "entitetsdeklarationer" in reason(swap_part("word/document.xml", bomb), "svar.docx")


def test_entities_in_xml(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "lol">{levels}]><a>&l9;</a>'
    assert "entitetsdeklarationer" in reason(bomb.encode(), "svar.xml")
    secret = tmp_path / "hemlig.txt"
    secret.write_text("hemligt")
    outside = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{secret}">]><a>&x;</a>'
    assert "entitetsdeklarationer" in reason(outside.encode(), "svar.xml")


def test_damaged_xml_names_the_line() -> None:
    assert reason(b"<brev>\n<p>Ett svar\n</brev>", "svar.xml") == "XML-filen är skadad eller avklippt (rad 3)"


def test_binary_noise_is_refused_under_any_name() -> None:
    noise = random.Random(2025).randbytes(20_000)
    for name in ("svar.txt", "svar.html", "svar"):
        assert reason(noise, name) == "filen är inte text och formatet känns inte igen"


def test_other_office_formats_are_named() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    assert "Excel" in reason(out.getvalue(), "lista.docx")
    sheet = io.BytesIO()
    with zipfile.ZipFile(sheet, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<a/>")
    assert reason(sheet.getvalue(), "lista.ods") == (
        "Kalkylark i OpenDocument-format kan inte läsas; spara om filen som pdf"
    )


def test_a_zip_that_reaches_the_reader_says_what_to_do() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("brev.txt", "Svar")
    assert reason(out.getvalue(), "export") == (
        "filen är ett zip-arkiv; packa upp den (arkiv läses bara för sig, med ändelsen .zip, inte i brev)"
    )


def test_very_deep_markup_does_not_exhaust_the_stack() -> None:
    deep = b"<div>" * 20_000 + b"Svaret" + b"</div>" * 20_000
    assert "Svaret" in read(deep, "djup.html").text


def test_hostile_bytes_never_cause_another_error(make_pdf: Callable[..., bytes]) -> None:
    chance = random.Random(7)
    seeds = [make_pdf([[(700, "Ett svar")]]), b"<html><p>Ett svar</p></html>", b"<a><p>Ett svar</p></a>"]
    for seed in seeds:
        for _ in range(60):
            data = bytearray(seed)
            for _ in range(chance.randint(1, 8)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            with contextlib.suppress(UnreadableFileError):
                read(bytes(data), f"svar{os.sep}..{os.sep}x\n.pdf")
