"""The words of Swedish, compiled at first use from the tables that come with the program.

`frequencies.txt.gz` (made by `training/frequencies.py`) has the words of general Swedish,
`administrative.txt.gz` (made by `training/administrative.py`) those of public texts and which follow on
which; each counts for a half. The tables are packed tightly; the compiled layer opens in milliseconds and is
shared between processes. It is kept beside the tables, or, where that folder may not be written, in the
user's cache folder, or for the process alone.
"""

import gzip
import hashlib
import math
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from remissarkiv.errors import LexiconBrokenError
from remissarkiv.language.lexicon.layer import Entry, Layer, write_layer
from remissarkiv.language.lexicon.lexicon import Lexicon

_GENERAL = Path(__file__).with_name("frequencies.txt.gz")
_PUBLIC = Path(__file__).with_name("administrative.txt.gz")
_CENTIBEL = math.log(10) / 100
"""A frequency of n centibels is 10^(-n/100)."""

_PUBLIC_WEIGHT = 0.5


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
        general, public = _GENERAL.read_bytes(), _PUBLIC.read_bytes()
    except OSError as error:
        raise LexiconBrokenError(Path(error.filename), "is missing; install the program again") from None
    source = f"base-{hashlib.sha256(general + public).hexdigest()[:16]}"
    places = _places(source)
    for place in places:
        try:
            layer = Layer(place)
        except LexiconBrokenError:
            continue
        if layer.source == source:
            return layer
    entries, pairs, total = _contents(general, public)
    for place in places:
        try:
            write_layer(place, entries, pairs, source=source, total=total)
            return Layer(place)
        except OSError:
            continue
    with tempfile.TemporaryDirectory(prefix="remissarkiv-") as folder:
        write_layer(Path(folder) / source, entries, pairs, source=source, total=total)
        # The mapped files stay readable after their names are gone.
        return Layer(Path(folder) / source)


def _places(source: str) -> list[Path]:
    places = [_GENERAL.parent / "compiled" / source]
    cache = os.environ.get("XDG_CACHE_HOME", "")
    if cache and Path(cache).is_absolute():
        places.append(Path(cache) / "remissarkiv" / source)
    elif os.environ.get("HOME"):
        places.append(Path(os.environ["HOME"]) / ".cache" / "remissarkiv" / source)
    return places


def _contents(general: bytes, public: bytes) -> tuple[list[Entry], dict[tuple[str, str], int], int]:
    """The words with cost and count, the pairs with counts, and the number of words that were counted."""
    likely: dict[str, float] = {}
    with _told(_GENERAL):
        for line in gzip.decompress(general).decode().splitlines():
            centibels, _, words = line.partition(": ")
            for word in words.split():
                likely[word] = (1 - _PUBLIC_WEIGHT) * math.exp(-int(centibels) * _CENTIBEL)
    counts: dict[str, int] = {}
    names: set[str] = set()
    pairs: dict[tuple[str, str], int] = {}
    with _told(_PUBLIC):
        words, _, following = gzip.decompress(public).decode().partition("\n\n")
        first_line, *lines = words.split("\n")
        total = int(first_line)
        for line in lines:
            written, times = line.split()
            word = written.lower()
            if written != word:
                names.add(word)
            counts[word] = int(times)
            likely[word] = likely.get(word, 0.0) + _PUBLIC_WEIGHT * counts[word] / total
        for line in following.splitlines():
            first, _, rest = line.partition(": ")
            seconds = rest.split()
            for second, times in zip(seconds[::2], seconds[1::2], strict=True):
                pairs[first, second] = int(times)
    entries = [
        Entry(word, -math.log(chance), counts.get(word, 0), counts[word] if word in names else 0)
        for word, chance in likely.items()
    ]
    return entries, pairs, total


@contextmanager
def _told(table: Path) -> Iterator[None]:
    """Tells of a table that cannot be understood by its name."""
    try:
        yield
    except (OSError, EOFError, ValueError):
        raise LexiconBrokenError(table, "is damaged; install the program again") from None
