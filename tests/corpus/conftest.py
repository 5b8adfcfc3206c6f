"""The expected values of the sample archive, read from tests/cases/corpus, one file for each folder.

A test that takes `case` runs once for each document, `paragraph_case` for each § of minutes, `ocr_case` for
each document that OCR left, `concluded_case` for each document or part that tells of the field. A test marked
`field(name)` is about that one value; where misread.json says that it is not understood yet, it must fail: the
list can only shrink.
"""

import json
from pathlib import Path
from typing import Any

import pytest

Case = dict[str, Any]

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "corpus"
ITEMS: list[Case] = [
    item for file in sorted(FOLDER.glob("ks-*.json")) for item in json.loads(file.read_text(encoding="utf-8"))
]
DOCUMENTS = [item for item in ITEMS if "part" not in item]
PARTS = [item for item in ITEMS if "part" in item]
PARAGRAPHS = [item for item in PARTS if item["part"].startswith("§")]
CHOSEN = {
    "case": DOCUMENTS,
    "paragraph_case": PARAGRAPHS,
    "ocr_case": [item for item in DOCUMENTS if item["ocr"]],
}
CONCLUDED = frozenset("verdict stance outcome sympathy".split())
FIELDS = CONCLUDED | frozenset(
    "title kind date namnd sections signatories dnr motionarer remissinstanser citations".split()
)

Place = tuple[str, str, str]
"""A file, a part of it ("" for the whole) and a field."""


def _misread() -> frozenset[Place]:
    """The fields that are not understood yet. Raises `pytest.UsageError` for one that no item has."""
    listed = json.loads((FOLDER / "misread.json").read_text(encoding="utf-8"))
    items = {(item["path"], item.get("part", "")): item for item in ITEMS}
    for entry in listed:
        item = items.get((entry["path"], entry.get("part", "")))
        if item is None or entry["field"] not in FIELDS or not _tells(item, entry["field"]):
            raise pytest.UsageError(f"misread.json names what no case has: {entry}")
    places = [(entry["path"], entry.get("part", ""), entry["field"]) for entry in listed]
    if len(set(places)) < len(places):
        raise pytest.UsageError("misread.json names a field twice")
    return frozenset(places)


def _tells(item: Case, field: str) -> bool:
    """Whether an item tells of a field; what is proposed to fullmäktige is an outcome as well."""
    return item.get(field) is not None or (field == "outcome" and "proposed_outcome" in item)


MISREAD = _misread()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    marker = metafunc.definition.get_closest_marker("field")
    field = marker.args[0] if marker else ""
    for name, items in CHOSEN.items():
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, [_param(item, field) for item in items])
    if "concluded_case" in metafunc.fixturenames:
        told = [item for item in ITEMS if _tells(item, field)]
        metafunc.parametrize("concluded_case", [_param(item, field) for item in told])


def _param(item: Case, field: str) -> Any:
    part = item.get("part", "")
    known = (item["path"], part, field) in MISREAD
    marks = [pytest.mark.xfail(strict=True, reason="misread.json")] if known else []
    return pytest.param(item, marks=marks, id=f"{item['path']} {part}".strip())


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
