"""A small archive: a real catalog in a file, the memory engine, and a searcher over both."""

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from remissarkiv.catalog import Catalog
from remissarkiv.citations import find_citations
from remissarkiv.dnr import find_dnr
from remissarkiv.domain import (
    Access,
    DnrMention,
    DnrRole,
    Document,
    Kind,
    Motionar,
    Page,
    Segment,
    SourceFile,
    Span,
    StoredDocument,
)
from remissarkiv.engines.interface import Engine
from remissarkiv.engines.registry import open_engine
from remissarkiv.language.analysis import fingerprint
from remissarkiv.language.damage import estimate
from remissarkiv.search import Searcher
from remissarkiv.sync import catch_up

OPEN = "öppen"
CLOSED = "sluten"


@dataclass
class Shelf:
    """An archive that a test fills and searches."""

    catalog: Catalog
    engine: Engine
    searcher: Searcher
    everyone: Access
    insider: Access

    def put(self, *documents: StoredDocument) -> None:
        with self.catalog.write() as writer:
            for document in documents:
                writer.put(document)
        catch_up(self.catalog, self.engine)

    def found(self, query: str) -> list[str]:
        """The ids that everyone finds, best first."""
        return [hit.id for hit in self.searcher.search(query, self.everyone).hits]


@pytest.fixture(params=["memory"])
def shelf(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Shelf]:
    engine = open_engine(request.param, tmp_path / "index", fingerprint())
    with Catalog.open(tmp_path / "catalog.sqlite") as catalog:
        yield Shelf(
            catalog,
            engine,
            Searcher(catalog, engine),
            everyone=Access(frozenset({OPEN})),
            insider=Access(frozenset({OPEN, CLOSED})),
        )
    engine.close()


def make(
    id: str,
    text: str,
    *,
    title: str = "Handling",
    collection: str = OPEN,
    kind: Kind = Kind.TJANSTEUTLATANDE,
    year: int | None = None,
    namnd: str = "",
    motioner: tuple[Motionar, ...] = (),
    pages: tuple[Page, ...] = (),
) -> StoredDocument:
    """A document with the Dnr, citations and damage that its text holds."""
    damage = estimate(text, pages)
    document = Document(
        title=title,
        kind=kind,
        text=text,
        original=text,
        date=datetime.date(year, 6, 1) if year else None,
        namnd=namnd,
        pages=pages,
        dnr=tuple(DnrMention(dnr, DnrRole.MENTIONED) for dnr in find_dnr(text)),
        citations=find_citations(text),
        motioner=motioner,
        quality=damage.quality,
        damaged=damage.damaged,
    )
    return StoredDocument(
        id, SourceFile(collection, f"{id}.txt", len(text), "ab" * 32, 1, "text/plain"), document
    )


def make_mended(id: str, read: str, mended: dict[str, str], **options: Any) -> StoredDocument:
    """A scanned document of which these words were repaired: what was read -> what it became."""
    text, segments, place = "", [], 0
    for match in re.finditer("|".join(map(re.escape, mended)), read):
        text += read[place : match.start()]
        right = mended[match.group()]
        spans = Span(*match.span()), Span(len(text), len(text) + len(right))
        segments.append(Segment(*spans, "ocr-word", 1.0))
        text += right
        place = match.end()
    text += read[place:]
    stored = make(id, text, **options)
    document = replace(
        stored.document,
        original=read,
        segments=tuple(segments),
        damaged=(Span(0, len(text)),),
        quality=0.8,
        scanned=True,
    )
    return replace(stored, document=document)


@pytest.fixture
def build_mended() -> Callable[..., StoredDocument]:
    return make_mended


@pytest.fixture
def build() -> Callable[..., StoredDocument]:
    return make
