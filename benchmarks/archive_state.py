"""Everything an archive says, in a form in which two archives of the same folder are equal.

A document that moved keeps its id, and one made anew gets another; so documents are named by collection,
path and part instead. Times of runs and the order of changes are left out: they tell of the way, not of
the result. So is which of several quite equal copies stands first: that is the one with the lowest id. And
so is the number of the lexicon's version, which counts how often the archive has learned; what was repaired
by it is compared.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from remissarkiv import open_archive

Row = tuple[Any, ...]
State = Mapping[str, list[Row]]

_NOT_COMPARED = frozenset({"outbox", "runs", "history", "alembic_version", "saved_searches"})
_NOT_COMPARED_COLUMNS = frozenset({"leader", "lexicon"})


def tables(data: Path) -> State:
    """The rows of every table of the catalog in `data` that follows from the files, sorted."""
    with closing(sqlite3.connect(f"file:{data / 'catalog.sqlite'}?mode=ro", uri=True)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        places = {
            row[0]: " › ".join(row[1:])
            for row in connection.execute("SELECT id, collection, path, part FROM documents")
        }
        out = {}
        for name in sorted(set(names) - _NOT_COMPARED):
            if not name.startswith("sqlite_"):
                rows = connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - a name of the database's own
                kept = [at for at, one in enumerate(rows.description) if one[0] not in _NOT_COMPARED_COLUMNS]
                named = (tuple(places.get(row[at], row[at]) for at in kept) for row in rows)
                out[name] = sorted(named, key=repr)
        return out


def answers(config: Path, queries: Sequence[str]) -> State:
    """All hits of each query with their scores, the total and the facets; and which of them are copies."""
    out: dict[str, list[Row]] = {}
    with open_archive(config) as archive:
        access = archive.operator_access()
        for query in queries:
            found = archive.search(query, limit=None, facets=True, access=access, collapse="none")
            hits = [(hit.path, hit.part, hit.title, round(hit.score, 6)) for hit in found.hits]
            facets = [(name, *pair) for name, pairs in found.facets.items() for pair in pairs]
            out[f"answer to {query}"] = [(found.total,), *sorted(hits), *sorted(facets)]
            found = archive.search(query, limit=None, access=access, collapse="near")
            groups = (
                tuple(sorted(((hit.path, hit.part), *((copy.path, copy.part) for copy in hit.copies))))
                for hit in found.hits
            )
            out[f"copies among {query}"] = [(found.total,), *sorted(groups)]
    return out


def difference(ours: State, theirs: State) -> list[str]:
    """What differs, one line for each table or query; none when the two are equal."""
    lines = []
    for name in sorted(ours.keys() | theirs.keys()):
        mine, other = ours.get(name, []), theirs.get(name, [])
        if mine != other:
            only = [row for row in mine if row not in other][:2]
            lacking = [row for row in other if row not in mine][:2]
            lines.append(
                f"{name}: {len(mine)} and {len(other)} rows; {str(only)[:600]} and {str(lacking)[:600]}"
            )
    return lines


def unsound(data: Path) -> list[str]:
    """What SQLite finds wrong with the catalog; an archive that was never begun is sound."""
    file = data / "catalog.sqlite"
    if not file.exists() or not file.stat().st_size:
        return []
    with closing(sqlite3.connect(file, timeout=30)) as connection:
        lines = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
        lines += [f"foreign key of {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]
    return [line for line in lines if line != "ok"]
