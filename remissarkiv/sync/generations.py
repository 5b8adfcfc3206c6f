"""Where the index lies: one folder a generation, and a pointer to the one that serves.

A rebuild fills a new generation beside the serving one; publishing replaces the pointer in one step, so a
reader sees the old index or the new one, never half of either.
"""

import os
import shutil
from pathlib import Path

from remissarkiv.engines.unwritable import writing_files

POINTER = "current"


class Generations:
    """The folder of index generations, `data/index`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pointer = folder / POINTER

    def current(self) -> Path:
        """The serving generation's folder (which may be empty still)."""
        # Asked before each search, and for each word that is counted beside it: read in the quickest way.
        try:
            with self._pointer.open("rb", buffering=0) as stream:
                name = stream.read().decode(errors="replace").strip()
        except FileNotFoundError:
            name = ""
        return self.folder / (name if name.startswith("g") and name[1:].isdigit() else "g1")

    def following(self) -> Path:
        """An empty folder for the next generation; leftovers of an interrupted rebuild are cleared away.
        Raises `IndexUnwritableError`."""
        path = self.folder / f"g{int(self.current().name[1:]) + 1}"
        shutil.rmtree(path, ignore_errors=True)
        with writing_files(self.folder):
            path.mkdir(parents=True)
        return path

    def publish(self, generation: Path) -> None:
        """Let `generation` serve, and clear away the others. Raises `IndexUnwritableError`."""
        temporary = self.folder / f"{POINTER}.new"
        with writing_files(self.folder):
            with temporary.open("w", encoding="utf-8") as stream:
                stream.write(generation.name)
                stream.flush()
                os.fsync(stream.fileno())
            temporary.replace(self.folder / POINTER)
        for path in self.folder.glob("g*"):
            if path != generation:
                shutil.rmtree(path, ignore_errors=True)
