"""The course of an ärende: its documents in the order of their days, each with its part in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from remissarkiv.domain import Kind, StoredDocument
from remissarkiv.matters.diaries import prepares
from remissarkiv.matters.letters import hanging
from remissarkiv.matters.matrix import Row
from remissarkiv.matters.outcome import Round


class Step(StrEnum):
    """A document's part in the course of an ärende."""

    PROPOSAL = "Förslaget"
    REMISS = "Remiss"
    ANSWER = "Svar"
    PREPARATION = "Beredning"
    DECISION = "Beslut"
    OTHER = "Handling"


@dataclass(frozen=True, slots=True)
class Event:
    """A document of the timeline, with its other copies and what hangs on it."""

    step: Step
    document: StoredDocument
    who: str
    copies: tuple[StoredDocument, ...] = ()
    attachments: tuple[StoredDocument, ...] = ()


_PROPOSALS = frozenset((Kind.MOTION, Kind.MEDBORGARFORSLAG, Kind.INTERPELLATION))
_MINUTES = frozenset((Kind.PROTOKOLL, Kind.BESLUT))


def timeline(
    documents: Sequence[StoredDocument],
    copies: Mapping[str, str],
    rows: Iterable[Row],
    decided: Iterable[Round],
) -> tuple[Event, ...]:
    """The events of an ärende whose documents are given in the order of their days. `copies` is the group of
    copies of each document that has any, by id; copies are one event."""
    answering = {stored.id: row.name for row in rows for stored in row.answers}
    deciding = {one.document.id for one in decided}
    below = hanging(documents)
    first: dict[str, str] = {}
    others: dict[str, list[StoredDocument]] = {}
    for stored in documents:
        group = copies.get(stored.id, "")
        if stored.id in below or not group:
            continue
        leader = first.setdefault(group, stored.id)
        if leader != stored.id:
            others.setdefault(leader, []).append(stored)
    hidden = {stored.id for some in others.values() for stored in some}
    events = []
    for stored in documents:
        if stored.id in below or stored.id in hidden:
            continue
        attached = tuple(one for one in documents if below.get(one.id) == stored.id)
        step = _step(stored, answering, deciding)
        who = _who(stored, answering)
        events.append(Event(step, stored, who, tuple(others.get(stored.id, ())), attached))
    return tuple(events)


def _step(stored: StoredDocument, answering: Mapping[str, str], deciding: set[str]) -> Step:
    document = stored.document
    if document.kind in _PROPOSALS:
        return Step.PROPOSAL
    if document.kind is Kind.REMISS:
        return Step.REMISS
    if stored.id in deciding:
        return Step.DECISION
    if stored.id in answering:
        return Step.ANSWER
    if prepares(document.namnd) and document.kind in _MINUTES | {Kind.TJANSTEUTLATANDE}:
        return Step.PREPARATION
    return Step.OTHER


def _who(stored: StoredDocument, answering: Mapping[str, str]) -> str:
    document = stored.document
    if document.kind in _PROPOSALS and document.motioner:
        return ", ".join(
            f"{person.name} ({person.party})" if person.party else person.name for person in document.motioner
        )
    return document.namnd or answering.get(stored.id, "") or document.sender
