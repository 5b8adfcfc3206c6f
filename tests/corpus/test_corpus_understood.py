"""The sample archive, understood as a person who reads it understands it."""

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


@cache
def _document(path: str) -> Document:
    return understand(PROJECT / "corpus" / "arkiv" / path, kommun="Björkåsa kommun")


def _read(case: dict[str, Any], words: str) -> str:
    """Words as far as a page that OCR has damaged can tell them: `Ljunga` may be `Ljungå`."""
    return skeleton(words.lower()) if case["ocr"] else words


def test_title(case: dict[str, Any]) -> None:
    assert _read(case, _document(case["path"]).title) == _read(case, case["title"])


def test_kind_date_and_board(case: dict[str, Any]) -> None:
    document = _document(case["path"])
    found = (document.kind.value, document.date.isoformat() if document.date else None)
    assert found == (case["kind"], case["date"])
    if case["namnd"] is not None:
        assert document.namnd == case["namnd"]


def test_dnr_and_their_roles(case: dict[str, Any]) -> None:
    if case["dnr"] is None:
        pytest.skip("the Dnr of minutes are those of their §§")
    found = {(mention.dnr.value, mention.role.value) for mention in _document(case["path"]).dnr}
    expected = {(item["value"], item["role"]) for item in case["dnr"]}
    assert found == expected
    assert all(role in set(DnrRole) for _, role in found)


def test_people_and_bodies(case: dict[str, Any]) -> None:
    document = _document(case["path"])
    if case["motionarer"] is not None:
        found = [(_read(case, item.name), item.party.lower()) for item in document.motioner]
        assert found == [(_read(case, item["name"]), item["party"].lower()) for item in case["motionarer"]]
    if case["remissinstanser"]:
        asked = [_read(case, name) for name in document.remissinstanser]
        assert asked == [_read(case, name) for name in case["remissinstanser"]]


def test_citations(case: dict[str, Any]) -> None:
    keys = {citation.key for citation in _document(case["path"]).citations}
    assert set(case["citations"]) <= keys


def test_its_words_in_correct_swedish_find_it(case: dict[str, Any], corpus_data: Path) -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("remiss"), "search", "-", "--limit", "0", "--data", corpus_data],
        input="\n".join(case["find"]) + "\n",
        capture_output=True,
        text=True,
        cwd=PROJECT,
        check=True,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    missed = [a["query"] for a in answers if case["path"] not in {hit["path"] for hit in a["hits"]}]
    assert missed == []
