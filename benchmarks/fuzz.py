"""A mutation test: thousands of damaged files against the program as it is shipped.

Method. Every mutant is a real file (see `benchmarks.mutants`) with damage drawn from a seed: bits, ranges,
numbers, nesting, wrong signs, two files in one, wrong endings; and for pdf, Word, OpenDocument, zip and
letters the places where the format keeps its promises. They are written in batches to a temporary folder
and indexed with `remiss index --jobs N --json`, all into one archive. After each batch every file must be
in the catalog, as a document or with a reason (a zip by the files in it); at the end `remiss verify` must
agree.

Of the reasons, three tell that a reading process had to be ended from outside or gave up by itself: killed,
overdue, out of memory; "unexpected" is an error of a reader that nobody foresaw. These mutants are kept with
`--keep`. Exit status 1 when anything was lost, hung, ended otherwise than with status 0 or 1, or wrote a
traceback.

    python -m benchmarks.fuzz --data ../shared/data [--mutants 10000] [--seed N] [--jobs N] [--keep DIR]
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from benchmarks.mutants import Mutant, mutants, sources
from benchmarks.watched import run
from remissarkiv.catalog import Catalog, FileState
from remissarkiv.domain import NAMED_FILES

PROJECT = Path(__file__).resolve().parent.parent
REMISS = Path(sys.executable).with_name("remiss")
BATCH = 500
SECONDS_A_MUTANT = 5.0
"""The limit on a batch: nothing in the archive reads as slowly as that on the average."""

FAILURES = {
    "killed": re.compile("läsprogrammet att avbrytas"),
    "overdue": re.compile(r"tog längre än \d+ sekunder"),
    "memory": re.compile(r"krävde mer än \d+ MB minne"),
    "output": re.compile(r"text är större än \d+ MB"),
    "unexpected": re.compile("ett oväntat fel"),
}
"""Reasons, in Swedish as the archive holds them, that tell of a failed reading process."""

_VARIABLE = re.compile(r"\d+|\(.*\)|”.*”|\".*\"")


@dataclass(slots=True)
class Tally:
    """What became of the mutants so far."""

    kinds: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    rejected: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    failed: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    lost: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    parent_mb: float = 0.0
    reader_mb: float = 0.0
    seconds: float = 0.0
    hung: int = 0


def try_batch(
    batch: list[Mutant], place: Path, data: Path, jobs: int, keep: Path | None, tally: Tally
) -> None:
    """Index a batch of mutants and write down what became of each."""
    # A folder of its own: in one that is walked again, the batch before would count as gone.
    folder = place / f"from-{batch[0].name[:7]}"
    folder.mkdir()
    for mutant in batch:
        (folder / mutant.name).write_bytes(mutant.data)
    command: list[str | Path] = [REMISS, "index", folder, "--data", data, "--jobs", str(jobs), "--json"]
    done = run(command, place, SECONDS_A_MUTANT * len(batch) + 120)
    tally.parent_mb = max(tally.parent_mb, done.parent_mb)
    tally.reader_mb = max(tally.reader_mb, done.reader_mb)
    tally.seconds += done.seconds
    if done.status is None:
        tally.hung += 1
        tally.faults.append(f"a run took more than {done.seconds:.0f} s")
    elif done.status not in (0, 1) or done.errors.strip():
        tally.faults.append(f"exit status {done.status}: {done.errors.strip()[-2000:]}")
    else:
        json.loads(done.output)
    _account(batch, folder, data, tally, keep)
    shutil.rmtree(folder)


def _account(batch: list[Mutant], folder: Path, data: Path, tally: Tally, keep: Path | None) -> None:
    catalog = Catalog.open(data / "catalog.sqlite")
    try:
        states = catalog.files(NAMED_FILES.name)
    finally:
        catalog.close()
    by_file: defaultdict[str, list[FileState]] = defaultdict(list)
    for path, state in states.items():
        # The files in a zip lie below it: "…/m000010-member-made1.zip/2025/motion.txt".
        if Path(path).is_relative_to(folder):
            by_file[Path(path).relative_to(folder).parts[0]].append(state)
    for mutant in batch:
        found = by_file.get(mutant.name, [])
        tally.kinds[mutant.kind] += 1
        if not found:
            tally.lost.append(mutant.name)
        elif any(state.document_id is not None for state in found):
            tally.read[mutant.kind] += 1
        else:
            tally.rejected[mutant.kind] += 1
        for reason in {state.reason for state in found if state.reason is not None}:
            tally.reasons[_VARIABLE.sub("…", reason)] += 1
            _note_failure(mutant, reason, tally, keep)


def _note_failure(mutant: Mutant, reason: str, tally: Tally, keep: Path | None) -> None:
    failure = next((name for name, sign in FAILURES.items() if sign.search(reason)), None)
    if failure is not None:
        tally.failed[failure].append(mutant.name)
        if keep is not None:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"{failure}-{mutant.name}").write_bytes(mutant.data)


def verify(data: Path, place: Path, tally: Tally) -> str:
    """What `remiss verify` says of the archive."""
    done = subprocess.run(
        [REMISS, "verify", "--data", data], cwd=place, capture_output=True, text=True, check=False
    )
    if done.returncode:
        tally.faults.append(f"verify: {done.stdout}{done.stderr}")
    return done.stdout.strip()


def show(tally: Tally) -> None:
    """Print the figures."""
    total = sum(tally.kinds.values())
    print(f"{'kind':<8} {'mutants':>8} {'read':>8} {'rejected':>9}")
    for kind in sorted(tally.kinds):
        print(f"{kind:<8} {tally.kinds[kind]:>8} {tally.read[kind]:>8} {tally.rejected[kind]:>9}")
    print(f"{'all':<8} {total:>8} {tally.read.total():>8} {tally.rejected.total():>9}")
    print("\nrejected because")
    for reason, count in tally.reasons.most_common():
        print(f"{count:>8}  {reason}")
    print("\nfailed reading processes")
    for name in FAILURES:
        print(f"{len(tally.failed[name]):>8}  {name}  {' '.join(tally.failed[name][:5])}")
    print(f"\n{tally.seconds:.0f} s, {total / max(tally.seconds, 0.001):.0f} files/s")
    print(f"peak memory: {tally.parent_mb:.0f} MB indexer, {tally.reader_mb:.0f} MB largest reading process")
    print(f"lost {len(tally.lost)} {' '.join(tally.lost[:5])}")
    print(f"hung {tally.hung}")
    for fault in tally.faults:
        print(f"FAULT {fault}")


def main() -> None:
    """Try the mutants and print what became of them."""
    parser = argparse.ArgumentParser(description="Index damaged files; print what became of them.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the shared data")
    parser.add_argument("--mutants", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="keep mutants that make a reading process fail here")
    arguments = parser.parse_args()
    if not (arguments.data / "files").is_dir():
        sys.exit(f"{arguments.data}: not present")
    files = sources([arguments.data / "files", PROJECT / "corpus" / "arkiv"])
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="remiss-fuzz-") as name:
        place = Path(name)
        coming = mutants(files, arguments.mutants, arguments.seed)
        while batch := list(islice(coming, BATCH)):
            try_batch(batch, place, place / "data", arguments.jobs, arguments.keep, tally)
            if sys.stderr.isatty():
                print(f"\r{sum(tally.kinds.values())} mutants", end="", file=sys.stderr)
        said = verify(place / "data", place, tally)
    show(tally)
    print(said)
    sys.exit(1 if tally.lost or tally.hung or tally.faults else 0)


if __name__ == "__main__":
    main()
