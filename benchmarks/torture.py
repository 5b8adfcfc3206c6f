"""Kill the indexer at random moments, again and again, and see whether anything is lost.

Method. A folder of a few hundred real documents (`benchmarks.changing_folder`) is changed, and
`remiss index`, `remiss index --rebuild` or `remiss rebuild` is started as a process and ended with SIGKILL,
alone or with all its reading processes, at a moment drawn from all the time that such a run takes. At
times the next one is killed too, and at times the archive is begun from nothing.

After each kill SQLite's own checks must find the catalog sound, the archive must open and answer, and no
process of the run may be left. After the next undisturbed run `remiss verify` must agree, and the catalog
must know every file that is there, as a document or with a reason, and no other. Every ten kills, and at the
end, `remiss rebuild` learns the lexicon anew, and the rows of the catalog and the answers to some queries are
compared with those of an archive made from nothing of the same folder.

A kill counts when the process lived; the stage it hit is read from the stopped process: before the lock
(starting), before the first reading process (planning), while there are any (reading), after them (indexing),
after the lock (ending). Exit status 1 when anything was lost, differed or hung.

    python -m benchmarks.torture --data ../shared/data [--kills 100] [--seed N] [--documents N] [--samples N]
    [--jobs N]
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

from benchmarks.archive_state import answers, difference, tables, unsound
from benchmarks.changing_folder import ChangingFolder
from benchmarks.watched import members, run, start
from remissarkiv import open_archive
from remissarkiv.errors import RemissarkivError
from remissarkiv.sync import verify

PROJECT = Path(__file__).resolve().parent.parent
REMISS = Path(sys.executable).with_name("remiss")
COLLECTION = "arkivet"
QUERIES = ("*", "nämnden", "regeringen ELLER kommunen", '"enligt lagen"', "skol*", "år:2000-2030", "dnr:KS")
LIMIT = 600.0
COMPARED_EVERY = 10


class Torture:
    """An archive that is tormented, and what was found wrong with it."""

    def __init__(self, place: Path, folder: ChangingFolder, jobs: int, random: Random) -> None:
        self._place, self._data, self._folder, self._jobs = place, place / "data", folder, jobs
        self._random = random
        self._config = self._configured("config.toml", self._data)
        self.stages: Counter[str] = Counter()
        self.missed = 0
        self.hung = 0
        self.faults: list[str] = []
        self.lost: list[str] = []
        self.differing: list[str] = []
        self.compared = 0
        self._changed = 0
        self._start_seconds = 1.0
        self._file_seconds = 0.02

    def kills(self) -> int:
        """How many living runs were killed."""
        return self.stages.total()

    def go(self, kills: int) -> None:
        """Torment the archive until that many living runs have been killed."""
        self._recover()
        compared_at = 0
        while self.kills() < kills and not self.hung:
            if self._random.random() < 0.06:
                shutil.rmtree(self._data)
            self._changed = self._random.choice((0, 3, 30, 120))
            self._folder.change(self._changed)
            for _ in range(self._random.choice((1, 1, 2, 3))):
                if self.kills() < kills:
                    self._kill()
                    self._check()
            if sys.stderr.isatty():
                print(f"\r{self.kills()} kills", end="", file=sys.stderr)
            self._recover()
            if self.kills() >= min(kills, compared_at + COMPARED_EVERY):
                compared_at = self.kills()
                self._compare()

    def _kill(self) -> None:
        """Start a run, and end it at some moment of its life."""
        command, life = self._some_command()
        process = start(command, self._place, subprocess.DEVNULL, subprocess.DEVNULL)
        try:
            process.wait(self._moment(life))
            self.missed += 1
            return
        except subprocess.TimeoutExpired:
            pass
        os.kill(process.pid, signal.SIGSTOP)
        stage = _stage(process.pid, self._data, command)
        if self._random.random() < 0.5:
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
        self.stages[stage] += 1
        deadline = time.monotonic() + 60
        while left := members(process.pid):
            if time.monotonic() > deadline:
                self.faults.append(f"killed while {stage}: {len(left)} processes were left over")
                os.killpg(process.pid, signal.SIGKILL)
                return
            time.sleep(0.05)

    def _moment(self, life: float) -> float:
        """When to kill: anywhere in the run's life, but less often while the program is only loaded."""
        began = 0.0 if self._random.random() < 0.2 else min(self._start_seconds, life) / 2
        return self._random.uniform(began, life)

    def _some_command(self) -> tuple[Sequence[str | Path], float]:
        """A command, and how long it will take."""
        every = len(self._folder.files())
        index: list[str | Path] = [REMISS, "index", "--config", self._config, "--jobs", str(self._jobs)]
        choice = self._random.random()
        if choice < 0.25 and (self._data / "catalog.sqlite").exists():
            return [REMISS, "rebuild", "--config", self._config], self._life(every // 2)
        if choice < 0.45:
            return [*index, "--rebuild"], self._life(every)
        return index, self._life(self._changed if self._data.exists() else every)

    def _life(self, files: int) -> float:
        return self._start_seconds + files * self._file_seconds

    def _check(self) -> None:
        """What must hold at once after a kill."""
        self.faults += [f"catalog: {problem}" for problem in unsound(self._data)]
        replay = self._random.random() < 0.5
        try:
            with open_archive(self._config, replay=replay) as archive:
                archive.search("nämnden", access=archive.operator_access())
                if replay:
                    self.faults += [
                        f"after opening: {line}" for line in verify(archive.catalog, archive.engine)
                    ]
        except RemissarkivError as error:
            self.faults.append(f"the archive does not open: {error}")

    def _recover(self) -> None:
        """An undisturbed run, and what must hold after it."""
        command: list[str | Path] = [REMISS, "index", "--config", self._config, "--jobs", str(self._jobs)]
        done = run(command, self._place, LIMIT)
        if done.status is None:
            self.hung += 1
            return
        if done.status not in (0, 1) or done.errors:
            self.faults.append(f"index ended with {done.status}: {done.errors[-1000:]}")
        read = next(
            (int(line.split()[0]) for line in done.output.splitlines() if " files read in" in line), 0
        )
        if read < 15:
            self._start_seconds = done.seconds
        else:
            self._file_seconds = max(0.002, (done.seconds - self._start_seconds) / read)
        verified = run([REMISS, "verify", "--config", self._config], self._place, LIMIT)
        if verified.status != 0:
            self.faults.append(f"verify ended with {verified.status}: {verified.output}{verified.errors}")
        present = {file.relative_to(self._folder.folder).as_posix() for file in self._folder.files()}
        self.lost += _unaccounted(self._config, present)

    def _compare(self) -> None:
        """The archive against one made from nothing, when both have learned from the same documents."""
        rebuilt = run([REMISS, "rebuild", "--config", self._config], self._place, LIMIT)
        if rebuilt.status != 0 or "not read again" in rebuilt.output:
            self.faults.append(f"rebuild ended with {rebuilt.status}: {rebuilt.output}{rebuilt.errors}")
        fresh = self._place / "fresh"
        config = self._configured("fresh.toml", fresh)
        command: list[str | Path] = [REMISS, "index", "--config", config, "--jobs", str(self._jobs)]
        done = run(command, self._place, LIMIT)
        if done.status is None:
            self.hung += 1
            return
        ours = {**tables(self._data), **answers(self._config, QUERIES)}
        theirs = {**tables(fresh), **answers(config, QUERIES)}
        self.differing += difference(ours, theirs)
        self.compared += 1
        shutil.rmtree(fresh)

    def _configured(self, name: str, data: Path) -> Path:
        config = self._place / name
        config.write_text(
            f'[archive]\ndata = "{data}"\n[[collection]]\nname = "{COLLECTION}"\npath = "arkiv"\n',
            encoding="utf-8",
        )
        return config


def _stage(process: int, data: Path, command: Sequence[str | Path]) -> str:
    """What a stopped run was doing."""
    try:
        held = f'"pid": {process}' in (data / "archive.lock").read_text(encoding="ascii")
    except OSError:
        held = False
    others = [_command_line(other) for other in members(process) if other != process]
    if held and "rebuild" in command:
        return "rebuilding"
    if any("spawn_main" in line for line in others):
        return "reading"
    if held:
        return "indexing" if others else "planning"
    return "ending" if others else "starting"


def _command_line(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _unaccounted(config: Path, present: set[str]) -> list[str]:
    """Files that the catalog does not know, and files it knows that are not there."""
    with open_archive(config, replay=False) as archive:
        # A manifest that names a file which has gone since stands among what could not be read.
        known = {_outermost(path) for path in archive.catalog.files(COLLECTION)} - {"manifest.csv"}
    return [f"not in the archive: {path}" for path in sorted(present - known)] + [
        f"not in the folder: {path}" for path in sorted(known - present)
    ]


def _outermost(path: str) -> str:
    """The file itself, for a file in a zip export."""
    return path.partition(".zip/")[0] + ".zip" if ".zip/" in path else path


def main() -> None:
    """Torment an archive and print what it stood."""
    parser = argparse.ArgumentParser(description="Kill the indexer at random moments; print what was lost.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the shared data")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--samples", type=int, default=1_000, help="files of the sample archive beside them")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    if not (arguments.data / "documents.jsonl.gz").is_file():
        sys.exit(f"{arguments.data}: not present")
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="remiss-torture-") as name:
        place, random = Path(name).resolve(), Random(arguments.seed)
        samples = sorted(file for file in (PROJECT / "corpus" / "arkiv").rglob("*") if file.is_file())
        some = random.sample(samples, min(len(samples), arguments.samples))
        folder = ChangingFolder(place / "arkiv", arguments.data, some, random)
        folder.fill(arguments.documents)
        torture = Torture(place, folder, arguments.jobs, random)
        torture.go(arguments.kills)
    print(f"kills {torture.kills()} ({torture.missed} runs more had ended before their moment)")
    for stage, count in torture.stages.most_common():
        print(f"{count:>8}  while {stage}")
    print(f"compared with an archive made from nothing: {torture.compared} times")
    print(f"lost {len(torture.lost)}\ndiffering {len(torture.differing)}\nhung {torture.hung}")
    for line in (*torture.faults, *torture.lost[:10], *torture.differing[:10]):
        print(f"FAULT {line}")
    print(f"{time.monotonic() - began:.0f} s")
    sys.exit(1 if torture.lost or torture.differing or torture.hung or torture.faults else 0)


if __name__ == "__main__":
    main()
