"""Who is for a proposal and who against, in which role."""

from collections.abc import Sequence

from indexer.conclude.interface import Statement
from remissarkiv.domain import Document, Position


def find_positions(document: Document, statements: Sequence[Statement]) -> tuple[Position, ...]:
    """The positions in the order of the text."""
    return ()
