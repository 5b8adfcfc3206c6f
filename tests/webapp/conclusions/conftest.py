"""Documents that conclude something, in the small archive of the web tests."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

import pytest

from remissarkiv.bootstrap import Archive
from remissarkiv.domain import (
    Actor,
    ActorKind,
    Assessment,
    Citation,
    Decision,
    Document,
    Kind,
    Outcome,
    Position,
    PositionForm,
    Principle,
    Section,
    SectionKind,
    SourceFile,
    Span,
    Stance,
    Status,
    StoredDocument,
    Verdict,
)
from remissarkiv.sync import catch_up

OUTSIDE = (
    "Förvaltningen bedömer därför att juridisk rådgivning till enskilda, enligt 2 kap. 2 § kommunallagen,\n"
    "inte är förenlig med den kommunala kompetensen."
)
WITHIN = "Ett medborgarkontor ryms däremot inom kompetensen."
PROPOSED = "Socialnämnden godkänner tjänsteutlåtandet som svar på remissen."
AGAINST = "Kulturnämnden avstyrker motionen."
REJECTED = "Kommunfullmäktige beslutar att avslå motionen."
DOUBTFUL = "Det kan ifrågasättas om rådgivningen faller <b>utanför</b> kompetensen."

UTLATANDE = f"""Förslag till beslut
{PROPOSED}

Förvaltningens synpunkter
Förvaltningen delar syftet med motionen.

{OUTSIDE}

{WITHIN}
"""

FORVALTNING = Actor("Socialförvaltningen", ActorKind.FORVALTNING)
KULTUR = Actor("Kulturnämnden", ActorKind.NAMND)


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def _documents() -> Iterator[tuple[str, str, Document]]:
    lagrum = "2 kap. 2 § kommunallagen"
    assessment = Assessment(
        Verdict.OUTSIDE,
        place(UTLATANDE, OUTSIDE),
        concerns="juridisk rådgivning till enskilda",
        grounds=("2017:725#K2P2",),
        principles=(Principle.STATEN,),
        actor=FORVALTNING,
    )
    yield (
        "bedomt",
        "arkiv",
        Document(
            title="Svar på remiss om ett rådgivningscenter",
            kind=Kind.TJANSTEUTLATANDE,
            text=UTLATANDE,
            original=UTLATANDE,
            date=datetime.date(2025, 8, 21),
            namnd="Socialnämnden",
            sections=(
                Section(
                    SectionKind.FORSLAG_TILL_BESLUT,
                    "Förslag till beslut",
                    Span(0, UTLATANDE.index("Förvaltningens synpunkter")),
                ),
                Section(
                    SectionKind.SYNPUNKTER,
                    "Förvaltningens synpunkter",
                    Span(UTLATANDE.index("Förvaltningens synpunkter"), len(UTLATANDE)),
                ),
            ),
            citations=(Citation("2017:725#K2P2", lagrum, place(UTLATANDE, lagrum)),),
            assessments=(
                assessment,
                Assessment(Verdict.WITHIN, place(UTLATANDE, WITHIN), actor=FORVALTNING),
            ),
            decisions=(
                Decision(
                    Outcome.GODKANNER_SOM_SVAR,
                    Actor("Socialnämnden", ActorKind.NAMND),
                    place(UTLATANDE, PROPOSED),
                    Status.FORSLAG,
                ),
            ),
            sympathy=True,
        ),
    )
    minutes = f"{AGAINST}\n\nAnna Ek (S) yrkar bifall.\n\n{REJECTED}\n"
    yield (
        "nekat",
        "arkiv",
        Document(
            title="Motion om rådgivning, § 12",
            kind=Kind.PROTOKOLL,
            text=minutes,
            original=minutes,
            date=datetime.date(2024, 2, 1),
            positions=(
                Position(Stance.AGAINST, KULTUR, place(minutes, AGAINST), Status.BESLUT),
                Position(
                    Stance.FOR,
                    Actor("Anna Ek (S)", ActorKind.LEDAMOT),
                    place(minutes, "Anna Ek (S) yrkar bifall."),
                    form=PositionForm.YRKANDE,
                ),
            ),
            decisions=(
                Decision(
                    Outcome.AVSLAG, Actor("", ActorKind.FULLMAKTIGE), place(minutes, REJECTED), Status.BESLUT
                ),
            ),
        ),
    )
    yield (
        "osakert",
        "arkiv",
        Document(
            title="Yttrande om rådgivning <script>",
            kind=Kind.YTTRANDE,
            text=DOUBTFUL,
            original=DOUBTFUL,
            date=datetime.date(2023, 2, 1),
            assessments=(
                replace(
                    assessment,
                    span=Span(0, len(DOUBTFUL)),
                    certain=False,
                    grounds=("2017:725#K2P2", "2017:725#K2P7"),
                    concerns="<i>rådgivning</i>",
                    actor=Actor("<b>Byrån</b>", ActorKind.EXTERN),
                    status=Status.BESLUT,
                ),
            ),
        ),
    )
    yield (
        "gomt",
        "sekretess",
        Document(
            title="Hemlig bedömning av rådgivning",
            kind=Kind.TJANSTEUTLATANDE,
            text=OUTSIDE,
            original=OUTSIDE,
            date=datetime.date(2026, 1, 2),
            assessments=(
                replace(
                    assessment,
                    span=Span(0, len(OUTSIDE)),
                    principles=(Principle.STATEN, Principle.UNDERSTOD),
                    grounds=("2017:725#K2P2", "2017:725#K2P9"),
                ),
            ),
        ),
    )


@pytest.fixture
def concluding(archive: Archive) -> Archive:
    """The archive, holding besides documents that conclude something; one is hidden."""
    with archive.catalog.write() as writer:
        for document_id, collection, document in _documents():
            source = SourceFile(collection, f"{document_id}.txt", 9, "ef" * 32, 0, "text/plain")
            writer.put(StoredDocument(document_id, source, document))
    catch_up(archive.catalog, archive.engine)
    return archive
