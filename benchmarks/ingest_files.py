"""Files of about 750 words to measure a run over: clean ones, and such as OCR has damaged.

Clean: real documents of `large.jsonl.gz`, laid end to end in a seeded order and cut after every 750 words, as
`bench/documents.py` does it, each under the title of the document it begins in. Damaged: the pages of
`ocr_pairs.jsonl` as they were read, in stretches of four to nine lines, which are put together in an order
drawn by the seed until there are 750 words. No stretch stands twice in a file, and no two files are copies.
"""

import gzip
import json
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.bench.documents import FILE, WORDS, Source, recombined
from remissarkiv.domain import Kind
from training.pages import load_pages

PAGES = "ocr_pairs.jsonl"
_IN_FOLDER = 500
_LINES = (4, 9)
_SPARE = 1.2
"""Words of real documents for each word that is written, so that nearly all stand in one file alone."""


def write_clean(data: Path, folder: Path, count: int, seed: int) -> int:
    """Write so many clean files; returns their bytes."""
    wanted = int(count * WORDS * _SPARE)
    texts = recombined(list(_sources(data / FILE, wanted, seed)), seed)
    return _write(folder, (f"{_title(one)}\n\n{one.text}\n" for one in islice(texts, count)))


def write_damaged(data: Path, folder: Path, count: int, seed: int) -> int:
    """Write so many files that OCR has damaged; returns their bytes."""
    return _write(folder, islice(damaged_texts(data / PAGES, seed), count))


def damaged_texts(pages: Path, seed: int) -> Iterator[str]:
    """Endlessly, texts of about 750 words made of these pages as they were read."""
    draw = random.Random(f"damaged:{seed}")
    lines = [[line for line in page.ocr.splitlines() if line.strip()] for page in load_pages(pages)]
    lines = [page for page in lines if len(page) > _LINES[1]]
    while True:
        stretches: dict[tuple[int, int], str] = {}
        words = 0
        while words < WORDS:
            page = draw.randrange(len(lines))
            start, length = draw.randrange(len(lines[page]) - _LINES[0]), draw.randint(*_LINES)
            if any(one == page and abs(other - start) <= _LINES[1] for one, other in stretches):
                continue
            stretch = "\n".join(lines[page][start : start + length])
            stretches[page, start] = stretch
            words += len(stretch.split())
        yield "\n\n".join(stretches.values()) + "\n"


def _sources(file: Path, words: int, seed: int) -> Iterator[Source]:
    """Real documents with so many words in all, drawn by the seed."""
    with gzip.open(file, "rt", encoding="utf-8") as rows:
        lines = list(rows)
    random.Random(f"ingest:{seed}").shuffle(lines)
    for line in lines:
        row = json.loads(line)
        title = " ".join((row.get("title") or "").split())
        yield Source((str(row["id"]),), title, Kind.OVRIGT, None, row["text"])
        words -= len(row["text"].split())
        if words <= 0:
            return


def _title(source: Source) -> str:
    return source.title.removeprefix("[recombined]").strip()


def _write(folder: Path, texts: Iterator[str]) -> int:
    size = 0
    for number, text in enumerate(texts):
        target = folder / f"{number // _IN_FOLDER:04}" / f"{number:06}.txt"
        target.parent.mkdir(parents=True, exist_ok=True)
        content = text.encode("utf-8", "replace")
        target.write_bytes(content)
        size += len(content)
    return size
