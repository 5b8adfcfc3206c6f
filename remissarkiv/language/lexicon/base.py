"""The words of Swedish, compiled at first use from the tables that come with the program.

`frequencies.txt.gz` (made by `training/frequencies.py`) has the words of general Swedish,
`administrative.txt.gz` (made by `training/administrative.py`) those of public texts and which follow on
which; each counts for a half. The tables are packed tightly; the compiled layer opens in milliseconds and is
shared between processes. It is kept where `language.compiling` says, or for the process alone.
"""

import gzip
import hashlib
import math
import shutil
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from remissarkiv.errors import LexiconBrokenError, LexiconTableError, LexiconUnwritableError
from remissarkiv.language.compiling import one_at_a_time, places_for, tell
from remissarkiv.language.lexicon.layer import Entry, Layer, put_aside, standing, write_layer
from remissarkiv.language.lexicon.lexicon import Lexicon

_GENERAL = Path(__file__).with_name("frequencies.txt.gz")
_PUBLIC = Path(__file__).with_name("administrative.txt.gz")
_CENTIBEL = math.log(10) / 100
"""A frequency of n centibels is 10^(-n/100)."""

_PUBLIC_WEIGHT = 0.5


class _Contents(NamedTuple):
    """The words with cost and count, the pairs with counts, and the number of words that were counted."""

    entries: list[Entry]
    pairs: dict[tuple[str, str], int]
    total: int


@lru_cache(maxsize=1)
def base_lexicon() -> Lexicon:
    """The lexicon of an archive that has taught nothing yet; compiled if need be, which takes a
    processor some seconds, once.

    Raises `LexiconTableError` when a table that comes with the program is missing or damaged.
    """
    return Lexicon(base_layer())


@lru_cache(maxsize=1)
def base_layer() -> Layer:
    """The layer under every lexicon. Raises `LexiconTableError` as `base_lexicon` does, and
    `LexiconUnwritableError` when it has to be compiled and there is no folder to write it to."""
    try:
        general, public = _GENERAL.read_bytes(), _PUBLIC.read_bytes()
    except OSError as error:
        raise LexiconTableError(Path(error.filename), "is missing") from None
    source = f"base-{hashlib.sha256(general + public).hexdigest()[:16]}"
    places = places_for(_GENERAL.parent, source)
    for place in places:
        if (layer := standing(place, source)) is not None:
            return layer
    tell("the lexicon")
    contents: _Contents | None = None
    for place in places:
        try:
            with one_at_a_time(place.parent) as alone:
                if (layer := standing(place, source)) is not None:
                    return layer  # another process was quicker
                contents = contents or _contents(general, public)
                layer = _compiled(place, source, contents)
                if alone and place == places[0]:
                    _clear(place)
                return layer
        except (OSError, LexiconBrokenError):
            continue
    try:
        with tempfile.TemporaryDirectory(prefix="remissarkiv-") as folder:
            # The mapped files stay readable after their names are gone.
            return _compiled(Path(folder) / source, source, contents or _contents(general, public))
    except OSError as error:
        raise LexiconUnwritableError(places[0].parent, error.strerror or "it is full or read-only") from None


def _compiled(place: Path, source: str, contents: _Contents) -> Layer:
    write_layer(place, contents.entries, contents.pairs, source=source, total=contents.total)
    return Layer(place)


def _clear(place: Path) -> None:
    """Remove what was compiled beside `place` from older tables, and what killed processes have left."""
    for other in (*place.parent.glob("base-*"), *place.parent.glob(".base-*")):
        with suppress(OSError):
            if other.name.startswith("."):
                shutil.rmtree(other)
            elif other != place:
                put_aside(other)


def _contents(general: bytes, public: bytes) -> _Contents:
    likely: dict[str, float] = {}
    with _told(_GENERAL):
        for line in gzip.decompress(general).decode().splitlines():
            centibels, _, words = line.partition(": ")
            chance = (1 - _PUBLIC_WEIGHT) * math.exp(-int(centibels) * _CENTIBEL)
            likely.update(dict.fromkeys(words.split(), chance))
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
    return _Contents(entries, pairs, total)


@contextmanager
def _told(table: Path) -> Iterator[None]:
    """Tells of a table that cannot be understood by its name."""
    try:
        yield
    except (OSError, EOFError, ValueError, ArithmeticError, zlib.error):
        raise LexiconTableError(table, "is damaged") from None
