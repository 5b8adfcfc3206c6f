"""The ärenden of the sample archive: each document and § is where a registrator would put it."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from remissarkiv.catalog import Catalog
from remissarkiv.domain import Access
from remissarkiv.matters import join

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "corpus"
ITEMS = [
    item for file in sorted(FOLDER.glob("ks-*.json")) for item in json.loads(file.read_text(encoding="utf-8"))
]
ACCESS = Access(frozenset({"exempelarkivet"}))


@pytest.fixture(scope="module")
def catalog(corpus_data: Path) -> Iterator[Catalog]:
    with Catalog.open(corpus_data / "catalog.sqlite") as opened:
        yield opened


@pytest.fixture(scope="module")
def ids(catalog: Catalog) -> dict[tuple[str, str], str]:
    summaries = catalog.summaries(list(catalog.all_ids()), ACCESS)
    return {(one.path, one.part): one.id for one in summaries.values()}


def test_every_arende_has_its_own_documents(catalog: Catalog, ids: dict[tuple[str, str], str]) -> None:
    expected: dict[str, set[str]] = defaultdict(set)
    for item in ITEMS:
        if item["arende"]:
            expected[item["arende"]].add(ids[item["path"], item.get("part", "")])
    assert len(expected) == 17
    for arende, documents in expected.items():
        assert set(catalog.matter_of(min(documents), ACCESS).documents) == documents, arende


def test_what_belongs_to_no_arende_of_a_motion_joins_none(
    catalog: Catalog, ids: dict[tuple[str, str], str]
) -> None:
    joined = {ids[item["path"], item.get("part", "")] for item in ITEMS if item["arende"]}
    for item in ITEMS:
        if item["arende"] is None:
            found = catalog.matter_of(ids[item["path"], item.get("part", "")], ACCESS)
            assert joined.isdisjoint(found.documents), item["path"]


def test_walking_gives_what_joining_the_whole_archive_gives(catalog: Catalog) -> None:
    for matter in join(catalog.matter_facts(list(catalog.all_ids()), ACCESS)):
        assert catalog.matter_of(matter.documents[-1], ACCESS) == matter
