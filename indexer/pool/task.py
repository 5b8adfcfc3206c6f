"""An item on its way through the pool."""

import pickle
from typing import Generic, TypeVar

from indexer.pool.outcome import Done, Failed, Outcome
from indexer.pool.worker import DONE

Item = TypeVar("Item")
Value = TypeVar("Value")


class Task(Generic[Item, Value]):
    """An item: not `begun` before a worker has had it, without `answer` until one has done it.

    An answer stays as it came through the pipe until its turn: a document takes several times the room of its
    bytes, and hundreds may wait for one slow file.
    """

    __slots__ = ("answer", "begun", "item")

    def __init__(self, item: Item) -> None:
        self.item = item
        self.begun = False
        self.answer: bytes | Failed | None = None

    @property
    def size(self) -> int:
        """Bytes of the answer."""
        return len(self.answer) if isinstance(self.answer, bytes) else 0

    def outcome(self) -> Outcome[Value]:
        """What the answer says; it is told once. Raises `ValueError` when there is none."""
        answer, self.answer = self.answer, None
        if answer is None:
            raise ValueError("no worker has answered")
        if isinstance(answer, Failed):
            return answer
        body = pickle.loads(memoryview(answer)[1:])  # noqa: S301 - written by our own worker process
        if answer[:1] == DONE:
            return Done(body)
        failed: Failed = body
        return failed
