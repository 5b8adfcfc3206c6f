"""Who is meant by the first words of a document whose author no letterhead tells."""

import re
from collections.abc import Sequence

from indexer.conclude.interface import Passage
from indexer.conclude.voices.mentions import mentions_in
from indexer.conclude.voices.naming import fits
from remissarkiv.domain import Actor, ActorKind


def named_before(bare: Actor | None, passages: Sequence[Passage]) -> Actor | None:
    """By its name who is called "kontoret" where it says something, if the document names it."""
    if bare is None:
        return None
    for passage in passages:
        for mention in mentions_in(passage.text):
            if not mention.is_bare and fits(bare.name.lower(), mention.actor):
                return mention.actor
    return bare


def unknown_speaker(passages: Sequence[Passage]) -> Actor | None:
    """One whose name does not tell what it is, who says something first of all: "Inköpscentralen bedömer"."""
    for passage in passages[:2]:
        said = _SAYS.match(passage.text)
        if said is not None and not said["name"].lower().startswith(_NOBODY):
            is_office = said["name"].endswith("centralen")
            return Actor(said["name"], ActorKind.FORVALTNING if is_office else ActorKind.EXTERN)
    return None


_SAYS = re.compile(
    r"(?P<name>[A-ZÅÄÖ][a-zåäö-]{4,40}(?:en|et|an|na)(?: [A-ZÅÄÖ][\w-]{1,40}){0,2}) "
    r"(?:bedömer|anser|har beretts|har fått|har tagit del|har granskat|avstyrker|tillstyrker|svarar|menar)\b"
)
_NOBODY = (
    "motion",
    "förslag",
    "medborgarförslag",
    "utredning",
    "utredar",
    "ärende",
    "remiss",
    "betänkande",
    "skribent",
    "yttrande",
    "frågan",
    "kommunen",
    "staden",
    "initiativ",
    "interpell",
    "ordförande",
    "regering",
)


def only_office(passages: Sequence[Passage]) -> Actor | None:
    """The one office that is named at all, where nobody is heard to say anything: "Förslaget har granskats av
    kansliavdelningen. …"."""
    named = {
        mention.actor
        for passage in passages
        for mention in mentions_in(passage.text)
        if mention.actor.kind is ActorKind.FORVALTNING and not mention.is_bare
    }
    return named.pop() if len(named) == 1 else None
