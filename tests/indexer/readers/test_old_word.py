"""Word files of rarer kinds: from before 2007, templates, with macros, strict, web pages called .doc."""

import io
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from indexer.readers import libreoffice, read
from remissarkiv.errors import UnreadableFileError

Save = Callable[[object], bytes]
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument".encode("utf-16-le")
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.fixture
def office() -> str:
    """The path of LibreOffice."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.skip("LibreOffice: not present")
    return found


@pytest.fixture
def word(save_docx: Save) -> bytes:
    """A Word file with a heading, a list and a table."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Dnr KS 2014/118"
    document.add_heading("Yttrande över åtgärder", 1)
    document.add_paragraph("Nämnden tillstyrker.")
    document.add_paragraph("Motionen bifalls.", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Kostnad", "1 200 kr"
    return save_docx(document)


TEXT = (
    "Dnr KS 2014/118\n\nYttrande över åtgärder\n\nNämnden tillstyrker.\n\n"
    "– Motionen bifalls.\n\nKostnad\t1 200 kr"
)
READ = "import sys; from indexer.readers import read; read(open(sys.argv[1], 'rb').read(), 'a')"


def rewritten(data: bytes, change: Callable[[str, bytes], tuple[str, bytes]]) -> bytes:
    """The package with name and content of each part changed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(*change(name, source.read(name)))
    return out.getvalue()


@pytest.mark.slow
def test_an_old_word_file_is_read_through_libreoffice(office: str, word: bytes, tmp_path: Path) -> None:
    (tmp_path / "svar.docx").write_bytes(word)
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    convert = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "doc",
        "--outdir",
        tmp_path,
        tmp_path / "svar.docx",
    ]
    subprocess.run(convert, check=True, capture_output=True)
    reading = read((tmp_path / "svar.doc").read_bytes(), "svar.doc")
    assert reading.media_type == "application/msword"
    assert reading.text == TEXT
    assert [reading.text[h.span.start : h.span.end] for h in reading.headings] == ["Yttrande över åtgärder"]


@pytest.mark.slow
def test_real_old_word_files_are_read(office: str, shared_data: Path) -> None:
    read_files = [
        read(file.read_bytes(), file.name).text
        for file in sorted((shared_data / "files" / "dom").glob("*.doc"))
        if file.stat().st_size > 1_000
    ]
    assert read_files
    assert all("HD" in text and "ö" in text for text in read_files)


def test_without_libreoffice_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableFileError) as caught:
        read(OLD_WORD, "svar.doc")
    assert caught.value.swedish == (
        "äldre Word-format (.doc) kan inte läsas utan LibreOffice; installera LibreOffice,"
        " eller spara om filen som .docx eller pdf"
    )


@pytest.mark.slow
def test_a_damaged_old_word_file_says_so(office: str, compound_file: Callable[..., bytes]) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(compound_file({"WordDocument": b"skrot" * 2_000, "1Table": b"x" * 5_000}), "svar.doc")
    assert (
        caught.value.swedish == "Word-filen är skadad eller lösenordsskyddad; LibreOffice kan inte öppna den"
    )


def _program(folder: Path, body: str) -> None:
    """A stand-in for LibreOffice, which leaves its own number and its child's in the folder."""
    file = folder / "soffice"
    file.write_text(f"#!/bin/sh\n{body}\n")
    file.chmod(0o755)


def _is_running(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{number}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


def _gone(number: int) -> bool:
    for _ in range(200):
        if not _is_running(number):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are of Unix")
def test_libreoffice_that_never_ends_is_ended_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(tmp_path, f"sleep 600 & echo $! > {tmp_path}/number; wait")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(libreoffice, "SECONDS", 1.0)
    with pytest.raises(UnreadableFileError) as caught:
        read(OLD_WORD, "svar.doc")
    assert caught.value.swedish == "LibreOffice tog längre än 1 sekunder att öppna filen"
    assert _gone(int((tmp_path / "number").read_text()))


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are of Unix")
def test_libreoffice_dies_with_the_process_that_reads(tmp_path: Path) -> None:
    _program(tmp_path, f"pwd > {tmp_path}/folder; sleep 600 & echo $! > {tmp_path}/number; wait")
    (tmp_path / "svar.doc").write_bytes(OLD_WORD)
    reader = subprocess.Popen(
        [sys.executable, "-c", READ, tmp_path / "svar.doc"],
        env=os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"},
    )
    number = tmp_path / "number"
    while not (number.exists() and number.read_text()):
        assert reader.poll() is None
        time.sleep(0.05)
    reader.send_signal(signal.SIGKILL)
    reader.wait()
    assert _gone(int(number.read_text()))
    folder = Path((tmp_path / "folder").read_text().strip())
    for _ in range(100):
        if not folder.exists():
            break
        time.sleep(0.05)
    assert not folder.exists()


def test_a_document_part_by_another_name(word: bytes) -> None:
    def change(name: str, part: bytes) -> tuple[str, bytes]:
        name = name.replace("word/document.xml", "word/document22.xml").replace(
            "_rels/document.xml.rels", "_rels/document22.xml.rels"
        )
        return name, part.replace(b"word/document.xml", b"word/document22.xml")

    assert read(rewritten(word, change), "svar.docx").text == TEXT


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_templates_and_documents_with_macros(word: bytes, kind: str) -> None:
    def change(name: str, part: bytes) -> tuple[str, bytes]:
        return name, part.replace(MAIN.encode(), kind.encode())

    assert read(rewritten(word, change), "mall.dotm").text == TEXT


def test_strict_office_open_xml(word: bytes) -> None:
    names = {
        "wordprocessingml/2006/main": "wordprocessingml/main",
        "officeDocument/2006/relationships": "officeDocument/relationships",
        "drawingml/2006/main": "drawingml/main",
    }

    def change(name: str, part: bytes) -> tuple[str, bytes]:
        for usual, strict in names.items():
            old, new = f"http://schemas.openxmlformats.org/{usual}", f"http://purl.oclc.org/ooxml/{strict}"
            part = part.replace(old.encode(), new.encode())
        return name, part

    assert read(rewritten(word, change), "svar.docx").text == TEXT


def test_a_web_page_called_doc() -> None:
    page = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=windows-1252>'
        "<style>p {color:red}</style><!--[if gte mso 9]><xml><w:View>Print</w:View></xml><![endif]--></head>"
        "<body><h1>Yttrande</h1><p class=MsoNormal>Nämnden <o:p>tillstyrker</o:p></p></body></html>"
    )
    for encoding in ("cp1252", "utf-8", "utf-16"):
        reading = read(page.encode(encoding), "svar.doc")
        assert (reading.media_type, reading.text) == ("text/html", "Yttrande\n\nNämnden tillstyrker")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"])
def test_text_in_wide_letters(encoding: str) -> None:
    assert read("Nämnden förordar åtgärden".encode(encoding), "svar.txt").text == "Nämnden förordar åtgärden"
