"""What the pool is to run in the processes that read."""

from collections.abc import Callable
from dataclasses import dataclass

from indexer.task import ReadingResult, ReadingTask
from remissarkiv.acts import Register, register_in_use, use_register


def reader() -> Callable[[ReadingTask], ReadingResult]:
    """`understanding.read_task` for a reading process, which is to know the same acts as this one does: the
    register itself goes with it, so that a file that changes meanwhile makes no difference."""
    return _Reader(register_in_use())


@dataclass(frozen=True)
class _Reader:
    register: Register

    def __call__(self, task: ReadingTask) -> ReadingResult:
        from indexer.understanding import read_task

        use_register(self.register)
        return read_task(task)

    def __reduce__(self) -> tuple[Callable[[Register], "_Reader"], tuple[Register]]:
        return _prepared, (self.register,)


def _prepared(register: Register) -> _Reader:
    """In the reading process: loads everything before it says that it is ready, and not while the clock of
    its first file runs."""
    import indexer.understanding  # noqa: F401

    return _Reader(register)
