"""Assessments of kommunal kompetens: what the author itself concludes."""

from collections.abc import Sequence

from indexer.conclude.interface import Statement
from remissarkiv.domain import Assessment, Document


def find_assessments(document: Document, statements: Sequence[Statement]) -> tuple[Assessment, ...]:
    """The assessments in the order of the text."""
    return ()
