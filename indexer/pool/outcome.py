"""What a task may use, and how it can end."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may use: wall-clock seconds, address space of its process and size of its pickled
    result, both in megabytes (2²⁰ bytes)."""

    seconds: float = 60.0
    memory_mb: int = 1024
    output_mb: int = 64


@dataclass(frozen=True, slots=True)
class Done(Generic[Value]):
    """A task that gave a value."""

    value: Value


@dataclass(frozen=True, slots=True)
class Failed:
    """A task that gave none: why, in English and in Swedish; `detail` is the traceback, for logs only."""

    message: str
    swedish: str
    detail: str = ""


Outcome = Done[Value] | Failed
