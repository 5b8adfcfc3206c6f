"""The feeding thread: it hands out and collects while the caller is away, whatever comes when."""

import os
import pickle
import random
import sys
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing import Pipe
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from indexer.pool import Done, Failed, Outcome, WorkerPool
from indexer.pool.feeding import Feeder, PoolError
from indexer.pool.pool import WorkerPool as Pool
from indexer.pool.process import WorkerProcess
from indexer.pool.task import Task
from indexer.pool.worker import DONE, READY

TASKS = """
import os, time
from pathlib import Path

def behave(item):
    kind, _, value = item.partition(" ")
    if kind == "touch":
        Path(value).touch()
    elif kind == "produce":
        return "x" * int(value)
    elif kind == "once" and not os.path.exists(value):
        Path(value).touch()
        time.sleep(1)
        os._exit(1)
    elif kind == "wait":
        while not os.path.exists(value):
            time.sleep(0.01)
    return kind
"""


@pytest.fixture
def tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    name = f"feeding_tasks_{os.getpid()}"
    (tmp_path / f"{name}.py").write_text(TASKS)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield __import__(name)
    sys.modules.pop(name, None)


def _comes(what: Callable[[], bool]) -> bool:
    for _ in range(6000):
        if what():
            return True
        time.sleep(0.01)
    return False


def test_workers_go_on_while_the_caller_is_away(tasks: ModuleType, tmp_path: Path) -> None:
    places = [tmp_path / f"fil {number}" for number in range(12)]
    with WorkerPool(2, tasks.behave) as pool:
        results = pool.map([f"touch {place}" for place in places])
        assert next(results)[1] == Done("touch")
        assert _comes(lambda: all(place.exists() for place in places))
        assert [outcome for _, outcome in results] == [Done("touch")] * 11


def test_an_item_that_is_tried_again_is_not_held_back_by_those_that_wait_for_it(
    tasks: ModuleType, tmp_path: Path
) -> None:
    # Both workers have done something, so that the death is laid at nobody's door at first.
    warm = [f"touch {tmp_path / 'one'}", "produce 1", "produce 1", "produce 1"]
    items = [*warm, f"once {tmp_path / 'died'}", *["produce 700000"] * 6]
    with WorkerPool(2, tasks.behave, pending_mb=1) as pool:
        outcomes = [outcome for _, outcome in pool.map(items)]
    assert outcomes[4] == Done("once") or isinstance(outcomes[4], Failed)
    assert outcomes[5:] == [Done("x" * 700000)] * 6


def test_what_the_source_raises_comes_after_the_results_before_it(tasks: ModuleType) -> None:
    threads = set()

    def items() -> Iterator[str]:
        threads.add(threading.current_thread())
        yield from ["a", "b", "c"]
        raise KeyError("källan")

    seen: list[str] = []
    with WorkerPool(1, tasks.behave) as pool:
        with pytest.raises(KeyError, match="källan"):
            seen.extend(item for item, _ in pool.map(items()))
        assert seen == ["a", "b", "c"]
        assert threads == {threading.current_thread()}
        assert [outcome for _, outcome in pool.map(["d"])] == [Done("d")]


def test_an_item_that_cannot_be_handed_over_is_an_error_for_the_caller(tasks: ModuleType) -> None:
    items: list[Any] = [lambda: None]
    with WorkerPool(1, tasks.behave) as pool:
        with pytest.raises((pickle.PicklingError, AttributeError)):
            list(pool.map(items))
        assert [outcome for _, outcome in pool.map(["a"])] == [Done("a")]


def test_another_round_ends_the_one_before(tasks: ModuleType, tmp_path: Path) -> None:
    with WorkerPool(2, tasks.behave) as pool:
        first = pool.map(["a", f"wait {tmp_path / 'never'}", "b"])
        next(first)
        assert [outcome for _, outcome in pool.map(["c"])] == [Done("c")]
        with pytest.raises(RuntimeError):
            list(first)


