"""How a conclusion is worded: its sign, who concludes and in which role. Colour never carries meaning."""

from remissarkiv.domain import Actor, ActorKind, Outcome, Position, PositionForm, Stance, Status, Verdict

_SIGNS: dict[str, str] = {
    Verdict.WITHIN: "✓",
    Verdict.OUTSIDE: "✕",
    Verdict.PARTLY: "◐",
    Verdict.OPEN: "○",
    Stance.FOR: "✓",
    Stance.PARTLY: "◐",
    Stance.AGAINST: "✕",
    Stance.NO_OBJECTION: "✓",
    Stance.ABSTAINS: "–",
    Stance.UNCLEAR: "○",
    Outcome.BIFALL: "✓",
    Outcome.DELVIS_BIFALL: "◐",
    Outcome.AVSLAG: "✕",
}

_NAMELESS: dict[ActorKind, str] = {
    ActorKind.FORVALTNING: "Förvaltningen",
    ActorKind.NAMND: "Nämnden",
    ActorKind.KOMMUNSTYRELSE: "Kommunstyrelsen",
    ActorKind.FULLMAKTIGE: "Kommunfullmäktige",
    ActorKind.RAD: "Rådet",
    ActorKind.BOLAG: "Bolaget",
    ActorKind.EXTERN: "Remissinstansen",
    ActorKind.LEDAMOT: "En ledamot",
}

_OUTSIDE = (ActorKind.EXTERN, ActorKind.BOLAG, ActorKind.RAD)

UNSURE = "osäker"
"""Of what was understood without certainty."""


def sign(value: str) -> str:
    """✓ for what says yes, ✕ for no, ◐ for in part, ○ for open; "" for what is neither."""
    return _SIGNS.get(value, "")


def who(actor: Actor) -> str:
    """The name of who concludes; without one, what sort of body it is."""
    return actor.name or _NAMELESS[actor.kind]


def role(actor: Actor, status: Status) -> str:
    """In which role: an administration proposes, a body decides, others answer."""
    if status is Status.FORSLAG:
        return "förvaltningens förslag" if actor.kind is ActorKind.FORVALTNING else "förslag"
    if actor.kind in _OUTSIDE:
        return "svar"
    return "förvaltningens svar" if actor.kind is ActorKind.FORVALTNING else "beslut"


def position_role(position: Position) -> str:
    """The same for a position, which may be moved or held in a reservation."""
    if position.form is PositionForm.STALLNINGSTAGANDE:
        return role(position.actor, position.status)
    return position.form.value
