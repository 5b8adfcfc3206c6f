"""Changing the suggestions: documents that come, change and go."""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Collection, Iterable

from remissarkiv.typeahead.dnr_beginnings import kept_beginnings
from remissarkiv.typeahead.entry import Entry
from remissarkiv.typeahead.spelling import folded, folded_words
from remissarkiv.typeahead.topics import Topic

_NUMBERS = "i"
_AGES = 10_000_000
"""Minus the ordinal of a day: the newest first."""

_SEPARATOR = "\n"


class SuggestionWriter:
    """Changes within one transaction of `connection`; `finish` writes what was counted."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._counts: Counter[tuple[int, bool]] = Counter()
        self._topics: dict[str, int] = {}
        self._shelves: dict[str, int] = dict(connection.execute("SELECT name, number FROM shelves"))

    def facts(self) -> dict[str, str]:
        """What is noted of the whole: the sequence applied, and what it was made of."""
        return dict(self._connection.execute("SELECT name, value FROM facts"))

    def note(self, facts: dict[str, str]) -> None:
        """Note these facts."""
        self._connection.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", facts.items())

    def clear(self) -> None:
        """Forget everything."""
        for table in ("facts", "shelves", "documents", "topics", "words", "dnr"):
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
        self._shelves.clear()

    def put(self, entry: Entry) -> None:
        """Add a document, or replace the one with its id."""
        self.remove(entry.id)
        shelf = self._shelf(entry.shelf)
        day = entry.day.toordinal() if entry.day else 0
        titled = [self._topic(topic) for topic in entry.title_topics]
        texts = [self._topic(topic) for topic in entry.text_topics]
        self._count(titled, texts, 1)
        number = self._connection.execute(
            "INSERT INTO documents (id, shelf, day, title, folded, dnr, topics, titled) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                entry.id,
                shelf,
                day,
                entry.title,
                folded(entry.title),
                _SEPARATOR.join(entry.dnr),
                array(_NUMBERS, [*titled, *texts]).tobytes(),
                len(titled),
            ),
        ).lastrowid
        assert number is not None  # noqa: S101 - an insertion has a row
        self._connection.executemany(
            "INSERT OR IGNORE INTO words VALUES (?, ?, ?, ?)", _words(shelf, entry.title, day, number)
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO dnr VALUES (?, ?, ?, ?)",
            [(shelf, one, number, value) for value in entry.dnr for one in kept_beginnings(value)],
        )

    def remove(self, document_id: str) -> None:
        """Remove a document; one that is not there is no error."""
        row = self._connection.execute(
            "SELECT number, shelf, day, title, dnr, topics, titled FROM documents WHERE id = ?",
            (document_id,),
        ).fetchone()
        if row is None:
            return
        number, shelf, day, title, dnr, packed, titled = row
        topics = array(_NUMBERS, packed).tolist()
        self._count(topics[:titled], topics[titled:], -1)
        self._connection.execute("DELETE FROM documents WHERE number = ?", (number,))
        self._connection.executemany(
            "DELETE FROM words WHERE shelf = ? AND word = ? AND age = ? AND document = ?",
            _words(shelf, title, day, number),
        )
        self._connection.executemany(
            "DELETE FROM dnr WHERE shelf = ? AND beginning = ? AND document = ?",
            [
                (shelf, one, number)
                for value in dnr.split(_SEPARATOR)
                if value
                for one in kept_beginnings(value)
            ],
        )

    def finish(self) -> None:
        """Write the counts of topics, and forget those that no document has."""
        changed = [(count, number, titled) for (number, titled), count in self._counts.items() if count]
        for column, in_title in (("texts", False), ("titles", True)):
            self._connection.executemany(
                f"UPDATE topics SET {column} = {column} + ? WHERE number = ?",  # noqa: S608 - our own
                [(count, number) for count, number, titled in changed if titled is in_title],
            )
        self._connection.executemany(
            "DELETE FROM topics WHERE number = ? AND texts = 0 AND titles = 0",
            [(number,) for number, _ in self._counts],
        )
        self._counts.clear()
        self._topics.clear()

    def _shelf(self, name: str) -> int:
        if name not in self._shelves:
            self._connection.execute("INSERT INTO shelves (name) VALUES (?)", (name,))
            (number,) = self._connection.execute("SELECT last_insert_rowid()").fetchone()
            self._shelves[name] = number
        return self._shelves[name]

    def _topic(self, topic: Topic) -> int:
        known = self._topics.get(topic.shown)
        if known is not None:
            return known
        row = self._connection.execute("SELECT number FROM topics WHERE shown = ?", (topic.shown,)).fetchone()
        if row is None:
            spelled = folded(topic.shown)
            ending = spelled.rpartition(" ")[2] if " " in topic.shown else ""
            row = self._connection.execute(
                "INSERT INTO topics (shown, folded, family, ending, texts, titles) VALUES (?, ?, ?, ?, 0, 0) "
                "RETURNING number",
                (topic.shown, spelled, topic.family, ending),
            ).fetchone()
        self._topics[topic.shown] = row[0]
        return int(row[0])

    def _count(self, titled: Collection[int], texts: Collection[int], times: int) -> None:
        for number in titled:
            self._counts[number, True] += times
        for number in texts:
            self._counts[number, False] += times


def _words(shelf: int, title: str, day: int, number: int) -> Iterable[tuple[int, str, int, int]]:
    return [(shelf, word, _AGES - day, number) for word in dict.fromkeys(folded_words(title))]
