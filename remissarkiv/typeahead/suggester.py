"""Answering somebody who types: a few rows of each kind, the likeliest first."""

import re
import sqlite3
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from remissarkiv.domain import Access
from remissarkiv.typeahead.acts import suggest_acts
from remissarkiv.typeahead.dnr_beginnings import looks_like_dnr
from remissarkiv.typeahead.file import SuggestionFile
from remissarkiv.typeahead.lookup import find_dnr, find_titles, find_topics, shelf_numbers
from remissarkiv.typeahead.spelling import folded
from remissarkiv.typeahead.suggestion import Suggestion

LONGEST_TYPED = 100
"""Characters of what is typed that are looked up; a longer text is no beginning of anything."""

SHORTEST_TYPED = 2
MOST = 8

_OPERATORS = re.compile(
    r"[\"”“()*~]|^(?!dnr\b)[^\W\d]+:|\s[^\W\d]+:|\b(?:OCH|ELLER|INTE|NÄRA|AND|OR|NOT|NEAR)\b", re.UNICODE
)
"""Who writes a query with these knows what she wants; a field's name before a colon is one."""

_HOLDS_SIGN = re.compile(r"[\d§]")

_FEW = (3, 2, 4, 3)
"""Rows of Dnr, acts, topics and titles; where one kind has fewer, the others may have more."""


class Suggester:
    """Suggestions from the file at `path`. May be shared by threads.

    `learned_from` tells which shelves are open now. Topics that were learned from others are not shown: they
    wait until the suggestions are brought up to date.
    """

    def __init__(self, path: Path, learned_from: Callable[[], str]) -> None:
        self._file = SuggestionFile(path)
        self._learned_from = learned_from
        self._lock = threading.Lock()
        self._open: tuple[tuple[int, int], sqlite3.Connection] | None = None

    def suggest(self, typed: str, access: Access, most: int = MOST) -> tuple[Suggestion, ...]:
        """At most so many suggestions for what somebody has typed so far; () for less than two characters.

        Titles and Dnr are those of documents on the caller's shelves, topics what open collections are about,
        in any spelling with or without å ä ö. A file that is missing, busy or damaged gives acts alone.
        """
        typed = typed.strip()
        # Refused before anything is worked out of it: whoever sends what no box sends gets nothing for it.
        if not SHORTEST_TYPED <= len(typed) <= LONGEST_TYPED or _OPERATORS.search(typed):
            return ()
        spelled = folded(typed)
        if len(spelled) < SHORTEST_TYPED:
            return ()
        dnr, topics, titles = self._looked_up(typed, spelled, access, most)
        return _mixed((dnr, suggest_acts(typed, most), topics, titles), most, dnr_first=looks_like_dnr(typed))

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        with self._lock:
            self._close()

    def _looked_up(self, typed: str, spelled: str, access: Access, most: int) -> tuple[list[Suggestion], ...]:
        with self._lock:
            connection = self._connection()
            if connection is None:
                return ([], [], [])
            try:
                # One transaction, so that no writer comes between the looks.
                connection.execute("BEGIN")
                try:
                    shelves = shelf_numbers(connection, access.shelves)
                    dnr = find_dnr(connection, typed, shelves, most)
                    may_show = self._may_show_topics(connection)
                    topics = _topics(connection, typed, spelled, most) if may_show else []
                    return dnr, topics, find_titles(connection, spelled, shelves, most)
                finally:
                    connection.rollback()
            except sqlite3.Error:
                self._close()
                return ([], [], [])

    def _may_show_topics(self, connection: sqlite3.Connection) -> bool:
        row = connection.execute("SELECT value FROM facts WHERE name = 'learned from'").fetchone()
        return row is not None and row[0] == self._learned_from()

    def _connection(self) -> sqlite3.Connection | None:
        """The open file; opened again when it was deleted or made anew."""
        try:
            status = self._file.path.stat()
        except OSError:
            self._close()
            return None
        identity = (status.st_dev, status.st_ino)
        if self._open is not None and self._open[0] != identity:
            self._close()
        if self._open is None:
            connection = self._file.reader()
            if connection is None:
                return None
            self._open = (identity, connection)
        return self._open[1]

    def _close(self) -> None:
        if self._open is not None:
            self._open[1].close()
            self._open = None


def _topics(file: sqlite3.Connection, typed: str, spelled: str, most: int) -> list[Suggestion]:
    """Topics for all that is typed, or, where there are none, for its last word after the others."""
    found = find_topics(file, spelled, most)
    before, _, last = typed.rpartition(" ")
    begun = folded(last)
    if found or not before or len(begun) <= SHORTEST_TYPED or _HOLDS_SIGN.search(before):
        return found
    return [
        replace(one, text=f"{before} {one.text}", query=f"{before} {one.query}")
        for one in find_topics(file, begun, _FEW[2])
    ]


def _mixed(kinds: Sequence[Sequence[Suggestion]], most: int, *, dnr_first: bool) -> tuple[Suggestion, ...]:
    """A few rows of each kind, in the order of the kinds; what looks like a Dnr is one first of all."""
    room = [min(len(rows), few) for rows, few in zip(kinds, _FEW, strict=True)]
    if dnr_first:
        room[0] = min(len(kinds[0]), most)
    while sum(room) > most:
        # The kind with most rows gives way, the last one first; Dnr only when they are not what is meant.
        yielding = [place for place, rows in enumerate(room) if rows and (place or not dnr_first)] or [0]
        room[max(yielding, key=lambda place: (room[place], place))] -= 1
    for place, rows in enumerate(kinds):
        room[place] += min(most - sum(room), len(rows) - room[place])
    return tuple(row for rows, count in zip(kinds, room, strict=True) for row in rows[:count])
