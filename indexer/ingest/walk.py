"""Finding the files under a folder."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from indexer.ingest.targets import Target
from indexer.manifest import ManifestRow
from remissarkiv.domain import Collection
from remissarkiv.errors import UnreadableFileError
from remissarkiv.packed import is_clutter, list_packed


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file under a walked folder; `path` is as the catalog spells it, `file` as the system opens it. Both
    lead through the export for a file in a zip (`export.zip/KS/brev.docx`), whose time of change it has.

    `row` is what a manifest says of it, `told` the digest of that, `group` the group that alone may see it.
    """

    collection: Collection
    path: str
    file: str
    size: int
    modified_ns: int
    row: ManifestRow | None = None
    told: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Unwalked:
    """A folder, export or name that could not be entered, with the reason in Swedish."""

    collection: Collection
    path: str
    reason: str


def walk(target: Target) -> Iterator[FoundFile | Unwalked]:
    """The files of a target in the order of their paths.

    Links to folders are not followed, and links to files only within the collection's folder: a link must
    not bring in what lies outside the archive. Hidden files and the clutter of Word and Windows
    (`~$utkast.docx`, `Thumbs.db`) are passed over. A folder that may not be read is told of, not skipped
    in silence; what was indexed below it before stays. A zip export is walked like a folder. The archive's
    own folder is passed over: what the catalog says is no document.
    """
    if target.start.is_file():
        yield from _file(target, target.start)
        return
    yield from _folder(target, target.start)


def _folder(target: Target, folder: Path) -> Iterator[FoundFile | Unwalked]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        why = (
            "behörighet att läsa mappen saknas"
            if isinstance(error, PermissionError)
            else "mappen kan inte läsas"
        )
        yield Unwalked(target.collection, _spelled(target, folder), why)
        return
    for entry in entries:
        if is_clutter(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            if entry.name == target.own.name and Path(entry.path).resolve() == target.own:
                continue
            yield from _folder(target, Path(entry.path))
        else:
            yield from _file(target, Path(entry.path))


def _file(target: Target, file: Path) -> Iterator[FoundFile | Unwalked]:
    path = _spelled(target, file)
    try:
        os.fsencode(file).decode("utf-8")
    except UnicodeDecodeError:
        yield Unwalked(target.collection, path, "filnamnet är inte giltig UTF-8; byt namn på filen")
        return
    try:
        if file.is_symlink() and not file.resolve().is_relative_to(_home(target)):
            yield Unwalked(target.collection, path, "filen är en länk ut ur arkivets mapp och läses inte")
            return
        status = file.stat()
    except (OSError, RuntimeError):
        # RuntimeError is what Python 3.11 says of a link that leads to itself.
        yield Unwalked(target.collection, path, "filen försvann medan den lästes, eller kan inte nås")
        return
    if not stat.S_ISREG(status.st_mode):
        yield Unwalked(target.collection, path, "det är inte en vanlig fil")
        return
    found = FoundFile(target.collection, path, str(file), status.st_size, status.st_mtime_ns)
    if file.name.lower().endswith(".zip"):
        yield from _packed(found)
    else:
        yield found


def _home(target: Target) -> Path:
    """The folder that links may not lead out of. What was named by path has no collection's folder around it
    but `/`: there it is the folder that was named, or the one that the named file lies in."""
    if target.root != Path("/"):
        return target.root
    return target.start if target.start.is_dir() else target.start.parent


def _packed(export: FoundFile) -> Iterator[FoundFile | Unwalked]:
    """The files in a zip export, in the order of their paths; the file itself when it is a document that is
    merely packed as a zip, or no zip."""
    try:
        members = list_packed(Path(export.file))
    except UnreadableFileError as error:
        yield Unwalked(export.collection, export.path, error.swedish)
        return
    except OSError:
        # The reading process tells why, as of any other file that cannot be opened.
        members = None
    if members is None:
        yield export
        return
    for member in sorted(members, key=lambda member: member.name):
        yield replace(
            export,
            path=f"{export.path}/{member.name}",
            file=f"{export.file}/{member.name}",
            size=member.size,
        )


def _spelled(target: Target, path: Path) -> str:
    """The path as the catalog holds it: relative to the collection, absolute for what was named by path."""
    spelled = path if target.root == Path("/") else path.relative_to(target.root)
    return os.fsencode(spelled.as_posix()).decode("utf-8", "backslashreplace")
