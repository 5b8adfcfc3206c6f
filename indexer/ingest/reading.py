"""The part of a run that reads files: in parallel, stored in order, in batches."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from indexer.ingest.lexicon_stage import LexiconStage
from indexer.ingest.ocr_stage import OcrStage
from indexer.ingest.plan import Plan
from indexer.ingest.report import IngestReport
from indexer.ingest.store import Store
from indexer.ingest.walk import FoundFile
from indexer.pool import Failed, Limits, Outcome, WorkerPool
from indexer.reading_process import reader
from indexer.task import MEGABYTE, ReadingResult, ReadingTask, reading_version
from remissarkiv.bootstrap import Archive
from remissarkiv.catalog import FileState
from remissarkiv.config import Settings
from remissarkiv.sync import catch_up

BATCH_FILES = 200
BATCH_CHARACTERS = 16_000_000
INDEX_EVERY = 800
"""Documents stored between two times that index and suggestions catch up. The processes that read go on
meanwhile; what is left for the end of the run finds them idle, and nothing else to do."""

AHEAD = 256
"""Files on their way for each reading process: while the index catches up they read a hundred or more."""

PENDING_MB = 32
"""What was read and waits to be stored, packed: some thousands of letters, or one large protocol."""

INDEX_SCANS_EVERY = 20
"""The same for files read by OCR, each of which takes seconds."""

_PART = " › "

Progress = Callable[[str, int, int], None]
"""Told the stage ("read", "learn", "ocr" or "index"), how much of it is done and how much there is."""

Known = Mapping[str, Mapping[str, FileState]]


class FileReading:
    """Reads the files of a plan. Those that show damage are put aside while there is no lexicon; when all the
    others are read and stored, it is learned from them, and the rest is read."""

    def __init__(
        self, archive: Archive, known: Known, store: Store, stage: OcrStage, lexicon: LexiconStage, jobs: int
    ) -> None:
        self._archive = archive
        self._known = known
        self._store = store
        self._stage = stage
        self._lexicon = lexicon
        self._jobs = jobs
        self._done = 0
        self._since_index = 0

    def run(self, plan: Plan, report: IngestReport, reread: bool, tell: Progress) -> None:
        """Read and store. Raises `LexiconBrokenError` when the lexicon cannot be opened any more, with what
        could be read stored."""
        work = len(plan.read) + (len(plan.damaged) if self._lexicon.version is None else 0)
        pool: WorkerPool[ReadingTask, ReadingResult]
        jobs = min(self._jobs, max(work, 1))
        with WorkerPool(
            jobs, reader(), limits(self._archive.settings), ahead=AHEAD * jobs, pending_mb=PENDING_MB
        ) as pool:
            waiting = self._read(pool, plan.read, len(plan.read), reread, tell)
            if self._lexicon.version is None:
                self._lexicon.settle(self._unfit(plan, waiting), tell)
                again = [*waiting, *self._outdated(plan.damaged)]
                plan.unchanged_paths.difference_update(_place(found) for found in again)
                report.unchanged -= len(again) - len(waiting)
                total = len(plan.read) + len(again) - len(waiting)
                waiting = self._read(pool, again, total, True, tell)
        if waiting:
            self._lexicon.check()

    def _unfit(self, plan: Plan, waiting: Iterable[FoundFile]) -> frozenset[str]:
        """The documents in the catalog that are not what their files say now: they do not teach."""
        states = [*plan.gone.values(), *filter(None, map(self._state, waiting))]
        return frozenset(state.document_id for state in states if state.document_id)

    def _outdated(self, damaged: Iterable[FoundFile]) -> Iterator[FoundFile]:
        """The unchanged files whose damage was repaired by another version than the one there is now."""
        for found in damaged:
            state = self._state(found)
            if state is not None and state.lexicon != self._lexicon.version:
                yield found

    def _read(
        self,
        pool: WorkerPool[ReadingTask, ReadingResult],
        files: list[FoundFile],
        total: int,
        reread: bool,
        tell: Progress,
    ) -> list[FoundFile]:
        """Read these files and store them in their order; returns those that wait for a lexicon."""
        waiting = []
        tasks = (self._task(found, reread) for found in files)
        for found, (_, outcome) in zip(files, pool.map(tasks), strict=True):
            result = result_of(outcome)
            if result.waits_for_lexicon:
                waiting.append(found)
                continue
            if result.waiting and not self._stage.can_read and self._is_known(found, result):
                # Read by OCR once, to be repaired anew, and neither its pages nor a program are there now.
                self._done += 1
                continue
            self._store.add(found, result)
            self._stage.saw(found, result)
            self._done += 1
            tell("read", self._done, total)
            if self._store.waiting >= BATCH_FILES or self._store.characters >= BATCH_CHARACTERS:
                self._since_index += self._store.commit()
            if self._since_index >= INDEX_EVERY:
                self._archive.catch_up()
                self._since_index = 0
        self._store.commit()
        return waiting

    def _task(self, found: FoundFile, reread: bool) -> ReadingTask:
        state = None if reread else self._state(found)
        if state is not None and self._stage.waits(state):
            state = None
        return reading_task(self._archive.settings, found, self._lexicon, state)

    def _is_known(self, found: FoundFile, result: ReadingResult) -> bool:
        """Whether the catalog has the documents of the same content, repaired by some lexicon."""
        state = self._state(found)
        return state is not None and state.lexicon is not None and state.sha256 == result.sha256

    def _state(self, found: FoundFile) -> FileState | None:
        return self._known[found.collection.name].get(found.path)


def read_scans(
    archive: Archive,
    stage: OcrStage,
    lexicon: LexiconStage,
    collections: set[str],
    report: IngestReport,
    jobs: int,
    tell: Progress,
) -> None:
    """Read the pages that wait for OCR, and each of their files again when its pages are there. In the
    report such a file counts as one that was read once."""
    if not stage.has_work:
        return
    # Reading scans may take a night; what was read before it can be searched meanwhile.
    archive.catch_up()
    again = IngestReport()
    known = {name: archive.catalog.files(name) for name in collections}
    store = Store(archive.catalog, known, {}, again)
    finished: set[str] = set()

    with WorkerPool(1, reader(), limits(archive.settings)) as pool:

        def finish(found: FoundFile) -> ReadingResult:
            ((_, outcome),) = pool.map([reading_task(archive.settings, found, lexicon)])
            result = result_of(outcome)
            if result.waits_for_lexicon:
                lexicon.check()
                return ReadingResult("")
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


def limits(settings: Settings) -> Limits:
    """What the reading of one file may take."""
    reading = settings.reading
    return Limits(seconds=reading.seconds, memory_mb=reading.memory_mb, output_mb=reading.output_mb)


def result_of(outcome: Outcome[ReadingResult]) -> ReadingResult:
    """What came of a task, also when its process had to be ended."""
    if isinstance(outcome, Failed):
        return ReadingResult("", reason=outcome.swedish, message=outcome.message)
    return outcome.value


def reading_task(
    settings: Settings, found: FoundFile, lexicon: LexiconStage, state: FileState | None = None
) -> ReadingTask:
    """The task of reading a file; with `state`, what was read the same way before is not read again."""
    known = ""
    if state is not None and state.document_id is not None and _read_the_same(found, state, lexicon):
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
        lexicon=lexicon.task,
    )


def _read_the_same(found: FoundFile, state: FileState, lexicon: LexiconStage) -> bool:
    """Whether the same content would give the same documents: same program, same word from the diary, and,
    for what shows damage, the same lexicon."""
    if state.lexicon is not None and state.lexicon != lexicon.version:
        return False
    return (state.reading, state.told) == (reading_version(), found.told)


def _place(found: FoundFile) -> tuple[str, str]:
    return found.collection.name, found.path


def _is_of(path: str, files: set[str]) -> bool:
    """Whether the path is one of these files, or that of a part of one: `brev.eml › Karta.pdf`."""
    words = path.split(_PART)
    return any(_PART.join(words[:number]) in files for number in range(1, len(words) + 1))
