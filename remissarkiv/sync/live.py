"""The engine that serves now: the newest published generation, opened again after a rebuild."""

import threading
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path

from remissarkiv.engines.interface import Engine, EngineResult, EngineWriter, SearchRequest
from remissarkiv.engines.registry import open_engine
from remissarkiv.sync.generations import Generations


class LiveEngine:
    """An `Engine` that follows the pointer to the serving generation. `fingerprint` gives what an index must
    be known by now; it is asked each time one is opened."""

    def __init__(self, name: str, folder: Path, fingerprint: Callable[[], str]) -> None:
        self._name = name
        self._fingerprint = fingerprint
        self._generations = Generations(folder)
        self._lock = threading.Lock()
        self._open: tuple[Path, Engine] | None = None

    def _engine(self) -> Engine:
        folder = self._generations.current()
        with self._lock:
            if self._open is not None:
                if self._open[0] == folder:
                    return self._open[1]
                # Requests that still read the old generation keep it alive; it closes with the last of them.
                self._open = None
            engine = open_engine(self._name, folder, self._fingerprint())
            self._open = (folder, engine)
            return engine

    def sequence(self) -> int:
        """See `Engine.sequence`."""
        return self._engine().sequence()

    def count(self) -> int:
        """See `Engine.count`."""
        return self._engine().count()

    def ids(self) -> Iterable[str]:
        """See `Engine.ids`."""
        return self._engine().ids()

    def check(self) -> tuple[str, ...]:
        """See `Engine.check`."""
        return self._engine().check()

    def writer(self) -> AbstractContextManager[EngineWriter]:
        """See `Engine.writer`."""
        return self._engine().writer()

    def search(self, request: SearchRequest) -> EngineResult:
        """See `Engine.search`."""
        return self._engine().search(request)

    def tidy(self) -> None:
        """See `Engine.tidy`."""
        self._engine().tidy()

    def close(self) -> None:
        """Close the open generation; the next call opens it again."""
        with self._lock:
            if self._open is not None:
                self._open[1].close()
                self._open = None
