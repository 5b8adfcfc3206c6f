"""Who is for and who against, sentence by sentence: all the ways Swedish says it, and what says nothing."""

from pathlib import Path

import pytest

from indexer.conclude import conclude
from remissarkiv.domain import Document, Kind, Position

CASES = Path(__file__).parents[2] / "cases" / "conclusions" / "sentences_positions.tsv"
ROWS = [
    line.split("\t")
    for line in CASES.read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]
TAKEN = [row for row in ROWS if row[1] != "-"]
SILENT = [row[0] for row in ROWS if row[1] == "-"]


def positions_in(text: str) -> tuple[Position, ...]:
    return conclude(Document(title="", kind=Kind.OVRIGT, text=text, original=text)).positions


@pytest.mark.parametrize(("sentence", "stance", "actor", "kind", "status"), TAKEN)
def test_a_stance_is_read_with_who_takes_it(
    sentence: str, stance: str, actor: str, kind: str, status: str
) -> None:
    found = [
        (p.stance.value, p.actor.name, p.actor.kind.value, p.status.value) for p in positions_in(sentence)
    ]

    assert found == [(stance, actor, kind, status)]


@pytest.mark.parametrize("sentence", SILENT)
def test_what_is_no_stance_is_none(sentence: str) -> None:
    assert positions_in(sentence) == ()
