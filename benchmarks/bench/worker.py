"""An engine in a process of its own: its CPU time and its memory are the process's.

The parent talks to it through a pipe, one message at a time, so that only one engine works at any moment.
"""

import time
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any

from benchmarks.bench.interface import Answer
from benchmarks.bench.peers import PEERS
from benchmarks.bench.prepared import entries_of
from benchmarks.bench.timing import Built, Timing, peak_mb, resident_mb
from remissarkiv.engines.interface import Node

_SPAWN = get_context("spawn")


class _Worker:
    """A process and the pipe to it. A context: leaving it ends the process."""

    def __init__(self, target: Any, name: str, folder: Path) -> None:
        self._pipe, other = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=target, args=(other, name, folder), daemon=True)
        self._process.start()
        other.close()

    def __enter__(self) -> Any:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pipe.close()
        self._process.join(60)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    def _ask(self, message: Any) -> Any:
        self._pipe.send(message)
        try:
            return self._pipe.recv()
        except EOFError:
            raise RuntimeError("the process of an engine has ended; its reason stands above") from None


class Indexing(_Worker):
    """An engine that indexes."""

    def __init__(self, name: str, folder: Path) -> None:
        super().__init__(_index, name, folder)

    def add(self, block: bytes) -> None:
        """Index a block; back when it is done."""
        self._ask(block)

    def finish(self) -> Built:
        """Make the index searchable, and tell what it cost."""
        built: Built = self._ask(None)
        return built


class Answering(_Worker):
    """An engine that answers."""

    def __init__(self, name: str, folder: Path) -> None:
        super().__init__(_answer, name, folder)

    def open(self) -> Timing:
        """Open the index, or close it and open it again: nothing of it is in the engine's own memory then."""
        opened: Timing = self._ask(("open", None, 0))
        return opened

    def answer(self, query: Node, times: int) -> list[Timing]:
        """Answer `times` times in a row."""
        timings: list[Timing] = self._ask(("answer", query, times))
        return timings

    def shown(self, query: Node) -> Answer:
        """The answer itself. Not measured."""
        answer: Answer = self._ask(("shown", query, 0))
        return answer

    def hits(self, query: Node) -> set[int]:
        """All documents found. Not measured."""
        found: set[int] = self._ask(("hits", query, 0))
        return found

    def memory(self) -> tuple[float, float]:
        """MB resident now, and the most that ever was."""
        now, peak = self._ask(("memory", None, 0))
        return now, peak


def _index(pipe: Connection, name: str, folder: Path) -> None:
    builder = PEERS[name]().build(folder)
    began = time.process_time()
    aside = clock = 0.0
    while True:
        # What the main thread does to receive and to put into shape is not the engine's. An engine's other
        # threads count whatever the main one does.
        start = time.thread_time()
        try:
            block = pipe.recv()
        except EOFError:
            return
        if block is None:
            break
        ready = [builder.ready(entry) for entry in entries_of(block)]
        aside += time.thread_time() - start
        start = time.perf_counter()
        for one in ready:
            builder.add(one)
        clock += time.perf_counter() - start
        pipe.send(None)
    start = time.perf_counter()
    builder.finish()
    clock += time.perf_counter() - start
    cpu = time.process_time() - began - aside
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    pipe.send(Built(clock, cpu, size, peak_mb()))


def _answer(pipe: Connection, name: str, folder: Path) -> None:
    peer = PEERS[name]()
    reader = None
    while True:
        try:
            what, query, times = pipe.recv()
        except EOFError:
            break
        if what == "open":
            if reader is not None:
                reader.close()
            wall, cpu = time.perf_counter(), time.process_time()
            reader = peer.open(folder)
            pipe.send(Timing(time.perf_counter() - wall, time.process_time() - cpu))
        elif what == "memory":
            pipe.send((resident_mb(), peak_mb()))
        elif reader is None:
            raise RuntimeError("asked before the index was opened")
        elif what == "answer":
            timings = []
            for _ in range(times):
                wall, cpu = time.perf_counter(), time.process_time()
                reader.answer(query)
                timings.append(Timing(time.perf_counter() - wall, time.process_time() - cpu))
            pipe.send(timings)
        elif what == "shown":
            answer = reader.answer(query)
            facets = {name: dict(counts) for name, counts in answer.facets.items()}
            pipe.send(Answer(answer.total, answer.best, facets))
        else:
            pipe.send(reader.hits(query))
    if reader is not None:
        reader.close()
