"""A pool of worker processes that gives results in the order of the items."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Generic, Self, TypeVar

from indexer.pool.feeding import Feeder, PoolError
from indexer.pool.outcome import Limits, Outcome
from indexer.pool.process import WorkerProcess
from indexer.pool.task import Task

__all__ = ["PoolError", "WorkerPool"]

Item = TypeVar("Item")
Value = TypeVar("Value")


class WorkerPool(Generic[Item, Value]):
    """Runs `function`, a picklable function at the top level of a module, in `jobs` spawned processes.

    A task that takes too long, needs too much memory, gives too much or kills its process fails alone; the
    process is replaced. At most `ahead` items are on their way at once, half of them waiting for a process,
    so that none is idle while the caller is busy; and no new one is begun while results that wait for their
    turn hold more than `pending_mb` megabytes.
    """

    def __init__(
        self,
        jobs: int,
        function: Callable[[Item], Value],
        limits: Limits | None = None,
        *,
        ahead: int | None = None,
        pending_mb: int = 64,
    ) -> None:
        self._jobs = max(1, jobs)
        self._function = function
        self._limits = limits or Limits()
        self._ahead = max(self._jobs, ahead if ahead is not None else 16 * self._jobs)
        self._pending_bytes = pending_mb * 1024 * 1024
        self._workers: list[WorkerProcess] = []
        self._feeder: Feeder[Item, Value] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends all worker processes at once."""
        self._end_round()
        while self._workers:
            self._workers.pop().close()

    def map(self, items: Iterable[Item]) -> Iterator[tuple[Item, Outcome[Value]]]:
        """Each item with its outcome, in the order of `items`, which is read only as far ahead as needed, and
        by the thread that asks for the outcomes. What it raises comes when the items before it are through.

        Raises `PoolError` when no worker can be started. Whatever ends the iteration early, Ctrl-C among
        it, ends the workers that are still busy; so does another round.
        """
        source = iter(items)
        line: deque[Task[Item, Value]] = deque()
        more, broken = True, None
        feeder = self._begin_round()
        try:
            while True:
                while more and len(line) < self._ahead and feeder.is_short():
                    try:
                        task: Task[Item, Value] = Task(next(source))
                    except StopIteration:
                        more = False
                    except Exception as error:  # noqa: BLE001 - whatever a generator of the caller's raises
                        more, broken = False, error
                    else:
                        line.append(task)
                        feeder.add(task)
                if not line:
                    break
                if feeder.await_news(line[0], more and len(line) < self._ahead):
                    task = line.popleft()
                    feeder.fetched(task)
                    yield task.item, task.outcome()
        finally:
            feeder.stop()
        if broken is not None:
            raise broken

    def _begin_round(self) -> Feeder[Item, Value]:
        self._end_round()
        self._feeder = Feeder(
            self._workers,
            lambda: WorkerProcess(self._function, self._limits),
            jobs=self._jobs,
            stock=max(self._jobs, self._ahead // 2),
            pending=self._pending_bytes,
        )
        return self._feeder

    def _end_round(self) -> None:
        if self._feeder is not None:
            self._feeder.stop()
            self._feeder = None
