"""The engines there are. A new engine is a folder beside this file and a line in `ENGINES`."""

from collections.abc import Callable
from pathlib import Path

from remissarkiv.engines.interface import Engine
from remissarkiv.engines.memory import MemoryEngine
from remissarkiv.engines.whoosh import WhooshEngine
from remissarkiv.errors import ConfigError

ENGINES: tuple[tuple[str, Callable[[Path, str], Engine]], ...] = (
    ("whoosh", WhooshEngine.open),
    ("memory", lambda folder, fingerprint: MemoryEngine()),
)


def open_engine(name: str, folder: Path, fingerprint: str) -> Engine:
    """The engine called `name` over the index in `folder` (made when missing).

    `fingerprint` is `language.analysis.fingerprint()`. Raises `ConfigError` for a name that is not in
    `ENGINES`, and what the engine raises for an index it cannot use (`IndexMismatchError`,
    `IndexBrokenError`).
    """
    for known, opener in ENGINES:
        if known == name:
            return opener(folder, fingerprint)
    names = ", ".join(known for known, _ in ENGINES)
    raise ConfigError(f"no search engine is called {name!r}; there are: {names}")
