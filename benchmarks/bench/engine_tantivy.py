"""tantivy, a library in Rust, through its Python binding; facets over its fast fields."""

import importlib
import importlib.util
import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.bench.documents import number_of
from benchmarks.bench.interface import FACETS, TOP, Answer, NotInstalledError, Peer
from benchmarks.bench.streams import stream
from remissarkiv.domain import COLUMNS, FIELDS, POSITION_FIELDS, IndexEntry
from remissarkiv.engines.interface import And, In, Node, Or, Phrase, Prefix, Term

tantivy: Any = importlib.import_module("tantivy") if importlib.util.find_spec("tantivy") else None

HEAP_BYTES = 256_000_000
_MOST_VALUES = 1000
_COUNTS = {name: {"terms": {"field": name, "size": _MOST_VALUES}} for name in FACETS}


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", stored=False, indexed=True, fast=True)
    builder.add_integer_field("day", stored=False, indexed=False, fast=True)
    for field in FIELDS:
        option = "position" if field in POSITION_FIELDS else "freq"
        builder.add_text_field(field, tokenizer_name="whitespace", index_option=option)
    for column in COLUMNS:
        builder.add_text_field(column, tokenizer_name="raw", index_option="basic", fast=column in FACETS)
    return builder.build()


class TantivyBuilder:
    """One thread, one commit, and as many segments as tantivy's own merging leaves."""

    def __init__(self, folder: Path) -> None:
        self._writer = tantivy.Index(_schema(), path=str(folder)).writer(HEAP_BYTES, 1)

    def ready(self, entry: IndexEntry) -> dict[str, Any]:
        """The fields by name."""
        return {
            "number": number_of(entry.id),
            "day": entry.day.toordinal() if entry.day else 0,
            **{name: stream(terms) for name, terms in entry.fields.items()},
            **{name: sorted(set(values)) for name, values in entry.columns.items() if values},
        }

    def add(self, ready: dict[str, Any]) -> None:
        """Hand the document to tantivy's thread."""
        self._writer.add_document(tantivy.Document(**ready))

    def finish(self) -> None:
        """Commit, and wait until what is merged is merged."""
        self._writer.commit()
        self._writer.wait_merging_threads()


class TantivyReader:
    """The best hits by a search, the counts by an aggregation."""

    def __init__(self, folder: Path) -> None:
        index = tantivy.Index.open(str(folder))
        self._schema = index.schema
        self._searcher = index.searcher()

    def answer(self, query: Node) -> Answer:
        """The best hits, with facets over all."""
        asked = self._query(query)
        if isinstance(query, In):
            found = self._searcher.search(asked, TOP, count=True, order_by_field="day")
        else:
            found = self._searcher.search(asked, TOP, count=True)
        counted = self._searcher.aggregate(asked, _COUNTS)
        return Answer(
            found.count,
            tuple(self._numbers([address for _, address in found.hits])),
            {
                name: {bucket["key"]: bucket["doc_count"] for bucket in counted[name]["buckets"]}
                for name in FACETS
            },
        )

    def hits(self, query: Node) -> set[int]:
        """The numbers of all documents found."""
        found = self._searcher.search(self._query(query), max(self._searcher.num_docs, 1), count=False)
        return set(self._numbers([address for _, address in found.hits]))

    def close(self) -> None:
        """Let go of the index."""
        del self._searcher

    def _numbers(self, addresses: list[Any]) -> list[int]:
        return list(self._searcher.fast_field_values("number", addresses)) if addresses else []

    def _query(self, node: Node) -> Any:
        """The query as tantivy's own."""
        make = tantivy.Query
        match node:
            case Term(field, term):
                return make.term_query(self._schema, field, term)
            case Phrase(field, terms):
                return make.phrase_query(self._schema, field, list(terms))
            case Prefix(field, prefix):
                return make.regex_query(self._schema, field, f"{re.escape(prefix)}.*")
            case In(column, values):
                named = [make.term_query(self._schema, column, value, "basic") for value in sorted(values)]
                either = make.boolean_query([(tantivy.Occur.Should, one) for one in named])
                return make.const_score_query(named[0] if len(named) == 1 else either, 0.0)
            case And(children):
                return make.boolean_query([(tantivy.Occur.Must, self._query(child)) for child in children])
            case Or(children):
                return make.boolean_query([(tantivy.Occur.Should, self._query(child)) for child in children])
            case _:
                raise ValueError(f"no such query in the benchmark: {node}")


def tantivy_peer() -> Peer:
    """tantivy, when it is installed; `NotInstalledError` else."""
    try:
        found = version("tantivy")
    except PackageNotFoundError:
        raise NotInstalledError("tantivy is not installed (make bench installs it)") from None
    return Peer(
        "tantivy",
        found,
        f"one indexing thread with a heap of {HEAP_BYTES // 1_000_000} MB, one commit, its own merging; "
        "whitespace tokenizer, positions only in exact fields; facets by a terms aggregation over fast "
        "fields",
        TantivyBuilder,
        TantivyReader,
    )
