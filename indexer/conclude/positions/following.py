"""Who takes the stance of another: "Studentkåren gör likaså", "Rådet ställer sig bakom samebyns yttrande"."""

import re
from collections.abc import Sequence

from indexer.conclude.positions.settling import Candidate
from indexer.conclude.stems import Stems
from indexer.conclude.voices.mentions import Mention, mentions_in
from indexer.conclude.voices.naming import fits
from remissarkiv.domain import Actor, ActorKind

_STEMS = Stems(
    "detsamma",
    "likaså",
    "likaledes",
    "likadant",
    "samma",
    "yttrande",
    "svar",
    "bedömning",
    "ställningstagande",
)
_LIKEWISE = re.compile(
    r"\b(?:gör|gjorde) (?:också |även )?(?:detsamma|likaså|likaledes|likadant|samma sak)\b|(?<=\w)"
    r" likaså(?=[.,;]|\Z)"
    r"|\b(?:är av|har) samma (?:uppfattning|mening|åsikt|inställning|ståndpunkt)\b"
)
_OF_ANOTHER = re.compile(
    r"\b(?:ställer (?:sig|oss) (?:helt )?bakom|ansluter (?:sig|oss) till|instämmer (?:helt )?i|hänvisar"
    r" till|biträder) "
    r"(?:[\w-]+ ){0,2}\Z"
)
_ANSWER = re.compile(r" (?:yttrande|remissvar|svar|ställningstagande)\b")
_FIRST = re.compile(r"[A-ZÅÄÖ][\w-]{3,40}(?:et|en|an|na)(?= (?:ställer|ansluter|instämmer|biträder)\b)")
_STAFF = frozenset((ActorKind.FORVALTNING, ActorKind.KOMMUNSTYRELSE))


def follows(text: str) -> bool:
    """Whether somebody in the sentence takes the stance of another."""
    return _STEMS.within(text) and (_LIKEWISE.search(text) is not None or _followed(text) is not None)


def followed_in(text: str, found: Sequence[Candidate]) -> tuple[Mention, Candidate] | None:
    """Who takes whose stance in a sentence, of those found before; None where nobody does."""
    mentions = [one for one in mentions_in(text) if not one.is_genitive]
    if not found:
        return None
    followed = _followed(text)
    if followed is not None:
        own = [one for one in mentions if one.end <= followed.start]
        theirs = [one for one in found if _is(followed, one)]
        if not own and (first := _FIRST.match(text, 0, followed.start)):
            # "Samrådet ställer sig bakom samebyns yttrande": a name that does not tell what it is.
            stranger = Actor(first[0], ActorKind.EXTERN)
            own = [Mention(stranger, *first.span(), is_bare=False, is_genitive=False)]
        return (own[-1], theirs[-1]) if own and theirs else None
    likewise = _LIKEWISE.search(text)
    before = [one for one in mentions if likewise is not None and one.end <= likewise.start() + 1]
    last = found[-1]
    if not before or before[-1].actor == last.position.actor:
        return None
    return before[-1], last


def _followed(text: str) -> Mention | None:
    for mention in mentions_in(text):
        is_answer = (
            mention.is_genitive and _ANSWER.match(text, mention.end) and mention.actor.kind not in _STAFF
        )
        if is_answer and _OF_ANOTHER.search(text, 0, mention.start):
            return mention
    return None


def _is(mention: Mention, candidate: Candidate) -> bool:
    actor = candidate.position.actor
    return mention.actor.name.lower() == actor.name.lower() or fits(mention.actor.name.lower(), actor)
