"""How long does a suggestion take, and what does it cost to keep them?

Real documents of `../shared/data/large.jsonl.gz`; beyond their number they come again under the titles
and Dnr of others. `python -m benchmarks.bench_typeahead [--documents N]` prints milliseconds of processor
and wall time for the answers to every beginning of some hundred titles, words and Dnr, the cost of a
document, the size of the file and the memory of the process.
"""

import argparse
import datetime
import gzip
import itertools
import json
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from remissarkiv.domain import Access, Dnr, DnrMention, DnrRole, Document, Kind, SourceFile, StoredDocument
from remissarkiv.typeahead import Suggester, SuggestionFile, SuggestionWriter, entry_of

LARGE = Path(__file__).resolve().parents[2] / "shared" / "data" / "large.jsonl.gz"
DIARIES = ("KS", "SOF", "ÄN", "KUN", "BUN", "MN")
BATCH = 1000


def documents(count: int) -> Iterator[StoredDocument]:
    """So many documents, a quarter of them on a shelf that the caller may not see."""
    with gzip.open(LARGE, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in itertools.islice(lines, count)]
    chance = random.Random(1)
    for number in range(count):
        row, titled = rows[number % len(rows)], chance.choice(rows) if number >= len(rows) else rows[number]
        day = _day(titled.get("date") or "")
        dnr = Dnr(chance.choice(DIARIES), day.year if day else 2020, chance.randint(1, 2500))
        document = Document(
            title=titled["title"] or "Handling",
            kind=Kind.MOTION,
            text=row["text"],
            original=row["text"],
            date=day,
            dnr=(DnrMention(dnr, DnrRole.OWN),),
        )
        shelf = "hidden" if number % 4 == 0 else "open"
        yield StoredDocument(f"d{number}", SourceFile(shelf, f"{number}.txt", 1, "0" * 64, 0, ""), document)


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None


def typed(stored: list[StoredDocument]) -> list[str]:
    """What people would have typed on the way to titles, words in them and Dnr."""
    found = ["kommun", "socialn", "skol", "a", "ks", "ks 20", "sol", "kl"]
    for one in stored:
        words = one.document.title.split()
        found += [one.document.title[:end] for end in range(2, 30)]
        found += [max(words, key=len)[:end] for end in range(2, 12)]
        value = one.document.dnr[0].dnr.value
        found += [value[:end] for end in range(2, len(value) + 1)]
    return found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000)
    count = parser.parse_args().documents
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "suggestions.sqlite"
        sample: list[StoredDocument] = []
        spent = time.process_time()
        stream = documents(count)
        while batch := list(itertools.islice(stream, BATCH)):
            with SuggestionFile(path).writing() as connection:
                writer = SuggestionWriter(connection)
                for stored in batch:
                    writer.put(entry_of(stored, {"open"}))
                writer.note({"learned from": "open"})
                writer.finish()
            sample += batch[:: max(BATCH * 60 // count, 1)][:60] if len(sample) < 60 else []
        spent = time.process_time() - spent
        size = sum(file.stat().st_size for file in Path(folder).iterdir())
        print(
            f"{count} documents: {spent / count * 1000:.2f} ms of CPU a document, {size / 1e6:.0f} MB on disk"
        )
        suggester = Suggester(path, lambda: "open")
        access = Access(frozenset({"open"}))
        suggester.suggest("varm", access)
        wall, cpu, slowest = [], [], ("", 0.0)
        for beginning in typed(sample):
            start, start_cpu = time.perf_counter(), time.process_time()
            suggester.suggest(beginning, access)
            wall.append(1000 * (time.perf_counter() - start))
            cpu.append(1000 * (time.process_time() - start_cpu))
            slowest = max(slowest, (beginning, cpu[-1]), key=lambda one: one[1])
        suggester.close()
        for name, figures in (("wall", wall), ("CPU", cpu)):
            cuts = statistics.quantiles(figures, n=100)
            print(
                f"{len(figures)} beginnings, {name} ms: median {cuts[49]:.2f}, p95 {cuts[94]:.2f}, "
                f"p99 {cuts[98]:.2f}, most {max(figures):.2f}"
            )
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"slowest: {slowest[0]!r}; peak memory, the making included, {peak} MB")


if __name__ == "__main__":
    main()
