"""A corpus with its terms made ready, once, in a file: what every engine indexes.

Analysis is the project's own (`remissarkiv.sync.index_entry`). The file is kept when a folder to keep it in
is named, and made again when corpus, seed or analysis are others.
"""

import hashlib
import json
import pickle
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.bench.documents import FILE, RECOMBINED, corpus
from benchmarks.bench.vocabulary import Vocabulary
from remissarkiv.domain import IndexEntry
from remissarkiv.language.analysis import fingerprint
from remissarkiv.sync import ENTRY_VERSION, index_entry

BLOCK = 250
"""Documents that an engine gets at a time."""

PREPARED_VERSION = 1
"""Raised when `documents.py` makes other documents of the same file."""

_LENGTH = 8


class Prepared:
    """The blocks of a corpus, and what it holds."""

    def __init__(self, file: Path, vocabulary: Vocabulary) -> None:
        self._file = file
        self.vocabulary = vocabulary

    def blocks(self) -> Iterator[bytes]:
        """Each block as `entries_of` reads it."""
        yield from _blocks(self._file)

    def entries(self) -> Iterator[IndexEntry]:
        """Every document."""
        for block in self.blocks():
            yield from entries_of(block)


def entries_of(block: bytes) -> list[IndexEntry]:
    """The entries of a block."""
    # Written by `prepare`, on this machine, for this user.
    found: list[IndexEntry] = pickle.loads(zlib.decompress(block))  # noqa: S301
    return found


def prepare(data: Path, size: int, seed: int, folder: Path) -> Prepared:
    """The corpus of `size` documents in `folder`, made when it is not there."""
    told = [size, seed, fingerprint(), ENTRY_VERSION, PREPARED_VERSION, BLOCK]
    name = hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]
    file = folder / f"corpus-{size}-{name}.blocks"
    if not file.is_file():
        _write(data, size, seed, file)
    vocabulary = Vocabulary(size)
    for block in _blocks(file):
        for entry in entries_of(block):
            vocabulary.add(entry)
            vocabulary.recombined += entry.id.startswith(RECOMBINED)
    vocabulary.text_bytes = int(file.with_suffix(".bytes").read_text())
    return Prepared(file, vocabulary)


def _write(data: Path, size: int, seed: int, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".part")
    documents = corpus(data / FILE, size, seed)
    text_bytes = 0
    with unfinished.open("wb") as out:
        while block := list(islice(documents, BLOCK)):
            text_bytes += sum(len(f"{one.document.title}{one.document.text}".encode()) for one in block)
            packed = zlib.compress(pickle.dumps([index_entry(one) for one in block]), 1)
            out.write(len(packed).to_bytes(_LENGTH, "big") + packed)
    file.with_suffix(".bytes").write_text(str(text_bytes))
    unfinished.replace(file)


def _blocks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as stream:
        while length := stream.read(_LENGTH):
            yield stream.read(int.from_bytes(length, "big"))
