"""From timings to what is told: medians, p95, ratios."""

import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.bench.measuring import Measured
from benchmarks.bench.queries import Query
from benchmarks.bench.timing import Timing


@dataclass(frozen=True, slots=True)
class Spread:
    """Milliseconds: medians by the clock and of CPU, and what 95 of 100 do not exceed."""

    wall: float
    cpu: float
    p95: float
    cpu_p95: float
    count: int


def spread(timings: Sequence[Timing]) -> Spread | None:
    """The spread of some timings; None of none."""
    if not timings:
        return None
    return Spread(
        statistics.median(one.wall for one in timings) * 1000,
        statistics.median(one.cpu for one in timings) * 1000,
        percentile([one.wall for one in timings], 0.95) * 1000,
        percentile([one.cpu for one in timings], 0.95) * 1000,
        len(timings),
    )


def percentile(values: Iterable[float], share: float) -> float:
    """The smallest of the values that `share` of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-int(share * 1000) * len(ordered) // 1000) - 1)]


def by_class(queries: Sequence[Query], measured: Measured) -> dict[str, Spread]:
    """The warm timings of each class, and of all queries together (`all`).

    Each query counts once, with the median of its timings; the p95 is over all timings, so that a slow
    moment shows.
    """
    kinds = list(dict.fromkeys(query.kind for query in queries))
    found: dict[str, Spread] = {}
    for kind in (*kinds, "all"):
        chosen = [
            timings
            for query, timings in zip(queries, measured.warm, strict=True)
            if timings and kind in (query.kind, "all")
        ]
        if chosen:
            found[kind] = Spread(
                statistics.median(statistics.median(t.wall for t in one) for one in chosen) * 1000,
                statistics.median(statistics.median(t.cpu for t in one) for one in chosen) * 1000,
                percentile([t.wall for one in chosen for t in one], 0.95) * 1000,
                percentile([t.cpu for one in chosen for t in one], 0.95) * 1000,
                sum(map(len, chosen)),
            )
    return found


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as long as another an engine takes, by the medians of the clock and of CPU time. On a
    machine that others use too, the second is the one to trust."""

    wall: float
    cpu: float


def ratios(figures: Mapping[str, Mapping[str, Spread]], of: str) -> dict[str, dict[str, Ratio]]:
    """For every other engine and class its ratio to `of`; none without `of`."""
    if of not in figures:
        return {}
    return {
        name: {
            kind: Ratio(one.wall / figures[of][kind].wall, one.cpu / figures[of][kind].cpu)
            for kind, one in classes.items()
            if kind in figures[of] and figures[of][kind].wall and figures[of][kind].cpu
        }
        for name, classes in figures.items()
        if name != of
    }
