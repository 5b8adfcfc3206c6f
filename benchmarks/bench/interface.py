"""What a search engine must offer to be measured beside the others.

An engine comes as a `Peer`. Its `Builder` takes entries in two steps, so that putting terms into the shape
which the engine wants (a string of terms between blanks, for most) is not counted as its work. Its `Reader`
answers queries, which are the nodes of `remissarkiv.engines.interface`: those that the classes of
`queries.py` use.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from remissarkiv.domain import IndexEntry
from remissarkiv.engines.interface import Node

TOP = 20
"""How many hits are asked for."""

FACETS = ("kind", "year")
"""What is counted over all hits."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How many documents were found, the numbers of the best `TOP`, and the counts of each facet."""

    total: int
    best: tuple[int, ...]
    facets: Mapping[str, Mapping[str, int]]


class Builder(Protocol):
    """Makes an index in a folder."""

    def ready(self, entry: IndexEntry) -> Any:
        """The entry in the shape that `add` takes. Not counted."""

    def add(self, ready: Any) -> None:
        """Index a document."""

    def finish(self) -> None:
        """Make the index searchable, and as fast as its engine can make it."""


class Reader(Protocol):
    """Answers from an index. Opening it is the first thing that is measured."""

    def answer(self, query: Node) -> Answer:
        """The best hits, with facets over all."""

    def hits(self, query: Node) -> set[int]:
        """The numbers of all documents found. Not measured."""

    def close(self) -> None:
        """Let go of the index."""


@dataclass(frozen=True, slots=True)
class Peer:
    """An engine: its name, its version, how it is set (for the report), and how it indexes and answers."""

    name: str
    version: str
    settings: str
    build: Callable[[Path], Builder]
    open: Callable[[Path], Reader]


class NotInstalledError(Exception):
    """The library of an engine is not there; the message names it."""
