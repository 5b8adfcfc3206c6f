"""Long lists in pieces that a database takes as the variables of one statement."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

CHUNK = 1000
"""Values in one IN list: SQLite takes 32 766 variables (999 before 3.32), and short statements are cached."""


def chunks(values: Sequence[T], size: int = CHUNK) -> Iterator[Sequence[T]]:
    """The values in order, `size` at a time."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
