"""Reading in processes: what one file does to its process, no other file notices."""

import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from indexer.pool import Done, Failed, Limits, Outcome, PoolError, WorkerPool

TASKS = """
import os, time
from remissarkiv.errors import UnreadableFileError

hoard = []

def behave(item):
    kind, _, value = item.partition(" ")
    if kind == "sleep":
        time.sleep(float(value))
    elif kind == "allocate":
        return len(bytearray(int(value)))
    elif kind == "hoard":
        hoard.append(bytearray(int(value)))
    elif kind == "produce":
        return "x" * int(value)
    elif kind == "exit":
        os._exit(int(value))
    elif kind == "abort":
        os.abort()
    elif kind == "refuse":
        raise UnreadableFileError("empty", "filen är tom")
    elif kind == "fail":
        raise KeyError("hemligt")
    elif kind == "pid":
        return os.getpid()
    return item.upper()
"""


@pytest.fixture
def tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A module that spawned processes can import too: they inherit the path of their parent."""
    name = f"pool_tasks_{os.getpid()}"
    (tmp_path / f"{name}.py").write_text(TASKS)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield __import__(name)
    sys.modules.pop(name, None)


def run(tasks: ModuleType, items: list[str], jobs: int = 1, **limits: float) -> list[Outcome[object]]:
    with WorkerPool(jobs, tasks.behave, Limits(**limits)) as pool:  # type: ignore[arg-type]
        return [outcome for _, outcome in pool.map(items)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(tasks: ModuleType, jobs: int) -> None:
    items = ["sleep 0.3", "a", "b", "sleep 0.1", *(f"fil {n}" for n in range(40))]
    with WorkerPool(jobs, tasks.behave) as pool:
        assert list(pool.map(items)) == [(item, Done(item.upper())) for item in items]


def test_a_task_that_takes_too_long_fails_alone(tasks: ModuleType) -> None:
    first, slow, last = run(tasks, ["a", "sleep 60", "b"], seconds=0.5)
    assert (first, last) == (Done("A"), Done("B"))
    assert isinstance(slow, Failed)
    assert slow.swedish == "filen tog längre än 0.5 sekunder att läsa"


def test_a_task_that_needs_too_much_memory_fails_alone(tasks: ModuleType) -> None:
    first, greedy, last = run(tasks, ["a", f"allocate {2**30}", "b"], memory_mb=512)
    assert (first, last) == (Done("A"), Done("B"))
    assert isinstance(greedy, Failed)
    assert "512 MB minne" in greedy.swedish


def test_what_one_task_leaves_behind_is_not_laid_at_the_next_ones_door(tasks: ModuleType) -> None:
    left, next_one, too_much = run(
        tasks, [f"hoard {2**28}", f"allocate {2**28}", f"allocate {2**30}"], memory_mb=512
    )
    assert isinstance(left, Done)
    assert next_one == Done(2**28)
    assert isinstance(too_much, Failed)


def test_a_result_that_is_too_large_fails_alone(tasks: ModuleType) -> None:
    first, large, last = run(tasks, ["a", "produce 3000000", "b"], output_mb=2)
    assert (first, last) == (Done("A"), Done("B"))
    assert isinstance(large, Failed)
    assert "2 MB" in large.swedish


@pytest.mark.parametrize("death", ["exit 3", "abort"])
def test_a_task_that_kills_its_process_fails_alone(tasks: ModuleType, death: str) -> None:
    outcomes = run(tasks, ["a", death, death, "b"], jobs=2)
    assert (outcomes[0], outcomes[3]) == (Done("A"), Done("B"))
    assert all(isinstance(outcome, Failed) and outcome.swedish for outcome in outcomes[1:3])


def test_a_reason_for_people_comes_through(tasks: ModuleType) -> None:
    refused, failed = run(tasks, ["refuse", "fail"])
    assert refused == Failed("empty", "filen är tom")
    assert isinstance(failed, Failed)
    assert failed.message == "reader failed: KeyError"
    assert "hemligt" not in failed.message + failed.swedish
    assert "Traceback" in failed.detail


def test_items_are_taken_only_as_needed(tasks: ModuleType) -> None:
    taken = []

    def items() -> Iterator[str]:
        for number in range(1000):
            taken.append(number)
            yield f"fil {number}"

    with WorkerPool(2, tasks.behave, ahead=5) as pool:
        for count, _ in enumerate(pool.map(items()), 1):
            assert len(taken) <= count + 5
            if count == 20:
                break


def test_large_results_that_wait_hold_back_new_items(tasks: ModuleType) -> None:
    taken = []

    def items() -> Iterator[str]:
        for number, item in enumerate(["sleep 1.5", *["produce 700000"] * 30]):
            taken.append(number)
            yield item

    with WorkerPool(2, tasks.behave, pending_mb=1) as pool:
        next(iter(pool.map(items())))
        assert len(taken) < 31


def test_a_pool_can_be_used_again_after_an_unfinished_round(tasks: ModuleType) -> None:
    with WorkerPool(2, tasks.behave) as pool:
        for _ in pool.map(["a", "sleep 30", "b"]):
            break
        gc.collect()
        assert [outcome for _, outcome in pool.map(["c"])] == [Done("C")]


def _is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z"


def _waits_for(what: Callable[[], bool]) -> bool:
    for _ in range(200):
        if what():
            return True
        time.sleep(0.05)
    return False


def test_closing_ends_the_processes(tasks: ModuleType) -> None:
    with WorkerPool(1, tasks.behave) as pool:
        ((_, outcome),) = pool.map(["pid"])
    assert isinstance(outcome, Done)
    assert _waits_for(lambda: _is_gone(outcome.value))


PARENT = """
import sys
from indexer.pool import WorkerPool
import {module}

if __name__ == "__main__":
    with WorkerPool(2, {module}.behave) as pool:
        for _, outcome in pool.map(["pid", "sleep 50", "sleep 51"]):
            print(outcome.value, flush=True)
"""


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_workers_end_with_their_parent(tasks: ModuleType, tmp_path: Path, end: signal.Signals) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT.format(module=tasks.__name__))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        text=True,
        start_new_session=True,
    ) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.send_signal(end)
        assert parent.wait(timeout=120) != 0
    assert _waits_for(lambda: _is_gone(worker))


def test_a_worker_that_cannot_start_is_an_error_and_no_endless_loop(
    tasks: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / f"{tasks.__name__}.py").write_text("raise SystemExit(1)")
    with WorkerPool(1, tasks.behave) as pool, pytest.raises(PoolError):
        list(pool.map(["a"]))
