"""The page of one key: what it is called, what it lies in, and what lies within it."""

from collections.abc import Mapping
from dataclasses import dataclass

from remissarkiv.citations import act_of, key_ancestors, provision_of
from webapp.lagrum.keys import full_label, lagrum_address, natural_order, place_label

MOST_WITHIN = 200
"""Chapters, §§, stycken or pages that are listed; an act of more has chapters."""

_MOST_CITED = 10


@dataclass(frozen=True, slots=True)
class KeyLink:
    """A key by a label, with how many documents cite it (0 where that is not told)."""

    label: str
    title: str
    href: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Within:
    """What lies one step within a key, in the order of the act, and of an act with chapters the §§ that are
    cited most. `more` counts what is left out."""

    steps: tuple[KeyLink, ...]
    most_cited: tuple[KeyLink, ...]
    more: int


def way_here(key: str) -> list[KeyLink]:
    """What a key lies in, the whole act first; the key itself not."""
    return [
        KeyLink(place_label(step) or full_label(step), full_label(step), lagrum_address(step))
        for step in key_ancestors(key)[:-1]
    ]


def within(key: str, counts: Mapping[str, int]) -> Within:
    """What of `counts` lies within a key."""
    below = [found for found in counts if found != key and key in key_ancestors(found)]
    steps = sorted((found for found in below if key_ancestors(found)[-2:-1] == (key,)), key=natural_order)
    paragraphs: list[str] = []
    if key == act_of(key) and any(provision_of(step) is None for step in steps):
        paragraphs = [found for found in below if provision_of(found) == found]
        paragraphs.sort(key=lambda found: (-counts[found], natural_order(found)))
    return Within(
        tuple(_link(found, counts[found]) for found in steps[:MOST_WITHIN]),
        tuple(_link(found, counts[found]) for found in paragraphs[:_MOST_CITED]),
        max(len(steps) - MOST_WITHIN, 0),
    )


def _link(key: str, count: int) -> KeyLink:
    return KeyLink(place_label(key) or key, full_label(key), lagrum_address(key), count)