def test_closing_ends_an_unfinished_round(tasks: ModuleType, tmp_path: Path) -> None:
    before = set(threading.enumerate())
    pool: Pool[str, str] = WorkerPool(2, tasks.behave)
    with pool:
        results = pool.map(["a", f"wait {tmp_path / 'never'}"])
        next(results)
    assert set(threading.enumerate()) <= before
    with pytest.raises(RuntimeError):
        next(results)


class ThreadWorker:
    """A worker as the feeder sees it, in a thread: thousands of rounds a second, deaths by chance."""

    def __init__(self, chance: random.Random) -> None:
        self.connection, self._theirs = Pipe()
        self._chance = chance
        self.is_ready, self.is_spent, self.is_fresh = False, False, True
        self.task: Task[int, int] | None = None
        self.seconds_left = float("inf")
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        try:
            self._theirs.send_bytes(READY)
            while True:
                item = pickle.loads(self._theirs.recv_bytes())  # noqa: S301 - our own
                if self._chance.random() < 0.02:
                    break
                if self._chance.random() < 0.1:
                    time.sleep(0.001)
                self._theirs.send_bytes(DONE + pickle.dumps(item) + b" " * self._chance.randrange(100))
        except (EOFError, OSError):
            pass
        self._theirs.close()

    def give(self, task: Task[int, int]) -> bool:
        try:
            self.connection.send_bytes(pickle.dumps(task.item))
        except OSError:
            return False
        self.task = task
        return True

    def answer(self) -> bytes | None:
        data = self.connection.recv_bytes()
        if not self.is_ready:
            self.is_ready = True
            return None
        self.task, self.is_fresh = None, False
        return data

    def post_mortem(self) -> Failed:
        return Failed("died", "dog")

    def close(self) -> None:
        self.connection.close()
        self._thread.join()


@pytest.mark.parametrize("seed", range(12))
def test_whatever_comes_when_every_item_has_its_outcome_in_order(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Workers that die by chance, tiny limits, a caller who is away by chance."""
    chance = random.Random(seed)
    monkeypatch.setattr("indexer.pool.pool.WorkerProcess", lambda function, limits: ThreadWorker(chance))
    pool: Pool[int, int] = WorkerPool(chance.randint(1, 4), int, ahead=chance.randint(1, 20))
    pool._pending_bytes = chance.choice([1, 100, 1000, 100_000])
    found: list[tuple[int, Outcome[int]]] = []
    with pool:
        for result in pool.map(range(400)):
            found.append(result)
            if chance.random() < 0.02:
                time.sleep(0.005)
    assert [item for item, _ in found] == list(range(400))
    failed = [item for item, outcome in found if outcome != Done(item)]
    assert all(isinstance(found[item][1], Failed) for item in failed)
    assert len(failed) < 40


@pytest.mark.parametrize("seed", range(6))
def test_a_round_may_end_anywhere(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    monkeypatch.setattr("indexer.pool.pool.WorkerProcess", lambda function, limits: ThreadWorker(chance))
    before = set(threading.enumerate())
    with WorkerPool(3, int, ahead=12) as pool:
        for _ in range(10):
            stop = chance.randrange(20)
            for item, _ in pool.map(range(40)):
                if item == stop:
                    break
    assert set(threading.enumerate()) <= before


def test_a_feeder_that_is_stopped_in_its_own_thread_ends() -> None:
    """As when the garbage collector finds an unfinished round while that thread runs."""

    def start() -> WorkerProcess:
        feeder.stop()
        raise PoolError("stopped")

    feeder: Feeder[int, int] = Feeder([], start, jobs=1, stock=1, pending=1)
    task: Task[int, int] = Task(1)
    feeder.add(task)
    with pytest.raises((PoolError, RuntimeError)):
        feeder.await_news(task, False)
    feeder.stop()
    assert not feeder._thread.is_alive()


def test_an_answer_is_unpacked_in_its_turn_and_then_let_go() -> None:
    task: Task[str, list[int]] = Task("a")
    task.answer = DONE + pickle.dumps([1, 2])
    assert task.size == len(task.answer)
    assert task.outcome() == Done([1, 2])
    assert task.size == 0
    with pytest.raises(ValueError, match="no worker"):
        task.outcome()
