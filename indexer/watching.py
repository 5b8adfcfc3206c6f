"""When is it time for a run? When files have changed and come to rest, and now and then whatever happens."""

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path

from watchfiles import watch

_QUIET_MS = 300
_TICK_SECONDS = 1.0
_LONGEST_UNREST = 60.0
"""Seconds after which a run begins though files still change: a folder may never come to rest."""


class Watcher:
    """Tells when a run is due.

    `every` is the longest time between two runs in seconds, `settle` how long files must have been at rest.
    A folder that is not there (a share that is not mounted) is looked for again at each run. Changes below
    `own`, the archive's data folder, do not count. `poll` looks at the files at intervals instead of asking
    the operating system, as network shares need.
    """

    def __init__(
        self, folders: Sequence[Path], own: Path, *, every: float, settle: float, poll: bool = False
    ) -> None:
        self._folders = tuple(folders)
        self._own = own.resolve()
        self._every = every
        self._settle = settle
        self._poll = poll
        self._watched: tuple[Path, ...] = ()

    def due(self, stopped: Callable[[], bool] = lambda: False) -> Iterator[str]:
        """Why a run is due ("start", "change", "schedule"), each time it is; ends when `stopped`.

        What changes while a run is going on is told of after it.
        """
        changes = self._changes()
        reason = "start"
        try:
            while not stopped():
                yield reason
                if self._present() != self._watched:
                    changes.close()
                    changes = self._changes()
                reason = self._wait(changes, stopped)
        finally:
            changes.close()

    def _present(self) -> tuple[Path, ...]:
        return tuple(folder for folder in self._folders if folder.exists())

    def _changes(self) -> Generator[bool, None, None]:
        """Whether something has changed, asked about once a second. Listening has begun when this returns."""
        self._watched = self._present()
        changes = self._listen() if self._watched else self._sleep()
        next(changes)
        return changes

    def _listen(self) -> Generator[bool, None, None]:
        for changed in watch(
            *self._watched,
            watch_filter=lambda change, path: not Path(path).is_relative_to(self._own),
            debounce=_QUIET_MS,
            rust_timeout=int(_TICK_SECONDS * 1000),
            yield_on_timeout=True,
            force_polling=self._poll or None,
            ignore_permission_denied=True,
        ):
            yield bool(changed)

    def _sleep(self) -> Generator[bool, None, None]:
        while True:
            time.sleep(_TICK_SECONDS)
            yield False

    def _wait(self, changes: Iterator[bool], stopped: Callable[[], bool]) -> str:
        deadline = time.monotonic() + self._every
        first = last = None
        for changed in changes:
            now = time.monotonic()
            if changed:
                first, last = first or now, now
            if first is not None and last is not None:
                rested = now - last >= self._settle
                if rested or now - first >= _LONGEST_UNREST:
                    return "change"
            if now >= deadline or stopped():
                break
        return "schedule"
