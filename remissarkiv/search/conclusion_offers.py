"""What lies beside a query for what documents conclude: the unsure, and the other reading of a word that is
said of positions and of decisions alike."""

import re
from collections.abc import Iterator, Sequence

from remissarkiv.domain import WITH_UNSURE, Span
from remissarkiv.query import Parsed, tree
from remissarkiv.query.conclusions import other_reading
from remissarkiv.query.fields import field_named

_FIELD = re.compile(r"([^\W\d_]{1,30}):\s{0,10}\Z")
_UNSURE = {
    "verdict": "Även där bedömningen är osäker",
    "principle": "Även där principen är osäker",
    "stance": "Även där ställningstagandet är osäkert",
    "outcome": "Även där beslutet är osäkert",
    "ground": "Även där grunden är osäker",
    "instans": "Även där det är osäkert vem som uttalar sig",
}
_SEVERAL = "Även där något av detta är osäkert"


def beside_conclusions(parsed: Parsed, wanted: Sequence[tree.Leaf]) -> Iterator[tuple[str, str]]:
    """Label and query of what can be offered beside the leaves that a query wants."""
    concluded = [leaf for leaf in wanted if isinstance(leaf, tree.ConcludedQ)]
    yield from _with_unsure(parsed.text, wanted)
    for leaf in concluded:
        other = other_reading(leaf.column, leaf.text)
        begin = _begin(parsed.text, leaf.span)
        if begin is None:
            continue
        if other:
            yield f"Läst som {other.replace(':', ': ')}", _put(parsed.text, begin, leaf.span.end, other)


def _with_unsure(text: str, wanted: Sequence[tree.Leaf]) -> Iterator[tuple[str, str]]:
    """The query with every certain value of it asked for with the unsure ones."""
    certain = [
        leaf
        for leaf in wanted
        if (isinstance(leaf, tree.ConcludedQ) and not leaf.unsure)
        or (isinstance(leaf, tree.Field) and leaf.name in WITH_UNSURE)
    ]
    if not certain:
        return
    columns = {leaf.column if isinstance(leaf, tree.ConcludedQ) else leaf.name for leaf in certain}
    query = text
    for leaf in sorted(certain, key=lambda leaf: leaf.span, reverse=True):
        value = leaf.text if isinstance(leaf, tree.ConcludedQ) else leaf.value
        query = _put(query, leaf.span.start, leaf.span.end, f'"{value.strip()}?"')
    yield _UNSURE[columns.pop()] if len(columns) == 1 else _SEVERAL, query


def _begin(text: str, span: Span) -> int | None:
    """Where the field before a value begins; None for a value inside the parenthesis of a field."""
    before = _FIELD.search(text[: span.start])
    return before.start() if before and field_named(before[1]) else None


def _put(text: str, start: int, end: int, piece: str) -> str:
    return f"{text[:start]}{piece}{text[end:]}".strip()
