"""`remiss index`, with every process noting in which stage its processor time is spent.

    python -m benchmarks.sampled_index FOLDER_FOR_THE_NOTES index PATH --data DIR

A timer of processor time interrupts each process every few milliseconds; the time since the interruption
before is laid to the innermost function on the stack that lies in one of the files of `STAGES`. Reading
processes are spawned, and such a process loads this module first, so that they note the same way. They are
killed at the end of a run, so the notes are kept in a mapped file (`parent`, or `reader-PID`), one number for
each stage. `seconds_by_stage` reads them.
"""

import mmap
import os
import signal
import struct
import sys
import time
from pathlib import Path
from types import FrameType

STAGES = (
    ("indexer/readers/", "read"),
    ("indexer/ocr/", "read"),
    ("indexer/understanding.py", "read"),
    ("indexer/normalise/", "normalise"),
    ("indexer/repair/", "repair"),
    ("indexer/minutes/", "extract"),
    ("indexer/extract/", "extract"),
    ("indexer/conclude/", "conclude"),
    ("indexer/pool/", "pass on"),
    ("indexer/ingest/walk.py", "walk"),
    ("indexer/ingest/plan.py", "walk"),
    ("remissarkiv/language/damage.py", "damage"),
    ("remissarkiv/language/lexicon/learning.py", "learn"),
    ("remissarkiv/language/lexicon/layer.py", "learn"),
    ("remissarkiv/language/lexicon/base.py", "look up"),
    ("remissarkiv/language/analysis.py", "analyse"),
    ("remissarkiv/citations/", "citations"),
    ("remissarkiv/dnr/", "dnr"),
    ("remissarkiv/passages/", "passages"),
    ("remissarkiv/copies/", "copies"),
    ("remissarkiv/catalog/copies.py", "copies"),
    ("remissarkiv/catalog/reader.py", "load"),
    ("remissarkiv/catalog/", "store"),
    ("remissarkiv/typeahead/", "suggestions"),
    ("remissarkiv/sync/suggestions.py", "suggestions"),
    ("remissarkiv/sync/entries.py", "analyse"),
    ("remissarkiv/engines/", "index"),
    ("importlib/", "start"),
    ("<frozen importlib", "start"),
)
"""The beginning of a file's path within the project, and the stage that it is part of."""

NAMES = (*dict.fromkeys(name for _, name in STAGES), "other")
_EVERY = 0.005
_NOTES = "REMISS_BENCH_NOTES"
_ROW = struct.Struct("<d")
_PROJECT = f"{Path(__file__).resolve().parents[1]}{os.sep}"


class _Sampler:
    """Notes the stages of this process in a file."""

    def __init__(self, file: Path) -> None:
        with file.open("w+b") as stream:
            stream.truncate(len(NAMES) * _ROW.size)
            self._kept = mmap.mmap(stream.fileno(), 0)
        self._seconds = [0.0] * len(NAMES)
        self._stages: dict[str, int | None] = {}
        self._before = time.process_time()

    def start(self) -> None:
        """Begin; from now on the timer interrupts this process."""
        signal.signal(signal.SIGPROF, self._note)
        signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)

    def _note(self, _number: int, frame: FrameType | None) -> None:
        stage = None
        while frame is not None and stage is None:
            stage = self._stage(frame.f_code.co_filename)
            frame = frame.f_back
        place = len(NAMES) - 1 if stage is None else stage
        now = time.process_time()
        self._seconds[place] += now - self._before
        self._before = now
        _ROW.pack_into(self._kept, place * _ROW.size, self._seconds[place])

    def _stage(self, file: str) -> int | None:
        if file not in self._stages:
            inside = file.removeprefix(_PROJECT)
            found = next((name for start, name in STAGES if inside.startswith(start)), None)
            self._stages[file] = None if found is None else NAMES.index(found)
        return self._stages[file]


def seconds_by_stage(folder: Path) -> dict[str, dict[str, float]]:
    """Of the parent and of all readers together: the seconds of processor time in each stage, most first."""
    found: dict[str, dict[str, float]] = {"parent": {}, "readers": {}}
    for file in folder.iterdir():
        of = found["parent" if file.name == "parent" else "readers"]
        for name, (seconds,) in zip(NAMES, _ROW.iter_unpack(file.read_bytes()), strict=True):
            of[name] = of.get(name, 0.0) + seconds
    return {
        role: dict(sorted(((name, s) for name, s in of.items() if s), key=lambda row: -row[1]))
        for role, of in found.items()
    }


def main() -> None:
    """Run the command that follows the folder."""
    from remissarkiv.cli import main as remiss

    os.environ[_NOTES] = sys.argv[1]
    del sys.argv[1]
    _Sampler(Path(os.environ[_NOTES]) / "parent").start()
    try:
        remiss()
    finally:
        # Python forgets its handlers before the process ends, and a timer that rings then kills it.
        signal.setitimer(signal.ITIMER_PROF, 0)


if __name__ == "__mp_main__" and _NOTES in os.environ:
    _Sampler(Path(os.environ[_NOTES]) / f"reader-{os.getpid()}").start()

if __name__ == "__main__":
    main()
