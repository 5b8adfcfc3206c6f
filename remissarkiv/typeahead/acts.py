"""Acts that somebody may be typing the name of. They are facts of the program, the same for everybody."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from remissarkiv.acts import Act, Register, all_acts, register_in_use
from remissarkiv.typeahead.spelling import folded, folded_words
from remissarkiv.typeahead.suggestion import Suggestion, SuggestionKind

_SHORTEST = 2
_PLACE = re.compile(r"(?P<place>.*§§?\s*(?:\w+ stycket\s+)?(?:i\s+)?)(?P<name>\D{2,})", re.DOTALL)
"""A provision before the name that is being typed: `2 kap. 1 § kommu`."""


@dataclass(frozen=True, slots=True)
class _Known:
    act: Act
    rank: int
    """Our own table, which holds what municipalities live with, before the register; newer before older."""

    names: tuple[str, ...]
    shorts: tuple[str, ...]


def suggest_acts(typed: str, most: int) -> list[Suggestion]:
    """The acts whose name or abbreviation may be meant by what is typed, the likeliest first: one that is
    abbreviated just so, in force before no longer in force, then by where the name begins so. Also after a
    provision: `2 kap. 1 § kommu`."""
    match = _PLACE.fullmatch(typed)
    place, name = (match["place"], match["name"]) if match else ("", typed)
    spelled = folded(name)
    if len(spelled) < _SHORTEST:
        return []
    acts = _known(register_in_use())
    found = []
    for known in acts:
        how = _how(known, spelled)
        if how is not None:
            found.append((how, known.act.successor is not None or known.act.valid_to is not None, known.rank))
    return [_suggestion(acts[rank].act, place) for _, _, rank in sorted(found)[:most]]


def _how(known: _Known, spelled: str) -> int | None:
    """How well an act answers to what is typed, 0 best; None where it does not."""
    if spelled in known.shorts:
        return 0
    if known.names[0].startswith(spelled):
        return 1
    if any(name.startswith(spelled) for name in known.names):
        return 2
    if any(short.startswith(spelled) for short in known.shorts):
        return 3
    inside = f" {spelled}"
    return 4 if any(inside in name for name in known.names) else None


@lru_cache(maxsize=2)
def _known(register: Register) -> tuple[_Known, ...]:
    ordered = [*_newest_first(all_acts()), *_newest_first(register.acts)]
    unique = {act.number: act for act in reversed(ordered)}
    acts = [act for act in ordered if unique[act.number] is act]
    return tuple(
        _Known(
            act,
            rank,
            tuple(dict.fromkeys(map(folded, act.names))),
            tuple(dict.fromkeys(word for short in act.abbreviations for word in folded_words(short))),
        )
        for rank, act in enumerate(acts)
    )


def _newest_first(acts: tuple[Act, ...]) -> Iterator[Act]:
    return iter(sorted(acts, key=Act.age, reverse=True))


def _suggestion(act: Act, place: str) -> Suggestion:
    text = f"{place}{act.names[0]} ({act.number})"
    shorts = ", ".join(act.abbreviations[:2])
    ended = (
        f"gällde till {act.valid_to.year}" if act.valid_to else "gäller inte längre" if act.successor else ""
    )
    return Suggestion(SuggestionKind.ACT, text, text, ", ".join(part for part in (shorts, ended) if part))
