"""Whether what an actor says is decided or proposed."""

from remissarkiv.domain import Actor, ActorKind, Status


def status_of(actor: Actor) -> Status:
    """What an administration or an utskott says is a proposal; what others say is their answer."""
    name = actor.name.lower()
    # "Tekniska utskottet" decides as a nämnd does; "Socialnämndens arbetsutskott" prepares.
    prepares = "utskott" in name and (
        actor.kind is not ActorKind.NAMND or "s utskott" in name or "arbetsutskott" in name
    )
    proposes = actor.kind is ActorKind.FORVALTNING or prepares or not name
    return Status.FORSLAG if proposes else Status.BESLUT
