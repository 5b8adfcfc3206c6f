"""The baseline: a few thousand real documents as files, indexed and searched by the program as it is shipped.

Method. `documents.jsonl.gz` is written out as one text or Markdown file for each document (title, date,
text), in folders by kind. `remiss index` runs over them as a process of its own with a fresh data
folder; wall and CPU time and peak memory are the operating system's figures for it and its reading
processes. Sizes are those of the files on disk. Queries run in one process over an open archive, each
once to warm up and then `--rounds` times, top 20 with snippets and facets, as the result page asks for
them; the median and the slowest are told. Terms are taken from the documents themselves by their
document frequency, so that "common" and "rare" mean something.

    python -m benchmarks.baseline --data ../shared/data [--documents N] [--jobs N]
"""

import argparse
import gzip
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from remissarkiv import open_archive
from remissarkiv.bootstrap import Archive
from remissarkiv.language.stopwords import STOPWORDS
from remissarkiv.language.tokens import tokenize


def documents(data: Path, count: int) -> Iterator[dict[str, str]]:
    """The first `count` documents of the shared data (0: all)."""
    with gzip.open(data / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if count and number >= count:
                return
            yield json.loads(line)


def write_out(data: Path, folder: Path, count: int) -> tuple[int, int]:
    """One Markdown file for each document; returns their number and their size in bytes."""
    number = size = 0
    for document in documents(data, count):
        target = folder / (document["kind"] or "ovrigt").replace("/", "-")
        target.mkdir(parents=True, exist_ok=True)
        head = f"---\nrubrik: {' '.join(document['title'].split())}\ndatum: {document['date']}\n---\n\n"
        content = (head + document["text"]).encode()
        (target / f"{document['id']}.md").write_bytes(content)
        number += 1
        size += len(content)
    return number, size


def classes(data: Path, count: int) -> dict[str, list[str]]:
    """Queries in classes, from words by the number of documents that hold them."""
    frequency: Counter[str] = Counter()
    for document in documents(data, count):
        words = {token.text for token in tokenize(document["text"]) if token.text.isalpha()}
        frequency.update(words - STOPWORDS)
    words = [
        word for word, _ in sorted(frequency.items(), key=lambda pair: (-pair[1], pair[0])) if len(word) > 3
    ]
    common = words[:12]
    middle = words[200:212]
    rare = [word for word in words if frequency[word] == 3][:12]
    return {
        "rare": rare,
        "common": common,
        "and2": [f"{a} {b}" for a, b in zip(common, middle, strict=True)],
        "or3": [" ELLER ".join(three) for three in zip(common, common[1:], middle[1:], strict=False)],
        "phrase": ['"enligt lagen"', '"i dag"', '"kommunal kompetens"', '"bland annat"'],
        "prefix": ["kommun*", "skol*", "läkemed*"],
        "filter": [f"{word} år:2010-2015" for word in common],
        "lag": ['lag:"2 kap. 1 § kommunallagen"', "lag:2017:725"],
    }


def time_queries(archive: Archive, queries: dict[str, list[str]], rounds: int) -> None:
    """Print the median and slowest time of each class, in milliseconds."""
    print(f"\n{'class':<8} {'queries':>7} {'median hits':>11} {'median ms':>10} {'slowest ms':>10}")
    for name, texts in queries.items():
        times, totals = [], []
        for text in texts:
            totals.append(archive.search(text, facets=True).total)
            for _ in range(rounds):
                began = time.perf_counter()
                archive.search(text, facets=True)
                times.append((time.perf_counter() - began) * 1000)
        median = statistics.median(times)
        hits = statistics.median(totals)
        print(f"{name:<8} {len(texts):>7} {hits:>11.0f} {median:>10.1f} {max(times):>10.1f}")


def main() -> None:
    """Run the whole baseline and print it."""
    parser = argparse.ArgumentParser(description="Index and search real documents; print the baseline.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the shared data")
    parser.add_argument("--documents", type=int, default=0, help="how many documents (default: all)")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    if not (arguments.data / "documents.jsonl.gz").is_file():
        sys.exit(f"{arguments.data}: not present")
    with tempfile.TemporaryDirectory(prefix="remiss-bench-") as name:
        folder, data = Path(name) / "files", Path(name) / "data"
        number, size = write_out(arguments.data, folder, arguments.documents)
        print(f"{number} documents, {size / 1e6:.1f} MB of text files")
        began = time.perf_counter()
        remiss = Path(sys.executable).with_name("remiss")
        command = [remiss, "index", folder, "--data", data, "--jobs", str(arguments.jobs)]
        done = subprocess.run(command, cwd=name, capture_output=True, text=True, check=False)
        wall = time.perf_counter() - began
        if done.returncode > 1:
            sys.exit(done.stderr)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = used.ru_utime + used.ru_stime
        print(done.stdout.strip())
        print(
            f"indexing: {wall:.1f} s wall, {cpu:.1f} s CPU, {number / wall:.0f} documents/s, "
            f"{number / cpu:.0f} documents per CPU second, peak {used.ru_maxrss / 1024:.0f} MB in one process"
        )
        for part in ("catalog.sqlite", "index"):
            files = [data / part] if (data / part).is_file() else list((data / part).rglob("*"))
            total = sum(file.stat().st_size for file in files if file.is_file())
            print(f"{part}: {total / 1e6:.1f} MB, {total / size:.2f} times the text")
        with open_archive(data=data) as archive:
            time_queries(archive, classes(arguments.data, arguments.documents), arguments.rounds)


if __name__ == "__main__":
    main()
