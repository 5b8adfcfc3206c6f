"""What is decided in a sentence, by whom, and whether it is decided or only proposed."""

import csv
from pathlib import Path

import pytest

from indexer import understand
from remissarkiv.domain import Document

CASES = Path(__file__).resolve().parents[2] / "cases" / "conclusions" / "sentences_decisions.tsv"
BOARDS = {
    "KF": "Kommunfullmäktige",
    "KS": "Kommunstyrelsen",
    "KSAU": "Kommunstyrelsens arbetsutskott",
    "SN": "Socialnämnden",
}
SUBJECT = "Svar på motion om belysning vid Kvarndammen"


def _rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def _text(row: dict[str, str]) -> str:
    words = row["text"].replace(" // ", "\n\n").replace(" / ", "\n")
    if row["in"] == "bare":
        return f"{words}\n"
    letter, _, board = row["in"].rpartition(" ")
    head = (
        f"Hällsjö kommun\n{BOARDS[board]}\nProtokollsutdrag 2016-05-10\n\n§ 41   Dnr KS 2015/312"
        if not letter
        else f"Hällsjö kommun\nTjänsteutlåtande\n2016-05-10\nDnr KS 2015/312\n\nTill {BOARDS[board].lower()}"
    )
    return f"{head}\n\n{SUBJECT}\n\n{row['heading']}\n{words}\n"


def _told(document: Document) -> str:
    told = (
        ", ".join(filter(None, (one.outcome.value, one.actor.name, one.status.value, one.target)))
        for one in document.decisions
    )
    return "; ".join(told) or "-"


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['in']}: {row['text'][:60]}")
def test_decision_of_a_sentence(row: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "handling.txt"
    file.write_text(_text(row), encoding="utf-8")
    assert _told(understand(file)) == row["decisions"]
