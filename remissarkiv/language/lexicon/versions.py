"""The numbered versions of an archive's lexicon, in `lexicon/` of its data folder; none ever changes."""

import math
import os
import shutil
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from remissarkiv.errors import LexiconBrokenError, LexiconUnwritableError
from remissarkiv.language.lexicon.base import base_layer, base_lexicon
from remissarkiv.language.lexicon.layer import Entry, Layer, write_layer
from remissarkiv.language.lexicon.learning import Learned
from remissarkiv.language.lexicon.lexicon import Lexicon


class LexiconVersions:
    """The lexicons of one archive. The newest is the one in use."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def numbers(self) -> tuple[int, ...]:
        """The numbers of the versions there are, rising."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(int(path.name) for path in self.folder.iterdir() if path.name.isdecimal()))

    def newest(self) -> int:
        """The number of the version in use; 0 when the archive has taught nothing yet."""
        return max(self.numbers(), default=0)

    def freeze(self, learned: Learned, after: int = 0) -> int:
        """Keep what was learned as a new version and return its number; that of the newest when it was
        learned from the same words.

        The number is higher than `after`, the highest that a document remembers: a version that is lost
        never comes again as another one. Raises `LexiconUnwritableError`.
        """
        source = f"learned-{learned.digest()}"
        newest = self.newest()
        if newest:
            try:
                if Layer(self.folder / str(newest)).source == source:
                    return newest
            except LexiconBrokenError:
                pass  # the next version takes its place
        number = max(newest, after) + 1
        total = learned.total
        entries = (
            Entry(word, math.log(total / count), count, min(learned.capitals[word], 0xFFFFFFFF))
            for word, count in learned.words.items()
        )
        try:
            write_layer(
                self.folder / str(number),
                entries,
                learned.pairs,
                source=source,
                total=total,
                documents=learned.documents,
            )
        except OSError as error:
            raise LexiconUnwritableError(self.folder, error.strerror or "it is full or read-only") from None
        return number

    def forget(self, needed: Collection[int]) -> None:
        """Remove the versions that no document was read with, but not the newest; and what a run that was
        killed while it wrote one has left behind."""
        newest = self.newest()
        for number in self.numbers():
            if number not in needed and number != newest:
                shutil.rmtree(self.folder / str(number), ignore_errors=True)
        for unfinished in self.folder.glob(".*-*"):
            shutil.rmtree(unfinished, ignore_errors=True)


def open_lexicon(folder: Path, version: int) -> Lexicon:
    """Version `version` of the lexicon in `folder`; 0 is Swedish alone. A process opens a version once.

    Raises `LexiconBrokenError`, naming the file, when it is missing or damaged, and `LexiconTableError` when
    a table that comes with the program is.
    """
    if not version:
        return base_lexicon()
    place = Path(folder) / str(version)
    return _opened(str(place), version, files_of(place))


Files = tuple[tuple[str, int, int, int], ...]


def files_of(place: Path) -> Files:
    """What tells the files of a version from others that stood there before: a disk that was restored, or
    damaged, must not be answered from memory."""
    try:
        with os.scandir(place) as entries:
            found = sorted((entry.name, entry.stat()) for entry in entries)
    except OSError:
        return ()
    return tuple((name, stat.st_ino, stat.st_mtime_ns, stat.st_size) for name, stat in found)


@lru_cache(maxsize=4)
def _opened(place: str, version: int, files: Files) -> Lexicon:
    return Lexicon(base_layer(), Layer(Path(place)), version)
