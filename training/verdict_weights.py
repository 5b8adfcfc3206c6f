"""What the words of a sentence tell of a verdict on kommunal kompetens: weights learned from labelled cases.

    python -m training.verdict_weights --data ../shared/data tests/cases/conclusions/dev_*.jsonl \\
        tests/cases/conclusions/sentences_competence.tsv

Writes `indexer/conclude/competence/learned/weights.tsv`. Each case is a document with the verdicts that a
person reads in it (`tests/cases/conclusions/README.md`); the indexer reads it, and every sentence that is the
author's own counts, with a verdict or without. Three questions are learned by logistic regression with a
penalty on the squares of the weights: whether the sentence concludes anything, whether it permits (of those
that say yes or no), whether it leaves the question open (of those that conclude). Marks that stand in fewer
than `FEWEST` sentences, and such as weigh next to nothing, are left out. The same files give the same
table.

Of the real documents of the state in `documents.jsonl.gz`, which assess no proposal for a kommun, every
second one teaches what is no conclusion, however much of law and kommuner is said in it; the others
(`teaches`) are left for measuring.

`--without FILE …` leaves files out, to count on them what the weights of the others are worth.
"""

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.baseline import documents
from benchmarks.conclusion_cases import Case, holds, read_cases, understood
from benchmarks.ocr_pages import normal_text
from indexer.conclude.competence.learned.judging import OFFSET
from indexer.conclude.competence.learned.marks import marks
from indexer.conclude.competence.reading import worth_reading
from indexer.conclude.interface import Manner, Statement
from indexer.conclude.statements import statements_of
from indexer.extract import extract

TABLE = Path(__file__).resolve().parents[1] / "indexer/conclude/competence/learned/weights.tsv"
FEWEST = 3
LEAST = 3
"""Hundredths; a mark none of whose weights is so large is left out."""
PENALTY = 5.0
"""Times half the sum of the squares of the weights, beside the sum of the losses of the sentences."""
_STEPS = 3000
_CLOSE = 1e-3

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an author's own in lower case, and the verdict a person reads in it, "" for none."""

    low: str
    verdict: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn the table from the files that are named, and write it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path, help="cases as JSON lines")
    parser.add_argument("--data", type=Path, help="folder with documents.jsonl.gz")
    parser.add_argument("--without", nargs="*", type=Path, default=[], help="files that are left out")
    parser.add_argument("--to", type=Path, default=TABLE, help="the table that is written")
    options = parser.parse_args(arguments)
    left_out = {file.resolve() for file in options.without}
    files = [file for file in sorted(options.files) if file.resolve() not in left_out]
    found = [one for file in files for one in sentences(file)]
    if options.data is not None:
        found += unconcluding(options.data)
    rows = learned(found)
    options.to.write_text("".join(f"{mark}\t{a}\t{b}\t{c}\n" for mark, a, b, c in rows), encoding="utf-8")
    concluding = sum(1 for one in found if one.verdict)
    print(f"{len(files)} files, {len(found)} sentences, {concluding} with a verdict: {len(rows)} weights")
    return 0


def sentences(file: Path) -> Iterator[Sentence]:
    """The sentences of the authors of the cases in a file that tell of verdicts. One whose name ends in
    `.tsv` holds bare sentences, each with its verdicts after a tab; rows of several sentences are passed."""
    if file.suffix == ".tsv":
        yield from _bare(file)
        return
    for case in read_cases(file):
        if "assessments" in case.expected:
            yield from _of_case(case)


def teaches(identifier: str) -> bool:
    """Whether the real document of that id teaches; the others are for measuring."""
    return hashlib.sha256(identifier.encode()).digest()[0] % 2 == 0


def unconcluding(data: Path) -> Iterator[Sentence]:
    """Sentences of real documents that have words of a conclusion, and speak of kommuner, and conclude
    nothing."""
    for told in documents(data, 0):
        if teaches(told["id"]):
            document = extract(normal_text(told["text"]), name="handling.txt")
            for statement in statements_of(document):
                low = statement.text.lower()
                if "kommun" in low and worth_reading(low, municipal=True) and _is_own(statement):
                    yield Sentence(low, "")


