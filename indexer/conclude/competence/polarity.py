"""Is what a cue says affirmed or denied? Every denial in its reach turns it: "anser inte att det är oförenligt"."""

import re

from indexer.conclude.competence.cues import Scope

_DENIAL = re.compile(
    r"\b(?:inte|ej|icke|ingen|inget|inga|ingenting|intet|aldrig|varken|vare sig|knappast|svårligen|ingalunda"
    r"|näppeligen|omöjligen|föga|saknar|saknas|sakna|saknade|avsaknad|frånvaron|utan(?= (?:lag|laga|stöd|rättslig|laglig|hinder))"
    r"|inkorrekt|felaktigt|tillbakavisar|avvisar|betvivlar)\b"
)
_TWICE = re.compile(
    r"\b(?:inte|ej|icke) (?:[^\s,;]{1,30} ){0,3}(?:någon|något|några|någonting|ens)?\b(?=)"
)
_LAST_BREAK = re.compile(
    r"(?:, | (?<!något )(?<!inget )(?<!ingenting )(?<!någonting )(?<!regler )(?<!bestämmelse )(?<!sådan )som | eftersom | därför att | utan att )"
)
_NEXT_BREAK = re.compile(r"[,;]| att | som | eftersom | om ")
_REACH = 160
_AFTER = 90


def is_denied(low: str, start: int, cue: tuple[int, int], end: int, scope: Scope) -> bool:
    """Whether the cue at `cue` is denied within the part `start`-`end` of a sentence."""
    return bool(denials(low, start, cue, end, scope) % 2)


def denials(low: str, start: int, cue: tuple[int, int], end: int, scope: Scope) -> int:
    """How many words deny it."""
    first = max(start, cue[0] - _REACH)
    for found in _LAST_BREAK.finditer(low, first, cue[0]):
        first = found.end() - 1
    last = cue[1]
    if scope is Scope.AFTER or (scope is Scope.BEFORE and cue[0] - start < 25):
        stop = _NEXT_BREAK.search(low, last, min(end, last + _AFTER))
        last = stop.start() if stop else min(end, last + _AFTER)
    elif scope is Scope.AROUND:
        last = min(end, last + _REACH)
    return sum(1 for _ in _DENIAL.finditer(low, first, last))
