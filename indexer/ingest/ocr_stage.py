"""The part of a run that reads pictures of text: which files wait, and what becomes of them.

A scan is first recorded like any other file, as one without text, so that the rest of the archive can be
searched meanwhile. Then its pages are read one by one and kept, and when the last is there the file is read
again, now with text.
"""

import contextlib
import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from indexer.ingest.plan import Known
from indexer.ingest.scanned_page import PageTask, read_page
from indexer.ingest.walk import FoundFile
from indexer.ocr.program import LANGUAGE, OcrMissingError, OcrProgram, find_program
from indexer.ocr.store import Note, OcrStore
from indexer.pool import Failed, Limits, WorkerPool
from indexer.task import MEGABYTE, ReadingResult
from remissarkiv.bootstrap import Archive
from remissarkiv.catalog import FileState
from remissarkiv.config import Settings
from remissarkiv.domain import NAMED_FILES

NEEDS_OCR = "kräver OCR"
"""Part of the reason for which a file of pictures is rejected."""

_MARGIN_SECONDS = 60
"""What the drawing of a page may take besides its reading."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class _Scan:
    """A file with pages to read, and those tasks that no file before it has."""

    found: FoundFile
    sha256: str
    tasks: tuple[PageTask, ...]


class OcrStage:
    """Collects the files that wait for OCR during a run, and reads them at its end.

    With `asked`, the person asked for OCR: then it does not matter what the settings say, pages that failed
    are tried again, and a missing program is an error.
    """

    def __init__(self, settings: Settings, asked: bool) -> None:
        self._reading = settings.reading
        self._store = OcrStore(settings.ocr_folder)
        self._asked = asked
        self._noted = self._store.hashes()
        # Asked for at once when it is needed for certain, else when the first picture of text is seen.
        self._sought = asked
        self._program = find_program() if asked else None
        self._files: list[tuple[FoundFile, str, dict[str, tuple[int, ...]]]] = []
        self._complete: list[str] = []

    def waits(self, state: FileState) -> bool:
        """Whether there is something to do for an unchanged file: pages of it are still to be read, or were
        read by a run that ended before the catalog had them."""
        note = self._store.note(state.sha256) if state.sha256 in self._noted else None
        if note is None:
            waits = state.reason is not None and NEEDS_OCR in state.reason
        else:
            waits = not note.stored or (self._asked and any(map(self._store.failures, note.scans)))
        return waits and self._available() is not None

    @property
    def can_read(self) -> bool:
        """Whether pictures of text can be read in this run."""
        return self._available() is not None

    @property
    def has_work(self) -> bool:
        """Whether any file waits, and can be read."""
        return bool(self._files) and self._available() is not None

    def saw(self, found: FoundFile, result: ReadingResult) -> None:
        """Take in what the ordinary reading of a file found: pages that wait, or none any more."""
        if result.waiting:
            known = self._store.note(result.sha256)
            # What was read of it already is noted still: the first of two scans on one letter.
            scans = {**known.scans, **result.waiting} if known else result.waiting
            if known is None or known.stored or known.scans != scans:
                self._store.write_note(result.sha256, Note(scans))
            self._files.append((found, result.sha256, result.waiting))
        elif result.sha256 in self._noted:
            self._complete.append(result.sha256)

    def stored(self) -> None:
        """Note that the catalog has the files that were complete when they were read."""
        for sha256 in self._complete:
            self._mark_stored(sha256)
        self._complete.clear()

    def prepare(self, states: Iterable[FileState]) -> None:
        """Before a run that was asked for: let the pages of these files that failed be tried again."""
        for state in states:
            if self._asked and state.sha256 in self._noted and self._store.retry(state.sha256):
                self._note(state.sha256, stored=False)

    def run(self, jobs: int, tell: Progress, finish: Callable[[FoundFile], ReadingResult]) -> None:
        """Read all pages that wait, keep each, and have `finish` read and store every file whose pages are
        all there.

        Interrupted anywhere, the next run goes on at the next page. A file that changes or goes away
        meanwhile is left to the next run.
        """
        program = self._available()
        if program is None or not self._files:
            return
        scans = self._scans(program)
        total = sum(len(scan.tasks) for scan in scans)
        done = 0
        limits = Limits(
            seconds=self._reading.ocr_page_seconds + _MARGIN_SECONDS,
            memory_mb=self._reading.memory_mb,
            output_mb=self._reading.output_mb,
        )
        if total:
            tell("ocr", 0, total)
        with WorkerPool(max(1, min(jobs, total)), read_page, limits) as pool:
            results = pool.map(task for scan in scans for task in scan.tasks)
            for scan in scans:
                intact = True
                for _ in scan.tasks:
                    task, outcome = next(results)
                    if isinstance(outcome, Failed):
                        self._store.fail(task.sha256, task.number, outcome.swedish)
                    elif outcome.value.lost:
                        intact = False
                    elif outcome.value.reason:
                        self._store.fail(task.sha256, task.number, outcome.value.reason)
                    else:
                        self._store.keep(task.sha256, task.number, outcome.value.text)
                    done += 1
                    tell("ocr", done, total)
                if intact:
                    self._note(scan.sha256, stored=False)
                    if finish(scan.found).sha256 == scan.sha256:
                        self._mark_stored(scan.sha256)

    def forget(self, before: Known, archive: Archive) -> None:
        """Remove what was kept of content that the archive held before this run, by these states, and holds
        no more. A file that could not be opened now may still hold it."""
        leaving = self._noted & {state.sha256 for states in before.values() for state in states.values()}
        if not leaving:
            return
        for collection in archive.collections:
            for path, state in archive.catalog.files(collection.name).items():
                old = None if state.sha256 else before.get(collection.name, {}).get(path)
                leaving -= {state.sha256 if old is None else old.sha256}
        self._store.forget(leaving)

    def _available(self) -> OcrProgram | None:
        """The OCR program, None when there is none or the settings do not want it."""
        if not self._sought:
            self._sought = True
            if self._reading.ocr == "auto":
                with contextlib.suppress(OcrMissingError):
                    self._program = find_program()
        return self._program

    def _scans(self, program: OcrProgram) -> list[_Scan]:
        largest, seconds = self._reading.file_mb * MEGABYTE, self._reading.ocr_page_seconds
        planned: set[tuple[str, int]] = set()
        scans = []
        for found, whole, waiting in self._files:
            tasks = []
            for sha256, pages in waiting.items():
                for number in self._store.untried(sha256, pages):
                    if (sha256, number) not in planned:
                        planned.add((sha256, number))
                        tasks.append(PageTask(found.file, largest, sha256, number, program, seconds))
            scans.append(_Scan(found, whole, tuple(tasks)))
        return scans

    def _note(self, sha256: str, stored: bool) -> None:
        """Write in the note of a file what reads it and when."""
        note = self._store.note(sha256)
        if note is not None and self._program is not None:
            today = datetime.datetime.now(datetime.UTC).date().isoformat()
            version = f"tesseract {self._program.version}"
            self._store.write_note(
                sha256, replace(note, program=version, language=LANGUAGE, date=today, stored=stored)
            )

    def _mark_stored(self, sha256: str) -> None:
        note = self._store.note(sha256)
        if note is not None and not note.stored:
            self._store.write_note(sha256, replace(note, stored=True))


def waiting_paths(archive: Archive) -> list[Path]:
    """Folders and files in which something waits for OCR, of the whole archive. Raises `OcrMissingError`."""
    stage = OcrStage(archive.settings, asked=True)
    paths: list[Path] = []
    for collection in archive.collections:
        states = archive.catalog.files(collection.name).values()
        waiting = [state.path for state in states if stage.waits(state)]
        if waiting and collection.name != NAMED_FILES.name:
            paths.append(Path(collection.path))
        else:
            # A file in a zip export is reached by the export.
            places = (next(p for p in (Path(path), *Path(path).parents) if p.exists()) for path in waiting)
            paths += dict.fromkeys(place for place in places if place.is_file())
    return paths
