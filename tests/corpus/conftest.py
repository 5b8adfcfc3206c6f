"""The expected values of the sample archive, read from tests/cases/corpus, one file for each folder.

A test that takes `case` runs once for each document, `paragraph_case` for each § of minutes, `ocr_case` for
each document that OCR left.
"""

import json
from pathlib import Path
from typing import Any

import pytest

Case = dict[str, Any]

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "corpus"
ITEMS: list[Case] = [
    item for file in sorted(FOLDER.glob("*.json")) for item in json.loads(file.read_text(encoding="utf-8"))
]
DOCUMENTS = [item for item in ITEMS if "part" not in item]
PARTS = [item for item in ITEMS if "part" in item]
PARAGRAPHS = [item for item in PARTS if item["part"].startswith("§")]
CHOSEN = {
    "case": DOCUMENTS,
    "paragraph_case": PARAGRAPHS,
    "ocr_case": [item for item in DOCUMENTS if item["ocr"]],
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    for name, items in CHOSEN.items():
        if name in metafunc.fixturenames:
            labels = [" ".join([item["path"], item.get("part", "")]).strip() for item in items]
            metafunc.parametrize(name, items, ids=labels)


@pytest.fixture(scope="session")
def documents() -> list[Case]:
    """An item for each file of the sample archive."""
    return DOCUMENTS


@pytest.fixture(scope="session")
def parts() -> list[Case]:
    """An item for each part of a file that has parts."""
    return PARTS


@pytest.fixture(scope="session")
def archive(corpus: Path) -> Path:
    """The folder with the sample archive's files."""
    return corpus / "arkiv"


@pytest.fixture(scope="session")
def paragraphs() -> list[Case]:
    """An item for each § of minutes."""
    return PARAGRAPHS
