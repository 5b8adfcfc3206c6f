"""Which manifest tells of which file?"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from indexer.manifest.columns import COLUMNS
from indexer.manifest.reading import Manifest, ManifestError, read_manifest
from indexer.manifest.row import ManifestRow, RowProblem

_SEPARATORS = re.compile(r"[;,:\t\r\n]")

NAMES = ("manifest.csv", "manifest.json")
"""What a manifest is called; it tells of files in its own folder and the folders below."""


@dataclass(slots=True)
class _Listed:
    """A manifest at its place, with its rows by the path of their file as people may spell it."""

    path: str
    folder: str
    manifest: Manifest
    whole: bool
    rows: dict[str, ManifestRow] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)


class Manifests:
    """The manifests of one walk. The innermost one that names a file tells of it."""

    def __init__(self) -> None:
        self._listed: dict[str, _Listed] = {}
        self._broken: dict[str, ManifestError] = {}
        self._paths: set[str] = set()

    def add(self, path: str, read: Callable[[], bytes], *, whole: bool = True) -> bool:
        """Take in the file at `path` if it is a manifest; False when it is a document like others.

        `whole` tells that all files below its folder are walked: one that it names and nobody has asked for
        does not exist. `read` may raise `ManifestError`. A web page's `manifest.json` is a document like any
        other: ours has columns that we know.
        """
        name = PurePosixPath(path).name
        if name.lower() not in NAMES:
            return False
        folder = _folder(path)
        data = None
        try:
            data = read()
            manifest = read_manifest(data, name)
        except ManifestError as error:
            if data is not None and not _looks_like_ours(data):
                return False
            self._broken[folder] = error
            self._paths.add(path)
            return True
        listed = _Listed(path, folder, manifest, whole)
        listed.rows = {spelling(row.file): row for row in manifest.rows}
        self._listed[folder] = listed
        self._paths.add(path)
        return True

    def row(self, path: str) -> ManifestRow | None:
        """What the diary says of the file at `path`; None when no manifest names it."""
        for folder in _above(path):
            listed = self._listed.get(folder)
            if listed is None:
                continue
            name = spelling(path[len(folder) :].lstrip("/"))
            if name in listed.rows:
                listed.used.add(name)
                return listed.rows[name]
        return None

    def blocked(self, path: str) -> bool:
        """Whether a manifest above the file cannot be read: nobody knows who may see the file."""
        return any(folder in self._broken for folder in _above(path))

    def complaints(self) -> list[tuple[str, str]]:
        """Path and a Swedish sentence for each manifest with something that cannot be taken as written.
        Call it when every file of the walk has been asked for."""
        found = [
            (next(path for path in self._paths if _folder(path) == folder), error.swedish)
            for folder, error in self._broken.items()
        ]
        for listed in self._listed.values():
            problems = list(listed.manifest.problems)
            if listed.whole:
                problems += missing_files(listed.manifest, listed.used)
            if problems:
                found.append((listed.path, _summary(problems)))
        return sorted(found)

    def __contains__(self, path: str) -> bool:
        return path in self._paths


def missing_files(manifest: Manifest, present: Iterable[str]) -> list[RowProblem]:
    """The rows whose file is not among those `present` (spelled by `spelling`)."""
    there = set(present)
    return [
        RowProblem(
            row.number,
            f"there is no file {row.file!r}",
            f"filen ”{row.file[:100]}” finns inte",
        )
        for row in manifest.rows
        if spelling(row.file) not in there
    ]


def spelling(path: str) -> str:
    """A path as manifests and file systems agree on it: a Mac's å is two signs, Windows cares for no case."""
    return unicodedata.normalize("NFC", path).casefold()


def _summary(problems: list[RowProblem]) -> str:
    first = problems[0]
    where = f"rad {first.row}: " if first.row else ""
    more = f" (och {len(problems) - 1} till; kör remiss manifest --check)" if len(problems) > 1 else ""
    return f"manifestet: {where}{first.swedish}{more}"


def _folder(path: str) -> str:
    folder = PurePosixPath(path).parent.as_posix()
    return "" if folder == "." else folder


def _above(path: str) -> list[str]:
    """The folders above a path, innermost first; "" is the collection's own."""
    folders = [parent.as_posix() for parent in PurePosixPath(path).parents]
    return ["" if folder == "." else folder for folder in folders]


def _looks_like_ours(data: bytes) -> bool:
    """Whether a manifest that cannot be read was meant for us: two of our headings stand in its beginning."""
    head = data[:4096].decode("utf-8", "replace").casefold()
    words = {word.strip(" \"'{}[]") for word in _SEPARATORS.split(head)}
    return sum(not words.isdisjoint({c.heading, *c.others}) for c in COLUMNS) >= 2
