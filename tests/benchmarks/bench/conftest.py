"""A tiny corpus of ready terms for the tests of the benchmark."""

import datetime
import random

import pytest

from benchmarks.bench.documents import SHELF, document_id
from benchmarks.bench.vocabulary import Vocabulary
from remissarkiv.domain import FieldTerms, IndexEntry

# Words at falling rates, with signs at which an engine may wrongly split.
WORDS = (
    *("kommun", "skola", "eu-medborgare", "vatten", "lärare", "o'brien", "2:1", "parkering", "trädgård"),
    *("skolgård", "skolkök", "a@b.se", 'ci"tat', "kommunal", "kommunen", "väg/gata", "buss", "cykel"),
)
KINDS = ("motion", "tjänsteutlåtande", "övrigt")


def _terms(words: list[str], *, placed: bool) -> FieldTerms:
    places: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        places.setdefault(word, []).append(number)
    counts = {word: len(numbers) for word, numbers in places.items()}
    positions = {word: tuple(numbers) for word, numbers in places.items()}
    return FieldTerms(counts, len(words), positions if placed else None)


@pytest.fixture
def entries() -> list[IndexEntry]:
    """120 documents of up to forty words; some without words, date or title."""
    draw = random.Random(11)
    weights = [1 / (rank + 1) for rank in range(len(WORDS))]
    found = []
    for number in range(120):
        words = draw.choices(WORDS, weights, k=draw.randrange(0, 40))
        title = words[:2]
        day = datetime.date(2000 + number % 7, 1 + number % 12, 1) if number % 5 else None
        found.append(
            IndexEntry(
                document_id(number, recombined=number > 100),
                SHELF,
                {
                    "text": _terms(words, placed=False),
                    "exact": _terms(words, placed=True),
                    "parts": _terms([], placed=False),
                    "raw": _terms([], placed=False),
                    "title": _terms(title, placed=False),
                    "title_exact": _terms(title, placed=True),
                },
                {
                    "kind": (KINDS[number % 3],),
                    "year": (str(day.year),) if day else (),
                    "dnr": (f"KS 2014/{number // 3}", f"2014/{number // 3}"),
                    "lagrum": ("2017:725", f"2017:725#K{number % 4}") if number % 2 else (),
                },
                day,
            )
        )
    return found


@pytest.fixture
def vocabulary(entries: list[IndexEntry]) -> Vocabulary:
    """What the corpus holds."""
    counted = Vocabulary(len(entries))
    for entry in entries:
        counted.add(entry)
    return counted
