"""Keeping the suggestions equal to the catalog: they follow its changes as the index does."""

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

from remissarkiv.catalog import Catalog
from remissarkiv.domain import open_shelves
from remissarkiv.language.lexicon import base_lexicon
from remissarkiv.typeahead import SuggestionFile, SuggestionWriter, entry_of

BATCH = 1000
LOAD = 100
"""Documents held with their text at a time."""

_SEQUENCE, _MADE_OF, _LEARNED_FROM = "sequence", "made of", "learned from"


def learned_from(catalog: Catalog) -> str:
    """The open shelves as the suggestions note them: topics are learned from these alone."""
    return "\n".join(sorted(open_shelves(catalog.collections())))


def catch_up_suggestions(
    catalog: Catalog, path: Path, progress: Callable[[int], None] | None = None, *, anew: bool = False
) -> int:
    """Bring the suggestions at `path` up to date; returns the number of changes applied.

    They are made anew when asked for, when the file is missing, damaged or of another catalog, and when other
    collections are open than those they learned from. What cannot be written (a full disk, another process
    that writes) is left for the next time: suggestions are a help, and no run fails for them.
    """
    file = SuggestionFile(path)
    shelves = open_shelves(catalog.collections())
    facts = {
        _MADE_OF: f"{catalog.generation()}:{base_lexicon().source}",
        _LEARNED_FROM: "\n".join(sorted(shelves)),
    }
    try:
        try:
            return _apply(catalog, file, facts, shelves, progress, anew=anew)
        except sqlite3.OperationalError:
            raise  # busy or full: a new file would fare no better
        except sqlite3.DatabaseError:
            file.remove()
            return _apply(catalog, file, facts, shelves, progress, anew=True)
    except sqlite3.Error:
        return 0


def _apply(
    catalog: Catalog,
    file: SuggestionFile,
    facts: Mapping[str, str],
    shelves: frozenset[str],
    progress: Callable[[int], None] | None,
    *,
    anew: bool,
) -> int:
    sequence = _begun(file, facts, catalog.last_sequence(), anew=anew)
    applied = 0
    while changes := catalog.changes(sequence, BATCH):
        with file.writing() as connection:
            writer = SuggestionWriter(connection)
            for change in changes:
                if change.action == "remove":
                    writer.remove(change.document_id)
            put = [change.document_id for change in changes if change.action == "put"]
            for start in range(0, len(put), LOAD):
                wanted = put[start : start + LOAD]
                loaded = catalog.load(wanted)
                for document_id in wanted:
                    if document_id in loaded:
                        writer.put(entry_of(loaded[document_id], shelves))
                    else:
                        # Removed between reading the outbox and loading; its removal follows in the outbox.
                        writer.remove(document_id)
                if progress:
                    progress(len(wanted))
            sequence = max(change.sequence for change in changes)
            writer.note({_SEQUENCE: str(sequence)})
            writer.finish()
        applied += len(changes)
    return applied


def _begun(file: SuggestionFile, facts: Mapping[str, str], last: int, *, anew: bool) -> int:
    """The sequence to go on from: 0 in a file that has to be made anew, which is emptied."""
    with file.writing() as connection:
        writer = SuggestionWriter(connection)
        known = writer.facts()
        sequence = int(known.get(_SEQUENCE, 0))
        if not anew and sequence <= last and all(known.get(name) == value for name, value in facts.items()):
            return sequence
        writer.clear()
        writer.note({**facts, _SEQUENCE: "0"})
        return 0


def suggestions_lag(catalog: Catalog, path: Path) -> int:
    """How many changes of the catalog the suggestions lack: all of them where they have to be made anew."""
    last = catalog.last_sequence()
    connection = SuggestionFile(path).reader()
    if connection is None:
        return last
    try:
        facts = dict(connection.execute("SELECT name, value FROM facts"))
    except sqlite3.Error:
        return last
    finally:
        connection.close()
    sequence = int(facts.get(_SEQUENCE, 0))
    return last - sequence if sequence <= last and facts.get(_LEARNED_FROM) == learned_from(catalog) else last
