"""What is measured of a process: seconds by the clock and of CPU, memory."""

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


def peak_mb() -> float:
    """The most memory that this process has held resident, in MB."""
    return _status("VmHWM")


def resident_mb() -> float:
    """The memory that this process holds resident now, in MB."""
    return _status("VmRSS")


def _status(name: str) -> float:
    # Not `getrusage`: its figure outlives the exec, so that a child has the memory of who started it.
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise OSError(f"the system tells no {name}")
