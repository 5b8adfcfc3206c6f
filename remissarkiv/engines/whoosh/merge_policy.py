"""Which segments are written together at a commit.

A search costs a little more for each segment, and writing a document again costs too. Segments are left
alone until there are too many; then those go together that cost least for each segment that goes away, so
that large ones are rarely written again. After many documents there is left room for the small commits that
follow: adding a single document should never have to write the whole index again. What is written together
does not keep the document waiting either: that comes in a generation of its own (`batch.py`).
"""

from collections.abc import Sequence
from typing import Protocol

MOST_SEGMENTS = 10
_AFTER_MANY = 7
"""Most segments that a large commit leaves."""
_LARGE = 100
"""So many documents make a commit a large one, which may take its time."""


class Sized(Protocol):
    """What is known of a segment here."""

    def doc_count(self) -> int:
        """How many documents it has, without removed ones."""

    def doc_count_all(self) -> int:
        """How many it was written with."""

    def segment_id(self) -> str:
        """Its name."""


def together(segments: Sequence[Sized], added: int) -> list[Sized]:
    """Which of the segments, all of which hold something, are to be written into one; none when all may stay.
    `added` documents come with this commit. One that is mostly removed documents is written anew as well."""
    hollow = [one for one in segments if 2 * one.doc_count() < one.doc_count_all()]
    most = _AFTER_MANY if added >= _LARGE else MOST_SEGMENTS
    rest = sorted(
        (one for one in segments if one not in hollow), key=lambda one: (one.doc_count(), one.segment_id())
    )
    excess = len(rest) + (1 if hollow else 0) - most
    if excess <= 0:
        return hollow
    windows = ((start, end) for start in range(len(rest)) for end in range(start + 1 + excess, len(rest) + 1))
    start, end = min(windows, key=lambda pair: _price(rest, *pair))
    return [*hollow, *rest[start:end]]


def _price(ordered: Sequence[Sized], start: int, end: int) -> tuple[float, int]:
    """Documents to be written for each segment that goes away."""
    written = sum(one.doc_count() for one in ordered[start:end])
    return written / (end - start - 1), start
