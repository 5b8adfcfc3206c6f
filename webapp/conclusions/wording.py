"""How a conclusion is worded: its sign, and who concludes. The role is worded by `webapp.matters.said`."""

from remissarkiv.domain import Actor, ActorKind, Conclusion, Outcome, Stance, Verdict
from webapp.matters.said import chip

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

_WORDS: dict[str, type[Verdict] | type[Stance] | type[Outcome]] = {
    "verdict": Verdict,
    "stance": Stance,
    "outcome": Outcome,
}

UNSURE = "osäker"
"""Of what was understood without certainty."""


def who(actor: Actor) -> str:
    """The name of who concludes; without one, what sort of body it is."""
    return actor.name or _NAMELESS[actor.kind]


def sign(one: Conclusion) -> str:
    """✓ for what says yes, ✕ for no, ◐ for in part; "" for what is neither."""
    return chip(_WORDS[one.column](one.value)).sign
