"""Queries as officers write them, against the sample archive: what was understood, and every document found.

`tests/cases/officer_queries.json` has them: who asks, the query, the line under the box, the documents (below
`corpus/arkiv`, a part of a file behind ` › `), and what reading those documents told. The hits were checked
by reading, and against what `tests/cases/corpus` says that each document cites and is entered under.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from remissarkiv import open_archive
from remissarkiv.bootstrap import Archive

PROJECT = Path(__file__).resolve().parents[3]
CASES: list[dict[str, Any]] = json.loads(
    (PROJECT / "tests" / "cases" / "officer_queries.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def archive(corpus_data: Path) -> Iterator[Archive]:
    with open_archive(PROJECT / "config.toml", data=corpus_data, create=False) as opened:
        yield opened


@pytest.mark.parametrize("case", CASES, ids=[case["query"] for case in CASES])
def test_an_officer_finds_what_she_asks_for(archive: Archive, case: dict[str, Any]) -> None:
    answer = archive.search(case["query"], limit=None, collapse="none", access=archive.operator_access())
    assert [[entry.label, entry.value] for entry in answer.understood] == case["understood"]
    found = {_place(hit.path, hit.part) for hit in answer.hits}
    assert found == set(case["hits"])


def _place(path: str, part: str) -> str:
    below = path.rpartition("corpus/arkiv/")[2].removeprefix("arkiv/")
    return f"{below} › {part}" if part else below


def test_there_are_forty_of_every_kind_of_asker_and_each_tells_why_it_is_right() -> None:
    assert len(CASES) >= 40
    assert len({case["query"] for case in CASES}) == len(CASES)
    assert all(case["note"] and case["hits"] for case in CASES)
    askers = Counter(case["who"] for case in CASES)
    assert set(askers) == {"jurist", "registrator", "handläggare", "nämndsekreterare"}
    assert min(askers.values()) >= 4
