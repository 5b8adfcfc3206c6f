"""What was found in a sentence as plain values, and back."""

from collections.abc import Callable
from typing import Any

from remissarkiv.corrections.correction import Value, What
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
    Verdict,
)

Finding = Assessment | Position | Decision


class UnreadableValueError(ValueError):
    """A value that this program does not know, as one that was taken out of a vocabulary since."""


def finding_value(finding: Finding) -> dict[str, Any]:
    """What was found, without its place and certainty."""
    common = {
        "actor": finding.actor.name,
        "actor_kind": finding.actor.kind.value,
        "status": finding.status.value,
    }
    if isinstance(finding, Assessment):
        return {
            "verdict": finding.verdict.value,
            "concerns": finding.concerns,
            "grounds": list(finding.grounds),
            "principles": [principle.value for principle in finding.principles],
            **common,
        }
    if isinstance(finding, Position):
        return {
            "stance": finding.stance.value,
            "target": finding.target,
            "form": finding.form.value,
            **common,
        }
    return {"outcome": finding.outcome.value, "target": finding.target, **common}


def finding_of(what: What, value: Value, span: Span) -> Finding:
    """What a person says stands at `span`; certain, for a person says so. Raises `UnreadableValueError`."""
    try:
        return _MAKERS[what](value, span)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise UnreadableValueError(f"{what.value}: {error}") from None


def findings_of(what: What) -> str:
    """The field of `Document` that holds these findings."""
    return {What.ASSESSMENT: "assessments", What.POSITION: "positions", What.DECISION: "decisions"}[what]


def same_finding(one: Value, other: Value) -> bool:
    """Whether two values of one kind may speak of the same thing: who said it, and of what."""
    part = "concerns" if "concerns" in one else "target"
    return (one.get("actor"), one.get(part)) == (other.get("actor"), other.get(part))


def main_value(value: Value) -> Any:
    """The verdict, the stance or the outcome."""
    return next((value[name] for name in ("verdict", "stance", "outcome") if name in value), None)


def _assessment(value: Value, span: Span) -> Finding:
    return Assessment(
        Verdict(value["verdict"]),
        span,
        concerns=str(value.get("concerns", "")),
        grounds=tuple(str(key) for key in value.get("grounds", ())),
        principles=tuple(Principle(one) for one in value.get("principles", ())),
        actor=_actor(value),
        status=Status(value["status"]),
    )


def _position(value: Value, span: Span) -> Finding:
    return Position(
        Stance(value["stance"]),
        _actor(value),
        span,
        Status(value["status"]),
        str(value.get("target", "")),
        PositionForm(value.get("form", PositionForm.STALLNINGSTAGANDE)),
    )


def _decision(value: Value, span: Span) -> Finding:
    return Decision(
        Outcome(value["outcome"]),
        _actor(value),
        span,
        Status(value["status"]),
        str(value.get("target", "")),
    )


def _actor(value: Value) -> Actor:
    return Actor(str(value.get("actor", "")), ActorKind(value["actor_kind"]))


_MAKERS: dict[What, Callable[[Value, Span], Finding]] = {
    What.ASSESSMENT: _assessment,
    What.POSITION: _position,
    What.DECISION: _decision,
}
