"""The minutes of the sample archive, divided into their §§ as a person who reads them divides them."""

from collections import Counter
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from indexer import extract, minutes, normalise, readers
from remissarkiv.domain import Document, SectionKind
from remissarkiv.language.skeleton import skeleton

ARCHIVE = Path(__file__).resolve().parents[2] / "corpus" / "arkiv"
KOMMUN = "Björkåsa kommun"
ALIKE = 0.9
"""How much of a decision must be found when a page's feet and heads may lie inside it, as OCR left them."""


@cache
def _paragraphs(path: str) -> dict[str, Document]:
    data, name = (ARCHIVE / path).read_bytes(), Path(path).name
    normal = normalise.normalise(readers.read(data, name))
    whole = extract.extract(normal, name=name, kommun=KOMMUN)
    divided = minutes.split(normal, whole, name=name)
    assert divided is not None, f"{name} was not divided"
    return {paragraph.label: paragraph.document for paragraph in divided.paragraphs}


def _paragraph(case: dict[str, Any]) -> Document:
    found = _paragraphs(case["path"])
    assert case["part"] in found, f"{sorted(found)}"
    return found[case["part"]]


def _words(text: str) -> str:
    return " ".join(text.split())


def _beslut(document: Document) -> str:
    """The words of the decision, without the heading above them and a ruled line (`-----`) below."""
    for section in document.sections:
        if section.kind is SectionKind.BESLUT:
            words = _words(document.text[slice(*section.span)])
            return words.removeprefix(_words(section.heading or "")).strip(" -")
    return ""


def _decision_found(expected: str, found: str) -> float:
    """The share of the expected decision that stands in the found one, in order, misread letters apart."""
    wanted, given = skeleton(expected.lower()), skeleton(found.lower())
    blocks = SequenceMatcher(None, wanted, given, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(wanted)


def test_minutes_are_divided_into_exactly_their_paragraphs(paragraphs: list[dict[str, Any]]) -> None:
    expected = Counter(part["path"] for part in paragraphs)
    assert {path: len(_paragraphs(path)) for path in expected} == dict(expected)


def test_a_year_of_minutes_is_numbered_without_a_gap(paragraphs: list[dict[str, Any]]) -> None:
    numbers = [
        int(part["part"].removeprefix("§ ")) for part in paragraphs if "ks-protokoll-2014" in part["path"]
    ]
    assert numbers == list(range(1, 99))


def test_the_decision_is_found_word_for_word(paragraph_case: dict[str, Any]) -> None:
    found = _beslut(_paragraph(paragraph_case))
    if paragraph_case["ocr"]:
        assert _decision_found(paragraph_case["beslut"], found) >= ALIKE
    else:
        assert found == paragraph_case["beslut"]


def test_a_paragraph_has_its_heading_as_title(paragraph_case: dict[str, Any]) -> None:
    title = _paragraph(paragraph_case).title
    if paragraph_case["ocr"]:
        assert _decision_found(paragraph_case["title"], title) >= ALIKE
    else:
        assert title == paragraph_case["title"]


def test_a_paragraph_is_of_the_day_and_the_body_of_the_meeting(paragraph_case: dict[str, Any]) -> None:
    document = _paragraph(paragraph_case)
    assert (document.kind.value, document.namnd) == (paragraph_case["kind"], paragraph_case["namnd"])
    assert document.date is not None
    assert document.date.isoformat() == paragraph_case["date"]


def test_a_paragraph_has_its_own_dnr_and_those_it_mentions(paragraph_case: dict[str, Any]) -> None:
    if paragraph_case["ocr"]:
        pytest.skip("OCR may have lost it: see the next test")
    found = {(mention.dnr.value, mention.role.value) for mention in _paragraph(paragraph_case).dnr}
    assert found == {(item["value"], item["role"]) for item in paragraph_case["dnr"]}


def test_most_dnr_of_pages_that_ocr_has_damaged_are_found(paragraphs: list[dict[str, Any]]) -> None:
    wanted = [(part, item) for part in paragraphs if part["ocr"] for item in part["dnr"]]
    found = [
        item["value"] in {mention.dnr.value for mention in _paragraph(part).dnr} for part, item in wanted
    ]
    assert sum(found) >= 0.8 * len(wanted)


def test_a_paragraph_cites_what_stands_in_it(paragraph_case: dict[str, Any]) -> None:
    keys = {citation.key for citation in _paragraph(paragraph_case).citations}
    assert set(paragraph_case["citations"]) <= keys


def test_who_reserved_themselves_stands_under_its_heading(paragraph_case: dict[str, Any]) -> None:
    document = _paragraph(paragraph_case)
    text = " ".join(
        document.text[slice(*section.span)]
        for section in document.sections
        if section.kind is SectionKind.RESERVATION
    )
    assert [party for party in paragraph_case.get("reservation", []) if f"({party})" not in text] == []
