"""Documents in the layouts of different kommuner, clean and as an OCR program without Swedish leaves them:
the same things are understood of both, in correct Swedish."""

import tomllib
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from indexer.extract import extract
from indexer.normalise import normalise
from indexer.readers import read
from remissarkiv.domain import Document

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.stem for path in CASES.glob("*.txt"))


def understood(text: str) -> Document:
    return extract(normalise(read(text.encode(), "case.txt")), name="case.txt")


def as_ocr_reads_it(text: str) -> str:
    """The text with å, ä and ö as such a program reads them, the usual ways in turn."""
    readings = {"å": cycle("aadé"), "ä": cycle("aadié"), "ö": cycle("ooéd"), "Å": "A", "Ä": "A", "Ö": "O"}
    return "".join(next(iter(readings.get(letter, letter))) for letter in text)


def seen(document: Document, expected: dict[str, Any]) -> dict[str, Any]:
    """What was understood, in the form of the expectation and of the same keys."""
    everything = {
        "kind": document.kind.value,
        "title": document.title,
        "date": document.date,
        "kommun": document.kommun,
        "namnd": document.namnd,
        "dnr": [[mention.dnr.value, mention.role.value] for mention in document.dnr],
        "motioner": [[motionar.name, motionar.party] for motionar in document.motioner],
        "remissinstanser": list(document.remissinstanser),
        "sections": [section.kind.value for section in document.sections],
        "signatories": [[s.name, s.title, s.unit] for s in document.signatories],
    }
    return {key: everything[key] for key in expected}


def expectation(name: str) -> dict[str, Any]:
    return tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_understood(name: str) -> None:
    expected = expectation(name)
    assert seen(understood((CASES / f"{name}.txt").read_text(encoding="utf-8")), expected) == expected


@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_document_is_understood_in_correct_swedish(name: str) -> None:
    expected = expectation(name)
    document = understood(as_ocr_reads_it((CASES / f"{name}.txt").read_text(encoding="utf-8")))
    assert document.damaged
    # The letters of a diary are not restored: HÄG is read HAG, and is searched by its skeleton.
    for mention in expected["dnr"]:
        mention[0] = mention[0].replace("Ä", "A")
    assert seen(document, expected) == expected
