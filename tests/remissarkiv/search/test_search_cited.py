"""How many documents cite what, among those that the caller may see."""

from collections.abc import Callable
from typing import Any

import pytest

from remissarkiv.domain import StoredDocument
from remissarkiv.search import cited_keys

Build = Callable[..., StoredDocument]


@pytest.fixture
def citing(shelf: Any, build: Build) -> Any:
    shelf.put(
        build("a", "Av 2 kap. 1 § kommunallagen (2017:725) följer motsatsen."),
        build("b", "Se 2 kap. 3 § kommunallagen (2017:725) och prop. 2016/17:171."),
        build("c", "Se 4 § förvaltningslagen (2017:900)."),
        build("hemlig", "Se 2 kap. 4 § kommunallagen (2017:725).", collection="sluten"),
    )
    return shelf


def test_a_document_counts_for_the_provision_its_chapter_and_its_act(citing: Any) -> None:
    counts = cited_keys(citing.engine, citing.everyone)
    assert {key: counts[key] for key in ("2017:725", "2017:725#K2", "2017:725#K2P1", "2017:900")} == {
        "2017:725": 2,
        "2017:725#K2": 2,
        "2017:725#K2P1": 1,
        "2017:900": 1,
    }


def test_of_those_that_cite_one_key_only(citing: Any) -> None:
    counts = cited_keys(citing.engine, citing.everyone, "2017:725#K2P3")
    assert counts["prop/2016/17:171"] == 1
    assert "2017:900" not in counts


def test_hidden_documents_count_nowhere(citing: Any) -> None:
    assert "2017:725#K2P4" not in cited_keys(citing.engine, citing.everyone)
    assert cited_keys(citing.engine, citing.insider)["2017:725#K2P4"] == 1
    assert cited_keys(citing.engine, citing.everyone, "2017:725#K2P4") == {}
