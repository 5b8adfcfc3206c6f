"""What a document concludes, as columns of the index."""

from collections.abc import Iterable

from remissarkiv.assessments import held, paired
from remissarkiv.domain import WITH_UNSURE, Document


def conclusion_columns(document: Document) -> dict[str, tuple[str, ...]]:
    """The columns of `WITH_UNSURE` with what is certain, and beside each the one with the unsure too."""
    columns: dict[str, tuple[str, ...]] = {}
    for column, with_unsure in WITH_UNSURE.items():
        values = list(paired(document) if column == "pair" else held(document, column))
        columns[column] = _unique(one.value for one in values if one.certain)
        columns[with_unsure] = _unique(one.value for one in values)
    return columns


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))
