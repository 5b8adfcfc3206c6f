"""What was decided, and what is proposed to be."""

from collections.abc import Sequence

from indexer.conclude.interface import Statement
from remissarkiv.domain import Decision, Document


def find_decisions(document: Document, statements: Sequence[Statement]) -> tuple[Decision, ...]:
    """The decisions in the order of the text."""
    return ()
