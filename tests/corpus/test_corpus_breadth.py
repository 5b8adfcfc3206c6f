"""The sample archive is broad enough to try a search on: ärenden, years, forms, answers and decisions."""

import re
from collections import Counter, defaultdict
from typing import Any

STANCES = {"tillstyrker", "tillstyrker delvis", "avstyrker", "ingen erinran", "avstår", "otydligt"}
VERDICTS = {"förenligt", "inte förenligt", "delvis förenligt", "oavgjort"}
OUTCOMES = {
    "bifall", "delvis bifall", "avslag", "besvarad", "återremiss", "bordläggning", "avvisas", "återtagen",
    "avskriven", "antar yttrande", "godkänner som svar", "överlämnar", "noteras", "remitteras",
}  # fmt: skip
FEWEST = {"html": 12, "pdf": 12, "docx": 12, "odt": 4, "txt": 25}


def by_matter(documents: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    matters: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for case in documents:
        if case["arende"] is not None:
            matters[case["arende"]].append(case)
    return matters


def test_there_are_twelve_matters_and_ninety_documents(documents: list[dict[str, Any]]) -> None:
    assert len(by_matter(documents)) >= 12
    assert len(documents) >= 90


def test_every_format_of_the_shelf_is_there_many_times(documents: list[dict[str, Any]]) -> None:
    formats = Counter(case["format"] for case in documents)
    assert {name: formats[name] for name in FEWEST if formats[name] < FEWEST[name]} == {}
    assert {case["encoding"] for case in documents if "encoding" in case} >= {"utf-8", "cp1252"}


def test_twenty_five_documents_are_as_ocr_left_them_and_some_have_several_pages(
    documents: list[dict[str, Any]],
) -> None:
    pages = [case["pages"] for case in documents if case["ocr"]]
    assert len(pages) >= 25
    assert sum(count > 1 for count in pages) >= 8


def test_the_years_run_from_the_nineties_to_2025(documents: list[dict[str, Any]]) -> None:
    years = {int(case["date"][:4]) for case in documents}
    assert min(years) <= 1998
    assert max(years) == 2025
    assert len(years) >= 15


def test_every_matter_runs_from_a_proposal_over_answers_to_a_decision(
    documents: list[dict[str, Any]], parts: list[dict[str, Any]]
) -> None:
    decisions = by_matter([*documents, *parts])
    for name, held in by_matter(documents).items():
        assert {case["kind"] for case in held} & {"motion", "remiss"}, name
        opened = min(case["date"] for case in held)
        answers = [case["date"] for case in held if "stance" in case]
        decided = [case["date"] for case in decisions[name] if "outcome" in case]
        assert answers, name
        assert decided, name
        assert opened < min(answers) <= max(decided), name


def test_a_motion_is_decided_by_fullmaktige(documents: list[dict[str, Any]]) -> None:
    for name, held in by_matter(documents).items():
        if any(case["kind"] == "motion" for case in held):
            assert "Kommunfullmäktige" in {case["namnd"] for case in held if "outcome" in case}, name


def test_answers_and_decisions_are_of_every_sort(
    documents: list[dict[str, Any]], parts: list[dict[str, Any]]
) -> None:
    items = [*documents, *parts]
    assert {case["stance"] for case in items if "stance" in case} == STANCES
    assert {case["verdict"] for case in items if "verdict" in case} == VERDICTS
    assert {case["outcome"] for case in items if "outcome" in case} == OUTCOMES
    assert {case["follows"] for case in items if "follows" in case} == {True, False, None}


def test_assessments_rest_on_different_grounds(documents: list[dict[str, Any]]) -> None:
    grounds = {key for case in documents for key in case.get("grounds", [])}
    assert len({key.split("#")[0] for key in grounds}) >= 5
    assert {key.split("#")[0] for key in grounds} >= {"1991:900", "2017:725"}
    assert len({key for key in grounds if key.startswith("1991:900#K2P")}) >= 3


def test_all_the_sorts_of_sources_are_cited(documents: list[dict[str, Any]]) -> None:
    keys = {key for case in documents for key in case["citations"]}
    kinds = {key.split("/")[0] if "/" in key else "act" for key in keys}
    assert kinds >= {"act", "prop", "sou", "dom", "avg"}
    acts = {key.split("#")[0] for key in keys if re.match(r"\d{4}:\d+", key)}
    assert acts >= {"1991:900", "2017:725", "2009:47", "2001:453", "2010:900"}


def test_dnr_are_written_in_many_ways(documents: list[dict[str, Any]]) -> None:
    authorities = {item["value"].split()[0] for case in documents for item in case["dnr"] or []}
    assert len(authorities) >= 8
