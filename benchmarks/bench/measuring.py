"""Engines interleaved: each block and each query goes to every engine in turn; noise falls on all alike."""

import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.bench.prepared import Prepared
from benchmarks.bench.queries import Query
from benchmarks.bench.timing import Built, Timing
from benchmarks.bench.worker import Answering, Indexing

SLOW_SECONDS = 0.1
"""A query that takes longer is timed once in a round, not `IN_A_ROW` times."""

IN_A_ROW = 3


@dataclass(slots=True)
class Measured:
    """What one engine took: for each query its warm timings, for some their cold ones, its memory (MB)."""

    warm: list[list[Timing]]
    cold: dict[int, Timing] = field(default_factory=dict)
    opened: list[Timing] = field(default_factory=list)
    fresh: dict[int, Timing] = field(default_factory=dict)
    fresh_opened: list[Timing] = field(default_factory=list)
    resident_mb: float = 0.0
    peak_mb: float = 0.0


def build_all(prepared: Prepared, folders: Mapping[str, Path]) -> dict[str, Built]:
    """Index the corpus with each engine, block by block in turn."""
    with ExitStack() as stack:
        workers: dict[str, Indexing] = {}
        for name, folder in folders.items():
            folder.mkdir(parents=True)
            workers[name] = stack.enter_context(Indexing(name, folder))
        for number, block in enumerate(prepared.blocks()):
            for name in _turned(list(workers), number):
                workers[name].add(block)
        return {name: worker.finish() for name, worker in workers.items()}


def answer_warm(
    workers: Mapping[str, Answering], queries: Sequence[Query], rounds: int, seed: int
) -> dict[str, Measured]:
    """Every query once for nothing, then `rounds` rounds in orders drawn by the seed."""
    found = {name: Measured([[] for _ in queries]) for name in workers}
    slow: set[tuple[str, int]] = set()
    for name, worker in workers.items():
        found[name].opened.append(worker.open())
    for number, name in _visits(list(workers), range(len(queries))):
        (first,) = workers[name].answer(queries[number].node, 1)
        if first.wall > SLOW_SECONDS:
            slow.add((name, number))
    for turn in range(rounds):
        order = list(range(len(queries)))
        random.Random(f"round:{seed}:{turn}").shuffle(order)
        for number, name in _visits(list(workers), order):
            times = 1 if (name, number) in slow else IN_A_ROW
            found[name].warm[number] += workers[name].answer(queries[number].node, times)
    for name, worker in workers.items():
        found[name].resident_mb, found[name].peak_mb = worker.memory()
    return found


def answer_cold(
    workers: Mapping[str, Answering], queries: Sequence[Query], each: int, found: Mapping[str, Measured]
) -> None:
    """The first `each` queries of each class with the index just opened again: nothing is in the engine's
    memory, though the files are in the system's."""
    for number, name in _visits(list(workers), _first_of_each(queries, each)):
        found[name].opened.append(workers[name].open())
        (timing,) = workers[name].answer(queries[number].node, 1)
        found[name].cold[number] = timing


def answer_fresh(
    folders: Mapping[str, Path], queries: Sequence[Query], each: int, found: Mapping[str, Measured]
) -> None:
    """The same in a process that has answered nothing before."""
    for number, name in _visits(list(folders), _first_of_each(queries, each)):
        with Answering(name, folders[name]) as worker:
            found[name].fresh_opened.append(worker.open())
            (timing,) = worker.answer(queries[number].node, 1)
            found[name].fresh[number] = timing


def _first_of_each(queries: Sequence[Query], each: int) -> list[int]:
    seen: dict[str, list[int]] = {}
    for number, query in enumerate(queries):
        seen.setdefault(query.kind, []).append(number)
    return [number for numbers in seen.values() for number in numbers[:each]]


def _visits(names: list[str], numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Each query with each engine; which engine goes first changes from query to query."""
    for turn, number in enumerate(numbers):
        for name in _turned(names, turn):
            yield number, name


def _turned(names: list[str], turn: int) -> list[str]:
    start = turn % len(names) if names else 0
    return names[start:] + names[:start]
