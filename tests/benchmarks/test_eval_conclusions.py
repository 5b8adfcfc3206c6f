"""The program that measures what is understood of conclusions, on a set small enough to count by hand."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from benchmarks.conclusion_cases import Case, read_cases
from benchmarks.conclusion_corpus import told_of
from benchmarks.conclusion_texts import speed
from benchmarks.eval_conclusions import main, measured
from benchmarks.misreading import misread
from remissarkiv.domain import Document, Kind

DECIDED = "Kommunfullmäktige beslutar att avslå motionen om belysning vid Kvarndammen."
AVSLAG = {"at": "avslå motionen", "outcome": "avslag", "body": "Kommunfullmäktige", "status": "beslut"}


def _case(name: str, decisions: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {"id": name, "name": "beslut.txt", "text": DECIDED, "decisions": decisions, **more}


def _cases(folder: Path, name: str, *cases: dict[str, Any]) -> Path:
    file = folder / name
    file.write_text("".join(json.dumps(case) + "\n" for case in cases), encoding="utf-8")
    return file


def _read(folder: Path, *cases: dict[str, Any]) -> list[Case]:
    return list(read_cases(_cases(folder, "cases.jsonl", *cases)))


def test_what_is_right_false_and_missed_is_counted(tmp_path: Path) -> None:
    bifall = {**AVSLAG, "outcome": "bifall"}
    figures = measured(_read(tmp_path, _case("a", [AVSLAG]), _case("b", [bifall]), _case("c", [])))
    assert [figures.counts[f"outcome {what}"] for what in ("right", "false", "missed")] == [1, 2, 1]
    assert (figures.precision("outcome"), figures.recall("outcome")) == (1 / 3, 1 / 2)


SURE_TEXT = "Kontoret bedömer att förslaget därför inte är förenligt med den kommunala kompetensen."
SURE = {"at": "förslaget därför inte är förenligt", "verdict": "inte förenligt"}
UNSURE_TEXT = "Regionen har ansvaret enligt lag. Kommunen kan inte ta över det."
UNSURE = {"at": "Kommunen kan inte ta över", "verdict": "inte förenligt"}


def _judged(name: str, text: str, *assessments: dict[str, Any]) -> dict[str, Any]:
    return {"id": name, "name": "tjänsteutlåtande.txt", "text": text, "assessments": list(assessments)}


def test_sure_verdicts_are_counted_apart(tmp_path: Path) -> None:
    cases = (
        _judged("a", SURE_TEXT, SURE),
        _judged("b", UNSURE_TEXT, UNSURE),
        _judged("c", UNSURE_TEXT),
        _judged("d", SURE_TEXT),
    )
    figures = measured(_read(tmp_path, *cases))
    assert (figures.precision("verdict"), figures.recall("verdict")) == (1 / 2, 1.0)
    assert figures.sure("verdict") == (1 / 2, 1 / 2)


def test_an_author_without_doubt_need_not_be_read_for_sure_but_one_with_doubt_must_not(
    tmp_path: Path,
) -> None:
    plain, doubtful = {**SURE, "certain": True}, {**SURE, "certain": False}
    assert measured(_read(tmp_path, _judged("a", SURE_TEXT, plain))).share("certain") is None
    assert measured(_read(tmp_path, _judged("b", SURE_TEXT, doubtful))).share("certain") == 0


def test_who_decides_is_compared_where_the_case_tells(tmp_path: Path) -> None:
    unnamed = {key: value for key, value in AVSLAG.items() if key != "body"}
    other = {**AVSLAG, "body": "Socialnämnden"}
    figures = measured(_read(tmp_path, _case("a", [AVSLAG]), _case("b", [unnamed]), _case("c", [other])))
    assert figures.share("actor") == 1 / 2


def test_a_case_that_does_not_tell_of_decisions_is_not_counted(tmp_path: Path) -> None:
    case = _case("a", [])
    del case["decisions"]
    assert measured(_read(tmp_path, case)).counts["outcome false"] == 0


def test_kept_and_borderline_cases_are_reported_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [
        _cases(tmp_path, "made.jsonl", _case("a", [AVSLAG]), _case("b", [AVSLAG], tags=["villkor"])),
        _cases(tmp_path, "kept.jsonl", _case("c", [AVSLAG])),
    ]
    assert main([*map(str, files), "--ocr", "1"]) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if line.endswith("cases")]
    assert told == [
        "development, plain: 1 cases",
        "development, conditional and borderline: 1 cases",
        "kept, plain: 1 cases",
    ]


def test_every_error_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(_cases(tmp_path, "made.jsonl", _case("a", []))), "--cases"])
    assert f"a false avslag (Kommunfullmäktige): {DECIDED}" in capsys.readouterr().out


def test_misreading_is_the_same_for_the_same_seed() -> None:
    text = "Förvaltningen föreslår att nämnden avslår ansökan. " * 20
    first, second = (misread(text, random.Random(3)) for _ in range(2))
    assert first == second != text
    assert "föreslår" not in first


def test_the_sample_archive_is_summed_up() -> None:
    item = {"path": "ks-2006-031/KF 2006-08-28 §77 vänorten.pdf", "outcome": "bifall"}
    told = told_of(item, "outcome")
    assert told is not None
    assert (told.wanted, told.read) == ("bifall", "bifall")


def test_speed_is_told_of_the_text_that_was_read() -> None:
    text = f"{DECIDED}\n" * 2000
    size, rate = speed([Document("Motion", Kind.OVRIGT, text, text)])
    assert size == pytest.approx(len(text.encode()) / 1_000_000)
    assert rate > 0
