"""The sample archive is what its README says: complete, made up, small, and true to its expected values."""

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from indexer.readers import read

CASES_FILE = Path(__file__).resolve().parent.parent / "cases" / "corpus.json"
CASES: dict[str, Any] = json.loads(CASES_FILE.read_text(encoding="utf-8"))
DOCUMENTS: list[dict[str, Any]] = CASES["documents"]
BY_PATH = {case["path"]: case for case in DOCUMENTS}
TEXT_DOCUMENTS = [case for case in DOCUMENTS if case["format"] in {"txt", "html", "md"}]
OCR_DOCUMENTS = [case for case in DOCUMENTS if case["ocr"]]

LARGEST_FILE = 200_000
LARGEST_CORPUS = 2_000_000

# Names near the made-up one or near the places in the documents, and some that come easily to a writer.
REAL_KOMMUNER = (
    "Bjurholm", "Borgholm", "Borås", "Borlänge", "Boxholm", "Eksjö", "Eskilstuna", "Falköping",
    "Gislaved", "Gävle", "Göteborg", "Halmstad", "Helsingborg", "Härnösand", "Jönköping", "Kalmar",
    "Karlstad", "Kungsbacka", "Linköping", "Ljungby", "Luleå", "Lund", "Malmö", "Norrköping", "Nässjö",
    "Oskarshamn", "Piteå", "Sjöbo", "Skellefteå", "Sollefteå", "Solna", "Stockholm", "Sundsvall", "Tranås",
    "Trelleborg", "Uddevalla", "Umeå", "Uppsala", "Varberg", "Vetlanda", "Västerås", "Växjö", "Åmål", "Åre",
    "Årjäng", "Åsele", "Älmhult", "Älvdalen", "Älvkarleby", "Ängelholm", "Öckerö", "Örebro", "Örkelljunga",
    "Örnsköldsvik", "Östersund", "Österåker", "Östhammar",
)  # fmt: skip


def decoded(archive: Path, case: dict[str, Any]) -> str:
    """The text of a file that is text, byte for byte as it lies there."""
    text: str = (archive / case["path"]).read_bytes().decode(case.get("encoding", "utf-8"))
    return text


def words_of(archive: Path, case: dict[str, Any]) -> str:
    """What a person reads in the document, on one line; of an OCR'd one what stood on the picture."""
    if case["ocr"]:
        return " ".join(case["clean"])
    path = archive / case["path"]
    return " ".join(read(path.read_bytes(), path.name).text.split())


@pytest.fixture(scope="module")
def archive(corpus: Path) -> Path:
    return corpus / "arkiv"


def test_twenty_documents_are_there_and_each_has_its_expected_values(archive: Path) -> None:
    found = {
        unicodedata.normalize("NFC", path.relative_to(archive).as_posix())
        for path in archive.rglob("*")
        if path.is_file()
    }
    assert found == set(BY_PATH)
    assert len(found) == 20


def test_each_of_the_four_matters_runs_from_motion_to_decision() -> None:
    matters: dict[str, list[dict[str, Any]]] = {}
    for case in DOCUMENTS:
        matters.setdefault(case["arende"], []).append(case)
    assert len(matters) == 4
    for documents in matters.values():
        kinds = Counter(case["kind"] for case in documents)
        assert kinds["motion"] == 1
        assert kinds["remiss"] == 1
        assert sum("stance" in case for case in documents) == 2
        decisions = [case for case in documents if "outcome" in case]
        assert [case["namnd"] for case in decisions] == ["Kommunfullmäktige"]
        assert decisions[0]["date"] == max(case["date"] for case in documents)


def test_answers_and_decisions_differ() -> None:
    assert {case["verdict"] for case in DOCUMENTS if "verdict" in case} == {
        "förenligt",
        "inte förenligt",
        "delvis förenligt",
        "oavgjort",
    }
    assert {case["stance"] for case in DOCUMENTS if "stance" in case} == {
        "tillstyrker",
        "tillstyrker delvis",
        "avstyrker",
        "avstår",
    }
    assert {case["outcome"] for case in DOCUMENTS if "outcome" in case} == {
        "bifall",
        "delvis bifall",
        "avslag",
        "besvarad",
    }
    assert any(case.get("follows") is False for case in DOCUMENTS)


