"""The engines there are. A new engine is a folder beside this file and a line in `ENGINES`."""

from pathlib import Path
from typing import Protocol

from remissarkiv.engines.interface import Engine
from remissarkiv.engines.memory import MemoryEngine
from remissarkiv.engines.whoosh import WhooshEngine
from remissarkiv.errors import ConfigError

CACHE_MB = 256
"""Megabytes that an engine may keep of what it has read, unless it is told otherwise."""


class Opener(Protocol):
    """Opens the index in a folder, or makes it; see `open_engine`."""

    def __call__(self, folder: Path, fingerprint: str, cache_mb: int = CACHE_MB) -> Engine: ...


ENGINES: tuple[tuple[str, Opener], ...] = (
    ("whoosh", WhooshEngine.open),
    ("memory", lambda folder, fingerprint, cache_mb=0: MemoryEngine()),
)


def open_engine(name: str, folder: Path, fingerprint: str, cache_mb: int = CACHE_MB) -> Engine:
    """The engine called `name` over the index in `folder` (made when missing).

    `fingerprint` is `language.analysis.fingerprint()`, `cache_mb` how many megabytes may be kept in memory of
    what was read. Raises `ConfigError` for a name that is not in
    `ENGINES`, and what the engine raises for an index it cannot use (`IndexMismatchError`,
    `IndexBrokenError`).
    """
    for known, opener in ENGINES:
        if known == name:
            return opener(folder, fingerprint, cache_mb)
    names = ", ".join(known for known, _ in ENGINES)
    raise ConfigError(f"no search engine is called {name!r}; there are: {names}")
