"""Whether what an actor says is decided or proposed."""

from remissarkiv.domain import Actor, ActorKind, Status


def status_of(actor: Actor) -> Status:
    """What an administration or an utskott says is a proposal; what others say is their answer."""
    proposes = actor.kind is ActorKind.FORVALTNING or "utskott" in actor.name.lower() or not actor.name
    return Status.FORSLAG if proposes else Status.BESLUT
