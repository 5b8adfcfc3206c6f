"""A run as a person at a terminal sees it: a bar while it goes on, a table at the end."""

import json
from dataclasses import asdict
from pathlib import Path
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from indexer.ingest import IngestReport
from remissarkiv.commands.lexicon_lines import lexicon_lines
from remissarkiv.errors import UsageError

_SHOWN_DIFFERENCES = 20
_STAGES = {"read": "Reading files", "learn": "Learning words", "ocr": "OCR, pages", "index": "Indexing"}


class _Speed(TextColumn):
    """Files per second, once there is a speed."""

    def __init__(self) -> None:
        super().__init__("{task.fields[speed]}")


class ProgressBar:
    """A bar on standard error, one line a stage, with files per second and the time left."""

    def __init__(self, shown: bool) -> None:
        self._progress = Progress(
            TextColumn("{task.description:<14}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Speed(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            disable=not shown,
        )
        self._tasks: dict[str, TaskID] = {}

    def update(self, stage: str, done: int, total: int) -> None:
        """Stage "read", "ocr" or "index" has come so far."""
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(_STAGES[stage], total=total, speed="")
        task = self._tasks[stage]
        self._progress.update(task, completed=done, total=total)
        speed = self._progress.tasks[task].speed
        if speed:
            self._progress.update(task, speed=f"{speed:.0f}/s" if speed >= 2 else f"{speed:.2f}/s")

    def __enter__(self) -> "ProgressBar":
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()


def summary_table(report: IngestReport) -> list[str]:
    """The final table, and a line for each file that could not be read. File names from outside are quoted,
    so that a line break in one stays visible."""
    counts = (
        ("new", report.new),
        ("changed", report.changed),
        ("unchanged", report.unchanged),
        ("moved", report.moved),
        ("removed", report.removed),
        ("rejected", len(report.rejected)),
    )
    lines = [f"{name:>10}  {number:>7}" for name, number in counts]
    speed = f" ({report.read / report.seconds:.0f} files/s)" if report.read and report.seconds else ""
    lines.append(
        f"{report.read} files read in {report.seconds:.1f} s{speed}; {report.documents} documents searchable"
    )
    lines += [*report.notes, *lexicon_lines(report.lexicon)]
    lines += _differences(report)
    lines += [f"could not be read: {rejection.path!r}: {rejection.reason}" for rejection in report.rejected]
    return lines


def write_report(report: IngestReport, file: Path) -> None:
    """The report as JSON in a file that appears whole or not at all. Raises `UsageError` when it cannot be
    written."""
    temporary = file.with_name(f".{file.name}.part")
    try:
        temporary.write_text(json.dumps(asdict(report), ensure_ascii=False, indent=2), encoding="utf-8")
        temporary.replace(file)
    except OSError as error:
        raise UsageError(f"{file}: the report cannot be written ({error.strerror})") from None


def _differences(report: IngestReport) -> list[str]:
    """Where manifests and documents differ: the first few, and how many there are."""
    lines = [
        f"the manifest holds: {one.path!r}: {one.field}: {one.told!r}, in the document {one.read!r}"
        for one in report.differences[:_SHOWN_DIFFERENCES]
    ]
    more = len(report.differences) - _SHOWN_DIFFERENCES
    return [*lines, f"… and {more} differences more; all are on the status page"] if more > 0 else lines
