"""One run: walk, read in parallel, store in order, bring the index up to date."""

import datetime
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from indexer.ingest.ocr_stage import OcrStage
from indexer.ingest.plan import Plan, make_plan
from indexer.ingest.report import IngestReport, Rejection
from indexer.ingest.store import Store
from indexer.ingest.targets import targets
from indexer.ingest.walk import FoundFile
from indexer.pool import Failed, Limits, Outcome, WorkerPool
from indexer.understanding import MEGABYTE, READING_VERSION, ReadingResult, ReadingTask, read_task
from remissarkiv.bootstrap import Archive
from remissarkiv.catalog import ArchiveLock, FileState, RunReport
from remissarkiv.config import Settings
from remissarkiv.domain import NAMED_FILES, Access, Collection
from remissarkiv.sync import catch_up

BATCH_FILES = 200
BATCH_CHARACTERS = 16_000_000
INDEX_EVERY = 2_000
"""Documents stored between two commits of the index."""

INDEX_SCANS_EVERY = 20
"""The same for files read by OCR, each of which takes seconds."""

_PART = " › "

Progress = Callable[[str, int, int], None]
"""Told the stage ("read", "ocr" or "index"), how much of it is done and how much there is."""


def ingest(
    archive: Archive,
    paths: Sequence[Path] = (),
    *,
    jobs: int = 1,
    reread: bool = False,
    waiting_only: bool = False,
    progress: Progress | None = None,
) -> IngestReport:
    """Bring catalog and index up to date with the files under `paths` (default: every configured collection).

    `jobs` processes read files; the result does not depend on how many. A file that cannot be read is
    recorded with its reason and read again when it changes. Interrupted anywhere, the next run continues.
    `reread` reads every file again; `waiting_only` none but those that wait for OCR, whatever the settings
    say of it. Raises `ArchiveBusyError` when another run is going on, `UsageError` for paths that do not
    exist, `OcrMissingError` when the OCR that was asked for is not installed.
    """
    began, started = time.monotonic(), datetime.datetime.now(datetime.UTC)
    report = IngestReport()
    walks = targets(paths, archive.collections, archive.settings.data)
    tell = progress or (lambda stage, done, total: None)
    with ArchiveLock(archive.settings.data):
        if any(target.collection == NAMED_FILES for target in walks):
            archive.catalog.sync_collections((*_others(archive), NAMED_FILES))
        catch_up(archive.catalog, archive.engine)
        names = {target.collection.name for target in walks}
        known = {name: archive.catalog.files(name) for name in names}
        stage = OcrStage(archive.settings, asked=waiting_only)
        plan = make_plan(walks, known, reread, stage.waits)
        if waiting_only:
            plan = plan.restricted(known, stage.waits)
            stage.prepare(known[found.collection.name][found.path] for found in plan.read)
        report.unchanged = len(plan.unchanged_paths)
        store = Store(archive.catalog, known, plan.gone, report)
        _read_all(archive, plan, known, store, stage, jobs, reread, tell)
        store.finish(plan.unwalked)
        stage.stored()
        if plan.read or plan.gone:
            stage.forget(known, archive)
        _read_scans(archive, stage, names, report, jobs, tell)
        total = archive.catalog.last_sequence() - archive.engine.sequence()
        _index(archive, total, tell)
        archive.catalog.prune(archive.engine.sequence())
        if report.removed or report.changed or report.moved:
            archive.engine.tidy()
        report.rejected += [Rejection(state.path, state.reason or "") for state in plan.still_rejected]
        report.rejected += [Rejection(shut.path, shut.reason) for shut in plan.unwalked]
        report.rejected += _still_rejected_parts(archive, plan)
        report.rejected.sort(key=lambda rejection: rejection.path)
        report.documents = archive.engine.count()
        report.seconds = time.monotonic() - began
        with archive.catalog.write() as writer:
            writer.record_run(_run_report(report, started))
    return report


def _others(archive: Archive) -> tuple[Collection, ...]:
    return tuple(c for c in archive.collections if c.name != NAMED_FILES.name)


