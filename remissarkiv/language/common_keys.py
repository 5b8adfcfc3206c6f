"""What the commonest words of Swedish are found by, worked out beforehand.

The keys of a word and of its parts take rules, a stem and some dozens of questions of the dictionary: that is
40 µs, for tens of thousands of words in every run that takes in an archive, and most of these words are the
same in all archives. They are compiled to a trie beside the dictionary's.

It must tell what the rules would. So its name holds a digest of all of the language code and its tables: of
another version of the program there is another trie.
"""

import hashlib
import heapq
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from operator import attrgetter
from pathlib import Path

import marisa_trie

from remissarkiv.language.compiled_trie import compiled_trie, standing_trie
from remissarkiv.language.compiling import places_for, tell
from remissarkiv.language.lexicon.base import base_layer
from remissarkiv.language.word_trie import word_trie

MOST = 100_000
"""Words that it has: half of the different words of 5 000 documents, two thirds of those of 1 000."""

Keys = tuple[tuple[str, ...], tuple[str, ...]]
"""The keys of a word, and those of its parts, as `parts.own_and_part_keys` has them."""

_HERE = Path(__file__).parent
_LIBRARIES = ("simplemma", "snowballstemmer", "PyStemmer")
_BETWEEN, _PARTS = "\n", "\t"


class CommonKeys:
    """The keys of common words. Safe to share between threads."""

    def __init__(self, trie: marisa_trie.BytesTrie) -> None:
        self._trie = trie

    def get(self, word: str) -> Keys | None:
        """The keys of a word in lower case; None for one that is not common."""
        found = self._trie.get(word)
        if found is None:
            return None
        own, _, parts = found[0].decode().partition(_PARTS)
        return tuple(own.split(_BETWEEN)), tuple(parts.split(_BETWEEN)) if parts else ()


def packed(words: Iterable[str], keys: Callable[[str], Keys]) -> Iterator[tuple[str, bytes]]:
    """Words with what the trie holds for each; those whose keys would not come back as they are stay out."""
    for word in words:
        own, parts = keys(word)
        told = [*own, *parts]
        if own and all(key and _BETWEEN not in key and _PARTS not in key for key in told):
            yield word, f"{_BETWEEN.join(own)}{_PARTS}{_BETWEEN.join(parts)}".encode()


def common_keys(keys: Callable[[str], Keys], *, make: bool) -> CommonKeys | None:
    """The keys of common words, by the rules of `keys`. Where they are not compiled yet, that takes some
    seconds, once, if `make` says that it is worth it; None if not."""
    source = f"keys-{_made_of()}"
    folders = [place.parent for place in places_for(_HERE / "lexicon", source)]
    word_trie()  # it is compiled under the same lock
    trie = compiled_trie(folders, source, lambda: _compiled(keys)) if make else standing_trie(folders, source)
    return None if trie is None else CommonKeys(trie)


def _compiled(keys: Callable[[str], Keys]) -> marisa_trie.BytesTrie:
    tell("the keys of common words")
    commonest = heapq.nsmallest(MOST, base_layer().all_entries(), attrgetter("cost", "word"))
    return marisa_trie.BytesTrie(packed((entry.word for entry in commonest), keys))


@lru_cache(maxsize=1)
def _made_of() -> str:
    """What decides the keys: the code and the tables of this package, and the libraries that they ask."""
    digest = hashlib.sha256()
    for name in _LIBRARIES:
        with suppress(PackageNotFoundError):  # stems come without PyStemmer, too
            digest.update(f"{name} {version(name)}\n".encode())
    digest.update(f"{unicodedata.unidata_version} {base_layer().source}\n".encode())
    for place in sorted(_HERE.rglob("*")):
        inside = place.relative_to(_HERE)
        if place.suffix in (".py", ".txt") and "compiled" not in inside.parts:
            digest.update(f"{inside.as_posix()} {hashlib.sha256(place.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()[:16]