def test_every_format_of_the_first_shelf_is_present() -> None:
    formats = Counter(case["format"] for case in DOCUMENTS)
    assert formats == {"html": 5, "pdf": 5, "docx": 4, "txt": 5, "md": 1}
    assert {case["encoding"] for case in TEXT_DOCUMENTS if "encoding" in case} == {"utf-8", "cp1252"}


@pytest.mark.parametrize("case", DOCUMENTS, ids=lambda case: case["path"])
def test_a_file_is_of_the_kind_its_name_says(archive: Path, case: dict[str, Any]) -> None:
    data = (archive / case["path"]).read_bytes()
    beginnings = {"pdf": b"%PDF-", "docx": b"PK\x03\x04", "html": b"<!DOCTYPE"}
    assert data.startswith(beginnings.get(case["format"], b""))
    assert case["path"].endswith("." + case["format"])


def test_the_archive_is_small(archive: Path) -> None:
    sizes = [path.stat().st_size for path in archive.rglob("*") if path.is_file()]
    assert min(sizes) > 1_000
    assert max(sizes) < LARGEST_FILE
    assert sum(sizes) < LARGEST_CORPUS


@pytest.mark.parametrize("case", DOCUMENTS, ids=lambda case: case["path"])
def test_no_real_kommun_is_named(archive: Path, case: dict[str, Any]) -> None:
    text = words_of(archive, case)
    assert [name for name in REAL_KOMMUNER if re.search(rf"\b{name}s?\b", text)] == []


@pytest.mark.parametrize("case", OCR_DOCUMENTS, ids=lambda case: case["path"])
def test_an_ocr_document_is_damaged_and_its_clean_text_is_kept(archive: Path, case: dict[str, Any]) -> None:
    damaged = decoded(archive, case)
    clean = "\n".join(case["clean"])
    letters = re.compile("[åäöÅÄÖ]")
    assert len(letters.findall(clean)) > 50
    assert len(letters.findall(damaged)) < len(letters.findall(clean)) / 5
    assert 0.9 < len(damaged.split()) / len(clean.split()) < 1.1
    assert set(case["ocr_made"]) == {"dpi", "skew_degrees", "noise_sigma"}
    assert case["title"] in " ".join(case["clean"])


def test_three_documents_are_ocr_and_one_has_several_pages_with_a_running_head(archive: Path) -> None:
    assert len(OCR_DOCUMENTS) == 3
    paged = [case for case in OCR_DOCUMENTS if case["pages"] > 1]
    assert paged
    for case in paged:
        assert decoded(archive, case).count("Sida ") == case["pages"]


@pytest.mark.parametrize("case", DOCUMENTS, ids=lambda case: case["path"])
def test_expected_headings_names_and_titles_stand_in_the_document(
    archive: Path, case: dict[str, Any]
) -> None:
    text = words_of(archive, case)
    expected = [section["heading"] for section in case["sections"]]
    expected += [motionar["name"] for motionar in case["motionarer"]]
    expected += [signatory["name"] for signatory in case["signatories"]]
    expected += [case["title"], case["date"], *case["remissinstanser"]]
    assert [words for words in expected if words not in text] == []


@pytest.mark.parametrize("case", DOCUMENTS, ids=lambda case: case["path"])
def test_law_is_cited_as_of_its_time(case: dict[str, Any]) -> None:
    acts = {key.split("#")[0] for key in case["citations"]}
    if case["date"] < "2018-01-01":
        assert "2017:725" not in acts
    if case["date"] < "2025-07-01":
        assert "2025:400" not in acts
    if case["date"] < "2009-03-01":
        assert "2009:47" not in acts


@pytest.mark.parametrize("case", DOCUMENTS, ids=lambda case: case["path"])
def test_files_tell_nothing_of_the_machine_that_wrote_them(archive: Path, case: dict[str, Any]) -> None:
    path = archive / case["path"]
    if case["format"] == "docx":
        with ZipFile(path) as package:
            data = b"".join(package.read(name) for name in package.namelist() if name.startswith("docProps/"))
    else:
        data = path.read_bytes()
    assert re.search(rb"LibreOffice|python-docx|pypdf|/tmp/|/home/|/root/|C:\\", data) is None


def test_the_readme_describes_every_document(corpus: Path) -> None:
    readme = (corpus / "README.md").read_text(encoding="utf-8")
    assert [case["path"] for case in DOCUMENTS if f"`{Path(case['path']).name}`" not in readme] == []
    for case in OCR_DOCUMENTS:
        assert readme.count(f"`{Path(case['path']).name}`") == 2, "listed, and how it was made"
