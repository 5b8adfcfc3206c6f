"""What a beginning costs is bounded, whatever is typed and however large the archive is.

Nobody signs in to be given suggestions, and no limit is set on how often they are asked for: each asks for so
little. Work is counted in steps of SQLite's machine, of which reading a row takes some ten.
"""

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from remissarkiv.domain import StoredDocument
from remissarkiv.typeahead.file import SuggestionFile

Make = Callable[..., StoredDocument]

MOST_STEPS = 50_000
"""A millisecond or two. Without limits the archive below would take four times as many."""

HOSTILE = (
    *("i " * 50, "motion " * 14, "a b c d e f g h i j k l m n o p q r s t u v w x y z å ä ö"),
    *("motion om i a b", "mo", "1" * 100, "ks 1", "1990/", "ks" + " " * 90 + "2", "20 20 20 20", "§" * 100),
    *("%" * 100, "_" * 100, "\0" * 100, "'; DROP TABLE topics; --", "å" * 100, "\U0010ffff" * 100),
)
"""Beginnings that many rows begin with, or that look like no beginning at all."""


@pytest.fixture
def steps(suggesting: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], int]:
    """Suggests for a beginning, and tells how many steps that took."""
    taken = 0
    real = SuggestionFile.reader

    def count() -> int:
        nonlocal taken
        taken += 10
        return 0

    def reader(file: SuggestionFile) -> sqlite3.Connection | None:
        connection = real(file)
        if connection is not None:
            connection.set_progress_handler(count, 10)
        return connection

    monkeypatch.setattr(SuggestionFile, "reader", reader)

    def suggest(typed: str) -> int:
        nonlocal taken
        suggesting.suggester.suggest("opens the file", suggesting.everyone)
        taken = 0
        suggesting.suggester.suggest(typed, suggesting.everyone)
        return taken

    return suggest


def documents(document: Make, numbers: range) -> list[StoredDocument]:
    words = "motion om i a b c d e f g h"
    return [
        document(f"d{number}", f"{words} {number}", dnr=f"KS {1990 + number % 3}/{number}", year=2000)
        for number in numbers
    ]


def test_a_hostile_beginning_costs_little_where_everything_begins_so(
    suggesting: Any, document: Make, steps: Callable[[str], int]
) -> None:
    suggesting.put(*documents(document, range(1, 2700)))
    taken = {typed: steps(typed) for typed in HOSTILE}
    assert max(taken.values()) > MOST_STEPS / 10
    assert {typed: count for typed, count in taken.items() if count > MOST_STEPS} == {}


def test_a_beginning_that_no_box_sends_costs_nothing(
    suggesting: Any, document: Make, steps: Callable[[str], int]
) -> None:
    suggesting.put(*documents(document, range(1, 20)))
    assert steps("motion") > 0
    for typed in (
        "m" * 101,
        "motion " * 9000,
        "motion OCH om",
        "(motion",
        "titel:motion",
        "x",
        "",
        " " * 60_000,
    ):
        assert steps(typed) == 0
