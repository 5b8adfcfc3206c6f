"""One worker process as the parent sees it."""

import multiprocessing
import pickle
import time
from collections.abc import Callable
from typing import Any

from indexer.pool.outcome import Failed, Limits
from indexer.pool.task import Task
from indexer.pool.worker import READY, SPENT, serve

_STARTING_SECONDS = 120.0
"""Longest wait for a worker to import what it needs, on a machine that is busy."""

_ANSWER_MARGIN = 1024 * 1024


class WorkerProcess:
    """A spawned process with a pipe of its own. It is starting, idle, or busy with one task; fresh until it
    has done one, spent when it will take no more."""

    def __init__(self, function: Callable[[Any], Any], limits: Limits) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._limits = limits
        self._process = context.Process(target=serve, args=(theirs, function, limits), daemon=True)
        self._process.start()
        theirs.close()
        self.is_ready = False
        self.is_spent = False
        self.is_fresh = True
        self.task: Task[Any, Any] | None = None
        self._deadline = time.monotonic() + _STARTING_SECONDS

    @property
    def seconds_left(self) -> float:
        """Time until this worker must have answered; unbounded while it has nothing to do."""
        if self.is_ready and self.task is None:
            return float("inf")
        return self._deadline - time.monotonic()

    def give(self, task: Task[Any, Any]) -> bool:
        """Hands over an item; False when the process turns out to be dead."""
        data = pickle.dumps(task.item, pickle.HIGHEST_PROTOCOL)
        try:
            self.connection.send_bytes(data)
        except (BrokenPipeError, ConnectionResetError):
            return False
        self.task = task
        self._deadline = time.monotonic() + self._limits.seconds
        return True

    def answer(self) -> bytes | None:
        """What came through the pipe, as `Task` takes it; None for the word that the worker is ready.

        Raises `EOFError` or `OSError` when the process has died, or wrote more than it may.
        """
        data = self.connection.recv_bytes(self._limits.output_mb * 1024 * 1024 + _ANSWER_MARGIN)
        if not self.is_ready and data == READY:
            self.is_ready = True
            return None
        self.task = None
        self.is_spent = data[:1] == SPENT
        self.is_fresh = self.is_fresh and self.is_spent
        return data

    def post_mortem(self) -> Failed:
        """Why the task of a worker that died has no result."""
        self._process.join(timeout=5)
        code = self._process.exitcode
        how = f"signal {-code}" if code is not None and code < 0 else f"exit status {code}"
        return Failed(
            f"the reading process died ({how})",
            "filen fick läsprogrammet att avbrytas; den är skadad eller kräver för mycket minne",
            f"worker ended with {how}",
        )

    def overdue(self) -> Failed:
        """Why the task of a worker that took too long has no result."""
        seconds = f"{self._limits.seconds:g}"
        return Failed(
            f"reading took more than {seconds} s", f"filen tog längre än {seconds} sekunder att läsa"
        )

    def close(self) -> None:
        """Ends the process, whatever it is doing, and waits until it is gone."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self.connection.close()
