"""What a document concludes, value by value: the same for the index, for the marks in its text and for lists.

A document has every verdict that one of its assessments makes. One in which the same author finds a part
within the competence and another part outside has both and `delvis förenligt` besides: so pages sum it up
(`verdict_of`). Its stances are those
of bodies: what councillors move or hold in a reservation is not what the document concludes. An outcome is
what was decided; what is merely proposed to be is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from remissarkiv.assessments.summed import verdict_of
from remissarkiv.citations import key_ancestors
from remissarkiv.domain import (
    Actor,
    ActorKind,
    Assessment,
    Decision,
    Document,
    Kind,
    Position,
    PositionForm,
    Span,
    Status,
    Verdict,
)

ANSWERS = frozenset({Kind.TJANSTEUTLATANDE, Kind.REMISSVAR, Kind.YTTRANDE})
"""Kinds in which a nämnd, or its administration, answers: it is then an instans, whatever was understood of
the answer."""


@dataclass(frozen=True, slots=True)
class Held:
    """A value that a document has in a column of what it concludes, the sentence that gives it (an empty span
    where it is the kind of the document that does), and whether that is certain."""

    value: str
    certain: bool
    span: Span


def held(document: Document, column: str) -> Iterator[Held]:
    """The values of a document in `verdict`, `principle`, `ground`, `stance`, `outcome` or `instans`, with
    repetitions, in the order of the text."""
    match column:
        case "verdict":
            yield from (Held(one.verdict.value, one.certain, one.span) for one in document.assessments)
            for one in found_in_part(document):
                yield Held(Verdict.PARTLY.value, one.certain, one.span)
        case "principle":
            for assessment in document.assessments:
                for principle in assessment.principles:
                    yield Held(principle.value, assessment.certain, assessment.span)
        case "ground":
            for assessment in document.assessments:
                for key in assessment.grounds:
                    for ancestor in key_ancestors(key):
                        yield Held(ancestor, assessment.certain, assessment.span)
        case "stance":
            yield from (Held(one.stance.value, one.certain, one.span) for one in own_positions(document))
        case "outcome":
            yield from (Held(one.outcome.value, one.certain, one.span) for one in decided(document))
        case "instans":
            yield from _bodies(document)


def found_in_part(document: Document) -> Iterator[Assessment]:
    """The certain assessments by which one author finds a part within the competence and another outside, so
    that `delvis förenligt` sums them up; those of councillors excepted."""
    by_author: dict[Actor, list[Assessment]] = {}
    for one in document.assessments:
        if one.certain and one.actor.kind is not ActorKind.LEDAMOT:
            by_author.setdefault(one.actor, []).append(one)
    for said in by_author.values():
        if verdict_of(document, said) is Verdict.PARTLY:
            yield from (one for one in said if one.verdict in (Verdict.WITHIN, Verdict.OUTSIDE))


def own_positions(document: Document) -> Iterator[Position]:
    """The positions of bodies, not of councillors and parties."""
    for one in document.positions:
        if one.form is PositionForm.STALLNINGSTAGANDE and one.actor.kind is not ActorKind.LEDAMOT:
            yield one


def decided(document: Document) -> Iterator[Decision]:
    """What was decided, not what is proposed to be."""
    return (one for one in document.decisions if one.status is Status.BESLUT)


def _bodies(document: Document) -> Iterator[Held]:
    """Who concludes: nämnder, administrations and others, councillors excepted."""
    if document.namnd and document.kind in ANSWERS:
        yield Held(document.namnd, True, Span(0, 0))
    concluding: tuple[Assessment | Position | Decision, ...] = (
        *document.assessments,
        *own_positions(document),
        *decided(document),
    )
    for one in concluding:
        if one.actor.name and one.actor.kind is not ActorKind.LEDAMOT:
            yield Held(one.actor.name, one.certain, one.span)