def _is_own(statement: Statement) -> bool:
    return statement.voice.manner is Manner.OWN


def _bare(file: Path) -> Iterator[Sentence]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        text, verdicts, *_ = line.split("\t")
        if ". " not in text:
            first = verdicts.split(" + ")[0].rstrip("?")
            yield Sentence(text.lower(), first.removeprefix("-"))


def _of_case(case: Case) -> Iterator[Sentence]:
    for document in understood(case):
        for statement in statements_of(document):
            if _is_own(statement):
                verdicts = (
                    str(one.get("verdict", ""))
                    for one in case.expected["assessments"]
                    if holds(document, statement.span, one["at"])
                )
                yield Sentence(statement.text.lower(), next(verdicts, ""))


def learned(found: Sequence[Sentence]) -> list[tuple[str, int, int, int]]:
    """The rows of the table, in the order of their marks: the weights in hundredths for each of the three
    questions. The row `OFFSET` comes first."""
    of_each = [tuple(marks(one.low)) for one in found]
    common = Counter(mark for of_one in of_each for mark in of_one)
    names = sorted(mark for mark, times in common.items() if times >= FEWEST)
    number = {mark: place for place, mark in enumerate(names)}
    coded = [[number[mark] for mark in of_one if mark in number] for of_one in of_each]
    verdicts = np.array([one.verdict for one in found])
    says, decided = verdicts != "", np.isin(verdicts, ("förenligt", "inte förenligt"))
    every = np.ones(len(found), dtype=bool)
    questions = ((every, says), (decided, verdicts == "förenligt"), (says, verdicts == "oavgjort"))
    weights = np.stack(
        [
            _regression([coded[place] for place in np.flatnonzero(among)], is_so[among], len(names))
            for among, is_so in questions
        ],
        axis=1,
    )
    hundredths = np.rint(weights * 100).astype(int)
    rows = [(OFFSET, *map(int, hundredths[-1]))]
    rows += [
        (mark, *map(int, row))
        for mark, row in zip(names, hundredths, strict=False)
        if np.abs(row).max() >= LEAST
    ]
    return rows


def _regression(rows: Iterable[Sequence[int]], is_so: NDArray[np.bool_], width: int) -> Floats:
    """The weights of a logistic regression, the last one that of every row, found by accelerated descent
    (Nesterov) that starts anew whenever it would climb."""
    held = [(*row, width) for row in rows]
    marked = np.fromiter((mark for row in held for mark in row), dtype=np.int64)
    lengths = np.fromiter(map(len, held), dtype=np.int64)
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    signs = np.where(is_so, 1.0, -1.0)
    weights = np.zeros(width + 1)
    steepest = 1.0 + _largest(marked, lengths, starts, width + 1) / (4 * PENALTY)
    ahead, pace = weights, 1.0
    for _ in range(_STEPS):
        margins = signs * np.add.reduceat(ahead[marked], starts)
        pulls = -signs / (1 + np.exp(margins)) / PENALTY
        slope = ahead + np.bincount(marked, np.repeat(pulls, lengths), width + 1)
        following = ahead - slope / steepest
        if np.abs(slope).max() < _CLOSE:
            return following
        if slope @ (following - weights) > 0:
            pace = 1.0
        faster = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead = following + (pace - 1) / faster * (following - weights)
        weights, pace = following, faster
    return weights


def _largest(marked: Integers, lengths: Integers, starts: Integers, width: int) -> float:
    """The largest eigenvalue of the marks that rows share, by repeated multiplication."""
    vector, size = np.ones(width), 1.0
    for _ in range(30):
        vector = np.bincount(marked, np.repeat(np.add.reduceat(vector[marked], starts), lengths), width)
        size = float(np.linalg.norm(vector))
        vector /= size
    return 1.1 * size


if __name__ == "__main__":
    sys.exit(main())
