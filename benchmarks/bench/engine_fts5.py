"""SQLite FTS5: one contentless table for each field of terms, ordinary tables for columns.

A table for each field is what suits it best: with several columns in one table every query reads the places
of all of them. Facets are counted in SQL, in one statement for both, which also tells the number of hits.
"""

import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.bench.documents import number_of
from benchmarks.bench.interface import TOP, Answer, Peer
from benchmarks.bench.streams import stream
from remissarkiv.domain import COLUMNS, FIELDS, IndexEntry
from remissarkiv.engines.interface import And, In, Node, Or, Phrase, Prefix, Term

CACHE_KB = 256 * 1024
"""What the engine may hold in memory: as much as ours."""

_MAPPED_BYTES = 4_000_000_000
# Every printed sign that is not a letter belongs to a term: terms are parted by blanks alone.
_SIGNS = "".join(chr(code) for code in range(33, 127) if not chr(code).isalnum())
_TOKENS = "ascii tokenchars '{}'".format(_SIGNS.replace("'", "''"))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


class Fts5Builder:
    """One transaction, then FTS5's own `optimize`: each table's postings in one b-tree."""

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(folder / "index.sqlite")
        run = self._database.execute
        run("PRAGMA journal_mode=WAL")
        run("PRAGMA synchronous=NORMAL")
        run(f"PRAGMA cache_size=-{CACHE_KB}")
        run("CREATE TABLE documents (number INTEGER PRIMARY KEY, kind TEXT, year TEXT, day INTEGER)")
        run(
            "CREATE TABLE held (name TEXT, value TEXT, number INTEGER, PRIMARY KEY (name, value, number)) "
            "WITHOUT ROWID"
        )
        for field in FIELDS:
            # Without places (`detail=none`) FTS5 forgets how often a word stands in a document too, and ranks
            # by presence alone.
            run(
                f"CREATE VIRTUAL TABLE words_{field} USING fts5"
                f"(terms, content='', tokenize={_quoted(_TOKENS)})"
            )

    def ready(self, entry: IndexEntry) -> tuple[Any, ...]:
        """The row of the document, its values and its streams."""
        day = entry.day.toordinal() if entry.day else 0
        kind, year = (next(iter(entry.columns.get(name, ())), None) for name in ("kind", "year"))
        number = number_of(entry.id)
        held = [(name, value, number) for name in COLUMNS for value in set(entry.columns.get(name, ()))]
        streams = {name: stream(terms) for name, terms in entry.fields.items()}
        return (number, kind, year, day), held, streams

    def add(self, ready: tuple[Any, ...]) -> None:
        """Insert the rows."""
        row, held, streams = ready
        self._database.execute("INSERT INTO documents VALUES (?, ?, ?, ?)", row)
        self._database.executemany("INSERT INTO held VALUES (?, ?, ?)", held)
        for field, text in streams.items():
            if text:
                self._database.execute(
                    f"INSERT INTO words_{field} (rowid, terms) VALUES (?, ?)", (row[0], text)
                )

    def finish(self) -> None:
        """Commit, and let FTS5 merge what it wrote."""
        self._database.commit()
        for field in FIELDS:
            self._database.execute(f"INSERT INTO words_{field} (words_{field}) VALUES ('optimize')")
        self._database.commit()
        self._database.execute("ANALYZE")
        self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._database.close()


class _Sql:
    """A query as SQL: where its documents come from, under which condition, ranked or not."""

    def __init__(self, query: Node) -> None:
        children = query.children if isinstance(query, And) else (query,)
        words = [child for child in children if not isinstance(child, In)]
        self.values: list[str] = []
        conditions = []
        field = ""
        if words:
            (field,) = {field for child in words for field in _fields(child)}
            self.source = f"words_{field} f JOIN documents d ON d.number = f.rowid"
            conditions.append(f"words_{field} MATCH ?")
            self.values.append(_match(And(tuple(words)) if len(words) > 1 else words[0]))
            # Without a column of documents to filter by, the best need no join.
            self.best = f"words_{field} f"
            self.number = "f.rowid"
        else:
            self.source = self.best = "documents d"
            self.number = "d.number"
        for child in children:
            if isinstance(child, In):
                self.best = self.source
                conditions.append(self._in(child))
        self.where = " AND ".join(conditions)
        # Not `rank`, as its manual has it: then FTS5 sorts all hits itself before the join, which takes a
        # third longer, and with a filter five times as long.
        self.order = f"bm25(words_{field})" if words else "d.day DESC, d.number"

    def _in(self, node: In) -> str:
        values = sorted(node.values)
        marks = ", ".join("?" for _ in values)
        self.values += values
        if node.column in ("kind", "year"):
            return f"d.{node.column} IN ({marks})"
        return f"d.number IN (SELECT number FROM held WHERE name = '{node.column}' AND value IN ({marks}))"


class Fts5Reader:
    """Two statements for a query: the best hits, and the counts."""

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(f"file:{folder / 'index.sqlite'}?mode=ro", uri=True)
        self._database.execute(f"PRAGMA cache_size=-{CACHE_KB}")
        self._database.execute(f"PRAGMA mmap_size={_MAPPED_BYTES}")

    def answer(self, query: Node) -> Answer:
        """The best hits, with facets over all."""
        sql = _Sql(query)
        best = self._database.execute(
            f"SELECT {sql.number} FROM {sql.best} WHERE {sql.where} ORDER BY {sql.order} LIMIT {TOP}",
            sql.values,
        ).fetchall()
        counted = self._database.execute(
            f"SELECT d.kind, d.year, count(*) FROM {sql.source} WHERE {sql.where} GROUP BY d.kind, d.year",
            sql.values,
        ).fetchall()
        kinds: Counter[str] = Counter()
        years: Counter[str] = Counter()
        for kind, year, count in counted:
            kinds[kind] += count
            if year is not None:
                years[year] += count
        return Answer(kinds.total(), tuple(row[0] for row in best), {"kind": kinds, "year": years})

    def hits(self, query: Node) -> set[int]:
        """The numbers of all documents found."""
        sql = _Sql(query)
        rows = self._database.execute(f"SELECT {sql.number} FROM {sql.best} WHERE {sql.where}", sql.values)
        return {row[0] for row in rows}

    def close(self) -> None:
        """Close the database."""
        self._database.close()


def _fields(node: Node) -> set[str]:
    match node:
        case Term(field) | Prefix(field) | Phrase(field):
            return {field}
        case And(children) | Or(children):
            return {field for child in children for field in _fields(child)}
        case _:
            raise ValueError(f"no such query in the benchmark: {node}")


def _match(node: Node) -> str:
    """The query in FTS5's language."""
    match node:
        case Term(_, term):
            return _quoted(term)
        case Prefix(_, prefix):
            return f"{_quoted(prefix)} *"
        case Phrase(_, terms):
            return _quoted(" ".join(terms))
        case And(children):
            return "(" + " AND ".join(map(_match, children)) + ")"
        case Or(children):
            return "(" + " OR ".join(map(_match, children)) + ")"
        case _:
            raise ValueError(f"no such query in the benchmark: {node}")


def fts5() -> Peer:
    """SQLite as Python comes with it."""
    return Peer(
        "fts5",
        sqlite3.sqlite_version,
        "one contentless table per field, detail=full, ascii tokenizer split at blanks, one transaction, "
        f"optimize, ANALYZE; read only, cache {CACHE_KB // 1024} MB, mapped; ORDER BY bm25() LIMIT {TOP}, "
        "facets by GROUP BY",
        Fts5Builder,
        Fts5Reader,
    )
