"""Documents as facts, and as what they conclude, written shortly."""

import datetime
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from remissarkiv.dnr import parse_dnr
from remissarkiv.domain import (
    Actor,
    ActorKind,
    Assessment,
    Decision,
    Dnr,
    DnrMention,
    DnrRole,
    Document,
    Kind,
    Motionar,
    Outcome,
    Position,
    SourceFile,
    Span,
    Stance,
    Status,
    StoredDocument,
    Verdict,
)
from remissarkiv.matters import Facts, Numbered

MakeFacts = Callable[..., Facts]
MakeStored = Callable[..., StoredDocument]


def _numbered(value: str, role: DnrRole, before: str) -> Numbered:
    dnr = parse_dnr(value)
    code = dnr.suffix if value.startswith(f"{dnr.suffix}-") else ""
    return Numbered(dnr.authority, dnr.year, dnr.number, role, before, code)


@pytest.fixture
def fact() -> MakeFacts:
    """`fact("svar", own="SN 2004/64", sender="KS 2004/118")`; several Dnr are parted by commas. `asked_by` is
    what stands before the sender's, `mentioned_after` before what is only mentioned."""

    def build(
        id: str,
        own: str = "",
        sender: str = "",
        mentioned: str = "",
        *,
        kommun: str = "Björkåsa",
        namnd: str = "Socialnämnden",
        kind: Kind = Kind.TJANSTEUTLATANDE,
        date: str = "2004-08-16",
        mentioned_after: str = "",
        asked_by: str = "Svar på remiss från kommunstyrelsen, dnr ",
        **more: Any,
    ) -> Facts:
        roles = (
            (own, DnrRole.OWN, ""),
            (sender, DnrRole.SENDER, asked_by),
            (mentioned, DnrRole.MENTIONED, mentioned_after),
        )
        numbers = [
            _numbered(value.strip(), role, before)
            for values, role, before in roles
            for value in values.split(",")
            if value
        ]
        day = datetime.date.fromisoformat(date) if date else None
        facts: dict[str, Any] = {
            "collection": "arkiv",
            "kommun": kommun,
            "namnd": namnd,
            "kind": kind,
            "date": day,
        }
        return Facts(id=id, dnr=tuple(numbers), **{**facts, **more})

    return build


@pytest.fixture
def stored() -> MakeStored:
    """A document with what it concludes: `stance`, `verdict` and `outcome` with the actor of its board."""

    def build(
        id: str,
        kind: Kind = Kind.PROTOKOLL,
        namnd: str = "Socialnämnden",
        *,
        date: str = "2004-09-15",
        title: str = "Yttrande över motion",
        text: str = "Nämnden har yttrat sig.\n",
        sender_dnr: str = "KS 2004/118",
        own: str = "",
        stances: Sequence[tuple[Stance, str]] = (),
        verdicts: Sequence[tuple[Verdict, str]] = (),
        outcomes: Sequence[Outcome] = (),
        by: ActorKind = ActorKind.NAMND,
        status: Status = Status.BESLUT,
        positions: tuple[Position, ...] = (),
        asked: tuple[str, ...] = (),
        motioner: tuple[Motionar, ...] = (),
        quality: float = 1.0,
        whole: str = "",
        part: str = "",
        kommun: str = "Björkåsa",
    ) -> StoredDocument:
        actor = Actor(namnd, by)
        span = Span(0, len(text.strip()))
        mentions = [(own, DnrRole.OWN), (sender_dnr, DnrRole.SENDER)]
        document = Document(
            title=title,
            kind=kind,
            text=text,
            original=text,
            date=datetime.date.fromisoformat(date) if date else None,
            kommun=kommun,
            namnd=namnd,
            dnr=tuple(DnrMention(_dnr(value), role) for value, role in mentions if value),
            motioner=motioner,
            remissinstanser=asked,
            quality=quality,
            positions=(
                *(Position(stance, actor, span, status, target) for stance, target in stances),
                *positions,
            ),
            assessments=tuple(
                Assessment(verdict, span, concerns=concerns, actor=actor, status=status)
                for verdict, concerns in verdicts
            ),
            decisions=tuple(Decision(outcome, actor, span, status) for outcome in outcomes),
        )
        return StoredDocument(
            id, SourceFile("arkiv", f"{id}.txt", 1, "0", 0, "text/plain", part), document, whole
        )

    return build


def _dnr(value: str) -> Dnr:
    return parse_dnr(value)
