"""One run: walk, read in parallel, learn, store in order, bring the index up to date."""

import datetime
import time
from collections.abc import Sequence
from pathlib import Path

from indexer.ingest.lexicon_stage import LexiconStage
from indexer.ingest.ocr_stage import OcrStage
from indexer.ingest.plan import Plan, make_plan
from indexer.ingest.reading import FileReading, Progress, read_scans
from indexer.ingest.report import IngestReport, Rejection
from indexer.ingest.store import Store
from indexer.ingest.targets import targets
from indexer.pool import seldom_collected
from remissarkiv.bootstrap import Archive
from remissarkiv.catalog import ArchiveLock, RunReport
from remissarkiv.domain import NAMED_FILES, Access, Collection
from remissarkiv.language.lexicon import base_lexicon
from remissarkiv.language.parts import use_common_keys
from remissarkiv.language.word_trie import word_trie
from remissarkiv.sync import catch_up, lexicon_facts

MANY = 1000
"""So many files to be read that it is worth some seconds, once, to work out the keys of common words."""


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
    The first run learns the archive's lexicon from what is undamaged and repairs the rest by it; later ones
    repair by the same, until `remiss rebuild`.
    `reread` reads every file again; `waiting_only` none but those that wait for OCR, whatever the settings
    say of it. Raises `ArchiveBusyError` when another run is going on, `UsageError` for paths that do not
    exist, `OcrMissingError` when the OCR that was asked for is not installed.
    """
    began, started = time.monotonic(), datetime.datetime.now(datetime.UTC)
    report = IngestReport()
    walks = targets(paths, archive.collections, archive.settings.data)
    tell = progress or (lambda stage, done, total: None)
    with ArchiveLock(archive.settings.data), archive.catalog.remembering(), seldom_collected():
        if any(target.collection == NAMED_FILES for target in walks):
            archive.catalog.sync_collections((*_others(archive), NAMED_FILES))
        catch_up(archive.catalog, archive.engine)
        # Compiled here, once, if they are not yet: the processes that read only open them.
        base_lexicon()
        word_trie()
        names = {target.collection.name for target in walks}
        known = {name: archive.catalog.files(name) for name in names}
        stage = OcrStage(archive.settings, asked=waiting_only)
        # A run that only reads scans sees too little of the archive to learn from it.
        lexicon = LexiconStage(archive, learns=not waiting_only)
        plan = make_plan(walks, known, reread, stage.waits, lexicon.version)
        if waiting_only:
            plan = plan.restricted(known, stage.waits)
            stage.prepare(known[found.collection.name][found.path] for found in plan.read)
        use_common_keys(make=len(plan.read) >= MANY)
        report.unchanged = len(plan.unchanged_paths)
        store = Store(archive.catalog, known, plan.gone, report)
        FileReading(archive, known, store, stage, lexicon, jobs).run(plan, report, reread, tell)
        store.finish(plan.unwalked)
        stage.stored()
        if plan.read or plan.gone:
            stage.forget(known, archive)
        read_scans(archive, stage, lexicon, names, report, jobs, tell)
        lexicon.forget()
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
        report.notes = lexicon.told
        report.lexicon = lexicon_facts(archive.catalog, archive.settings.lexicon_folder)
        report.seconds = time.monotonic() - began
        with archive.catalog.write() as writer:
            writer.record_run(_run_report(report, started))
    return report


def _others(archive: Archive) -> tuple[Collection, ...]:
    return tuple(c for c in archive.collections if c.name != NAMED_FILES.name)


def _index(archive: Archive, total: int, tell: Progress) -> None:
    done = 0

    def step(count: int) -> None:
        nonlocal done
        done += count
        tell("index", min(done, total), total)

    archive.catch_up(step)


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
