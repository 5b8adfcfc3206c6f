"""What lies in a zip export, under which name, and that nothing in one can hurt."""

import io
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from remissarkiv.errors import UnreadableFileError
from remissarkiv.packed import container, list_packed, listing, read_packed, split_packed

Zipped = Callable[[dict[str, bytes]], bytes]
Export = Callable[[dict[str, bytes]], Path]
LARGEST = 10_000_000


def names(file: Path) -> list[str]:
    """The names of the members of an export."""
    members = list_packed(file)
    assert members is not None
    return [member.name for member in members]


def reason(file: Path) -> str:
    """The Swedish reason for which an export is refused as a whole."""
    with pytest.raises(UnreadableFileError) as caught:
        list_packed(file)
    return caught.value.swedish


def test_files_are_listed_without_folders_and_clutter(export: Export) -> None:
    file = export(
        {
            "KS/": b"",
            "KS/brev.txt": b"Ett svar",
            "__MACOSX/KS/._brev.txt": b"x",
            "KS/.DS_Store": b"x",
            "Thumbs.db": b"x",
            "KS/~$utkast.docx": b"x",
        }
    )
    members = list_packed(file)
    assert members is not None
    assert [(member.name, member.size) for member in members] == [("KS/brev.txt", 8)]
    assert read_packed(file, "KS/brev.txt", LARGEST) == b"Ett svar"


def test_zips_within_the_export_are_looked_into(export: Export, zipped: Zipped) -> None:
    inner = zipped({"svar.txt": b"Inre svar", "djup.zip": zipped({"brev.txt": b"Djupt"})})
    file = export({"a.txt": b"A", "KS/inre.zip": inner})
    assert names(file) == ["a.txt", "KS/inre.zip/svar.txt", "KS/inre.zip/djup.zip/brev.txt"]
    assert read_packed(file, "KS/inre.zip/djup.zip/brev.txt", LARGEST) == b"Djupt"
    assert read_packed(file, "KS/inre.zip/svar.txt", LARGEST) == b"Inre svar"


def test_zips_without_end_are_looked_into_three_deep(export: Export, zipped: Zipped) -> None:
    data = b"botten"
    for _ in range(30):
        data = zipped({"i.zip": data})
    assert names(export({"i.zip": data})) == ["i.zip/i.zip/i.zip/i.zip"]


