"""What becomes of every file of the shared data and of the sample archive, by kind of file.

    python -m benchmarks.kinds_of_file --data ../shared/data [--list KIND] [--jobs 2]

Each file is read by the reading processes that `remiss index` uses, with their usual limits. The kind is the
media type found from the content, with the endings that its files have; a file whose content is no kind of
its own (an empty shell of five bytes) stands under its ending. Parts (the §§ of minutes, what hangs on a
letter) are documents of their own. `--list` names the files of one kind instead, with title, date and kind
of document, or the reason why a file could not be read.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from indexer.pool import Failed, Limits, WorkerPool
from indexer.readers.kind import media_type
from indexer.task import ReadingResult, ReadingTask
from indexer.understanding import read_task
from remissarkiv.config import load_settings
from remissarkiv.domain import Document, Kind
from remissarkiv.errors import UnreadableFileError

ARCHIVE = Path("corpus/arkiv")
SHORT_NAMES = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/msword": "doc",
    "application/rtf": "rtf",
    "application/pdf": "pdf",
    "application/xml": "xml",
    "message/rfc822": "eml",
    "text/html": "html",
    "text/markdown": "markdown",
    "text/plain": "plain text",
}


@dataclass(slots=True)
class KindOfFile:
    """What became of the files of one kind."""

    endings: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    rejected_parts: Counter[str] = field(default_factory=Counter)
    read: int = 0
    parts: int = 0
    scanned: int = 0
    no_kind: int = 0
    no_title: int = 0
    no_date: int = 0

    def add(self, path: Path, result: ReadingResult) -> None:
        self.endings[path.suffix.lower()] += 1
        if not result.documents:
            self.reasons[result.reason] += 1
            return
        own = result.documents[0].document
        self.read += 1
        self.parts += len(result.documents) - 1
        self.rejected_parts.update(result.rejected.values())
        self.scanned += own.scanned
        self.no_kind += own.kind is Kind.OVRIGT
        self.no_title += not own.title
        self.no_date += own.date is None


def sources(data: Path) -> list[Path]:
    """The files, in an order that does not change."""
    shared = [data / "tjansteutlatande-sof-2025-424.txt"]
    for folder in (data / "files", data / "municipal", ARCHIVE):
        shared += [path for path in folder.rglob("*") if path.is_file()]
    return sorted(shared)


def results(paths: Iterable[Path], jobs: int) -> Iterator[tuple[Path, ReadingResult]]:
    """Each file with what the reading processes make of it."""
    reading = load_settings(environment={}).reading
    limits = Limits(seconds=reading.seconds, memory_mb=reading.memory_mb, output_mb=reading.output_mb)
    tasks = [ReadingTask(str(path), path.name, lexicon=("", 0)) for path in paths]
    with WorkerPool(jobs=jobs, function=read_task, limits=limits) as pool:
        for task, outcome in pool.map(tasks):
            if isinstance(outcome, Failed):
                yield Path(task.file), ReadingResult("", reason=outcome.swedish, message=outcome.message)
            else:
                yield Path(task.file), outcome.value


def kind_of(path: Path, result: ReadingResult) -> str:
    """The kind of a file by its content, or by its ending when the content is no kind."""
    if result.documents:
        found = result.documents[0].media_type
    else:
        try:
            found = media_type(path.read_bytes(), path.name)
        except UnreadableFileError:
            return f"none ({path.suffix.lower()})"
    return SHORT_NAMES.get(found, found)


def table(kinds: dict[str, KindOfFile]) -> Iterator[str]:
    yield (
        f"{'kind':<14}{'files':>6}{'read':>6}{'parts':>6}{'OCR':>5}{'rejected':>9}"
        f"{'övrigt':>8}{'untitled':>9}{'undated':>8}  endings"
    )
    total = KindOfFile()
    for name, kind in sorted(kinds.items()):
        yield _row(name, kind)
        for counter in ("endings", "reasons", "rejected_parts"):
            getattr(total, counter).update(getattr(kind, counter))
        for figure in ("read", "parts", "scanned", "no_kind", "no_title", "no_date"):
            setattr(total, figure, getattr(total, figure) + getattr(kind, figure))
    yield _row("all", total)
    for name, kind in sorted(kinds.items()):
        for reason, times in kind.reasons.most_common():
            yield f"rejected, {name}: {times} × {reason}"
        for reason, times in kind.rejected_parts.most_common():
            yield f"part rejected, {name}: {times} × {reason}"


def _row(name: str, kind: KindOfFile) -> str:
    endings = " ".join(f"{ending} {times}" for ending, times in kind.endings.most_common())
    return (
        f"{name:<14}{kind.endings.total():>6}{kind.read:>6}{kind.parts:>6}{kind.scanned:>5}"
        f"{kind.reasons.total():>9}{kind.no_kind:>8}{kind.no_title:>9}{kind.no_date:>8}  {endings}"
    )


def listed(path: Path, result: ReadingResult) -> str:
    if not result.documents:
        return f"{path}: {result.reason}"
    own: Document = result.documents[0].document
    return f"{path}: {own.kind.value}, {own.date or 'no date'}, {own.title or 'no title'}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--list", default="", metavar="KIND")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    kinds: dict[str, KindOfFile] = {}
    for path, result in results(sources(arguments.data), arguments.jobs):
        name = kind_of(path, result)
        kinds.setdefault(name, KindOfFile()).add(path, result)
        if name == arguments.list:
            print(listed(path, result))
    if not arguments.list:
        print("\n".join(table(kinds)))


if __name__ == "__main__":
    main()
