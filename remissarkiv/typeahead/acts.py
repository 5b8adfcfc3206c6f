"""Acts that somebody may be typing the name of. They are facts of the program, the same for everybody."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest

from remissarkiv.acts import Act, Register, all_acts, register_in_use
from remissarkiv.typeahead.spelling import beyond, folded, folded_words
from remissarkiv.typeahead.suggestion import Suggestion, SuggestionKind

_SHORTEST = 2
_LONGEST = 60
_PLACE = re.compile(r"(?P<place>.*§§?\s*(?:\w+ stycket\s+)?(?:i\s+)?)(?P<name>\D{2,})", re.DOTALL)
"""A provision before the name that is being typed: `2 kap. 1 § kommu`."""

_Beginnings = list[tuple[str, int]]
"""Spellings in order, each with the number of an act."""


@dataclass(frozen=True, slots=True)
class _Acts:
    """The acts in the order they are suggested in (in force before no longer in force; our own table, which
    holds what municipalities live with, before the register; newer before older), and what may be typed of
    them: their first names, their other names, their abbreviations, and the words within their names."""

    ordered: tuple[Act, ...]
    shorts: dict[str, tuple[int, ...]]
    beginnings: tuple[_Beginnings, ...]


def suggest_acts(typed: str, most: int) -> list[Suggestion]:
    """The acts whose name or abbreviation may be meant by what is typed, the likeliest first: one that is
    abbreviated just so, then by where the name begins so. Also after a provision: `2 kap. 1 § kommu`."""
    match = _PLACE.fullmatch(typed)
    place, name = (match["place"], match["name"]) if match else ("", typed)
    spelled = folded(name)
    if len(spelled) < _SHORTEST:
        return []
    acts = _acts(register_in_use())
    found = dict.fromkeys(acts.shorts.get(spelled, ()))
    for beginnings in acts.beginnings:
        if len(found) >= most:
            break
        start = bisect_left(beginnings, (spelled,))
        end = bisect_left(beginnings, (beyond(spelled),))
        numbers = {number for _, number in beginnings[start:end]}
        found.update(dict.fromkeys(nsmallest(most, numbers - found.keys())))
    return [_suggestion(acts.ordered[number], place) for number in list(found)[:most]]


@lru_cache(maxsize=2)
def _acts(register: Register) -> _Acts:
    own = {act.number for act in all_acts()}
    known = [*all_acts(), *(act for act in register.acts if act.number not in own)]
    known.sort(key=lambda act: act.age(), reverse=True)
    ordered = tuple(sorted(known, key=lambda act: (_has_ended(act), act.number not in own)))
    shorts: dict[str, list[int]] = {}
    first: _Beginnings = []
    other: _Beginnings = []
    short: _Beginnings = []
    inside: _Beginnings = []
    for number, act in enumerate(ordered):
        names = list(dict.fromkeys(folded(name)[:_LONGEST] for name in act.names))
        first.append((names[0], number))
        other += [(name, number) for name in names[1:]]
        for one in dict.fromkeys(word for text in act.abbreviations for word in folded_words(text)):
            shorts.setdefault(one, []).append(number)
            short.append((one, number))
        for name in names:
            words = name.split()
            inside += [(" ".join(words[place:]), number) for place in range(1, len(words))]
    beginnings = tuple(sorted(level) for level in (first, other, short, inside))
    return _Acts(ordered, {one: tuple(numbers) for one, numbers in shorts.items()}, beginnings)


def _has_ended(act: Act) -> bool:
    return act.successor is not None or act.valid_to is not None


def _suggestion(act: Act, place: str) -> Suggestion:
    text = f"{place}{act.names[0]} ({act.number})"
    shorts = ", ".join(act.abbreviations[:2])
    ended = (
        f"gällde till {act.valid_to.year}" if act.valid_to else "gäller inte längre" if act.successor else ""
    )
    return Suggestion(SuggestionKind.ACT, text, text, ", ".join(part for part in (shorts, ended) if part))
