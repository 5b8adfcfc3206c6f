"""The engine that serves now: the newest published generation, opened again after a rebuild."""

import threading
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path

from remissarkiv.engines.interface import Engine, EngineResult, EngineWriter, SearchRequest
from remissarkiv.engines.registry import CACHE_MB, open_engine
from remissarkiv.errors import IndexBrokenError, RemissarkivError
from remissarkiv.sync.generations import Generations


class LiveEngine:
    """An `Engine` that follows the pointer to the serving generation. `fingerprint` gives what an index must
    be known by now; it is asked each time one is opened. `last_sequence` is that of the catalog, `cache_mb`
    what the engine may keep in memory."""

    def __init__(
        self,
        name: str,
        folder: Path,
        fingerprint: Callable[[], str],
        last_sequence: Callable[[], int],
        cache_mb: int = CACHE_MB,
    ) -> None:
        self._name = name
        self._cache_mb = cache_mb
        self._last_sequence = last_sequence
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
            engine = open_engine(self._name, folder, self._fingerprint(), self._cache_mb)
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

    def trouble(self) -> RemissarkivError | None:
        """See `Engine.trouble`; an index of another version, or that lost what it held, is trouble too."""
        try:
            engine = self._engine()
            return self._lost(engine) or engine.trouble()
        except RemissarkivError as error:
            return error

    def writer(self) -> AbstractContextManager[EngineWriter]:
        """See `Engine.writer`."""
        return self._engine().writer()

    def search(self, request: SearchRequest) -> EngineResult:
        """See `Engine.search`. Raises `IndexBrokenError` for an index that has nothing of a catalog that has
        something: a lost index that was made anew must not answer that nothing was found."""
        engine = self._engine()
        lost = self._lost(engine)
        if lost is not None:
            raise lost
        return engine.search(request)

    def _lost(self, engine: Engine) -> IndexBrokenError | None:
        if engine.sequence() > 0 or self._last_sequence() == 0:
            return None
        return IndexBrokenError(
            "the search index is empty and the catalog is not; run: remiss index",
            "Sökregistret är tomt eller håller på att byggas. Försök igen om en stund; går det inte då "
            "behöver den som sköter systemet köra remiss index.",
        )

    def tidy(self) -> None:
        """See `Engine.tidy`."""
        self._engine().tidy()

    def close(self) -> None:
        """Close the open generation; the next call opens it again."""
        with self._lock:
            if self._open is not None:
                self._open[1].close()
                self._open = None
