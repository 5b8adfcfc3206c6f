"""Reading again what another lexicon repaired, outside a run that walks: for `remiss rebuild`."""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from indexer.ingest.lexicon_stage import LexiconStage
from indexer.ingest.manifests import read_manifest_file, with_manifests
from indexer.ingest.reading import (
    BATCH_CHARACTERS,
    BATCH_FILES,
    Progress,
    limits,
    reading_task,
    result_of,
)
from indexer.ingest.report import IngestReport
from indexer.ingest.store import Store
from indexer.ingest.targets import Target
from indexer.ingest.walk import FoundFile, walk
from indexer.manifest import NAMES, ManifestRow, Manifests
from indexer.pool import WorkerPool
from indexer.reading_process import reader
from indexer.task import ReadingResult
from remissarkiv.bootstrap import Archive
from remissarkiv.catalog import FileState
from remissarkiv.domain import Collection
from remissarkiv.packed import split_packed


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A file that could not be read again, and why (English); what was read of it before stays."""

    path: str
    reason: str


def read_again(archive: Archive, lexicon: LexiconStage, jobs: int, tell: Progress) -> list[LeftAlone]:
    """Read again the files whose damage was repaired by another version of the lexicon than the one that
    serves now, as far as they can be reached and are as they were; returns the others.

    Changes the catalog alone. What has changed on disk is left to `remiss index`.
    """
    known = {collection.name: archive.catalog.files(collection.name) for collection in archive.collections}
    left: list[LeftAlone] = []
    files: list[FoundFile] = []
    for collection in archive.collections:
        states = known[collection.name].values()
        outdated = [s for s in states if s.lexicon is not None and s.lexicon != lexicon.version]
        for found in _find(archive, collection, outdated):
            if isinstance(found, LeftAlone):
                left.append(found)
            else:
                files.append(found)
    store = Store(archive.catalog, known, {}, IngestReport())
    with WorkerPool(min(jobs, max(len(files), 1)), reader(), limits(archive.settings)) as pool:
        tasks = (reading_task(archive.settings, found, lexicon) for found in files)
        for number, (found, (_, outcome)) in enumerate(zip(files, pool.map(tasks), strict=True), start=1):
            result = result_of(outcome)
            if result.waits_for_lexicon:
                lexicon.check()
            state = known[found.collection.name][found.path]
            reason = _spoilt(result, state)
            if reason:
                left.append(LeftAlone(found.path, reason))
            else:
                store.add(found, result)
            if store.waiting >= BATCH_FILES or store.characters >= BATCH_CHARACTERS:
                store.commit()
            tell("read", number, len(files))
    store.commit()
    return sorted(left, key=lambda one: one.path)


def _spoilt(result: ReadingResult, state: FileState) -> str:
    """Why a reading must not take the place of what the catalog has; "" when it may."""
    if result.sha256 and result.sha256 != state.sha256:
        return "it changed; remiss index reads it"
    if result.waiting:
        return "the pages that OCR has read are not kept any more; remiss index reads them"
    if not result.documents:
        return result.message or "it could not be read"
    return ""


def _find(
    archive: Archive, collection: Collection, states: Iterable[FileState]
) -> Iterator[FoundFile | LeftAlone]:
    """The files as a run would find them, those that are as the catalog knows them."""
    own = archive.settings.data.resolve()
    by_start: dict[Path, list[FileState]] = {}
    for state in states:
        file = Path(collection.path) / state.path
        packed = split_packed(file)
        by_start.setdefault(packed[0] if packed else file, []).append(state)
    for start, wanted in by_start.items():
        target = Target(collection, Path(collection.path), start, own)
        there = with_manifests(target, walk(target)) if start.exists() else ()
        found = {one.path: one for one in there if isinstance(one, FoundFile)}
        for state in wanted:
            if state.path not in found:
                yield LeftAlone(state.path, "it cannot be reached")
            elif (found[state.path].size, found[state.path].modified_ns) != (state.size, state.modified_ns):
                yield LeftAlone(state.path, "it changed; remiss index reads it")
            else:
                yield _told(target, found[state.path], state)


def _told(target: Target, found: FoundFile, state: FileState) -> FoundFile | LeftAlone:
    """The file with the word of the manifest that told of it when it was read."""
    if found.told == state.told:
        return found
    if found.row is None:
        # What was named by path was walked from a folder that nobody remembers: its manifest may lie above.
        for row in _rows(target, found):
            if row.digest == state.told:
                return dataclasses.replace(found, row=row, told=row.digest, group=row.group)
        if state.group:
            return dataclasses.replace(found, group=state.group, told=state.told)
    return LeftAlone(state.path, "its manifest says something else now; remiss index reads it")


def _rows(target: Target, found: FoundFile) -> Iterator[ManifestRow]:
    """What manifests in the folders above the start of a walk say of a file, the innermost first."""
    for folder in target.start.parents:
        if not folder.is_relative_to(target.root):
            return
        for name in NAMES:
            manifests = Manifests()
            path = (folder / name).relative_to(target.root).as_posix()
            spelled = f"/{path}" if str(target.root) == "/" else path
            if (folder / name).is_file() and manifests.add(
                spelled, partial(read_manifest_file, folder / name), whole=False
            ):
                row = manifests.row(found.path)
                if row is not None:
                    yield row
