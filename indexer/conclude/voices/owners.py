"""Whose words stand below a heading: "Socialnämnden (2011-06-08, § 51)", "Förvaltningens bedömning"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.conclude.voices.mentions import Mention
from indexer.conclude.voices.naming import Naming
from remissarkiv.domain import Actor, ActorKind

_BESIDE = re.compile(
    r"[\W\d_]+|\b(?:dnr|instans|remissinstans|den|yttrande|remissvar|svar|beslut|från|jan\w*|feb\w*|mars"
    r"|april|maj|juni|juli"
    r"|aug\w*|sep\w*|"
    r"okt\w*|nov\w*|dec\w*|kommun|(?-i:[A-ZÅÄÖ]{2,5}))\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r" (?:[a-zåäö]+ ){0,2}?(?:bedömning|synpunkter|överväganden|yttrande|ställningstagande|förslag|svar"
    r"|skrivelse|"
    r"slutsats|motivering|redovisning|beslut|uppfattning|remissvar|kommentar|analys|utredning"
    r"|tjänsteskrivelse|"
    r"tjänsteutlåtande|utlåtande)\w*",
)
# "Remissvar från kommunstyrelsen avseende Naturvårdsverkets förslag"
_OVER = re.compile(
    r"(?:Remissvar|Yttrande|Svar|Remiss|Synpunkter|Remissyttrande)\b.*\b(?:över|avseende|gällande|på"
    r"|angående) "
)
_OF_PROPOSAL = re.compile(
    r"\A(?:\d+\.? )?(?:Motionen|Motionens (?:innehåll|förslag)|Medborgarförslaget|Förslaget|Förslagen"
    r"|Motionärens \w+|"
    r"Motionärernas \w+|Remissens innehåll|Yrkande i motionen|Vad motionen \w+.{0,20})\s*:?\Z"
)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose words stand below a heading; those of the motion have no actor."""

    actor: Actor
    is_genitive: bool = False
    is_proposal: bool = False

    def is_own(self, author: Actor, *, is_minutes: bool) -> bool:
        """Whether minutes take in what the body's own administration, or kommunstyrelsen before
        fullmäktige, has written: a section "Förvaltningens bedömning" is no remiss answer."""
        if not is_minutes or not self.is_genitive:
            return False
        if author.kind is ActorKind.FULLMAKTIGE:
            return self.actor.kind in (ActorKind.KOMMUNSTYRELSE, ActorKind.FORVALTNING)
        return self.actor.kind is ActorKind.FORVALTNING or "utskott" in self.actor.name.lower()


def owner_of(heading: str, mentions: Sequence[Mention], naming: Naming) -> Owner | None:
    """Whom a heading names, as the whole of it or with what it is they say; None where it names nobody."""
    if heading.startswith("Till ") or _OVER.match(heading) or heading.endswith("?"):
        return None
    for mention in mentions:
        if mention.actor.name.lower().endswith((" kommun", " stad")):
            continue
        rest = heading[: mention.start] + " " + heading[mention.end :]
        if mention.is_genitive:
            if _THEIRS.match(heading, mention.end):
                return Owner(naming.meant(mention, None), is_genitive=True)
        elif not _BESIDE.sub("", rest):
            return Owner(naming.meant(mention, None))
    return None


def own_of_proposal(heading: str) -> bool:
    """Whether a heading stands over what the motion says."""
    return _OF_PROPOSAL.match(heading) is not None
