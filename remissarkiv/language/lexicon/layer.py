"""One compiled layer of a lexicon: two memory-mapped tries and a page that tells what they are.

    words.marisa    skeleton -> the words that have it, each with cost and counts
    pairs.marisa    "first second" -> how often the two words stand together
    about.json      version of the format, where the words are from, digests of the two files

The files are never changed once they are there. They are mapped, not read, so all processes share the pages
they touch. A layer is checked against its digests when it is opened: a trie that a crash has cut off would
take the process with it.
"""

import errno
import hashlib
import json
import shutil
import struct
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import marisa_trie

from remissarkiv.errors import LexiconBrokenError
from remissarkiv.language.skeleton import skeleton

FORMAT = 1
_WORDS, _PAIRS, _ABOUT = "words.marisa", "pairs.marisa", "about.json"
_HEAD = struct.Struct("<HIIB")
_PAIR = "<I"
_CENTINATS = 100
_IN_THE_WAY = {errno.EEXIST, errno.ENOTEMPTY, errno.ENOTDIR}
_TRIES = 5
"""How often a layer is put in place when other processes are at the same time putting theirs."""


class Entry(NamedTuple):
    """A word of a layer. `cost` is the negative natural logarithm of its probability (0 to 655), `times` how
    often the layer's texts have it, `capitals` how often of these with a capital inside a sentence."""

    word: str
    cost: float
    times: int = 0
    capitals: int = 0


class Layer:
    """A layer as it lies on disk. Looking up is safe from several threads."""

    def __init__(self, folder: Path) -> None:
        """Open the layer in `folder`. Raises `LexiconBrokenError`, naming the file that is missing, cut
        off or of another program version."""
        about = _about(folder)
        for name in (_WORDS, _PAIRS):
            if _digest(folder / name) != about["digests"].get(name):
                raise LexiconBrokenError(folder / name, "is missing or damaged")
        self.source = str(about["source"])
        self.total = int(about["total"])
        self.documents = int(about["documents"])
        self._words = marisa_trie.BytesTrie()
        self._words.mmap(str(folder / _WORDS))
        self._pairs = marisa_trie.RecordTrie(_PAIR)
        self._pairs.mmap(str(folder / _PAIRS))

    def entries(self, shape: str) -> list[Entry]:
        """The words with this skeleton, cheapest first."""
        found = self._words.get(shape)
        return _unpacked(found[0]) if found else []

    def all_entries(self) -> Iterator[Entry]:
        """Every word of the layer."""
        for _, data in self._words.iteritems():
            yield from _unpacked(data)

    def begins(self, start: str) -> bool:
        """Whether some skeleton begins so."""
        return next(self._words.iterkeys(start), None) is not None

    def pair(self, first: str, second: str) -> int:
        """How often the layer's texts have the second word right after the first."""
        found = self._pairs.get(f"{first} {second}")
        return int(found[0][0]) if found else 0


def write_layer(
    folder: Path,
    entries: Iterable[Entry],
    pairs: Mapping[tuple[str, str], int],
    *,
    source: str,
    total: int = 0,
    documents: int = 0,
) -> None:
    """Compile a layer into `folder`, all of it or nothing. A whole layer of the same source that is there
    already, or that another process has put there meanwhile, stays; anything else is replaced.

    `source` tells layers of different contents apart, `total` is the number of words in the texts and
    `documents` that of the texts themselves. Raises `OSError` where the folder cannot be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        by_skeleton: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            # Hundreds of thousands of words, each once: remembering them would only cost.
            by_skeleton[skeleton.__wrapped__(entry.word)].append(entry)
        # Written by us, not by the library: where the disk is full it would tell so as nobody expects.
        words = marisa_trie.BytesTrie((shape, _packed(found)) for shape, found in by_skeleton.items())
        (fresh / _WORDS).write_bytes(words.tobytes())
        counted = marisa_trie.RecordTrie(
            _PAIR, ((f"{first} {second}", (count,)) for (first, second), count in pairs.items())
        )
        (fresh / _PAIRS).write_bytes(counted.tobytes())
        about = {
            "format": FORMAT,
            "source": source,
            "total": total,
            "documents": documents,
            "digests": {name: _digest(fresh / name) for name in (_WORDS, _PAIRS)},
        }
        (fresh / _ABOUT).write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
        fresh.chmod(0o755)
        _put_in_place(fresh, folder, source)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def standing(folder: Path, source: str) -> Layer | None:
    """The layer in `folder` if it is whole and of this source."""
    try:
        layer = Layer(folder)
    except LexiconBrokenError:
        return None
    return layer if layer.source == source else None


def put_aside(folder: Path) -> None:
    """Remove a layer, or what stands in its place, so that no process ever opens a half of it; one that has
    it mapped keeps it. Raises `OSError` when it cannot be removed, not when another process was quicker."""
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        folder.replace(aside / folder.name)
    except FileNotFoundError:
        pass
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _put_in_place(fresh: Path, folder: Path, source: str) -> None:
    for _ in range(_TRIES):
        try:
            fresh.replace(folder)
            return
        except OSError as error:
            if error.errno not in _IN_THE_WAY:
                raise
            in_the_way = error
        if standing(folder, source) is not None:
            return
        put_aside(folder)
    raise in_the_way


def _packed(entries: list[Entry]) -> bytes:
    """The words of one skeleton, cheapest first, equal ones by the alphabet."""
    out = bytearray()
    if len(entries) > 1:
        entries = sorted(entries, key=lambda entry: (entry.cost, entry.word))
    for word, cost, times, capitals in entries:
        letters = word.encode()
        out += _HEAD.pack(round(cost * _CENTINATS), times, capitals, len(letters)) + letters
    return bytes(out)


def _unpacked(data: bytes) -> list[Entry]:
    entries = []
    place = 0
    while place < len(data):
        cost, times, capitals, length = _HEAD.unpack_from(data, place)
        place += _HEAD.size
        entries.append(Entry(data[place : place + length].decode(), cost / _CENTINATS, times, capitals))
        place += length
    return entries


def _about(folder: Path) -> dict[str, Any]:
    path = folder / _ABOUT
    try:
        about = json.loads(path.read_text(encoding="utf-8"))
        if about["format"] != FORMAT:
            raise LexiconBrokenError(path, f"has format {about['format']}, this program reads {FORMAT}")
        str(about["source"]), int(about["total"]), int(about["documents"]), dict(about["digests"])
    except (OSError, ValueError, KeyError, TypeError):
        raise LexiconBrokenError(path, "is missing or damaged") from None
    return dict(about)


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
