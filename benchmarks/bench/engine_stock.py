"""Whoosh as it comes: an ordinary schema, its own writer, its own searcher."""

from importlib.metadata import version
from pathlib import Path
from typing import Any

from whoosh import fields, index, query, sorting
from whoosh.analysis import RegexTokenizer

from benchmarks.bench.documents import number_of
from benchmarks.bench.interface import FACETS, TOP, Answer, Peer
from benchmarks.bench.streams import stream
from remissarkiv.domain import COLUMNS, FIELDS, POSITION_FIELDS, IndexEntry
from remissarkiv.engines.interface import And, In, Node, Or, Phrase, Prefix, Term

MEMORY_MB = 256


def _schema() -> fields.Schema:
    blanks = RegexTokenizer(r"\S+")
    terms = {name: fields.TEXT(analyzer=blanks, phrase=name in POSITION_FIELDS) for name in FIELDS}
    # One value in each facet, so that it can be a column; several values elsewhere are keywords.
    columns = {
        name: fields.ID(sortable=True) if name in FACETS else fields.KEYWORD(commas=True) for name in COLUMNS
    }
    return fields.Schema(number=fields.STORED, day=fields.NUMERIC(sortable=True), **terms, **columns)


class StockBuilder:
    """One writer, one commit, one process."""

    def __init__(self, folder: Path) -> None:
        self._writer = index.create_in(str(folder), _schema()).writer(limitmb=MEMORY_MB)

    def ready(self, entry: IndexEntry) -> dict[str, Any]:
        """The fields by name."""
        return {
            "number": number_of(entry.id),
            "day": entry.day.toordinal() if entry.day else 0,
            **{name: stream(terms) for name, terms in entry.fields.items()},
            **{
                # An empty name is no value: Whoosh would refuse the column otherwise.
                name: ",".join(sorted(set(values)))
                for name, values in entry.columns.items()
                if values
            },
        }

    def add(self, ready: dict[str, Any]) -> None:
        """Index the document."""
        self._writer.add_document(**ready)

    def finish(self) -> None:
        """Write the segment."""
        self._writer.commit()


class StockReader:
    """Searches with groups for the facets, as Whoosh's manual tells."""

    def __init__(self, folder: Path) -> None:
        self._index = index.open_dir(str(folder))
        self._searcher = self._index.searcher()

    def answer(self, query: Node) -> Answer:
        """The best hits, with facets over all."""
        asked, within = _parted(query)
        found = self._searcher.search(
            asked,
            limit=TOP,
            filter=within,
            groupedby=list(FACETS),
            maptype=sorting.Count,
            sortedby=None if within is not None or not isinstance(query, In) else _newest_first(),
        )
        best = tuple(hit["number"] for hit in found[:TOP])
        return Answer(len(found), best, {name: _named(found.groups(name)) for name in FACETS})

    def hits(self, query: Node) -> set[int]:
        """The numbers of all documents found."""
        asked, within = _parted(query)
        every = asked if within is None else _all([asked, within])
        stored = self._searcher.stored_fields
        return {stored(number)["number"] for number in self._searcher.docs_for_query(every)}

    def close(self) -> None:
        """Close searcher and index."""
        self._searcher.close()
        self._index.close()


def _named(counts: dict[Any, int]) -> dict[str, int]:
    return {str(value): count for value, count in counts.items() if value}


def _newest_first() -> sorting.FieldFacet:
    return sorting.FieldFacet("day", reverse=True)


def _all(queries: list[query.Query]) -> query.Query:
    return query.And(queries)


def _parted(node: Node) -> tuple[query.Query, query.Query | None]:
    """What is asked, and what filters it."""
    if isinstance(node, And):
        words = [_query(child) for child in node.children if not isinstance(child, In)]
        within = [_query(child) for child in node.children if isinstance(child, In)]
        if words and within:
            return (words[0] if len(words) == 1 else _all(words)), _all(within)
    return _query(node), None


def _query(node: Node) -> query.Query:
    match node:
        case Term(field, term):
            return query.Term(field, term)
        case Prefix(field, prefix):
            return query.Prefix(field, prefix)
        case Phrase(field, terms):
            return query.Phrase(field, list(terms))
        case In(column, values):
            named = [query.Term(column, value) for value in sorted(values)]
            return named[0] if len(named) == 1 else query.Or(named)
        case And(children):
            return _all([_query(child) for child in children])
        case Or(children):
            return query.Or([_query(child) for child in children])
        case _:
            raise ValueError(f"no such query in the benchmark: {node}")


def stock() -> Peer:
    """Whoosh, unchanged."""
    return Peer(
        "stock whoosh",
        version("whoosh"),
        "ordinary TEXT fields split at blanks (positions only in exact fields), one writer with "
        f"limitmb={MEMORY_MB}, one commit, BM25F; facets by groupedby over sortable columns, filters by "
        "filter=",
        StockBuilder,
        StockReader,
    )
