"""What the documents of the sample archive conclude, as a person who reads them sums it up."""

from typing import Any

import pytest

from benchmarks.conclusion_corpus import told_of

Case = dict[str, Any]


@pytest.mark.field("verdict")
def test_verdicts_of_a_document(concluded_case: Case) -> None:
    _is_read(concluded_case, "verdict")


@pytest.mark.field("stance")
def test_stance_of_an_answer(concluded_case: Case) -> None:
    _is_read(concluded_case, "stance")


@pytest.mark.field("outcome")
def test_outcome_of_a_decision(concluded_case: Case) -> None:
    _is_read(concluded_case, "outcome")


@pytest.mark.field("sympathy")
def test_sympathy_with_the_aim(concluded_case: Case) -> None:
    _is_read(concluded_case, "sympathy")


def test_an_answer_without_a_verdict_has_none(documents: list[Case]) -> None:
    silent = [case for case in documents if case.get("stance") and case.get("verdict") is None]
    told = [one for case in silent if (one := told_of(case, "verdict")) is not None]
    assert [(one.path, one.read) for one in told if one.read] == []


def _is_read(case: Case, field: str) -> None:
    told = told_of(case, field)
    assert told is not None
    assert told.read == told.wanted
