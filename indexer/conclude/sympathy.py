"""Does the author share the aim of the proposal? Neither a stance nor a verdict."""

from collections.abc import Sequence

from indexer.conclude.interface import Statement


def shows_sympathy(statements: Sequence[Statement]) -> bool:
    """Whether the author says so."""
    return False
