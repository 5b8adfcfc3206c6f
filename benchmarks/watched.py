"""A command run as a process of its own and watched from outside: time, memory of every process, an end.

Memory is the operating system's figure for the most that a process ever held (`VmHWM`), looked up a few times
a second: of a process that ends between two looks the last one counts.
"""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

LOOK_SECONDS = 0.1
_KILOBYTES = 1024.0


@dataclass(frozen=True, slots=True)
class Finished:
    """How a command ended: exit status (None when it had to be killed), seconds, what it wrote, and the most
    memory (MB) that it and the largest of its reading processes held at any time; `readers_mb` has the most
    of each of these, and `all_mb` the most that all of them together held at one look. `cpu_seconds` is the
    processor time of all its processes, 0 where the system does not tell."""

    status: int | None
    seconds: float
    output: str
    errors: str
    parent_mb: float
    reader_mb: float
    readers_mb: list[float] = field(default_factory=list)
    all_mb: float = 0.0
    cpu_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Look:
    """The memory (MB) of a running command at a moment: now, of it and of all its reading processes."""

    seconds: float
    parent_mb: float
    readers_mb: float


def run(
    command: Sequence[str | Path],
    folder: Path,
    limit: float,
    tell: Callable[[Look], None] | None = None,
) -> Finished:
    """Run `command` in `folder` for at most `limit` seconds; `tell` hears of every look at it."""
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        began, used = time.monotonic(), _used()
        process = start(command, folder, output.fileno(), errors.fileno())
        parent = together = 0.0
        readers: dict[int, float] = {}
        status: int | None = None
        while True:
            try:
                status = process.wait(LOOK_SECONDS)
                break
            except subprocess.TimeoutExpired:
                pass
            others = [other for other in members(process.pid) if other != process.pid]
            parent = max(parent, memory_mb(process.pid, "VmHWM"))
            for other in others:
                readers[other] = max(readers.get(other, 0.0), memory_mb(other, "VmHWM"))
            seconds = time.monotonic() - began
            now = sum(memory_mb(other, "VmRSS") for other in others)
            own = memory_mb(process.pid, "VmRSS")
            together = max(together, own + now)
            if tell is not None:
                tell(Look(seconds, own, now))
            if seconds > limit:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                break
        seconds = time.monotonic() - began
        output.seek(0)
        errors.seek(0)
        each = sorted(readers.values(), reverse=True)
        return Finished(
            status,
            seconds,
            output.read(),
            errors.read(),
            parent,
            max(each, default=0.0),
            each,
            together,
            _used() - used,
        )


def _used() -> float:
    """The processor time of all processes that this one has started and waited for, and of theirs."""
    try:
        import resource
    except ImportError:
        return 0.0
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def start(command: Sequence[str | Path], folder: Path, output: int, errors: int) -> "subprocess.Popen[bytes]":
    """Start a command in a session of its own, so that all its processes can be told from others."""
    return subprocess.Popen(command, cwd=folder, stdout=output, stderr=errors, start_new_session=True)


def members(session: int) -> list[int]:
    """The living processes of a session."""
    return [int(entry.name) for entry in Path("/proc").iterdir() if _belongs(entry, session)]


def memory_mb(process: int, figure: str) -> float:
    """A figure of memory of a process, 0 when it is gone."""
    return next((value / _KILOBYTES for value in _figures(process, figure)), 0.0)


def _figures(process: int, figure: str) -> Iterator[int]:
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return
    for line in lines:
        if line.startswith(f"{figure}:"):
            yield int(line.split()[1])


def _belongs(entry: Path, session: int) -> bool:
    if not entry.name.isdigit():
        return False
    try:
        # What stands in parentheses is the name of the program, which may hold anything.
        fields = (entry / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return False
    return int(fields[3]) == session and fields[0] not in "ZX"
