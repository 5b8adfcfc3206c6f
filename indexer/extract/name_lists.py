"""Lists of councillors in a text: `Anna Berg (S), Bo Ek och Eva Lund (båda M)`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from indexer.extract.parties import party_in_brackets
from indexer.extract.person_names import NAME, is_given_name, is_name, shown_name
from indexer.extract.restore_names import Restorer
from remissarkiv.domain import Motionar

_EACH = r"(?:b\S{1,2}da|samtliga|alla)"
_PARTY = rf"(?:,?\s{_EACH})?,?\s{{0,2}}[\(\[](?:{_EACH}\s)?(?P<party>[^\W\d_][\w .åäöÅÄÖ-]{{0,40}})[\)\]]"
WITH_PARTY = re.compile(rf"(?P<name>{NAME})(?:,?\s(?:m\.?\s?fl\.?|med flera))?{_PARTY}")
"""One name with its party; `(båda c)` and `, båda (c)` stand behind the last of several."""

_FIRST = re.compile(rf"(?<![\w-]){NAME}")
_NEXT = re.compile(rf"\s{{0,3}}(?:,|och|samt|&)\s{{1,3}}(?:(?:av|från)\s)?(?={NAME})")
_NEXT_UNSIGNED = re.compile(rf"(?P<name>{NAME})(?=\s{{0,3}}(?:,|och|samt|&)\s)")
_PLAIN = re.compile(rf"(?P<name>{NAME})")
MOST = 12


class NameList(NamedTuple):
    """Those of a list, and where it begins and ends in the text."""

    members: tuple[Motionar, ...]
    start: int
    end: int


def motionar(name: str, party: str, restorer: Restorer) -> Motionar | None:
    """A name as people are shown it; None when the words are no name."""
    shown = shown_name(name, restorer)
    return Motionar(shown, party) if is_name(shown) else None


def list_at(text: str, start: int, restorer: Restorer) -> NameList:
    """The list that begins exactly at `start`, empty when none does: those without party of their own share
    the next."""
    members: list[Motionar] = []
    waiting: list[str] = []
    place, end = start, start
    for _ in range(MOST):
        match = WITH_PARTY.match(text, place)
        party = party_in_brackets(restorer.name(match["party"])) if match else ""
        if match is None or not party:
            match = _NEXT_UNSIGNED.match(text, place)
            if match is None:
                break
            waiting.append(match["name"])
        else:
            named = (motionar(name, party, restorer) for name in (*waiting, match["name"]))
            members += [mention for mention in named if mention]
            waiting, end = [], match.end()
        following = _NEXT.match(text, match.end())
        if following is None:
            break
        place = following.end()
    return NameList(tuple(members), start, end)


def plain_list_at(text: str, start: int, restorer: Restorer) -> NameList:
    """The list of names without any party that begins at `start`; each begins with a given name."""
    members: list[Motionar] = []
    place, end = start, start
    while len(members) < MOST and (match := _PLAIN.match(text, place)):
        mention = motionar(match["name"], "", restorer)
        if mention is None or not is_given_name(mention.name.split()[0], restorer):
            break
        members.append(mention)
        end = match.end()
        following = _NEXT.match(text, end)
        if following is None:
            break
        place = following.end()
    return NameList(tuple(members), start, end)


def lists_in(text: str, restorer: Restorer) -> Iterator[NameList]:
    """Every list of names with parties in a text, in order."""
    place = 0
    while first := _FIRST.search(text, place):
        found = list_at(text, first.start(), restorer)
        if found.members:
            yield found
        place = max(found.end, first.end())
