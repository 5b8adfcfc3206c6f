"""The numbered versions of an archive's lexicon, in `lexicon/` of its data folder; none ever changes."""

import math
import shutil
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from remissarkiv.errors import LexiconBrokenError
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

    def freeze(self, learned: Learned) -> int:
        """Keep what was learned as a new version and return its number; that of the newest when it was
        learned from the same words. Raises `OSError` where the folder cannot be written."""
        source = f"learned-{learned.digest()}"
        newest = self.newest()
        if newest:
            try:
                if Layer(self.folder / str(newest)).source == source:
                    return newest
            except LexiconBrokenError:
                pass  # the next version takes its place
        total = learned.total
        entries = (
            Entry(word, math.log(total / count), count, min(learned.capitals[word], 0xFFFFFFFF))
            for word, count in learned.words.items()
        )
        write_layer(
            self.folder / str(newest + 1),
            entries,
            learned.pairs,
            source=source,
            total=total,
            documents=learned.documents,
        )
        return newest + 1

    def forget(self, needed: Collection[int]) -> None:
        """Remove the versions that no document was read with, but not the newest."""
        for number in self.numbers():
            if number not in needed and number != self.newest():
                shutil.rmtree(self.folder / str(number), ignore_errors=True)


def open_lexicon(folder: Path, version: int) -> Lexicon:
    """Version `version` of the lexicon in `folder`; 0 is Swedish alone. A process opens a version once.

    Raises `LexiconBrokenError`, naming the file, when it is missing or damaged.
    """
    return _opened(str(folder), version) if version else base_lexicon()


@lru_cache(maxsize=4)
def _opened(folder: str, version: int) -> Lexicon:
    return Lexicon(base_layer(), Layer(Path(folder) / str(version)), version)