def test_a_document_is_no_export(tmp_path: Path, zipped: Zipped) -> None:
    word, text, other = (tmp_path / name for name in ("word.zip", "odt.zip", "annat.zip"))
    word.write_bytes(zipped({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"}))
    text.write_bytes(zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}))
    other.write_bytes(b"Ingen zip alls")
    assert [list_packed(file) for file in (word, text, other)] == [None, None, None]


def test_a_document_within_an_export_is_one_member(export: Export, zipped: Zipped) -> None:
    word = zipped({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"})
    assert names(export({"brev.docx": word, "felnamn.zip": word})) == ["brev.docx", "felnamn.zip"]


@pytest.mark.parametrize("page", ["cp437", "cp850", "cp1252", "utf-8"])
def test_swedish_names_of_every_age(tmp_path: Path, page: str) -> None:
    data = b"Svar"
    stored = "KS/Yttrande från nämnden över förslag.txt".encode(page)
    stand_in = "x" * len(stored)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(stand_in, data)
    file = tmp_path / "export.zip"
    file.write_bytes(out.getvalue().replace(stand_in.encode(), stored))
    assert names(file) == ["KS/Yttrande från nämnden över förslag.txt"]
    assert read_packed(file, "KS/Yttrande från nämnden över förslag.txt", LARGEST) == data


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_are_harmless_and_distinct(export: Export) -> None:
    stored = ["../../etc/passwd", "/etc/passwd", "KS\\brev.txt", "KS/brev.txt", "KS/brev.txt", "a\nb\x1b.txt"]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number, name in enumerate(stored):
            archive.writestr(name, str(number))
    file = export({})
    file.write_bytes(out.getvalue())
    found = names(file)
    assert found == [
        "_/_/etc/passwd",
        "etc/passwd",
        "KS/brev.txt",
        "KS/brev (2).txt",
        "KS/brev (3).txt",
        "a_b_.txt",
    ]
    assert [read_packed(file, name, LARGEST) for name in found] == [b"0", b"1", b"2", b"3", b"4", b"5"]


def test_a_very_long_name_is_shortened_and_keeps_its_ending(export: Export) -> None:
    file = export({"a" * 5000 + ".docx": b"1", "b/" * 3000 + "c.txt": b"2"})
    first, second = names(file)
    assert len(first) == 200
    assert first.endswith(".docx")
    assert second.endswith("/c.txt")
    assert len(second) < 200


def test_a_member_without_a_name_is_passed_over(export: Export) -> None:
    file = export({"x.txt": b"Utan namn", "brev.txt": b"Svar"})
    data = file.read_bytes()
    file.write_bytes(data.replace(b"x.txt", b"\0\0\0\0\0"))
    assert read_packed(file, names(file)[-1], LARGEST) == b"Svar"


def test_an_encrypted_export_says_so(export: Export, zipped: Zipped) -> None:
    file = export({"brev.txt": b"Hemligt"})
    data = bytearray(file.read_bytes())
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + place] |= 1
    file.write_bytes(data)
    assert reason(file) == "filen är lösenordsskyddad"


def test_a_broken_export_says_so(export: Export) -> None:
    file = export({f"{n}.txt": b"Svar" * 100 for n in range(20)})
    whole = file.read_bytes()
    for part in (0.2, 0.6, 0.99):
        file.write_bytes(whole[: int(len(whole) * part)])
        assert reason(file) == "filen är skadad eller avklippt och går inte att öppna"


def test_a_damaged_member_is_refused_and_the_others_are_read(export: Export) -> None:
    file = export({"a.txt": b"Ett svar som blev till brus", "b.txt": b"Ett helt svar"})
    data = file.read_bytes()
    start = data.index(b"a.txt") + len("a.txt")
    file.write_bytes(data[:start] + b"\xff\xff\xff\xff" + data[start + 4 :])
    assert names(file) == ["a.txt", "b.txt"]
    with pytest.raises(UnreadableFileError, match="damaged"):
        read_packed(file, "a.txt", LARGEST)
    assert read_packed(file, "b.txt", LARGEST) == b"Ett helt svar"


def test_a_bomb_is_not_unpacked(export: Export) -> None:
    file = export({"bomb.txt": bytes(20_000_000)})
    assert "orimligt stor" in reason(file)
    beside = export({"bomb.txt": bytes(20_000_000), "brev.txt": b"Svar"})
    assert names(beside) == ["bomb.txt", "brev.txt"]
    with pytest.raises(UnreadableFileError) as caught:
        read_packed(beside, "bomb.txt", LARGEST * 10)
    assert "orimligt stor" in caught.value.swedish


def test_a_member_that_lies_about_its_size_is_not_unpacked_further(export: Export) -> None:
    file = export({"svar.txt": b"Svar " * 100_000})
    data = file.read_bytes()
    small, true = struct.pack("<L", 100), struct.pack("<L", 500_000)
    file.write_bytes(data.replace(true, small))
    with pytest.raises(UnreadableFileError, match="damaged"):
        read_packed(file, "svar.txt", LARGEST)


def test_a_member_larger_than_allowed_says_how_large_it_may_be(export: Export) -> None:
    file = export({"stor.bin": random.Random(1).randbytes(1_100_000)})
    with pytest.raises(UnreadableFileError) as caught:
        read_packed(file, "stor.bin", 1 << 20)
    assert caught.value.swedish == "filen är större än 1 MB uppackad"


def test_an_export_of_too_many_files_says_so(export: Export, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MAX_FILES", 10)
    assert "fler än 10 filer" in reason(export({f"{n}.txt": b"x" for n in range(11)}))


def test_a_directory_of_too_many_bytes_is_not_read(export: Export, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MAX_DIRECTORY", 66_000)
    assert "orimligt stor" in reason(export({f"{n:0100}.txt": b"x" for n in range(600)}))


def test_inner_zips_are_unpacked_only_so_far(
    export: Export, zipped: Zipped, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = zipped({"svar.txt": b"Svar"})
    monkeypatch.setattr(listing, "MAX_INNER_TOTAL", len(inner))
    assert names(export({"1.zip": inner, "2.zip": inner})) == ["1.zip/svar.txt", "2.zip"]


def test_a_member_that_is_gone_is_no_file(export: Export) -> None:
    file = export({"a.txt": b"A"})
    with pytest.raises(FileNotFoundError):
        read_packed(file, "b.txt", LARGEST)


def test_an_export_that_is_replaced_is_read_anew(export: Export) -> None:
    file = export({"a.txt": b"Det gamla svaret"})
    assert read_packed(file, "a.txt", LARGEST) == b"Det gamla svaret"
    export({"a.txt": b"Det nya"})
    assert read_packed(file, "a.txt", LARGEST) == b"Det nya"


def test_a_path_is_split_at_the_export(export: Export) -> None:
    file = export({"KS/brev.txt": b"Svar"})
    assert split_packed(file / "KS" / "brev.txt") == (file, "KS/brev.txt")
    assert split_packed(file) is None
    folder = file.parent / "mapp.zip"
    folder.mkdir()
    assert split_packed(folder / "brev.txt") is None
    assert split_packed(folder / "borta.zip" / "brev.txt") is None
