"""A pool of worker processes that gives results in the order of the items."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import wait
from types import TracebackType
from typing import Generic, Self, TypeVar

from indexer.pool.outcome import Failed, Limits, Outcome
from indexer.pool.process import WorkerProcess
from remissarkiv.errors import RemissarkivError

Item = TypeVar("Item")
Value = TypeVar("Value")

_MAX_START_FAILURES = 3


class PoolError(RemissarkivError):
    """Worker processes cannot be started at all; no item is to blame."""


class _Slot(Generic[Item, Value]):
    """An item on its way: without outcome while it waits for its worker or for those before it."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.outcome: Outcome[Value] | None = None
        self.size = 0


class WorkerPool(Generic[Item, Value]):
    """Runs `function`, a picklable function at the top level of a module, in `jobs` spawned processes.

    A task that takes too long, needs too much memory, gives too much or kills its process fails alone; the
    process is replaced. At most `ahead` items are on their way at once, and no new one is begun while results
    that wait for their turn hold more than `pending_mb` megabytes.
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
        self._start_failures = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends all worker processes at once."""
        while self._workers:
            self._workers.pop().close()

    def map(self, items: Iterable[Item]) -> Iterator[tuple[Item, Outcome[Value]]]:
        """Each item with its outcome, in the order of `items`, which is read only as far ahead as needed.

        Raises `PoolError` when no worker can be started. Whatever ends the iteration early, Ctrl-C among
        it, ends the workers that are still busy.
        """
        source = iter(items)
        slots: deque[_Slot[Item, Value]] = deque()
        waiting: deque[int] = deque()
        first = taken = 0
        exhausted = False
        try:
            while True:
                while slots and (outcome := slots[0].outcome) is not None:
                    first += 1
                    yield slots.popleft().item, outcome
                while not exhausted and len(waiting) < self._jobs and self._has_room(slots):
                    try:
                        slots.append(_Slot(next(source)))
                    except StopIteration:
                        exhausted = True
                        break
                    waiting.append(taken)
                    taken += 1
                if exhausted and not slots:
                    return
                self._hand_out(waiting, slots, first)
                self._collect(waiting, slots, first)
        finally:
            self._drop([worker for worker in self._workers if worker.task is not None])

    def _has_room(self, slots: deque[_Slot[Item, Value]]) -> bool:
        return len(slots) < self._ahead and sum(slot.size for slot in slots) < self._pending_bytes

    def _hand_out(self, waiting: deque[int], slots: deque[_Slot[Item, Value]], first: int) -> None:
        """Gives waiting items to idle workers, and starts workers while there are more items than those."""
        idle = [worker for worker in self._workers if worker.is_ready and worker.task is None]
        while waiting and idle:
            worker = idle.pop()
            if worker.give(waiting[0], slots[waiting[0] - first].item):
                waiting.popleft()
            else:
                self._drop([worker])
        starting = sum(not worker.is_ready for worker in self._workers)
        while len(waiting) > starting and len(self._workers) < self._jobs:
            self._workers.append(WorkerProcess(self._function, self._limits))
            starting += 1

    def _collect(self, waiting: deque[int], slots: deque[_Slot[Item, Value]], first: int) -> None:
        """Waits for the next answer, death or deadline and writes down what it means."""
        timeout = max(0.0, min((worker.seconds_left for worker in self._workers), default=0.0))
        by_connection = {worker.connection: worker for worker in self._workers}
        for connection in wait(list(by_connection), None if timeout == float("inf") else timeout):
            worker = by_connection[connection]  # type: ignore[index]  # what went in comes out
            self._receive(worker, waiting, slots, first)
        late = [worker for worker in self._workers if worker.seconds_left <= 0]
        for worker in late:
            self._settle(worker, worker.overdue(), slots, first)
        self._drop(late)

    def _receive(
        self, worker: WorkerProcess, waiting: deque[int], slots: deque[_Slot[Item, Value]], first: int
    ) -> None:
        """Takes an answer. An item that was too much for a process that had done others before it is tried
        again in a new one, so that what came before it does not decide whether it can be read."""
        task, is_fresh = worker.task, worker.is_fresh
        try:
            outcome, size = worker.answer()
        except (EOFError, OSError):
            if task is not None and not is_fresh:
                waiting.appendleft(task)
            else:
                self._settle(worker, worker.post_mortem(), slots, first)
            self._drop([worker])
            return
        self._start_failures = 0
        if worker.is_spent:
            self._drop([worker])
            if task is not None and not is_fresh:
                waiting.appendleft(task)
                return
        if outcome is not None and task is not None:
            slots[task - first].outcome = outcome
            slots[task - first].size = size

    def _settle(
        self, worker: WorkerProcess, failure: Failed, slots: deque[_Slot[Item, Value]], first: int
    ) -> None:
        """The end of a worker without an answer fails its item; without an item, it is a failed start."""
        if worker.task is not None:
            slots[worker.task - first].outcome = failure
            return
        self._start_failures += 1
        if self._start_failures >= _MAX_START_FAILURES:
            raise PoolError(
                f"worker processes cannot be started: {failure.message}", "läsprogrammet kan inte startas"
            )

    def _drop(self, workers: list[WorkerProcess]) -> None:
        for worker in workers:
            self._workers.remove(worker)
            worker.close()
