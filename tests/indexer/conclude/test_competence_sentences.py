"""Sentences as officials write them, each with the verdicts a jurist reads in it.

`tests/cases/conclusions/sentences_competence.tsv` was written from knowledge of the field before the rules. A
`?` after a verdict says that its author has a doubt or a condition. Which of the others are sure is asked in
`test_competence_certainty.py`: it is more than one sentence can tell.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from indexer.conclude import conclude
from indexer.conclude.competence import assessing
from indexer.conclude.competence.certainty import Weighing
from remissarkiv.citations import find_citations
from remissarkiv.domain import Assessment, Document, Kind

_CASES = Path(__file__).parents[2] / "cases" / "conclusions" / "sentences_competence.tsv"


def _cases() -> list[tuple[str, str, str]]:
    lines = _CASES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(sentence, verdicts, concerned) for sentence, verdicts, concerned in rows]


class _TakesAll(Weighing):
    def settled(self, found: Sequence[Assessment]) -> list[Assessment]:
        return list(found)


@pytest.fixture(autouse=True)
def _only_the_authors_doubts_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assessing, "Weighing", _TakesAll)


def _assessments(text: str) -> tuple[Assessment, ...]:
    citations = tuple(find_citations(text))
    return conclude(Document("", Kind.YTTRANDE, text, text, citations=citations)).assessments


def _told(found: tuple[Assessment, ...]) -> str:
    return " + ".join(one.verdict.value + ("" if one.certain else "?") for one in found) or "-"


@pytest.mark.parametrize(("sentence", "verdicts", "concerned"), _cases())
def test_a_sentence_is_read_as_a_jurist_reads_it(sentence: str, verdicts: str, concerned: str) -> None:
    assert _told(_assessments(sentence)) == verdicts


@pytest.mark.parametrize(
    ("sentence", "concerned"),
    [
        (sentence, concerned)
        for sentence, verdicts, concerned in _cases()
        if verdicts != "-" and concerned != "*"
    ],
)
def test_what_is_judged_is_told_in_the_words_of_the_text(sentence: str, concerned: str) -> None:
    assert _assessments(sentence)[0].concerns == concerned
