"""Who takes a stance within a sentence: its own subject, or the voice that speaks in it."""

from collections.abc import Sequence

from indexer.conclude.interface import Voice
from indexer.conclude.voices.mentions import Mention
from indexer.conclude.voices.speech import is_oblique
from remissarkiv.domain import Actor


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
    return subject


def actor_of(subject: Mention | None, voice: Voice) -> Actor:
    """The actor of a subject: a bare word means the voice that speaks in the sentence."""
    if subject is None or subject.is_bare:
        return voice.actor
    if subject.actor.name.lower() == voice.actor.name.lower():
        return voice.actor
    return subject.actor
