"""Looking up what begins as somebody has typed, on an open file of suggestions.

Every look reads a bounded number of rows: the shelves stand first in each key, so that neither what is found
nor how long it takes depends on what the caller may not see.
"""

import sqlite3
from collections.abc import Sequence

from remissarkiv.acts import acts_named
from remissarkiv.matters.subject import title_subject
from remissarkiv.typeahead.dnr_beginnings import typed_beginnings
from remissarkiv.typeahead.spelling import beyond, folded, folded_words
from remissarkiv.typeahead.suggestion import Suggestion, SuggestionKind

_MOST_ROWS = 400
"""Rows that one look into titles or Dnr takes from a shelf: enough to rank, few enough to answer at once."""

_MOST_TOPICS = 50_000
"""Topics that one look weighs. Two letters begin so many only in an archive of millions of topics; there the
first of them by the alphabet must do until a third letter is typed."""

_SHORTEST_IN_TITLE = 3
_TOPICS = """
SELECT shown, family, weight, {own} AS own FROM (
    SELECT shown, family, texts + 3 * titles AS weight, number FROM topics
    WHERE texts + 2 * titles >= 2 AND {column} >= ? AND {column} < ? {more} LIMIT {most}
) ORDER BY weight DESC, number LIMIT ?
"""
_BEGINNING = _TOPICS.format(column="folded", own=1, more="", most=_MOST_TOPICS)
_ENDING = _TOPICS.format(column="ending", own=0, more="AND ending > ''", most=_MOST_TOPICS)


def shelf_numbers(connection: sqlite3.Connection, shelves: frozenset[str]) -> tuple[int, ...]:
    """The shelves of a caller as the file knows them."""
    rows = connection.execute("SELECT name, number FROM shelves ORDER BY number")
    return tuple(number for name, number in rows if name in shelves)


def find_topics(connection: sqlite3.Connection, spelled: str, most: int) -> list[Suggestion]:
    """Topics that begin so, and phrases whose last word does, the commonest first; of several forms of one
    topic the commonest. `spelled` is folded (`spelling.folded`)."""
    span = (spelled, beyond(spelled), 4 * most)
    rows = [*connection.execute(_BEGINNING, span), *connection.execute(_ENDING, span)]
    # A phrase that only ends so must be twice as common as one that begins so.
    rows.sort(key=lambda row: -row[2] * (1 + row[3]))
    found: dict[str, Suggestion] = {}
    for shown, family, _, _ in rows:
        if acts_named(f"{shown}en"):
            continue  # `kommunallag`: the act itself is suggested
        found.setdefault(family, Suggestion(SuggestionKind.TOPIC, shown, shown))
    return list(found.values())[:most]


def find_dnr(
    connection: sqlite3.Connection, typed: str, shelves: Sequence[int], most: int
) -> list[Suggestion]:
    """The Dnr that may be meant by what is typed: the number itself before those that begin so, newer years
    before older. The detail is the title of the newest document that has it."""
    found: dict[str, tuple[tuple[int, ...], int, str]] = {}
    for place, beginning in enumerate(typed_beginnings(typed)):
        for shelf in shelves:
            rows = connection.execute(
                "SELECT value, day, title FROM (SELECT document, value FROM dnr WHERE shelf = ? "
                "AND beginning >= ? AND beginning < ? ORDER BY beginning DESC LIMIT ?) "
                "JOIN documents ON number = document",
                (shelf, beginning, beyond(beginning), _MOST_ROWS),
            )
            for value, day, title in rows:
                if value not in found or found[value][1] < day:
                    found[value] = (_dnr_rank(value, beginning, place), day, title)
    ranked = sorted(found.items(), key=lambda item: (item[1][0], item[0]))
    return [
        Suggestion(SuggestionKind.DNR, value, f'dnr:"{value}"', title)
        for value, (_, _, title) in ranked[:most]
    ]


def _dnr_rank(value: str, beginning: str, place: int) -> tuple[int, ...]:
    year, _, number = value.rpartition(" ")[2].partition("/")
    asked = beginning.partition("#")[2] if "#" in beginning else beginning.partition("/")[2]
    return (place, number != asked, -int(year), int(number))


def find_titles(
    connection: sqlite3.Connection, spelled: str, shelves: Sequence[int], most: int
) -> list[Suggestion]:
    """Titles that hold every typed word, the last one perhaps only begun: those that begin so first, then the
    newest; each subject once. `spelled` is folded."""
    *whole, begun = folded_words(spelled) or ("",)
    if len(begun) < _SHORTEST_IN_TITLE and not whole:
        return []
    words = [(word, f"{word}\0") for word in dict.fromkeys(whole)] + (
        [(begun, beyond(begun))] if begun else []
    )
    found: dict[str, tuple[bool, int, str]] = {}
    for shelf in shelves:
        first, last = min(words, key=lambda word: _count(connection, shelf, word))
        rows = connection.execute(
            "SELECT title, folded, day FROM (SELECT document FROM words WHERE shelf = ? AND word >= ? "
            "AND word < ? ORDER BY word, age LIMIT ?) JOIN documents ON number = document",
            (shelf, first, last, _MOST_ROWS),
        )
        for title, folded_title, day in rows:
            padded = f" {folded_title} "
            if all(f" {word} " in padded for word in whole) and f" {begun}" in padded:
                rank = (not folded_title.startswith(spelled), -day, title)
                found[folded_title] = min(rank, found.get(folded_title, rank))
    suggested: dict[str, Suggestion] = {}
    for inside, _, title in sorted(found.values()):
        # A motion, its remiss and the answers are one subject; typed from the beginning, one title is meant.
        asked = title_subject(title) if inside else title
        suggested.setdefault(folded(asked), Suggestion(SuggestionKind.TITLE, title, _title_query(asked)))
        if len(suggested) == most:
            break
    return list(suggested.values())


def _count(connection: sqlite3.Connection, shelf: int, word: tuple[str, str]) -> int:
    row = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM words WHERE shelf = ? AND word >= ? AND word < ? LIMIT ?)",
        (shelf, *word, _MOST_ROWS + 1),
    ).fetchone()
    return int(row[0])


def _title_query(title: str) -> str:
    """A query for the title as it stands; quotation marks would end it."""
    plain = " ".join("".join(" " if sign in '"”“»«' else sign for sign in title).split())
    return f'titel:"{plain}"'
