"""Bringing together the files of a walk and what manifests say of them."""

import dataclasses
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from indexer.ingest.targets import Target
from indexer.ingest.walk import FoundFile, Unwalked
from indexer.manifest import NAMES, ManifestError, Manifests
from indexer.manifest.reading import LARGEST
from remissarkiv.domain import NAMED_FILES
from remissarkiv.errors import UnreadableFileError
from remissarkiv.packed import read_packed, split_packed

_BLOCKED = "manifestet kan inte läsas, så det går inte att veta vem som får se filen; rätta manifestet"


def with_manifests(target: Target, walked: Iterable[FoundFile | Unwalked]) -> Iterator[FoundFile | Unwalked]:
    """The files of a walk, each with the row of the manifest that names it; the manifests themselves are left
    out, but for those with something wrong in them, which come as `Unwalked` with the reason.

    A manifest that cannot be read holds back the files below it, new and changed ones: it may have said that
    they are not for everybody. Manifests above the place where the walk began, within the collection, count.
    """
    everything = list(walked)
    manifests = Manifests()
    for path, file in _above(target):
        manifests.add(path, partial(read_manifest_file, file), whole=False)
    whole = target.start.is_dir()
    for found in everything:
        if isinstance(found, FoundFile):
            manifests.add(found.path, partial(read_manifest_file, Path(found.file)), whole=whole)
    for found in everything:
        if isinstance(found, Unwalked):
            yield found
        elif found.path not in manifests:
            row = manifests.row(found.path)
            if row is not None:
                yield dataclasses.replace(found, row=row, told=row.digest, group=row.group)
            elif manifests.blocked(found.path):
                yield Unwalked(found.collection, found.path, _BLOCKED)
            else:
                yield found
    for path, reason in manifests.complaints():
        yield Unwalked(target.collection, path, reason)


def _above(target: Target) -> Iterator[tuple[str, Path]]:
    """Places of manifests above the start of a walk. What was named by path stands for itself: a stray list
    in a folder above it is nobody's manifest."""
    if target.collection == NAMED_FILES:
        return
    for folder in target.start.parents:
        if not folder.is_relative_to(target.root):
            return
        for name in NAMES:
            if (folder / name).is_file():
                yield (folder / name).relative_to(target.root).as_posix(), folder / name


def read_manifest_file(file: Path) -> bytes:
    """The bytes of a manifest, also of one in a zip export. Raises `ManifestError`."""
    try:
        if packed := split_packed(file):
            return read_packed(*packed, LARGEST)
        with file.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except UnreadableFileError as error:
        raise ManifestError(f"{file}: {error}", f"manifestet kan inte öppnas: {error.swedish}") from None
    except OSError as error:
        raise ManifestError(
            f"{file}: cannot be read ({error.strerror})", "manifestet kan inte öppnas"
        ) from None
