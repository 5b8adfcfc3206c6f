"""An archive with an open and a closed collection, filled as a test wishes, and what it suggests."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from remissarkiv.catalog import Catalog
from remissarkiv.dnr import find_dnr
from remissarkiv.domain import (
    Access,
    Collection,
    DnrMention,
    DnrRole,
    Document,
    Kind,
    SourceFile,
    StoredDocument,
)
from remissarkiv.sync import catch_up_suggestions, learned_from
from remissarkiv.typeahead import Suggester

OPEN, CLOSED = "öppen", "sluten"
COLLECTIONS = (Collection(OPEN, "/o"), Collection(CLOSED, "/s", groups=frozenset({"jurister"})))


@dataclass
class Suggesting:
    """What a test fills and asks."""

    catalog: Catalog
    path: Path
    suggester: Suggester
    everyone: Access
    insider: Access

    def put(self, *documents: StoredDocument) -> None:
        with self.catalog.write() as writer:
            for document in documents:
                writer.put(document)
        catch_up_suggestions(self.catalog, self.path)

    def remove(self, document_id: str) -> None:
        with self.catalog.write() as writer:
            writer.remove(document_id)
        catch_up_suggestions(self.catalog, self.path)

    def texts(self, typed: str, kind: str, access: Access | None = None) -> list[str]:
        """The rows of one kind, as they are shown."""
        rows = self.suggester.suggest(typed, access or self.everyone)
        return [row.text for row in rows if row.kind == kind]


@pytest.fixture
def suggesting(tmp_path: Path) -> Iterator[Suggesting]:
    path = tmp_path / "suggestions.sqlite"
    with Catalog.open(tmp_path / "catalog.sqlite") as catalog:
        catalog.sync_collections(COLLECTIONS)
        suggester = Suggester(path, lambda: learned_from(catalog))
        yield Suggesting(
            catalog,
            path,
            suggester,
            everyone=Access.of(COLLECTIONS),
            insider=Access.of(COLLECTIONS, frozenset({"jurister"})),
        )
        suggester.close()


def make(
    id: str,
    title: str,
    text: str = "",
    *,
    dnr: str = "",
    collection: str = OPEN,
    group: str = "",
    year: int = 2020,
) -> StoredDocument:
    """A document of that title and text; `dnr` is its own."""
    mentions = tuple(DnrMention(one, DnrRole.OWN) for one in find_dnr(dnr))
    document = Document(
        title=title,
        kind=Kind.TJANSTEUTLATANDE,
        text=text or title,
        original=text or title,
        date=datetime.date(year, 5, 4),
        dnr=mentions,
    )
    source = SourceFile(collection, f"{id}.txt", 1, f"{id:0>64}", 0, "text/plain", group=group)
    return StoredDocument(id, source, document)


@pytest.fixture
def document() -> Callable[..., StoredDocument]:
    """Makes a document: `document(id, title, text, dnr=…, collection=…, group=…, year=…)`."""
    return make