def _read_all(
    archive: Archive,
    plan: Plan,
    known: dict[str, dict[str, FileState]],
    store: Store,
    stage: OcrStage,
    jobs: int,
    reread: bool,
    tell: Progress,
) -> None:
    """Read the files of the plan, store them in the order of the plan, in batches."""
    if not plan.read:
        return
    done = since_index = 0

    def tasks() -> Iterator[ReadingTask]:
        for found in plan.read:
            state = None if reread else known[found.collection.name].get(found.path)
            if state is not None and stage.waits(state):
                state = None
            yield _task(archive.settings, found, state)

    with WorkerPool(min(jobs, len(plan.read)), read_task, _limits(archive.settings)) as pool:
        for found, (_, outcome) in zip(plan.read, pool.map(tasks()), strict=True):
            result = _result(outcome)
            store.add(found, result)
            stage.saw(found, result)
            done += 1
            tell("read", done, len(plan.read))
            if store.waiting >= BATCH_FILES or store.characters >= BATCH_CHARACTERS:
                since_index += store.commit()
            if since_index >= INDEX_EVERY:
                catch_up(archive.catalog, archive.engine)
                since_index = 0
    store.commit()


def _read_scans(
    archive: Archive, stage: OcrStage, collections: set[str], report: IngestReport, jobs: int, tell: Progress
) -> None:
    """Read the pages that wait for OCR, and each of their files again when its pages are there. In the
    report such a file counts as one that was read once."""
    if not stage.has_work:
        return
    # Reading scans may take a night; what was read before it can be searched meanwhile.
    catch_up(archive.catalog, archive.engine)
    again = IngestReport()
    known = {name: archive.catalog.files(name) for name in collections}
    store = Store(archive.catalog, known, {}, again)
    finished: set[str] = set()

    with WorkerPool(1, read_task, _limits(archive.settings)) as pool:

        def finish(found: FoundFile) -> ReadingResult:
            ((_, outcome),) = pool.map([_task(archive.settings, found, None)])
            result = _result(outcome)
            store.add(found, result)
            store.commit()
            finished.add(found.path)
            if len(finished) % INDEX_SCANS_EVERY == 0:
                catch_up(archive.catalog, archive.engine)
            return result

        stage.run(jobs, tell, finish)
    report.new += again.new
    report.rejected = [r for r in report.rejected if not _is_of(r.path, finished)] + again.rejected
    report.differences = [d for d in report.differences if d.path not in finished] + again.differences


def _is_of(path: str, files: set[str]) -> bool:
    """Whether the path is one of these files, or that of a part of one: `brev.eml › Karta.pdf`."""
    words = path.split(_PART)
    return any(_PART.join(words[:number]) in files for number in range(1, len(words) + 1))


def _limits(settings: Settings) -> Limits:
    reading = settings.reading
    return Limits(seconds=reading.seconds, memory_mb=reading.memory_mb, output_mb=reading.output_mb)


def _result(outcome: Outcome[ReadingResult]) -> ReadingResult:
    if isinstance(outcome, Failed):
        return ReadingResult("", reason=outcome.swedish, message=outcome.message)
    return outcome.value


def _task(settings: Settings, found: FoundFile, state: FileState | None) -> ReadingTask:
    known = ""
    if state is not None and state.document_id is not None and _read_the_same(found, state):
        known = state.sha256
    return ReadingTask(
        file=found.file,
        name=Path(found.path).name,
        kommun=found.collection.kommun,
        namnd=found.collection.namnd,
        largest=settings.reading.file_mb * MEGABYTE,
        known_sha256=known,
        row=found.row,
        ocr=str(settings.ocr_folder),
    )


def _read_the_same(found: FoundFile, state: FileState) -> bool:
    """Whether the same content would give the same documents: same program, same word from the diary."""
    return (state.reading, state.told) == (READING_VERSION, found.told)


def _index(archive: Archive, total: int, tell: Progress) -> None:
    done = 0

    def step(count: int) -> None:
        nonlocal done
        done += count
        tell("index", min(done, total), total)

    catch_up(archive.catalog, archive.engine, step)


def _still_rejected_parts(archive: Archive, plan: Plan) -> list[Rejection]:
    """What could not be read of the unchanged files, as an earlier run found."""
    unchanged = plan.unchanged_paths
    access = Access(frozenset(collection for collection, _ in unchanged))
    return [
        Rejection(f"{file.path} › {file.part}", file.reason)
        for file in archive.catalog.rejected(access)
        if file.part and (file.collection, file.path) in unchanged
    ]


def _run_report(report: IngestReport, started: datetime.datetime) -> RunReport:
    return RunReport(
        started=started,
        finished=datetime.datetime.now(datetime.UTC),
        new=report.new,
        changed=report.changed,
        unchanged=report.unchanged,
        moved=report.moved,
        removed=report.removed,
        rejected=len(report.rejected),
    )
