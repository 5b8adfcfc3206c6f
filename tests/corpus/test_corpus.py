"""The files of the sample archive are what its README says: small, made up, true to their expected values."""

import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from indexer.readers import read

LARGEST_FILE = 400_000
LARGEST_CORPUS = 8_000_000
KOMMUNER = frozenset(
    (Path(__file__).resolve().parent.parent / "cases" / "kommuner.txt").read_text(encoding="utf-8").split()
)
# A court is named after its town, and a ministry's address ends with one: "Kammarrätten i X", "103 33 X".
ALLOWED = re.compile(r"\w*(?:rätten|domstolen|rätt) i [\w-]+|\b\d{3} ?\d{2} [\w-]+")


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


def test_every_file_has_its_expected_values_and_no_others_are_expected(
    archive: Path, documents: list[dict[str, Any]]
) -> None:
    found = [
        unicodedata.normalize("NFC", path.relative_to(archive).as_posix())
        for path in archive.rglob("*")
        if path.is_file()
    ]
    assert Counter(found) == Counter(case["path"] for case in documents)


def test_every_part_belongs_to_a_document_and_is_expected_once(
    documents: list[dict[str, Any]], parts: list[dict[str, Any]]
) -> None:
    assert {part["path"] for part in parts} <= {case["path"] for case in documents}
    assert max(Counter((part["path"], part["part"]) for part in parts).values(), default=1) == 1


def test_a_file_is_of_the_kind_its_name_says(archive: Path, case: dict[str, Any]) -> None:
    data = (archive / case["path"]).read_bytes()
    beginnings = {"pdf": b"%PDF-", "docx": b"PK\x03\x04", "odt": b"PK\x03\x04", "html": b"<!DOCTYPE"}
    assert data.startswith(beginnings.get(case["format"], b""))
    assert case["path"].endswith("." + case["format"])


def test_the_archive_is_small(archive: Path) -> None:
    sizes = [path.stat().st_size for path in archive.rglob("*") if path.is_file()]
    assert min(sizes) > 1_000
    assert max(sizes) <= LARGEST_FILE
    assert sum(sizes) <= LARGEST_CORPUS


def test_no_real_kommun_is_named(archive: Path, case: dict[str, Any]) -> None:
    words = re.findall(r"\w[\w-]*", ALLOWED.sub(" ", words_of(archive, case)))
    assert {word for word in words if word in KOMMUNER or word.removesuffix("s") in KOMMUNER} == set()


def test_an_ocr_document_is_damaged_and_its_clean_text_is_kept(
    archive: Path, ocr_case: dict[str, Any]
) -> None:
    damaged = decoded(archive, ocr_case)
    clean = "\n".join(ocr_case["clean"])
    letters = re.compile("[åäöÅÄÖ]")
    assert len(letters.findall(clean)) > 20
    assert len(letters.findall(damaged)) < len(letters.findall(clean)) / 5
    assert 0.9 < len(damaged.split()) / len(clean.split()) < 1.1
    assert set(ocr_case["ocr_made"]) == {"dpi", "skew_degrees", "noise_sigma"}
    assert ocr_case["title"] in " ".join(ocr_case["clean"])


def test_an_ocr_document_of_several_pages_bears_its_running_head_on_each(
    archive: Path, ocr_case: dict[str, Any]
) -> None:
    if ocr_case["pages"] > 1:
        heads = re.findall(r"\bS[i1l]da? \d|\b\d+ \(\d+\)", decoded(archive, ocr_case))
        assert len(heads) >= ocr_case["pages"] - 1, "OCR may lose one of them"


def test_expected_headings_names_and_titles_stand_in_the_document(
    archive: Path, case: dict[str, Any]
) -> None:
    text = words_of(archive, case)
    expected = [section["heading"] for section in case["sections"]]
    expected += [motionar["name"] for motionar in case["motionarer"] or []]
    expected += [signatory["name"] for signatory in case["signatories"]]
    expected += [case["title"], case["date"], *case["remissinstanser"]]
    assert [words for words in expected if words not in text] == []


def year_of(key: str) -> int:
    """The year in a citation key: 2017 in `2017:725#K2P1`, 2007 in `ext/celex/62007CJ0536`, 2011 in
    `avg/jo/2914-2011`; 0 in that of a treaty, which names an edition."""
    if key.startswith("avg/jo/"):
        return int(key[-4:])
    match = re.search(r"celex/[2-9](\d{4})|celex/1|(\d{4})", key)
    return int(match[1] or match[2] or 0) if match else 0


def test_no_source_is_cited_before_it_was_made(case: dict[str, Any]) -> None:
    assert [key for key in case["citations"] if year_of(key) > int(case["date"][:4])] == []


def test_new_acts_that_change_the_law_of_kommuner_wait_for_their_day(case: dict[str, Any]) -> None:
    acts = {key.split("#")[0] for key in case["citations"]}
    made = {
        "1997:614": "1997-06-12",
        "2001:453": "2001-06-07",
        "2009:47": "2009-02-12",
        "2010:900": "2010-07-01",
    }
    made |= {"2017:725": "2017-06-22", "2025:400": "2025-01-23"}
    assert [act for act, day in made.items() if act in acts and case["date"] < day] == []


def test_files_tell_nothing_of_the_machine_that_wrote_them(archive: Path, case: dict[str, Any]) -> None:
    path = archive / case["path"]
    if case["format"] in {"docx", "odt"}:
        with ZipFile(path) as package:
            about = [name for name in package.namelist() if name.startswith(("docProps/", "meta.xml"))]
            data = b"".join(package.read(name) for name in about)
    else:
        data = path.read_bytes()
    assert re.search(rb"LibreOffice|OpenOffice|python-docx|pypdf|/tmp/|/home/|/root/|C:\\", data) is None


def test_the_readme_describes_every_document(corpus: Path, documents: list[dict[str, Any]]) -> None:
    readme = (corpus / "README.md").read_text(encoding="utf-8")
    named = {case["path"]: readme.count(f"`{Path(case['path']).name}`") for case in documents}
    assert [path for path, count in named.items() if count == 0] == []
    once = [case["path"] for case in documents if case["ocr"] and named[case["path"]] < 2]
    assert once == [], "an OCR'd document is listed, and how it was made"
