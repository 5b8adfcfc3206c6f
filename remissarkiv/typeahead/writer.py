"""Changing the suggestions: documents that come, change and go."""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from remissarkiv.typeahead.dnr_beginnings import kept_beginnings
from remissarkiv.typeahead.entry import Entry
from remissarkiv.typeahead.spelling import folded, folded_words
from remissarkiv.typeahead.topics import Topic

_NUMBERS = "i"
_AGES = 10_000_000
"""Minus the ordinal of a day: the newest first."""

_SEPARATOR = "\n"
_AT_A_TIME = 500
"""Values looked up by one statement."""


class SuggestionWriter:
    """Changes within one transaction of `connection`; `finish` writes what was counted, and the topics that
    are new."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._texts: Counter[int] = Counter()
        self._titles: Counter[int] = Counter()
        self._topics: dict[str, int] = {}
        self._new: dict[str, Topic] = {}
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

    def put(self, entries: Sequence[Entry]) -> None:
        """Add documents, no two with one id, or replace those with their ids."""
        self.remove([entry.id for entry in entries])
        self._number_topics(topic for entry in entries for topic in (*entry.title_topics, *entry.text_topics))
        documents, words, dnr = [], [], []
        for number, entry in enumerate(entries, self._next("documents")):
            shelf = self._shelf(entry.shelf)
            day = entry.day.toordinal() if entry.day else 0
            titled = [self._topics[topic.shown] for topic in entry.title_topics]
            texts = [self._topics[topic.shown] for topic in entry.text_topics]
            self._titles.update(titled)
            self._texts.update(texts)
            title = folded_words(entry.title)
            packed = array(_NUMBERS, [*titled, *texts]).tobytes()
            spelled, own = " ".join(title), _SEPARATOR.join(entry.dnr)
            documents.append((number, entry.id, shelf, day, entry.title, spelled, own, packed, len(titled)))
            words += _words(shelf, title, day, number)
            dnr += [(shelf, one, number, value) for value in entry.dnr for one in kept_beginnings(value)]
        self._connection.executemany("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", documents)
        self._connection.executemany("INSERT OR IGNORE INTO words VALUES (?, ?, ?, ?)", words)
        self._connection.executemany("INSERT OR IGNORE INTO dnr VALUES (?, ?, ?, ?)", dnr)

    def remove(self, ids: Collection[str]) -> None:
        """Remove documents; one that is not there is no error."""
        query = "SELECT number, shelf, day, title, dnr, topics, titled FROM documents WHERE id"
        rows = self._found(query, ids)
        for number, shelf, day, title, dnr, packed, titled in rows:
            topics = array(_NUMBERS, packed).tolist()
            self._titles.subtract(topics[:titled])
            self._texts.subtract(topics[titled:])
            self._connection.execute("DELETE FROM documents WHERE number = ?", (number,))
            self._connection.executemany(
                "DELETE FROM words WHERE shelf = ? AND word = ? AND age = ? AND document = ?",
                _words(shelf, folded_words(title), day, number),
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
        """Write the new topics and the counts, and forget the topics that no document has."""
        new = []
        for shown, topic in self._new.items():
            number = self._topics[shown]
            texts, titles = self._texts.pop(number, 0), self._titles.pop(number, 0)
            if texts or titles:  # and it was not taken away again
                spelled = folded(shown)
                ending = spelled.rpartition(" ")[2] if " " in shown else ""
                new.append((number, shown, spelled, topic.family, ending, texts, titles))
        self._connection.executemany("INSERT INTO topics VALUES (?, ?, ?, ?, ?, ?, ?)", new)
        counts = [
            (self._texts[number], self._titles[number], number)
            for number in sorted(self._texts.keys() | self._titles.keys())
            if self._texts[number] or self._titles[number]
        ]
        self._connection.executemany(
            "UPDATE topics SET texts = texts + ?, titles = titles + ? WHERE number = ?", counts
        )
        self._connection.executemany(
            "DELETE FROM topics WHERE number = ? AND texts = 0 AND titles = 0",
            [(number,) for texts, titles, number in counts if texts < 0 or titles < 0],
        )
        for held in (self._texts, self._titles, self._topics, self._new):
            held.clear()

    def _shelf(self, name: str) -> int:
        if name not in self._shelves:
            self._connection.execute("INSERT INTO shelves (name) VALUES (?)", (name,))
            (number,) = self._connection.execute("SELECT last_insert_rowid()").fetchone()
            self._shelves[name] = number
        return self._shelves[name]

    def _number_topics(self, topics: Iterable[Topic]) -> None:
        """Let every topic have a number: its own, or, of one that is new, the next."""
        unknown: dict[str, Topic] = {}
        for topic in topics:
            if topic.shown not in self._topics:
                unknown.setdefault(topic.shown, topic)
        self._topics.update(self._found("SELECT shown, number FROM topics WHERE shown", unknown))
        new = {shown: topic for shown, topic in unknown.items() if shown not in self._topics}
        following = self._next("topics") + len(self._new)
        self._topics.update((shown, number) for number, shown in enumerate(new, following))
        self._new.update(new)

    def _found(self, query: str, values: Collection[str]) -> Iterator[Any]:
        """The rows of a query for these values."""
        rest = iter(values)
        while some := tuple(islice(rest, _AT_A_TIME)):
            marks = ", ".join("?" * len(some))
            yield from self._connection.execute(f"{query} IN ({marks})", some).fetchall()

    def _next(self, table: str) -> int:
        query = f"SELECT coalesce(max(number), 0) + 1 FROM {table}"  # noqa: S608 - names of our own
        return int(self._connection.execute(query).fetchone()[0])


def _words(shelf: int, words: Iterable[str], day: int, number: int) -> list[tuple[int, str, int, int]]:
    return [(shelf, word, _AGES - day, number) for word in dict.fromkeys(words)]
