"""The tables a compound is judged by: what is never a part, and how many compounds a part is known from.

`elements.txt` is written by hand; `firsts.txt` and `lasts.txt` are made by `training/compound_parts.py`.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

MIN_LENGTH = 3
"""Letters of a part; the few shorter ones that are safe stand in `elements.txt`."""


class Elements(NamedTuple):
    """`particles` and `endings` are never parts; of words shorter than four letters only those in `short`
    are last parts; `whole` are words that no cut goes through."""

    particles: frozenset[str]
    endings: frozenset[str]
    short: frozenset[str]
    whole: frozenset[str]


@cache
def elements() -> Elements:
    """The lists of `elements.txt`."""
    lists: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in _lines("elements.txt"):
        if line.startswith("["):
            current = lists[line.strip("[]")] = set()
        else:
            current.update(line.split())
    return Elements(*(frozenset(lists[name]) for name in Elements._fields))


@cache
def known_firsts() -> Mapping[str, float]:
    """First parts as they stand in compounds (`arbets`, `gatu`) and how productive each is: roughly the
    number of different words it is known to stand before."""
    return _weights("firsts.txt")


@cache
def known_lasts() -> Mapping[str, float]:
    """The dictionary forms of last parts, and how productive each is."""
    return _weights("lasts.txt")


def _weights(name: str) -> dict[str, float]:
    """The words of a table of lines `weight: word word …`."""
    table: dict[str, float] = {}
    for line in _lines(name):
        weight, _, words = line.partition(":")
        table.update(dict.fromkeys(words.split(), float(weight)))
    return table


def _lines(name: str) -> list[str]:
    text = files("remissarkiv.language.compounds").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
