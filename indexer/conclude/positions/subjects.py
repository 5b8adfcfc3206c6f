"""Who takes a stance within a sentence: its own subject, or the voice that speaks in it."""

import re
from collections.abc import Sequence

from indexer.conclude.interface import Voice
from indexer.conclude.voices.mentions import Mention
from indexer.conclude.voices.naming import fits
from indexer.conclude.voices.speech import is_oblique
from remissarkiv.domain import Actor, ActorKind


def subject_of(text: str, start: int, end: int, since: int, mentions: Sequence[Mention]) -> Mention | None:
    """The actor that a stance at `text[start:end]` is said of, None where it is the voice's.

    The nearest named one before it, from `since` on, else one right after it ("avstyrker nämnden motionen").
    """
    subject: Mention | None = None
    for mention in mentions:
        if mention.is_genitive or mention.start < since:
            continue
        if mention.end <= start and not is_oblique(text, mention):
            subject = mention
        elif 0 <= mention.start - end <= 1 and subject is None:
            return mention
    return subject or _unknown(text, start)


def _unknown(text: str, start: int) -> Mention | None:
    """One whose name does not tell what it is, right before the verb: "Lejonklubben avstyrker"."""
    named = _NAME_FIRST.match(text, 0, start)
    if named is None or named["first"].lower() in _NO_NAMES or named.end() != start:
        return None
    if " " not in named["name"] and not named["name"].endswith(_DEFINITE) and not named["name"].isupper():
        return None
    return Mention(
        Actor(named["name"], ActorKind.EXTERN), 0, named.end("name"), is_bare=False, is_genitive=False
    )


_NAME_FIRST = re.compile(
    r"(?P<name>(?P<first>[A-ZÅÄÖ][\w:-]{2,40})(?: (?:i |och |för )?[A-ZÅÄÖ][\w-]{1,40}){0,3}) "
    r"(?:(?:har|är|vill|kan|bestämt|också|även|däremot|dock|inte|därför|anser|säger|meddelar|att) ){0,3}"
)
_DEFINITE = ("en", "et", "an", "na", "are", "ion")
_NO_NAMES = frozenset(
    "det detta den denna dessa motionen motionens motionären motionärerna förslaget förslagen förslagets "
    "medborgarförslaget att-satsen yrkandet hemställan remissen ärendet någon ingen utredningen betänkandet "
    "majoriteten minoriteten ordföranden ordförande ledamöterna ledamoten sammanfattningen yttrandet svaret "
    "sammantaget däremot därmed härmed alltså således vidare mot med även kommunen staden reservationen "
    "beslutet "
    "skälen frågan bilagan protokollet vännen ingen ingenting de han hon men samtliga åtgärden delen".split()
)


def actor_of(subject: Mention | None, voice: Voice, mentions: Sequence[Mention] = ()) -> Actor:
    """The actor of a subject: a bare word means the voice that speaks in the sentence, or one that the
    sentence has named: "Yttrandet från Norrdalens gille … så att gillet …"."""
    if subject is None:
        return voice.actor
    if subject.is_bare:
        word = subject.actor.name.lower()
        if fits(word, voice.actor):
            return voice.actor
        named = [one.actor for one in mentions if one.start < subject.start and fits(word, one.actor)]
        return named[-1] if named else voice.actor
    if subject.actor.name.lower() == voice.actor.name.lower():
        return voice.actor
    return subject.actor
