"""The files of a Whoosh index: which generation is the newest, and what it consists of."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from whoosh.codec.whoosh3 import W3Segment
from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.index import TOC, FileIndex, clean_files

from remissarkiv.engines.whoosh.damage import broken, reading
from remissarkiv.errors import IndexBrokenError

_NAME = "MAIN"
_CLOCK_NS = 2_000_000_000
"""How coarse the clock of a file system can be."""
_LOCK = f"{_NAME}_WRITELOCK"


@dataclass(frozen=True, slots=True)
class Generation:
    """A committed generation. The inode tells an index that was swapped in from the one before it, even when
    both have come as far in counting."""

    number: int
    inode: int
    folder: int

    def before(self, other: "Generation") -> bool:
        """Whether the other one came later in the same index."""
        return self.folder == other.folder and self.number < other.number


@dataclass(frozen=True, slots=True)
class Contents:
    """What a generation's table of contents holds."""

    schema: Schema
    segments: tuple[W3Segment, ...]


class _Storage(FileStorage):  # type: ignore[misc]  # Whoosh has no type information
    """A storage that remembers what it opened: Whoosh leaves files open when it cannot read them."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.opened: list[StructFile] = []

    def open_file(self, name: str, **options: object) -> StructFile:
        """Open a file of the index."""
        opened = super().open_file(name, **options)
        self.opened.append(opened)
        return opened


class IndexFiles:
    """The files in one index folder."""

    name = _NAME
    """What Whoosh calls the index, and each of its files begins with."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._looked: tuple[int, int, Generation] | None = None
        self._name = str(folder)
        self.storage = FileStorage(self._name)

    @contextmanager
    def opening(self, what: str) -> Iterator[FileStorage]:
        """A storage to read `what` from. An error is an `IndexBrokenError`, and leaves no file open."""
        storage = _Storage(self.folder)
        try:
            with reading(self.folder, what):
                yield storage
        except IndexBrokenError:
            for file in storage.opened:
                if not file.is_closed:
                    file.close()
            raise
        finally:
            storage.opened.clear()

    def newest(self) -> Generation:
        """The newest generation. Raises `IndexBrokenError` when the folder or its table is gone.

        A folder in which nothing has changed since the last look is not listed again; its clock is too coarse
        for what was changed just now.
        """
        try:
            stat = os.stat(self._name)  # noqa: PTH116  asked for at every search, and twice as quick so
        except OSError as error:
            raise broken(self.folder, "is gone") from error
        if self._looked is not None and self._looked[:2] == (stat.st_ino, stat.st_mtime_ns):
            return self._looked[2]
        found = self._listed()
        settled = abs(time.time_ns() - stat.st_mtime_ns) > _CLOCK_NS
        self._looked = (stat.st_ino, stat.st_mtime_ns, found) if settled else None
        return found

    def _listed(self) -> Generation:
        for _ in range(10):
            number = TOC._latest_generation(self.storage, _NAME)
            if number < 0:
                break
            try:
                inode = self.table(number).stat().st_ino
                return Generation(number, inode, self.folder.stat().st_ino)
            except FileNotFoundError:
                # A commit in another process replaced the table between our two looks.
                continue
        missing = "has no table of contents" if self.folder.is_dir() else "is gone"
        raise broken(self.folder, missing)

    def table(self, number: int) -> Path:
        """The file with the table of contents of a generation."""
        return self.folder / str(TOC._filename(_NAME, number))

    def has_table(self) -> bool:
        """Whether there is any table of contents."""
        return bool(TOC._latest_generation(self.storage, _NAME) >= 0)

    def contents(self, generation: Generation) -> Contents:
        """Read a table of contents. Raises `FileNotFoundError` when a commit has replaced it meanwhile."""
        if not self.table(generation.number).exists():
            raise FileNotFoundError(self.table(generation.number))
        with self.opening("table of contents") as storage:
            toc = TOC.read(storage, _NAME, gen=generation.number)
            return Contents(toc.schema, tuple(toc.segments))

    def segment_file(self, segment: W3Segment) -> Path:
        """The one file that holds a segment."""
        return self.folder / str(segment.make_filename(segment.COMPOUND_EXT))

    def create(self, schema: Schema) -> None:
        """Write an empty index."""
        FileIndex.create(self.storage, schema, _NAME)

    def sweep(self) -> None:
        """Remove drafts of tables of contents that a killed process left; only for whoever holds the lock."""
        for draft in self.folder.glob(f"_{_NAME}_*.toc.*"):
            draft.unlink(missing_ok=True)

    def publish(self, contents: Contents, number: int) -> None:
        """Write the table of contents of generation `number`, which is then the newest, and remove what is of
        older ones."""
        segments = list(contents.segments)
        TOC(contents.schema, segments, number).write(self.storage, _NAME)
        clean_files(self.storage, _NAME, number, segments)

    def lock_path(self) -> Path:
        """The file whose lock a writer holds."""
        return self.folder / _LOCK
