"""A large archive: ten thousand real documents as files, indexed by the program as it is shipped.

Method. The first documents of `large.jsonl.gz` are written as files, of every ten seven as plain text, two as
web pages and one as a Word document, in folders of 500. `remiss index` runs over them as a process with a
fresh data folder. From outside, every half second, the catalog is asked how many files it holds, and the
system how much memory the indexer and its reading processes hold. The run is told in tenths: files a second
within each (which must not fall), memory at its end (which must not grow with the number of files). What
comes after the last file, the rest of the index and its tidying, is told apart; so are a second run, in which
nothing has changed, and the sizes on disk.

    python -m benchmarks.large --data ../shared/data [--documents 10000] [--jobs 2]
"""

import argparse
import gzip
import html
import io
import json
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import docx

from benchmarks.watched import Finished, Look, run

REMISS = Path(sys.executable).with_name("remiss")
ENDINGS = (".txt", ".txt", ".html", ".txt", ".txt", ".docx", ".txt", ".html", ".txt", ".txt")
LIMIT = 6 * 3600.0
_EVERY = 0.5
_IN_FOLDER = 500


@dataclass(frozen=True, slots=True)
class Moment:
    """How far a run had come after some seconds, and what it held (MB)."""

    files: int
    look: Look


class Follower:
    """Notes how a run comes on, by asking the catalog."""

    def __init__(self, catalog: Path) -> None:
        self._catalog = catalog
        self._next = 0.0
        self.moments: list[Moment] = []

    def tell(self, look: Look) -> None:
        """Take down a moment, not too often."""
        if look.seconds >= self._next:
            self._next = look.seconds + _EVERY
            self.moments.append(Moment(self._stored(), look))

    def _stored(self) -> int:
        try:
            with closing(sqlite3.connect(f"file:{self._catalog}?mode=ro", uri=True)) as connection:
                return int(connection.execute("SELECT count(*) FROM files").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


def write_out(data: Path, folder: Path, count: int) -> tuple[int, int]:
    """Write the documents as files; returns their number and their size in bytes."""
    number = size = 0
    for number, (title, text) in enumerate(_documents(data, count), start=1):
        ending = ENDINGS[number % len(ENDINGS)]
        target = folder / f"{number // _IN_FOLDER:04}" / f"{number:06}{ending}"
        target.parent.mkdir(parents=True, exist_ok=True)
        content = _written(title, text, ending)
        target.write_bytes(content)
        size += len(content)
    return number, size


def _documents(data: Path, count: int) -> Iterator[tuple[str, str]]:
    with gzip.open(data / "large.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number >= count:
                return
            document = json.loads(line)
            yield document.get("title") or "", document["text"]


def _written(title: str, text: str, ending: str) -> bytes:
    if ending == ".docx":
        document = docx.Document()
        document.add_heading(_storable(title), 1)
        for part in text.split("\n\n"):
            document.add_paragraph(_storable(part))
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()
    if ending == ".html":
        body = "".join(f"<p>{html.escape(part)}</p>\n" for part in text.split("\n\n"))
        return f"<!doctype html><html><body><h1>{html.escape(title)}</h1>\n{body}</body></html>".encode()
    return f"{title}\n\n{text}\n".encode()


def _storable(text: str) -> str:
    """Without the control characters that xml cannot hold."""
    return "".join(sign for sign in text if sign.isprintable() or sign in "\n\t")


def show(done: Finished, moments: list[Moment], number: int) -> None:
    """Print the run in tenths."""
    print(f"{'files':>7} {'s':>7} {'files/s':>8} {'indexer MB':>11} {'readers MB':>11}")
    before, began = 0, next((m.look.seconds for m in moments if m.files), 0.0)
    for tenth in range(1, 11):
        moment = next((m for m in moments if m.files >= number * tenth // 10), None)
        if moment is None or moment.files == before:
            continue
        seconds = moment.look.seconds - began
        speed = f"{(moment.files - before) / seconds:8.0f}" if before and seconds > 0 else " " * 8
        print(
            f"{moment.files:>7} {moment.look.seconds:7.0f} {speed} {moment.look.parent_mb:>11.0f}"
            f" {moment.look.readers_mb:>11.0f}"
        )
        before, began = moment.files, moment.look.seconds
    print(f"the rest of the index took {done.seconds - began:.0f} s")
    print(f"all: {done.seconds:.0f} s, {number / done.seconds:.1f} files/s")
    print(f"peak: {done.parent_mb:.0f} MB indexer, {done.reader_mb:.0f} MB largest reading process")


def main() -> None:
    """Index the large archive twice and print how it went."""
    parser = argparse.ArgumentParser(
        description="Index many real documents as files; print speed and memory."
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of the shared data")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    if not (arguments.data / "large.jsonl.gz").is_file():
        sys.exit(f"{arguments.data}: not present")
    with tempfile.TemporaryDirectory(prefix="remiss-large-") as name:
        place = Path(name)
        number, size = write_out(arguments.data, place / "files", arguments.documents)
        print(f"{number} files, {size / 1e6:.1f} MB: 70 % txt, 20 % html, 10 % docx\n")
        command: list[str | Path] = [
            REMISS,
            "index",
            place / "files",
            "--data",
            place / "data",
            "--jobs",
            str(arguments.jobs),
        ]
        follower = Follower(place / "data" / "catalog.sqlite")
        done = run(command, place, LIMIT, follower.tell)
        if done.status not in (0, 1):
            sys.exit(f"remiss index ended with {done.status}: {done.errors}")
        show(done, follower.moments, number)
        print(next((line for line in done.output.splitlines() if " files read in" in line), ""))
        for part in ("catalog.sqlite", "index"):
            found = place / "data" / part
            total = sum(
                f.stat().st_size for f in ([found] if found.is_file() else found.rglob("*")) if f.is_file()
            )
            print(f"{part}: {total / 1e6:.1f} MB, {total / size:.2f} times the files")
        again = run(command, place, LIMIT)
        print(
            f"unchanged: {again.seconds:.1f} s, {number / again.seconds:.0f} files/s, status {again.status}"
        )


if __name__ == "__main__":
    main()
