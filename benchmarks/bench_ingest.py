"""How many documents a second a run takes in, what each stage of it costs, and how much memory it holds.

    python -m benchmarks.bench_ingest --data ../shared/data [--json FILE]
    python -m benchmarks.bench_ingest --data ../shared/data --clean 1000 --damaged --no-stages

Method. Files of about 750 words are written, clean ones and such as OCR has damaged (`ingest_files.py` tells
how); the same for the same seed and number. `remiss index` then runs over them as a process of its own with a
fresh data folder and the settings as they come: two processes read on a machine with two cores. The damaged
files come into an archive that has learned its lexicon from 300 clean ones before, in a run that is not
counted. Documents a second are told by the clock and by processor time: the files, by the seconds of all
processes of the run together (start-up included), which is what one core does. `busy` is how many cores were
at work on the average. Memory is the most that the parent and each reading process ever held, and the most
that all of them together held at a moment, pages that they share counted for each. Each sort is measured at
two sizes: flat memory is the same at both. Then the smaller size runs once more with every process sampled
(`sampled_index.py`), for the share of each stage: that run is slower by a few percent, and its times are not
used for anything else.

Processor time, too, depends on what else the machine does: compare two programs in one session, by turns.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.bench.documents import FILE
from benchmarks.ingest_files import PAGES, write_clean, write_damaged
from benchmarks.sampled_index import seconds_by_stage
from benchmarks.watched import Finished, run

PROJECT = Path(__file__).resolve().parents[1]
REMISS = Path(sys.executable).with_name("remiss")
LIMIT = 4 * 3600.0
_LEARNED_FROM = 300
_REPORT = "report.json"

Writer = Callable[[Path, Path, int, int], int]


@dataclass(frozen=True, slots=True)
class Ingest:
    """One run: what was read (`sort`, files, megabytes, and how many of the files could not be), seconds by
    the clock and of processor time, memory in megabytes, and, of a sampled one, the seconds of each stage in
    the parent and in the readers."""

    sort: str
    files: int
    megabytes: float
    rejected: int
    seconds: float
    cpu_seconds: float
    parent_mb: float
    readers_mb: list[float]
    all_mb: float
    stages: dict[str, dict[str, float]] = field(default_factory=dict)

    @property
    def line(self) -> str:
        """A row of the table."""
        readers = " + ".join(f"{mb:.0f}" for mb in self.readers_mb)
        return (
            f"{self.sort:<8} {self.files:>6} {self.files / self.seconds:>8.1f}"
            f" {self.files / self.cpu_seconds:>9.1f} {self.cpu_seconds / self.seconds:>6.2f}"
            f" {self.parent_mb:>8.0f} {readers:>14} {self.all_mb:>8.0f} {self.rejected:>8}"
        )


def measure(sort: str, data: Path, count: int, seed: int, jobs: int, *, stages: bool) -> Ingest:
    """Write the files and index them in a process of its own. Raises `RuntimeError` when the run fails."""
    with tempfile.TemporaryDirectory(prefix="remiss-ingest-") as name:
        place = Path(name)
        write: Writer = write_clean if sort == "clean" else write_damaged
        size = write(data, place / sort, count, seed)
        if sort != "clean":
            write_clean(data, place / "clean", _LEARNED_FROM, seed + 1)
            _index([REMISS], place, "clean", jobs)
        notes = place / "notes"
        notes.mkdir()
        program: list[str | Path] = [REMISS]
        if stages:
            program = [sys.executable, "-m", "benchmarks.sampled_index", notes]
        done = _index(program, place, sort, jobs)
        return Ingest(
            sort,
            count,
            size / 1e6,
            len(json.loads((place / _REPORT).read_text(encoding="utf-8"))["rejected"]),
            done.seconds,
            done.cpu_seconds,
            done.parent_mb,
            [mb for mb in done.readers_mb if mb >= done.reader_mb / 2],
            done.all_mb,
            seconds_by_stage(notes) if stages else {},
        )


def _index(program: list[str | Path], place: Path, folder: str, jobs: int) -> Finished:
    command = [*program, "index", place / folder, "--data", place / "data", "--jobs", str(jobs)]
    done = run([*command, "--report", place / _REPORT], PROJECT, LIMIT)
    if done.status not in (0, 1):
        raise RuntimeError(f"remiss index ended with {done.status}: {done.errors}")
    return done


def show_stages(done: Ingest) -> None:
    """Print the share of each stage, in milliseconds a file and in percent of the whole run."""
    total = sum(seconds for of in done.stages.values() for seconds in of.values())
    for role, of in done.stages.items():
        took = sum(of.values())
        print(
            f"{done.sort}, {role}: {took * 1000 / done.files:.1f} ms of CPU a file, {took / total:.0%} of all"
        )
        for name, seconds in of.items():
            if seconds >= total / 500:
                print(f"    {name:<12} {seconds * 1000 / done.files:6.2f} ms {seconds / total:6.1%}")


def main() -> None:
    """Measure, print, and write the figures to a file."""
    parser = argparse.ArgumentParser(description="Measure runs over files of 750 words.")
    parser.add_argument("--data", type=Path, required=True, help=f"folder with {FILE} and {PAGES}")
    parser.add_argument("--clean", type=int, nargs="*", default=[1000, 5000], help="numbers of clean files")
    parser.add_argument(
        "--damaged", type=int, nargs="*", default=[500, 2000], help="numbers of damaged files"
    )
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stages", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    options = parser.parse_args()
    for name in (FILE, PAGES):
        if not (options.data / name).is_file():
            sys.exit(f"{options.data / name}: not present")
    sizes = [("clean", count) for count in options.clean] + [("damaged", count) for count in options.damaged]
    print(
        f"{'files':<8} {'number':>6} {'files/s':>8} {'per core':>9} {'busy':>6} {'parent':>8} {'readers':>14}"
        f" {'all, MB':>8} {'unread':>8}"
    )
    found = []
    for sort, count in sizes:
        done = measure(sort, options.data, count, options.seed, options.jobs, stages=False)
        print(done.line, flush=True)
        found.append(done)
    for sort in dict.fromkeys(sort for sort, _ in sizes) if options.stages else ():
        smallest = min(count for other, count in sizes if other == sort)
        done = measure(sort, options.data, smallest, options.seed, options.jobs, stages=True)
        show_stages(done)
        found.append(done)
    if options.json is not None:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps([asdict(one) for one in found], indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
