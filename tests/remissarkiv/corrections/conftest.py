"""A document that an OCR program read badly, with what it concludes; and corrections of it."""

import dataclasses
import datetime
from collections.abc import Callable
from typing import Any

import pytest

from remissarkiv.corrections import Correction, Draft
from remissarkiv.domain import (
    Actor,
    ActorKind,
    Assessment,
    Citation,
    Decision,
    Dnr,
    DnrMention,
    DnrRole,
    Document,
    Kind,
    Outcome,
    Page,
    Position,
    Section,
    SectionKind,
    Segment,
    Span,
    Stance,
    Status,
    Verdict,
)

HEADING = "Forvaltningens bedömning"
TEXT = f"""Svar på remiss, Dnr SOF 2025/424

{HEADING}
Förvaltningen bedömer enligt 2 kap. 1 § kommunallagen att det inte är förenligt
med den kommunala kompetensen. Socialndmnden avstyrker motionen.

Beslut
Socialnämnden avslår motionen enligt KS 2025/448.
"""
READ = TEXT.replace("Förvaltningen bedömer", "Forvaltningen bedomer")


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def document() -> Document:
    förvaltning = Actor("Socialförvaltningen", ActorKind.FORVALTNING)
    nämnd = Actor("Socialnämnden", ActorKind.NAMND)
    assessed = Span(TEXT.index("Förvaltningen bedömer"), TEXT.index(" Socialndmnden"))
    word = place(TEXT, "Förvaltningen bedömer")
    half = TEXT.index("Beslut\n")
    return Document(
        title="Svar på remiss",
        kind=Kind.TJANSTEUTLATANDE,
        text=TEXT,
        original=READ,
        namnd="Socialnämnden",
        segments=(
            Segment(Span(word.start, word.start + 13), Span(word.start, word.start + 13), "ocr-word", 0.1),
            Segment(Span(word.start + 14, word.end), Span(word.start + 14, word.end), "ocr-word", 0.1),
        ),
        pages=(Page(1, Span(0, half)), Page(2, Span(half, len(TEXT)))),
        sections=(
            Section(SectionKind.SYNPUNKTER, HEADING, Span(TEXT.index(HEADING), half)),
            Section(SectionKind.BESLUT, "Beslut", Span(half, len(TEXT))),
        ),
        dnr=(
            DnrMention(
                Dnr("SOF", 2025, 424, raw="SOF 2025/424", span=place(TEXT, "SOF 2025/424")), DnrRole.OWN
            ),
            DnrMention(
                Dnr("KS", 2025, 448, raw="KS 2025/448", span=place(TEXT, "KS 2025/448")), DnrRole.SENDER
            ),
        ),
        citations=(
            Citation("2017:725#K2P1", "2 kap. 1 § kommunallagen", place(TEXT, "2 kap. 1 § kommunallagen")),
        ),
        damaged=(Span(0, half),),
        assessments=(
            Assessment(
                Verdict.OUTSIDE, assessed, certain=False, grounds=("2017:725#K2P1",), actor=förvaltning
            ),
        ),
        positions=(Position(Stance.AGAINST, nämnd, place(TEXT, "Socialndmnden avstyrker motionen.")),),
        decisions=(
            Decision(
                Outcome.AVSLAG,
                nämnd,
                place(TEXT, "Socialnämnden avslår motionen enligt KS 2025/448."),
                Status.BESLUT,
            ),
        ),
    )


@pytest.fixture
def log() -> Callable[..., list[Correction]]:
    """Drafts as they are stored: numbered from 1, by one person, of a file with the hash `ab`."""

    def stored(*drafts: Draft | int, title: str = "Svar på remiss") -> list[Correction]:
        found: list[Correction] = []
        for number, draft in enumerate(drafts, start=1):
            undoes = draft if isinstance(draft, int) else None
            if isinstance(draft, int):
                old = found[draft - 1]
                draft = Draft(old.what, old.anchor, old.became, old.was)
            found.append(
                Correction(
                    number,
                    "a",
                    draft.what,
                    draft.anchor,
                    draft.was,
                    draft.became,
                    "Eva Ek",
                    datetime.datetime(2026, 3, 1, 12, number, tzinfo=datetime.UTC),
                    "Det står så.",
                    undoes,
                    "ab",
                    title,
                )
            )
        return found

    return stored


@pytest.fixture
def reread(document: Document) -> Callable[..., Document]:
    """The document as a later version of the program, or a changed file, gives it: with other words before
    it, and what is given."""

    def read(before: str = "", **changes: Any) -> Document:
        def on(span: Span) -> Span:
            return span.shift(len(before))

        moved = dataclasses.replace(
            document,
            text=before + document.text,
            original=before + document.original,
            segments=tuple(
                s._replace(original=on(s.original), repaired=on(s.repaired)) for s in document.segments
            ),
            assessments=tuple(dataclasses.replace(one, span=on(one.span)) for one in document.assessments),
            positions=tuple(dataclasses.replace(one, span=on(one.span)) for one in document.positions),
            decisions=tuple(dataclasses.replace(one, span=on(one.span)) for one in document.decisions),
        )
        return dataclasses.replace(moved, **changes)

    return read
