"""The sample archive, understood as a person who reads it understands it.

What is expected of a document is the truth, not what the indexer happens to find. What is not understood yet
is listed in tests/cases/corpus/misread.json, and must be struck off there when it is.
"""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from indexer import understand
from remissarkiv.domain import DnrRole, Document
from remissarkiv.language.skeleton import skeleton

PROJECT = Path(__file__).resolve().parents[2]
Case = dict[str, Any]


@cache
def _document(path: str) -> Document:
    return understand(PROJECT / "corpus" / "arkiv" / path, kommun="Björkåsa kommun")


def _read(case: Case, words: str) -> str:
    """Words as far as a page that OCR has damaged can tell them: `Ljunga` may be `Ljungå`."""
    return skeleton(words.lower()) if case["ocr"] else words


def _heading(case: Case, words: str) -> str:
    """A heading as it stands there, but for the colon after it and how its white space is broken."""
    return _read(case, " ".join(words.split()).rstrip(":").rstrip())


@pytest.mark.field("title")
def test_title(case: Case) -> None:
    assert _read(case, _document(case["path"]).title) == _read(case, case["title"])


@pytest.mark.field("kind")
def test_kind(case: Case) -> None:
    assert _document(case["path"]).kind.value == case["kind"]


@pytest.mark.field("date")
def test_date(case: Case) -> None:
    date = _document(case["path"]).date
    assert (date.isoformat() if date else None) == case["date"]


@pytest.mark.field("namnd")
def test_board(case: Case) -> None:
    if case["namnd"] is None:
        pytest.skip("belongs to no board")
    assert _read(case, _document(case["path"]).namnd) == _read(case, case["namnd"])


@pytest.mark.field("sections")
def test_sections_and_their_headings(case: Case) -> None:
    sections = [section for section in _document(case["path"]).sections if section.heading]
    found = [(section.kind.value, _heading(case, section.heading)) for section in sections]
    assert found == [(item["kind"], _heading(case, item["heading"])) for item in case["sections"]]


@pytest.mark.field("signatories")
def test_who_signed(case: Case) -> None:
    signed = [(s.name, s.title, s.unit) for s in _document(case["path"]).signatories]
    expected = [(item["name"], item["title"], item["unit"]) for item in case["signatories"]]
    found = [tuple(_read(case, words) for words in signature) for signature in signed]
    assert found == [tuple(_read(case, words) for words in signature) for signature in expected]


@pytest.mark.field("dnr")
def test_dnr_each_in_its_role(case: Case) -> None:
    if case["dnr"] is None:
        pytest.skip("the Dnr of minutes are those of their §§")
    found = {(mention.dnr.value, mention.role.value) for mention in _document(case["path"]).dnr}
    assert found == {(item["value"], item["role"]) for item in case["dnr"]}


@pytest.mark.field("motionarer")
def test_who_moved(case: Case) -> None:
    if case["motionarer"] is None:
        pytest.skip("of the §§, not of the minutes")
    found = [(_read(case, item.name), item.party.lower()) for item in _document(case["path"]).motioner]
    assert found == [(_read(case, item["name"]), item["party"].lower()) for item in case["motionarer"]]


@pytest.mark.field("remissinstanser")
def test_who_was_asked(case: Case) -> None:
    if not case["remissinstanser"]:
        pytest.skip("nobody was asked")
    asked = [_read(case, name) for name in _document(case["path"]).remissinstanser]
    assert asked == [_read(case, name) for name in case["remissinstanser"]]


@pytest.mark.field("citations")
def test_citations(case: Case) -> None:
    keys = {citation.key for citation in _document(case["path"]).citations}
    assert set(case["citations"]) <= keys


def test_every_dnr_has_a_known_role(documents: list[Case]) -> None:
    roles = {mention.role for case in documents for mention in _document(case["path"]).dnr}
    assert roles <= set(DnrRole)


@pytest.fixture(scope="module")
def answers(documents: list[Case], parts: list[Case], corpus_data: Path) -> dict[str, set[str]]:
    """The files that each expected query finds, asked of the command in one go."""
    queries = sorted({query for case in [*documents, *parts] for query in case["find"]})
    done = subprocess.run(
        [Path(sys.executable).with_name("remiss"), "search", "-", "--limit", "0", "--data", corpus_data],
        input="\n".join(queries) + "\n",
        capture_output=True,
        text=True,
        cwd=PROJECT,
        check=True,
    )
    given = [json.loads(line) for line in done.stdout.splitlines()]
    return {answer["query"]: {hit["path"] for hit in answer["hits"]} for answer in given}


@pytest.mark.parametrize(("ocr", "least"), [(False, 1.0), (True, 0.97)], ids=["text", "ocr"])
def test_words_in_correct_swedish_find_their_document(
    ocr: bool, least: float, documents: list[Case], answers: dict[str, set[str]]
) -> None:
    asked = [(query, case["path"]) for case in documents if case["ocr"] is ocr for query in case["find"]]
    missed = [f"{query}: {path}" for query, path in asked if path not in answers[query]]
    assert 1 - len(missed) / len(asked) >= least, "\n".join(missed)


def test_the_words_of_a_paragraph_find_its_minutes(
    paragraph_case: Case, answers: dict[str, set[str]]
) -> None:
    path = paragraph_case["path"]
    assert [query for query in paragraph_case["find"] if path not in answers[query]] == []
