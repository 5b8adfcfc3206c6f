"""Garbage is looked for seldom while files are read, and whoever asked for a run is left as it was."""

import gc
import weakref

from indexer.pool import WorkerPool, seldom_collected


class _HoldsItself:
    def __init__(self) -> None:
        self.own = self


def _threshold(_item: int) -> tuple[int, int, int]:
    return gc.get_threshold()


def test_afterwards_garbage_is_looked_for_as_before() -> None:
    before = gc.get_threshold()
    with seldom_collected():
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def test_what_holds_itself_still_goes() -> None:
    """The tree of a web page holds itself: thousands of pages must not stay in memory."""
    with seldom_collected():
        thing = _HoldsItself()
        gone = weakref.ref(thing)
        del thing
        # As many new objects as make Python look through the youngest ones.
        kept = [[number] for number in range(2 * gc.get_threshold()[0])]
        assert kept
        assert gone() is None


def test_reading_processes_look_seldom() -> None:
    with WorkerPool(1, _threshold) as pool:
        ((_, outcome),) = pool.map([1])
    assert outcome.value[0] > gc.get_threshold()[0]  # type: ignore[union-attr]
