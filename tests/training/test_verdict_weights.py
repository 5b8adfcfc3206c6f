"""Weights of words are learned from labelled sentences: the same for the same ones, and what tells counts."""

import json
from pathlib import Path

from indexer.conclude.competence.learned.judging import OFFSET
from training.verdict_weights import Sentence, learned, main, sentences

_SAID = [
    *(
        Sentence(f"kommunen får lämna bidrag {word}.", "förenligt")
        for word in ("nu", "ofta", "i år", "till dem")
    ),
    *(
        Sentence(f"kommunen får inte bidra {word}.", "inte förenligt")
        for word in ("nu", "ofta", "i år", "alls")
    ),
    *(
        Sentence(f"det är oklart om det får göras {word}.", "oavgjort")
        for word in ("nu", "ofta", "i år", "alls")
    ),
    *(Sentence(f"mötet börjar klockan sju {word}.", "") for word in ("nu", "ofta", "i år", "alls")),
]


def test_a_word_tells_of_what_it_stands_in() -> None:
    weights = {mark: row for mark, *row in learned(_SAID)}
    concludes, permits, leaves_open = range(3)
    assert weights["får"][concludes] > 0 > weights["mötet"][concludes]
    assert weights["inte"][permits] < 0
    assert weights["oklart"][leaves_open] > 0
    assert OFFSET in weights


def test_the_order_of_the_sentences_changes_nothing() -> None:
    assert learned(_SAID) == learned(_SAID[::-1])


def test_a_mark_that_stands_in_few_sentences_is_left_out() -> None:
    assert "dem" not in {mark for mark, *_ in learned(_SAID)}


def test_sentences_of_cases_are_those_of_the_author_with_what_a_person_reads_in_them(tmp_path: Path) -> None:
    text = "Kontoret har granskat förslaget. Kommunen kan därför inte enligt lag driva butiken."
    case = {
        "id": "1",
        "text": text,
        "assessments": [{"at": "inte enligt lag driva", "verdict": "inte förenligt"}],
    }
    file = tmp_path / "cases.jsonl"
    file.write_text(json.dumps(case) + "\n" + json.dumps({"id": "2", "text": text}) + "\n", encoding="utf-8")
    assert [one.verdict for one in sentences(file)] == ["", "inte förenligt"]


def test_bare_sentences_are_read_from_a_table(tmp_path: Path) -> None:
    file = tmp_path / "bare.tsv"
    file.write_text("# head\nDet är lagligt.\tförenligt?\t\nNej. Ja.\t-\t\nHej.\t-\t\n", encoding="utf-8")
    assert list(sentences(file)) == [Sentence("det är lagligt.", "förenligt"), Sentence("hej.", "")]


def test_files_that_are_left_out_teach_nothing(tmp_path: Path) -> None:
    rows = "".join(f"{one.low}\t{one.verdict or '-'}\t\n" for one in _SAID)
    (tmp_path / "a.tsv").write_text(rows, encoding="utf-8")
    (tmp_path / "b.tsv").write_text(rows.replace("mötet", "festen"), encoding="utf-8")
    files = [str(tmp_path / name) for name in ("a.tsv", "b.tsv")]
    table = tmp_path / "weights.tsv"
    main([*files, "--to", str(table), "--without", files[1]])
    assert "festen" not in table.read_text(encoding="utf-8")
