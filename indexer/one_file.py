"""One file read for a person who looks at it, outside any run; nothing is stored."""

import tempfile
from dataclasses import replace
from pathlib import Path

from indexer.ingest.ocr_stage import OcrStage
from indexer.ingest.walk import FoundFile
from indexer.pool import Failed, Limits, WorkerPool
from indexer.reading_process import reader
from indexer.task import MEGABYTE, ReadingResult, ReadingTask
from remissarkiv.acts import use_register_in
from remissarkiv.config import Settings
from remissarkiv.domain import NAMED_FILES

MAX_SCANNED_PAGES = 20
"""Pages that are read by OCR for a look at a file; for longer ones there is `remiss ocr`."""


def read_one(file: Path, settings: Settings, lexicon: int = 0) -> ReadingResult:
    """What the indexer understands of a file, read in a process of its own within the limits of `settings`.

    Misread words are repaired by this version of the archive's lexicon, 0 for Swedish alone.
    Acts are known as the archive's settings say. Raises `ConfigError` for a register that cannot be used.
    Pictures of text are taken from the pages that the archive keeps, or, if they are few, read by OCR now.
    """
    use_register_in(settings.laws_register)
    known = (str(settings.lexicon_folder), lexicon)
    result = _read(file, settings, known)
    pages = sum(map(len, result.waiting.values()))
    if not 0 < pages <= MAX_SCANNED_PAGES:
        return result
    with tempfile.TemporaryDirectory() as folder:
        elsewhere = replace(settings, data=Path(folder))
        status = file.stat()
        found = FoundFile(NAMED_FILES, str(file), str(file), status.st_size, status.st_mtime_ns)
        stage = OcrStage(elsewhere, asked=False)
        stage.saw(found, result)
        stage.run(1, lambda name, done, total: None, lambda finished: result)
        return _read(file, elsewhere, known)


def _read(file: Path, settings: Settings, lexicon: tuple[str, int]) -> ReadingResult:
    reading = settings.reading
    task = ReadingTask(
        str(file),
        file.name,
        largest=reading.file_mb * MEGABYTE,
        ocr=str(settings.ocr_folder),
        lexicon=lexicon,
    )
    limits = Limits(seconds=reading.seconds, memory_mb=reading.memory_mb, output_mb=reading.output_mb)
    with WorkerPool(jobs=1, function=reader(), limits=limits) as pool:
        ((_, outcome),) = pool.map([task])
    if isinstance(outcome, Failed):
        return ReadingResult("", reason=outcome.swedish, message=outcome.message)
    return outcome.value
