"""Keeping the suggestions equal to the catalog: they follow its changes as the index does."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from remissarkiv.catalog import Catalog
from remissarkiv.domain import open_shelves
from remissarkiv.language.lexicon import base_lexicon
from remissarkiv.typeahead import SuggestionFile, SuggestionWriter, entry_of

BATCH = 200
"""Changes applied in one transaction; bounds how many documents are held with their text."""

_SEQUENCE, _MADE_OF, _LEARNED_FROM = "sequence", "made of", "learned from"


def learned_from(catalog: Catalog) -> str:
    """The open shelves as the suggestions note them: topics are learned from these alone."""
    return "\n".join(sorted(open_shelves(catalog.collections())))


def _facts(catalog: Catalog) -> dict[str, str]:
    """What suggestions of this catalog, made by this program, note of themselves beside the sequence."""
    return {
        _MADE_OF: f"{catalog.generation()}:{base_lexicon().source}",
        _LEARNED_FROM: learned_from(catalog),
    }


def catch_up_suggestions(catalog: Catalog, path: Path, *, anew: bool = False) -> int:
    """Bring the suggestions at `path` up to date; returns the number of changes applied.

    They are made anew when asked for, when the file is missing, damaged or of another catalog, and when other
    collections are open than those they learned from. What cannot be written (a full disk, another process
    that writes) is left for the next time: suggestions are a help, and no run fails for them.
    """
    file = SuggestionFile(path)
    shelves = open_shelves(catalog.collections())
    facts = _facts(catalog)
    try:
        try:
            return _apply(catalog, file, facts, shelves, anew=anew)
        except sqlite3.OperationalError:
            raise  # busy or full: a new file would fare no better
        except sqlite3.DatabaseError:
            file.remove()
            return _apply(catalog, file, facts, shelves, anew=True)
    except sqlite3.Error:
        return 0


def _apply(
    catalog: Catalog,
    file: SuggestionFile,
    facts: Mapping[str, str],
    shelves: frozenset[str],
    *,
    anew: bool,
) -> int:
    sequence = _begun(file, facts, catalog.last_sequence(), anew=anew)
    applied = 0
    while changes := catalog.changes(sequence, BATCH):
        # What costs time is done before the file is locked: another process may wait to write it.
        put = [change.document_id for change in changes if change.action == "put"]
        entries = [entry_of(stored, shelves) for stored in catalog.load(put).values()]
        sequence = max(change.sequence for change in changes)
        with file.writing() as connection:
            writer = SuggestionWriter(connection)
            # Also those that were removed between reading the outbox and loading.
            writer.remove({change.document_id for change in changes} - {entry.id for entry in entries})
            writer.put(entries)
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


def verify_suggestions(catalog: Catalog, path: Path) -> tuple[str, ...]:
    """What is wrong with the suggestions at `path`, and what mends it, one English line each; none when they
    are sound, of this catalog and in step with it. Reads the whole file."""
    anew = "the next run of remiss index makes them anew"
    if not path.exists():
        return (f"the suggestions {path} are missing; {anew}",)
    connection = SuggestionFile(path).reader()
    if connection is None:
        return (f"the suggestions {path} cannot be read, or are of another version; {anew}",)
    try:
        known = dict(connection.execute("SELECT name, value FROM facts"))
        (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        held = {document_id for (document_id,) in connection.execute("SELECT id FROM documents")}
    except sqlite3.Error as error:
        known, found, held = {}, str(error), set()
    finally:
        connection.close()
    if found != "ok":
        detail = str(found).splitlines()[-1]
        return (f"the suggestions {path} are damaged ({detail}); delete the file, and run: remiss index",)
    behind = catalog.last_sequence() - int(known.get(_SEQUENCE, 0))
    facts = _facts(catalog)
    if behind < 0 or known.get(_MADE_OF) != facts[_MADE_OF]:
        return (f"the suggestions {path} are of another catalog, or of another version; {anew}",)
    if known.get(_LEARNED_FROM) != facts[_LEARNED_FROM]:
        return (f"the suggestions {path} are learned from other collections than are open; {anew}",)
    if behind:
        return (f"the suggestions {path} lack the last {behind} changes of the catalog; run: remiss index",)
    strange = len(held ^ set(catalog.all_ids()))
    if strange:
        return (
            f"the suggestions {path} and the catalog differ in {strange} documents; delete the file, and "
            "run: remiss index",
        )
    return ()
