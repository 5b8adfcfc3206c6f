"""What a document concludes as rows, and back."""

import json
from collections.abc import Mapping, Sequence

from remissarkiv.catalog.columns import AnyRow, Values
from remissarkiv.catalog.schema import assessments, decisions, positions
from remissarkiv.domain import (
    Actor,
    ActorKind,
    Assessment,
    Decision,
    Outcome,
    Position,
    PositionForm,
    Principle,
    Span,
    Stance,
    Status,
    StoredDocument,
    Verdict,
)

CONCLUSIONS = (assessments, positions, decisions)
"""The tables of conclusions, each with several rows a document in the order of `ordinal`."""


def assessment_values(stored: StoredDocument) -> list[Values]:
    """The rows of `assessments`."""
    return [
        {
            **_common(stored, ordinal, one),
            "verdict": one.verdict.value,
            "concerns": one.concerns,
            "grounds": _json(one.grounds),
            "principles": _json([principle.value for principle in one.principles]),
        }
        for ordinal, one in enumerate(stored.document.assessments)
    ]


def position_values(stored: StoredDocument) -> list[Values]:
    """The rows of `positions`."""
    return [
        {
            **_common(stored, ordinal, one),
            "stance": one.stance.value,
            "target": one.target,
            "form": one.form.value,
        }
        for ordinal, one in enumerate(stored.document.positions)
    ]


def decision_values(stored: StoredDocument) -> list[Values]:
    """The rows of `decisions`."""
    return [
        {**_common(stored, ordinal, one), "outcome": one.outcome.value, "target": one.target}
        for ordinal, one in enumerate(stored.document.decisions)
    ]


def concluded(parts: Mapping[str, Sequence[AnyRow]]) -> Values:
    """The fields of `Document` that the rows of `CONCLUSIONS` hold, by table name."""
    return {
        "assessments": tuple(_assessment(row) for row in parts["assessments"]),
        "positions": tuple(
            Position(
                Stance(row.stance),
                _actor(row),
                _span(row),
                Status(row.status),
                row.target,
                PositionForm(row.form),
                row.certain,
            )
            for row in parts["positions"]
        ),
        "decisions": tuple(
            Decision(
                Outcome(row.outcome), _actor(row), _span(row), Status(row.status), row.target, row.certain
            )
            for row in parts["decisions"]
        ),
    }


def _assessment(row: AnyRow) -> Assessment:
    return Assessment(
        Verdict(row.verdict),
        _span(row),
        certain=row.certain,
        concerns=row.concerns,
        grounds=tuple(json.loads(row.grounds)),
        principles=tuple(Principle(value) for value in json.loads(row.principles)),
        actor=_actor(row),
        status=Status(row.status),
    )


def _common(stored: StoredDocument, ordinal: int, one: Assessment | Position | Decision) -> Values:
    return {
        "document_id": stored.id,
        "ordinal": ordinal,
        "actor": one.actor.name,
        "actor_kind": one.actor.kind.value,
        "status": one.status.value,
        "certain": one.certain,
        "span_start": one.span.start,
        "span_end": one.span.end,
    }


def _actor(row: AnyRow) -> Actor:
    return Actor(row.actor, ActorKind(row.actor_kind))


def _span(row: AnyRow) -> Span:
    return Span(row.span_start, row.span_end)


def _json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
