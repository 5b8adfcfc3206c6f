"""The inside of a worker process: takes items from a pipe, answers on it, ends when the pipe does."""

import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from indexer.pool.garbage import seldom_collected
from indexer.pool.outcome import Failed, Limits
from remissarkiv.errors import RemissarkivError

READY = b"ready"
DONE = b"d"
FAILED = b"f"
SPENT = b"s"
"""First byte of an answer; the rest is the pickled value or `Failed`. After a `SPENT` one the worker ends:
what took all its memory may still hold it, and must not be laid at the next file's door."""

_MEGABYTE = 1024 * 1024
_GRACE_SECONDS = 10


def serve(connection: Connection, function: Callable[[Any], Any], limits: Limits) -> None:
    """Runs `function` on every item that comes, one at a time, until the other end closes."""
    # Ctrl-C reaches the whole process group; the parent decides what becomes of its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _limit_memory(limits)
    try:
        connection.send_bytes(READY)
        with seldom_collected():
            _work(connection, function, limits)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _work(connection: Connection, function: Callable[[Any], Any], limits: Limits) -> None:
    while True:
        item = pickle.loads(connection.recv_bytes())  # noqa: S301 - written by the parent process
        _arm(limits.seconds + _GRACE_SECONDS)
        answer = _answer(function, item, limits)
        _arm(0)
        connection.send_bytes(answer)
        if answer.startswith(SPENT):
            return


def _end_with_parent() -> None:
    """Ends this process when its parent dies, also in the middle of a task."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _arm(seconds: float) -> None:
    """Lets the system end this process after some time. The parent does it before that; the clock is for a
    parent that died while the task holds the interpreter, so that no thread can see it."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory(limits: Limits) -> None:
    if sys.platform == "win32":
        return
    import resource

    size = limits.memory_mb * _MEGABYTE
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        size = min(size, hard)
    resource.setrlimit(resource.RLIMIT_AS, (size, hard))


def _answer(function: Callable[[Any], Any], item: Any, limits: Limits) -> bytes:
    try:
        result = pickle.dumps(function(item), pickle.HIGHEST_PROTOCOL)
    except RemissarkivError as error:
        return _failure(str(error), error.swedish)
    except MemoryError:
        failed = Failed(
            f"reading needed more than {limits.memory_mb} MB of memory",
            f"filen krävde mer än {limits.memory_mb} MB minne att läsa",
        )
        return SPENT + pickle.dumps(failed)
    except Exception as error:  # noqa: BLE001 - the boundary of the process: whatever a bad file causes
        return _failure(
            f"reader failed: {type(error).__name__}",
            "filen kunde inte läsas: ett oväntat fel inträffade",
            traceback.format_exc(),
        )
    if len(result) > limits.output_mb * _MEGABYTE:
        return _failure(
            f"the result is larger than {limits.output_mb} MB",
            f"filens text är större än {limits.output_mb} MB",
        )
    return DONE + result


def _failure(message: str, swedish: str, detail: str = "") -> bytes:
    return FAILED + pickle.dumps(Failed(message, swedish, detail))
