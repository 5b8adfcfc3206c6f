"""A catalog in a real file, and documents to put into it."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from remissarkiv.catalog import Catalog
from remissarkiv.domain import (
    Access,
    Citation,
    Dnr,
    DnrMention,
    DnrRole,
    Document,
    Kind,
    Motionar,
    Page,
    Section,
    SectionKind,
    Segment,
    Signatory,
    SourceFile,
    Span,
    StoredDocument,
)

MakeDocument = Callable[..., StoredDocument]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "catalog.sqlite"


@pytest.fixture
def catalog(place: Path) -> Iterator[Catalog]:
    with Catalog.open(place) as opened:
        yield opened


@pytest.fixture
def everyone() -> Access:
    return Access(frozenset({"socialnämnden"}))


@pytest.fixture
def make() -> MakeDocument:
    def build(
        id: str,
        *,
        path: str = "",
        collection: str = "socialnämnden",
        text: str = "Förvaltningens synpunkter och förslag enligt 2 kap. 1 § KL.",
        original: str | None = "Forvaltningens synpunkter och forslag enligt 2 kap. 1 § KL.",
        dnr: tuple[tuple[str, int, int, DnrRole], ...] = (("SOF", 2025, 424, DnrRole.OWN),),
        date: datetime.date | None = datetime.date(2025, 9, 30),
        kind: Kind = Kind.TJANSTEUTLATANDE,
    ) -> StoredDocument:
        document = Document(
            title=f"Svar på motion {id}",
            kind=kind,
            text=text,
            original=text if original is None else original,
            date=date,
            kommun="Exempelstad",
            namnd="Socialnämnden",
            segments=(Segment(Span(0, 1), Span(0, 1), "whitespace", 0.25),),
            pages=(Page(1, Span(0, len(text))),),
            sections=(Section(SectionKind.SYNPUNKTER, "Förvaltningens synpunkter", Span(0, 5)),),
            dnr=tuple(
                DnrMention(Dnr(authority, year, number, "", f"{authority} {year}/{number}", Span(3, 9)), role)
                for authority, year, number, role in dnr
            ),
            citations=(Citation("2017:725#K2P1", "2 kap. 1 § KL", Span(45, 58), certain=False),),
            motioner=(Motionar("Åsa Nilsson Söderström", "L"),),
            remissinstanser=("Socialnämnden", "Kulturnämnden"),
            signatories=(Signatory("Anna Ek", "förvaltningschef", "Socialförvaltningen"),),
            quality=0.75,
            damaged=(Span(0, 5),),
        )
        source = SourceFile(
            collection, path or f"{id}.pdf", 1200, "ab" * 32, 1_700_000_000_000_000_001, "application/pdf"
        )
        return StoredDocument(id, source, document)

    return build
