"""Documents as an engine receives them, from plain words, and every engine there is."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from remissarkiv.domain import FieldTerms, IndexEntry
from remissarkiv.engines.interface import Engine
from remissarkiv.engines.registry import ENGINES, open_engine


def terms_of(words: list[str]) -> FieldTerms:
    """Each word a term, with its places."""
    places: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        places.setdefault(word, []).append(number)
    return FieldTerms(
        {word: len(where) for word, where in places.items()},
        len(words),
        {word: tuple(where) for word, where in places.items()},
    )


MakeEntry = Callable[..., IndexEntry]


@pytest.fixture(scope="session")
def make_entry() -> MakeEntry:
    """Makes an entry from a text of ready terms and a title."""

    def make(
        document_id: str,
        text: str | list[str] = "",
        title: str | list[str] = "",
        *,
        collection: str = "öppen",
        day: date | None = None,
        **columns: tuple[str, ...],
    ) -> IndexEntry:
        body = terms_of(text.split() if isinstance(text, str) else text)
        head = terms_of(title.split() if isinstance(title, str) else title)
        fields = {"text": body, "exact": body, "title": head, "title_exact": head}
        return IndexEntry(document_id, collection, fields, columns, day)

    return make


@pytest.fixture(params=[name for name, _ in ENGINES])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty engine of each kind."""
    opened = open_engine(request.param, tmp_path / "index", "analysis-1")
    yield opened
    opened.close()


@pytest.fixture
def index_folder(tmp_path: Path) -> Path:
    """Where an index of this test lies."""
    return tmp_path / "index"
