"""What is measured of a process: seconds by the clock and of CPU, memory."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds by the clock, and of CPU in all threads of the process."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Built:
    """What an index cost: seconds, CPU seconds, bytes on disk, and the most memory (MB) while it was made."""

    wall: float
    cpu: float
    size: int
    peak_mb: float


def peak_mb(process: int | None = None) -> float:
    """The most memory that a process (None: this one) has held resident, in MB."""
    return _status("VmHWM", process)


def resident_mb(process: int | None = None) -> float:
    """The memory that a process holds resident now, in MB."""
    return _status("VmRSS", process)


def cpu_seconds(process: int) -> float:
    """The CPU time of a process with all its threads, in steps of a hundredth of a second."""
    stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    # The name, in brackets, may hold anything; what follows it does not.
    user, system = stat.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _status(name: str, process: int | None) -> float:
    # Not `getrusage`: its figure outlives the exec, so that a child has the memory of who started it.
    file = Path(f"/proc/{process or 'self'}/status")
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise OSError(f"the system tells no {name}")
