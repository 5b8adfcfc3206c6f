"""How fast an engine indexes and answers, over the words of real documents.

    python benchmarks/bench_engine.py [--documents 2000] [--engine whoosh] [--batch 500] [FILE]

FILE is a gzipped file of JSON lines with `id`, `kind`, `title`, `date` and `text`
(`../shared/data/documents.jsonl.gz` when none is named). Terms are the lower-case words between blanks, so
that the figures are the engine's own and hold no language analysis. Prints documents a second (wall clock and
CPU), bytes on disk, and for each class of query the median and the slowest in milliseconds, warm, top 20 with
facets over all hits.
"""

import argparse
import gzip
import json
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from remissarkiv.domain import FACETS, Access, FieldTerms, IndexEntry
from remissarkiv.engines.interface import And, Engine, Node, Or, Phrase, Prefix, SearchRequest, Term
from remissarkiv.engines.registry import ENGINES, open_engine

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "documents.jsonl.gz"
SHELF = "documents"
ROUNDS = 5


def terms_of(text: str) -> FieldTerms:
    places: dict[str, list[int]] = {}
    number = -1
    for number, word in enumerate(text.lower().split()):
        places.setdefault(word, []).append(number)
    return FieldTerms(
        {word: len(where) for word, where in places.items()},
        number + 1,
        {word: tuple(where) for word, where in places.items()},
    )


def entries(path: Path, count: int) -> Iterator[IndexEntry]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in islice(lines, count):
            raw = json.loads(line)
            text, title = terms_of(raw["text"]), terms_of(raw["title"])
            day = date.fromisoformat(raw["date"]) if len(raw.get("date") or "") == 10 else None
            yield IndexEntry(
                raw["id"],
                SHELF,
                {"text": text, "exact": text, "title": title, "title_exact": title},
                {"kind": (raw["kind"],), "year": (str(day.year),) if day else ()},
                day,
            )


def queries(found: list[IndexEntry]) -> dict[str, list[Node]]:
    """Three queries of each class, chosen by how many documents hold a word: the same in every run."""
    holding = Counter(word for entry in found for word in entry.fields["text"].frequencies if word.isalpha())
    ranked = [word for word, _ in sorted(holding.items(), key=lambda pair: (-pair[1], pair[0]))]
    common, middling = ranked[5:14], [word for word in ranked[200:320] if len(word) > 4][:9]
    rare = [word for word in ranked if holding[word] == 3][:3]
    pairs = [(common[n], common[n + 3]) for n in range(3)]
    phrases = []
    for entry in found[:: max(1, len(found) // 3)][:3]:
        where = {n: word for word, ns in (entry.fields["exact"].positions or {}).items() for n in ns}
        phrases.append(tuple(where[n] for n in range(10, 13) if n in where))
    return {
        "rare": [Term("text", word) for word in rare],
        "common": [Term("text", word) for word in common[:3]],
        "and2": [And((Term("text", a), Term("text", b))) for a, b in pairs],
        "and3": [And(tuple(Term("text", word) for word in middling[n::3])) for n in range(3)],
        "or3": [Or(tuple(Term("text", word) for word in common[n::3])) for n in range(3)],
        "phrase": [Phrase("exact", words) for words in phrases],
        "prefix": [Prefix("text", word[:4]) for word in middling[:3]],
    }


def index(engine: Engine, found: list[IndexEntry], batch: int) -> tuple[float, float]:
    """Seconds by the clock and of CPU."""
    clock, cpu = time.perf_counter(), time.process_time()
    for start in range(0, len(found), batch):
        with engine.writer() as writer:
            for entry in found[start : start + batch]:
                writer.put(entry)
            writer.commit(start + batch)
    return time.perf_counter() - clock, time.process_time() - cpu


def measure(engine: Engine, nodes: list[Node]) -> tuple[float, float, list[int]]:
    """Median and slowest answer in milliseconds, and the hits of each query."""
    access = Access(frozenset({SHELF}))
    times, totals = [], []
    for node in nodes:
        request = SearchRequest(node, access, facets=FACETS)
        totals.append(engine.search(request).total)
        for _ in range(ROUNDS):
            start = time.perf_counter()
            engine.search(request)
            times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), max(times), totals


def main() -> None:
    parser = argparse.ArgumentParser(description="How fast an engine indexes and answers.")
    parser.add_argument("file", nargs="?", type=Path, default=DATA)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--engine", choices=[name for name, _ in ENGINES], default="whoosh")
    parser.add_argument("--batch", type=int, default=500)
    chosen = parser.parse_args()
    found = list(entries(chosen.file, chosen.documents))
    words = sum(entry.fields["text"].length for entry in found)
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(chosen.engine, Path(folder) / "index", "benchmark")
        clock, cpu = index(engine, found, chosen.batch)
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
        print(f"{chosen.engine}: {len(found)} documents, {words // max(len(found), 1)} words each")
        print(f"indexing: {len(found) / clock:.0f} documents/s, {len(found) / cpu:.0f} per CPU second")
        print(f"index: {size / 1e6:.1f} MB")
        for name, nodes in queries(found).items():
            median, slowest, totals = measure(engine, nodes)
            print(f"{name:8} median {median:7.2f} ms, slowest {slowest:7.2f} ms, hits {totals}")
        engine.close()


if __name__ == "__main__":
    main()
