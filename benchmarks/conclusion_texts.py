"""Real documents for what has no answers to compare with: that nothing is found where nothing is said, and
how fast it is read."""

import dataclasses
import random
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.baseline import documents
from benchmarks.conclusion_corpus import ARCHIVE, KOMMUN
from benchmarks.ocr_pages import normal_text
from indexer.conclude import conclude
from indexer.extract import extract
from indexer.understanding import understand_all
from remissarkiv.domain import Document
from remissarkiv.errors import UnreadableFileError

MEGABYTE = 1_000_000


def extracted(data: Path, count: int = 0) -> Iterator[Document]:
    """The first `count` documents of `documents.jsonl.gz` (0: all), as they are before it is read what they
    conclude."""
    for told in documents(data, count):
        yield extract(normal_text(told["text"]), name="handling.txt")


def sample(data: Path, count: int, seed: int) -> list[tuple[str, Document]]:
    """`count` documents of `documents.jsonl.gz` with their ids, understood: the same for the same seed."""
    told = list(documents(data, 0))
    chosen = random.Random(seed).sample(told, min(count, len(told)))
    return [(one["id"], conclude(extract(normal_text(one["text"]), name="handling.txt"))) for one in chosen]


def of_corpus() -> Iterator[Document]:
    """Every document of the sample archive, with what it concludes taken away."""
    for file in sorted(ARCHIVE.rglob("*")):
        if not file.is_file():
            continue
        try:
            read = understand_all(file, kommun=KOMMUN)
        except UnreadableFileError:
            continue
        for one in read.documents:
            yield dataclasses.replace(
                one.document, assessments=(), positions=(), decisions=(), sympathy=False
            )


def speed(texts: Iterable[Document]) -> tuple[float, float]:
    """How many megabytes of text (UTF-8) there are, and how many of them a second of processor time reads
    for what they conclude."""
    size = spent = 0.0
    for document in texts:
        begun = time.process_time()
        conclude(document)
        spent += time.process_time() - begun
        size += len(document.text.encode("utf-8"))
    return size / MEGABYTE, size / MEGABYTE / (spent or 1)
