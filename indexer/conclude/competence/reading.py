"""What one sentence concludes on competence: none, one or several verdicts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.conclude.competence.clauses import Part, parts
from indexer.conclude.competence.cues import CUES, Cue, Strength
from indexer.conclude.competence.framing import (
    asks_whether,
    has_other_sense,
    is_applied,
    is_claimed,
    is_indirect,
    is_question,
    retells_law,
)
from indexer.conclude.competence.hedges import Surety, surety
from indexer.conclude.competence.polarity import is_denied
from indexer.conclude.competence.wording import Wording
from remissarkiv.domain import Verdict

_WORTH_READING = re.compile(
    r"kompeten|befogen|förenlig|förena|strid|bryt|brott mot|lag|hind|utrymme|tillåt|medge|rätt|får|fick|kommunal|fritt|möjlig|godtag|sin ordning|äger|förbjud|uteslut|förbud|behörig"
)
_QUOTED = re.compile(r"[\"”“»«][^\"”“»«]{1,400}[\"”“»«]")
_NOT_PERMISSION = re.compile(
    r"\bfår (?:[^\s,;]{1,40} ){0,6}?(?:anses|sägas|betraktas|förutsättas|antas|bedömas|bestå|vänta|stå|svara|räkna|betala|bära|nöja|finna|klara|ta ställning|avgöra|bedöma|pröva|hänvisas|se|höra|visa|avvakta|konstateras|hjälpa)\b"
)
_PARTLY = re.compile(
    r"\b(?:delvis|till viss del|till en del|i vissa delar|endast i den del|bara i den del|enbart i den del|endast såvitt|i begränsad omfattning|till övervägande del)\b"
)
_ELLIPTIC = re.compile(
    r"\b(?:(?:inte|ej|icke) (?:gör|är) det|(?:gör|är) (?:det|så)(?: [^\s,;]{1,20}){0,3} (?:inte|ej)|(?:gör|är) (?:det|så)\b|så är (?:fallet|det))"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A verdict with the place of the words that give it, in the wording of the sentence, and its part."""

    verdict: Verdict
    certain: bool
    cue: tuple[int, int]
    part: Part
    strength: Strength


@dataclass(frozen=True, slots=True)
class Setting:
    """What the surroundings of a sentence tell: whether law is spoken of near, and very near."""

    near: bool
    here: bool
    municipal: bool


def read(text: Wording, setting: Setting) -> list[Reading]:
    """The verdicts of a sentence that its author speaks, in order."""
    low = text.low
    if not _WORTH_READING.search(low) or is_question(low) or is_claimed(low):
        return []
    found: list[Reading] = []
    quotes = [one.span() for one in _QUOTED.finditer(low)]
    for part in parts(low):
        reading = _read_part(low, part, quotes, setting) or (found and _elliptic(low, part, found[-1])) or None
        if reading and all(reading.verdict is not one.verdict for one in found):
            found.append(reading)
    return found


def _read_part(low: str, part: Part, quotes: list[tuple[int, int]], setting: Setting) -> Reading | None:
    best = max(
        ((_rank(part, cue, span), cue, span) for cue, span in _matches(low, part, quotes)),
        key=lambda one: one[0],
        default=None,
    )
    if best is None:
        return None
    _, cue, span = best
    if not _counts(low, part, cue, span, setting):
        return None
    sign = -cue.sign if is_denied(low, part.start, span, part.end, cue.scope) else cue.sign
    sure = surety(low, part.start, part.end, whole=low)
    if sure is Surety.OPEN:
        verdict = Verdict.OPEN
    elif asks_whether(low, part.start, span[0]):
        return None
    elif _PARTLY.search(low, part.start, part.end):
        verdict = Verdict.PARTLY
    else:
        verdict = Verdict.WITHIN if sign > 0 else Verdict.OUTSIDE
    return Reading(verdict, sure is not Surety.UNSURE, span, part, cue.strength)


def _matches(low: str, part: Part, quotes: list[tuple[int, int]]) -> Iterator[tuple[Cue, tuple[int, int]]]:
    for cue in CUES:
        for found in cue.pattern.finditer(low, part.start, part.end):
            if not any(start < found.start() < end for start, end in quotes):
                yield cue, found.span()


def _rank(part: Part, cue: Cue, span: tuple[int, int]) -> tuple[bool, int, int]:
    return (not part.is_reason(span[0]), cue.strength, -span[0])


def _counts(low: str, part: Part, cue: Cue, span: tuple[int, int], setting: Setting) -> bool:
    """Whether the cue means competence here, and is concluded."""
    if retells_law(low):
        return False
    if cue.strength is Strength.SPECIFIC:
        return True
    if has_other_sense(low):
        return False
    if cue.strength is Strength.LEGAL:
        return setting.municipal and (setting.near or is_applied(low))
    if _NOT_PERMISSION.search(low, span[0], span[1] + 20):
        return False
    return setting.municipal and setting.here and is_applied(low)


def _elliptic(low: str, part: Part, before: Reading) -> Reading | None:
    """"…, medan ett förbud för tätorten gör det": what was denied of the one is affirmed of the other."""
    found = _ELLIPTIC.search(low, part.start, part.end)
    if not found or before.verdict not in (Verdict.WITHIN, Verdict.OUTSIDE):
        return None
    denied = re.search(r"\b(?:inte|ej|icke)\b", found[0]) is not None
    was_denied = before.verdict is Verdict.OUTSIDE
    if denied == was_denied:
        return None
    verdict = Verdict.OUTSIDE if denied else Verdict.WITHIN
    return Reading(verdict, before.certain, found.span(), part, before.strength)


__all__ = ["Reading", "Setting", "is_indirect", "read"]
