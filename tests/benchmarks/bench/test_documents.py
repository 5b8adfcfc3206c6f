"""The corpora of the benchmark: the same for a seed, one within the other, and what is recombined says so."""

import gzip
import json
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.bench.documents import (
    FILE,
    RECOMBINED,
    WORDS,
    Source,
    corpus,
    number_of,
    recombined,
)
from remissarkiv.domain import Kind

LENGTHS = (3, 40, 900, 2000, 7, 751, 750, 120)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Eight documents, some longer than `WORDS`."""
    path = tmp_path / FILE
    with gzip.open(path, "wt", encoding="utf-8") as out:
        for number, length in enumerate(LENGTHS):
            text = " ".join(f"ord{number}x{place}" for place in range(length))
            row = {"id": f"s{number}", "kind": "motion", "title": f"Om {number}", "date": None, "text": text}
            out.write(json.dumps(row) + "\n")
    return path


def test_a_smaller_corpus_is_part_of_every_greater_one(file: Path) -> None:
    texts = [{one.document.text for one in corpus(file, size, 3)} for size in (2, 5, 8, 11)]
    assert [len(found) for found in texts] == [2, 5, 8, 11]
    assert texts[0] < texts[1] < texts[2] < texts[3]


def test_the_same_seed_gives_the_same_corpus_and_another_seed_another(file: Path) -> None:
    assert list(corpus(file, 12, 3)) == list(corpus(file, 12, 3))
    assert list(corpus(file, 12, 3)) != list(corpus(file, 12, 4))


def test_what_is_recombined_is_labelled_and_nothing_else_is(file: Path) -> None:
    found = list(corpus(file, 12, 3))
    assert [one.id[0] == RECOMBINED for one in found] == [False] * 8 + [True] * 4
    assert [one.document.title.startswith("[recombined]") for one in found] == [False] * 8 + [True] * 4
    assert [number_of(one.id) for one in found] == list(range(12))


def test_recombined_documents_have_so_many_words_each_of_them_a_real_one_in_its_order() -> None:
    sources = [
        # Every hundredth word begins a paragraph.
        Source(
            (f"s{n}",),
            f"Om {n}",
            Kind.MOTION,
            None,
            "".join(f"{n}.{m}{' ' if m % 100 else chr(10) * 2}" for m in range(length)),
        )
        for n, length in enumerate(LENGTHS)
    ]
    found = list(islice(recombined(sources, 5), 6))
    assert all(len(one.text.split()) == WORDS for one in found)
    assert all("\n\n" in one.text for one in found)
    # Six documents are less than one pass: no word comes twice, and cut texts go on where they were cut.
    words = [word for one in found for word in one.text.split()]
    assert len(set(words)) == len(words)
    for n in range(len(LENGTHS)):
        places = [int(word.partition(".")[2]) for word in words if word.startswith(f"{n}.")]
        assert places == list(range(len(places)))
    assert all({f"s{word.partition('.')[0]}" for word in one.text.split()} == set(one.of) for one in found)


def test_recombining_nothing_gives_nothing() -> None:
    assert list(recombined([Source(("a",), "Om", Kind.MOTION, None, " \n ")], 5)) == []


def test_several_documents_share_an_arende(file: Path) -> None:
    values = [one.document.dnr[0].dnr.value for one in corpus(file, 200, 3)]
    assert 20 < len(set(values)) < 150
