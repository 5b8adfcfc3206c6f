"""The thread that hands items to the worker processes and takes in their answers.

Whoever asks for the results stores them, or writes an index, for seconds at a time. All the while the workers
go on with what lies in stock for them.
"""

from collections import deque
from collections.abc import Callable
from multiprocessing import Pipe
from multiprocessing.connection import wait
from threading import Condition, Thread, current_thread
from typing import Generic, TypeVar

from indexer.pool.outcome import Failed
from indexer.pool.process import WorkerProcess
from indexer.pool.task import Task
from remissarkiv.errors import RemissarkivError

Item = TypeVar("Item")
Value = TypeVar("Value")

_MAX_START_FAILURES = 3


class PoolError(RemissarkivError):
    """Worker processes cannot be started at all; no item is to blame."""


class Feeder(Generic[Item, Value]):
    """Feeds `workers`, of which it starts at most `jobs` by calling `start`. Nothing but its thread touches
    them until `stop` has returned; the source of items and what becomes of the results are the caller's.

    `stock` is how many items shall wait for a worker, and no item is begun while answers that wait to be
    fetched hold `pending` bytes.
    """

    def __init__(
        self,
        workers: list[WorkerProcess],
        start: Callable[[], WorkerProcess],
        *,
        jobs: int,
        stock: int,
        pending: int,
    ) -> None:
        self._workers = workers
        self._start = start
        self._jobs = jobs
        self._stock = stock
        self._pending = pending
        self._start_failures = 0
        self._waiting: deque[Task[Item, Value]] = deque()
        self._held = 0
        self._error: BaseException | None = None
        self._stopping = False
        self._called = False
        self._news = Condition()
        self._call, self._caller = Pipe(duplex=False)
        self._thread = Thread(target=self._run, name="worker pool", daemon=True)
        self._thread.start()

    def is_short(self) -> bool:
        """Whether there is room for another item."""
        with self._news:
            return self._lacks()

    def add(self, task: Task[Item, Value]) -> None:
        """Put an item in stock."""
        with self._news:
            self._waiting.append(task)
            self._wake()

    def await_news(self, task: Task[Item, Value], more: bool) -> bool:
        """Wait until an item is answered: True. False when the stock runs short before, if there are `more`
        items for it.

        Raises what has ended the thread: `PoolError` when no worker can be started.
        """
        with self._news:
            while task.answer is None:
                if self._error is not None:
                    raise self._error
                if self._stopping:
                    raise RuntimeError("the pool does something else by now")
                if more and self._lacks():
                    return False
                self._news.wait()
            return True

    def fetched(self, task: Task[Item, Value]) -> None:
        """Take note that an answer waits no more."""
        with self._news:
            was_full = self._held >= self._pending
            self._held -= task.size
            if was_full:
                self._wake()

    def stop(self) -> None:
        """End the thread, and the workers that are still busy. Workers that are not are left as they are."""
        with self._news:
            if not self._stopping:
                self._stopping = True
                self._wake()
            self._news.notify_all()
        # What holds an unfinished round may be garbage, and be found in any thread.
        if current_thread() is not self._thread:
            self._thread.join()

    def _lacks(self) -> bool:
        return len(self._waiting) < self._stock and self._held < self._pending

    def _wake(self) -> None:
        """Let the thread look at what has changed."""
        if not self._called:
            self._called = True
            self._caller.send_bytes(b"!")

    def _run(self) -> None:
        try:
            while not self._stopping:
                self._hand_out()
                self._collect()
        except BaseException as error:  # noqa: BLE001 - raised again in the thread that waits for results
            with self._news:
                self._error = error
        finally:
            self._drop([worker for worker in self._workers if worker.task is not None])
            with self._news:
                self._called = True  # nobody reads calls any more
                self._call.close()
                self._caller.close()
                self._news.notify_all()

    def _next(self) -> Task[Item, Value] | None:
        """The item that comes next, if one may be begun. One that was is not held back: others may wait for
        it to be fetched."""
        with self._news:
            task = self._waiting[0] if self._waiting else None
            return task if task is None or task.begun or self._held < self._pending else None

    def _hand_out(self) -> None:
        """Gives items to idle workers, and starts workers while there are more items than those."""
        idle = [worker for worker in self._workers if worker.is_ready and worker.task is None]
        while idle and (task := self._next()) is not None:
            worker = idle.pop()
            if worker.give(task):
                task.begun = True
                with self._news:
                    self._waiting.popleft()
                    self._news.notify_all()
            else:
                self._drop([worker])
        starting = sum(not worker.is_ready for worker in self._workers)
        while len(self._waiting) > starting and len(self._workers) < self._jobs:
            self._workers.append(self._start())
            starting += 1

    def _collect(self) -> None:
        """Waits for the next call, answer, death or deadline and does what it asks for."""
        timeout = min((worker.seconds_left for worker in self._workers), default=float("inf"))
        by_connection = {worker.connection: worker for worker in self._workers}
        ready = wait([self._call, *by_connection], None if timeout == float("inf") else max(0.0, timeout))
        for connection in ready:
            if connection is self._call:
                with self._news:
                    self._call.recv_bytes()
                    self._called = False
            else:
                self._receive(by_connection[connection])  # type: ignore[index]  # what went in comes out
        late = [worker for worker in self._workers if worker.seconds_left <= 0]
        for worker in late:
            self._settle(worker.task, worker.overdue())
        self._drop(late)

    def _receive(self, worker: WorkerProcess) -> None:
        """Takes an answer. An item that was too much for a process that had done others before it is tried
        again in a new one, so that what came before it does not decide whether it can be read."""
        task, is_fresh = worker.task, worker.is_fresh
        try:
            answer = worker.answer()
        except (EOFError, OSError):
            if task is not None and not is_fresh:
                self._waiting.appendleft(task)
            else:
                self._settle(task, worker.post_mortem())
            self._drop([worker])
            return
        self._start_failures = 0
        if worker.is_spent:
            self._drop([worker])
            if task is not None and not is_fresh:
                self._waiting.appendleft(task)
                return
        if answer is not None and task is not None:
            self._answer(task, answer)

    def _settle(self, task: Task[Item, Value] | None, failure: Failed) -> None:
        """The end of a worker without an answer fails its item; without an item, it is a failed start."""
        if task is not None:
            self._answer(task, failure)
            return
        self._start_failures += 1
        if self._start_failures >= _MAX_START_FAILURES:
            raise PoolError(
                f"worker processes cannot be started: {failure.message}", "läsprogrammet kan inte startas"
            )

    def _answer(self, task: Task[Item, Value], answer: bytes | Failed) -> None:
        with self._news:
            task.answer = answer
            self._held += task.size
            self._news.notify_all()

    def _drop(self, workers: list[WorkerProcess]) -> None:
        for worker in workers:
            self._workers.remove(worker)
            worker.close()
