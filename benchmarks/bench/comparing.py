"""Do the engines find the same? Sets of hits, totals and facets, against the one that is right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from benchmarks.bench.interface import Answer
from benchmarks.bench.queries import Query
from remissarkiv.engines.interface import Node


class Asked(Protocol):
    """An engine that is asked, in whichever process."""

    def hits(self, query: Node) -> set[int]:
        """The numbers of all documents found."""

    def shown(self, query: Node) -> Answer:
        """The answer that was measured."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A query that an engine answers otherwise than the one it is compared with."""

    engine: str
    against: str
    query: Query
    missing: int
    extra: int
    total: int
    facets: bool
    """Whether the counts of the facets differ."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many queries were compared, and which differ. `totals` is how many each query finds."""

    against: str
    queries: int
    totals: tuple[int, ...]
    differences: tuple[Difference, ...]

    def differing(self, engine: str) -> int:
        """How many queries this engine answers otherwise."""
        return sum(difference.engine == engine for difference in self.differences)


def compare(workers: Mapping[str, Asked], queries: Sequence[Query]) -> Agreement:
    """Ask each engine for all hits of each query. What is right is what the reference says, else ours, else
    the first."""
    against = next((name for name in ("reference", "ours") if name in workers), next(iter(workers)))
    differences = []
    totals = []
    for query in queries:
        right = workers[against].hits(query.node)
        answer = workers[against].shown(query.node)
        totals.append(len(right))
        for name, worker in workers.items():
            shown = answer if name == against else worker.shown(query.node)
            found = right if name == against else worker.hits(query.node)
            facets = shown.facets != answer.facets
            # The best hits must be of the hits, each once: a list that repeats itself is no answer.
            sound = len(set(shown.best)) == len(shown.best) == min(len(right), len(answer.best))
            if found != right or shown.total != len(right) or facets or not sound:
                differences.append(
                    Difference(
                        name, against, query, len(right - found), len(found - right), shown.total, facets
                    )
                )
    return Agreement(against, len(queries), tuple(totals), tuple(differences))
