"""The words of Swedish, compiled at first use from the table that comes with the program.

The table (`frequencies.txt.gz`, made by `training/frequencies.py`) is packed tightly; the compiled layer
opens in milliseconds and is shared between processes. It is kept beside the table, or, where that folder may
not be written, in the user's cache folder, or for the process alone.
"""

import gzip
import hashlib
import math
import os
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from remissarkiv.errors import LexiconBrokenError
from remissarkiv.language.lexicon.layer import Entry, Layer, write_layer
from remissarkiv.language.lexicon.lexicon import Lexicon

_TABLE = Path(__file__).with_name("frequencies.txt.gz")
_CENTIBEL = math.log(10) / 100
"""A frequency of n centibels is 10^(-n/100)."""


@lru_cache(maxsize=1)
def base_lexicon() -> Lexicon:
    """The lexicon of an archive that has taught nothing yet; compiled if need be, in a second or two.

    Raises `LexiconBrokenError` when the table that comes with the program is missing or damaged.
    """
    return Lexicon(base_layer())


@lru_cache(maxsize=1)
def base_layer() -> Layer:
    """The layer under every lexicon."""
    try:
        table = _TABLE.read_bytes()
    except OSError:
        raise LexiconBrokenError(_TABLE, "is missing; install the program again") from None
    source = f"base-{hashlib.sha256(table).hexdigest()[:16]}"
    places = _places(source)
    for place in places:
        try:
            layer = Layer(place)
        except LexiconBrokenError:
            continue
        if layer.source == source:
            return layer
    entries = list(_entries(table))
    for place in places:
        try:
            write_layer(place, entries, {}, source=source)
            return Layer(place)
        except OSError:
            continue
    with tempfile.TemporaryDirectory(prefix="remissarkiv-") as folder:
        write_layer(Path(folder) / source, entries, {}, source=source)
        # The mapped files stay readable after their names are gone.
        return Layer(Path(folder) / source)


def _places(source: str) -> list[Path]:
    places = [_TABLE.parent / "compiled" / source]
    cache = os.environ.get("XDG_CACHE_HOME", "")
    if cache and Path(cache).is_absolute():
        places.append(Path(cache) / "remissarkiv" / source)
    elif os.environ.get("HOME"):
        places.append(Path(os.environ["HOME"]) / ".cache" / "remissarkiv" / source)
    return places


def _entries(table: bytes) -> Iterator[Entry]:
    try:
        for line in gzip.decompress(table).decode().splitlines():
            centibels, _, words = line.partition(": ")
            for word in words.split():
                yield Entry(word, int(centibels) * _CENTIBEL)
    except (OSError, EOFError, ValueError):
        raise LexiconBrokenError(_TABLE, "is damaged; install the program again") from None
