"""The measuring of ärenden counts what is joined rightly and wrongly, on cases that come with the project."""

import json
from pathlib import Path

import pytest

from benchmarks.eval_matters import main

CASES = Path(__file__).resolve().parent.parent / "cases" / "matters" / "dev1.jsonl"


@pytest.mark.slow
def test_no_arende_of_the_cases_is_joined_wrongly(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(CASES)]) == 0
    told = capsys.readouterr().out
    assert "joins: 0 wrong, 76 of 76 right (1.000)" in told
    assert "guesses: 1 of 1 offered, 0 besides" in told
    assert "links: 1 of 1 shown, 0 besides" in told


@pytest.mark.slow
def test_archives_of_many_styles_hold_together(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(CASES.with_name("dev2.jsonl"))]) == 0
    told = capsys.readouterr().out
    assert "joins: 0 wrong, 201 of 207 right" in told
    assert "guesses: 2 of 2 offered, 0 besides" in told


def test_a_wrong_join_and_a_missed_one_are_counted_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "Björnlunda kommun\nKommunstyrelsen\n"
    documents = [
        {"file": f"{name}.txt", "kommun": "Björnlunda", "text": f"{head}Dnr KS 2004/{number}\n\n{name}\n"}
        for name, number in (("a", 1), ("b", 1), ("c", 2))
    ]
    case = {"id": "x", "documents": documents, "matters": [["a.txt"], ["b.txt", "c.txt"]]}
    file = tmp_path / "cases.jsonl"
    file.write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
    main([str(file), "--cases"])
    told = capsys.readouterr().out
    assert "x wrong join: a.txt + b.txt" in told
    assert "x missed join: b.txt + c.txt" in told
    assert "joins: 1 wrong, 0 of 1 right" in told
