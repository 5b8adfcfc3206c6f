"""A folder of real documents that changes as an office's folder does, only faster.

Files come, go, move, change places with each other, get another text, are spoilt and mended; the manifest
beside them says other things. Which ones is drawn from a seed.
"""

import csv
import gzip
import html
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from benchmarks.made_files import export, letter, rich_text

LONGEST = 8_000
"""Characters of a document that is taken: many files say more here than long ones."""

ENDINGS = (".txt", ".txt", ".txt", ".md", ".html", ".eml", ".zip", ".rtf")
"""Kinds of files that are written, the usual ones more often."""

_FOLDERS = ("ks/2023", "ks/2024", "social", "bygg å miljö", "inkommet/mejl")
_BOARDS = ("Kommunstyrelsen", "Socialnämnden", "Byggnadsnämnden")


class ChangingFolder:
    """A folder, and the ways in which it changes."""

    def __init__(self, folder: Path, shared: Path, samples: Sequence[Path], random: Random) -> None:
        self.folder = folder
        self._random = random
        self._coming = _documents(shared)
        self._samples = samples
        self._number = 0

    def fill(self, count: int) -> None:
        """Put `count` real documents there, and the samples as they are."""
        for _ in range(count):
            self._add()
        for sample in self._samples:
            target = self.folder / "prov" / sample.parent.name / sample.name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(sample, target)
        self._say()

    def files(self) -> list[Path]:
        """The documents that are there now."""
        return sorted(f for f in self.folder.rglob("*") if f.is_file() and f.name != "manifest.csv")

    def change(self, times: int) -> None:
        """Change something this many times, and at times what the manifest says."""
        ways: tuple[Callable[[], None], ...] = (
            self._add, self._add, self._edit, self._edit, self._remove, self._move, self._swap, self._spoil,
            self._touch,
        )  # fmt: skip
        for _ in range(times):
            self._random.choice(ways)()
        if self._random.random() < 0.4:
            self._say()

    def _add(self) -> None:
        self._number += 1
        title, text = next(self._coming)
        ending = self._random.choice(ENDINGS)
        target = (
            self.folder / self._random.choice(_FOLDERS) / f"{self._number:05} {title[:40].strip()}{ending}"
        )
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_written(title, text, ending, next(self._coming)))

    def _edit(self) -> None:
        file = self._one()
        if file.suffix in ENDINGS:
            file.write_bytes(_written(*next(self._coming), file.suffix, next(self._coming)))
        else:
            shutil.copyfile(self._random.choice(self._samples), file)

    def _remove(self) -> None:
        if len(self.files()) > 20:
            self._one().unlink()

    def _move(self) -> None:
        file = self._one()
        target = self.folder / self._random.choice(_FOLDERS) / file.name
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            file.rename(target)

    def _swap(self) -> None:
        one, two = self._one(), self._one()
        if one != two:
            aside = one.with_name(".aside")
            one.rename(aside)
            two.rename(one)
            aside.rename(two)

    def _spoil(self) -> None:
        file = self._one()
        if file.suffix == ".zip":
            # Like a folder that cannot be entered, a broken export keeps what was read of it before
            # (tests/indexer/ingest/test_zip_export.py): an archive made from nothing cannot know of that.
            return
        file.write_bytes(self._random.choice((b"", b"\x00" * 5, file.read_bytes()[:400], b"%PDF-1.4 slut")))

    def _touch(self) -> None:
        self._one().touch()

    def _one(self) -> Path:
        return self._random.choice(self.files())

    def _say(self) -> None:
        """Write the manifest anew: a word of the diary on some of the files."""
        files = self.files()
        lines = []
        for number, file in enumerate(self._random.sample(files, len(files) // 8)):
            path = file.relative_to(self.folder).as_posix()
            board = self._random.choice(_BOARDS)
            lines.append((path, f"KS 2024/{number + 1}", board, f"2024-03-{self._random.randrange(1, 29)}"))
        with (self.folder / "manifest.csv").open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([("fil", "dnr", "nämnd", "datum"), *lines])


def _documents(shared: Path) -> Iterator[tuple[str, str]]:
    """Title and text of the shorter documents, over and over."""
    while True:
        with gzip.open(shared / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                if len(document["text"]) <= LONGEST:
                    yield document["title"].replace("/", "-"), document["text"]


def _written(title: str, text: str, ending: str, another: tuple[str, str]) -> bytes:
    """A document as a file; a letter and an export hold another one too."""
    if ending == ".eml":
        return letter(_plain(title, text), _plain(*another))
    if ending == ".zip":
        return export({"motion.txt": _plain(title, text), "bilagor/svar.txt": _plain(*another)})
    if ending == ".rtf":
        return rich_text(_plain(title, text))
    if ending == ".html":
        body = "".join(f"<p>{html.escape(part)}</p>" for part in text.split("\n\n"))
        return f"<html><body><h1>{html.escape(title)}</h1>{body}</body></html>".encode()
    return _plain(f"# {title}" if ending == ".md" else title, text)


def _plain(title: str, text: str) -> bytes:
    return f"{title}\n\n{text}\n".encode()
