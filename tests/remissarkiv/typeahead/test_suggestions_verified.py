"""Whether the suggestions are sound and in step is told, with what mends them."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from remissarkiv.domain import Collection, StoredDocument
from remissarkiv.sync import catch_up_suggestions, verify_suggestions

Make = Callable[..., StoredDocument]


@pytest.fixture
def filled(suggesting: Any, document: Make) -> Any:
    suggesting.put(*(document(f"d{number}", f"Hemtjänst på natten {number}") for number in range(20)))
    assert told(suggesting) == ()
    return suggesting


def told(suggesting: Any) -> tuple[str, ...]:
    return verify_suggestions(suggesting.catalog, suggesting.path)


def remove(suggesting: Any) -> None:
    suggesting.suggester.close()
    for file in suggesting.path.parent.glob("suggestions.sqlite*"):
        file.unlink()


def mended(suggesting: Any) -> bool:
    catch_up_suggestions(suggesting.catalog, suggesting.path)
    return told(suggesting) == () and suggesting.texts("hemt", "titel") != []


def test_a_missing_file_is_told_and_made_anew(filled: Any) -> None:
    remove(filled)
    (problem,) = told(filled)
    assert str(filled.path) in problem
    assert "missing" in problem
    assert "remiss index" in problem
    assert mended(filled)


@pytest.mark.parametrize("spoil", [b"not a database at all" * 50, b""])
def test_a_file_that_is_none_is_told_and_made_anew(filled: Any, spoil: bytes) -> None:
    remove(filled)
    filled.path.write_bytes(spoil)
    (problem,) = told(filled)
    assert "cannot be read" in problem
    assert mended(filled)


def test_damage_that_no_change_would_meet_is_told_with_the_way_out(filled: Any) -> None:
    with closing(sqlite3.connect(filled.path)) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = file.execute("SELECT rootpage FROM sqlite_master WHERE name = 'topic_endings'").fetchone()
        (size,) = file.execute("PRAGMA page_size").fetchone()
    filled.suggester.close()
    data = bytearray(filled.path.read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    filled.path.write_bytes(data)
    (problem,) = told(filled)
    assert "damaged" in problem
    assert "delete the file, and run: remiss index" in problem
    assert "\n" not in problem
    remove(filled)
    assert mended(filled)


def test_suggestions_that_lag_are_told(filled: Any, document: Make) -> None:
    with filled.catalog.write() as writer:
        writer.put(document("ny", "Hemtjänst på dagen"))
        writer.remove("d3")
    (problem,) = told(filled)
    assert "lack the last 2 changes" in problem
    assert mended(filled)


def test_suggestions_of_another_catalog_are_told(filled: Any) -> None:
    with closing(sqlite3.connect(filled.path)) as file:
        file.execute("UPDATE facts SET value = 'another:base' WHERE name = 'made of'")
        file.commit()
    (problem,) = told(filled)
    assert "another catalog" in problem
    assert mended(filled)


def test_topics_that_closed_collections_taught_are_told(filled: Any) -> None:
    closed = tuple(Collection(name, "/o", groups=frozenset({"g"})) for name in ("öppen", "sluten"))
    filled.catalog.sync_collections(closed)
    (problem,) = told(filled)
    assert "other collections than are open" in problem
    catch_up_suggestions(filled.catalog, filled.path)
    assert told(filled) == ()


def test_a_document_that_suggestions_have_lost_is_told(filled: Any) -> None:
    with closing(sqlite3.connect(filled.path)) as file:
        file.execute("DELETE FROM documents WHERE id IN ('d1', 'd2')")
        file.commit()
    (problem,) = told(filled)
    assert "differ in 2 documents" in problem
    remove(filled)
    assert mended(filled)
