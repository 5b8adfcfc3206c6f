"""What OCR has read, kept page by page beside the catalog, so that nothing is read twice.

Under the archive's data folder: `ocr/<sha256 of the file>/0001.txt`, one for each page that was read,
`0002.failed` with the reason for one that could not be, and `file.json`, the note of which pages are to be
read. A page takes seconds: an interrupted run goes on at the next one.
"""

import json
import os
import re
import shutil
import tempfile
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from remissarkiv.errors import RemissarkivError

MAX_PAGE = 4 * 1024 * 1024
"""Bytes of text kept of one page."""

_NOTE = "file.json"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MAX_NOTE = 256 * 1024
_MAX_REASON = 2_000


class OcrStoreError(RemissarkivError):
    """The folder of kept pages cannot be written; the message says why."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of a file with scans: the pages (from 1) that OCR is to read, by the hash of the content
    they belong to (the file's own, or an attachment's), what read them and when (ISO date, "" while they are
    not all read), and whether the catalog has what was read."""

    scans: dict[str, tuple[int, ...]]
    program: str = ""
    language: str = ""
    date: str = ""
    stored: bool = False


class OcrStore:
    """The kept pages under a folder, which is made when the first thing is kept. Everything is written
    whole or not at all, for the owner's eyes only."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def hashes(self) -> frozenset[str]:
        """The hashes of all content of which something is kept or noted."""
        try:
            return frozenset(place.name for place in self._folder.iterdir() if _SHA256.fullmatch(place.name))
        except OSError:
            return frozenset()

    def note(self, sha256: str) -> Note | None:
        """The note of a file, None when there is none, or none that can be read."""
        text = _read(self._place(sha256) / _NOTE, _MAX_NOTE)
        try:
            told: dict[str, Any] = json.loads(text or "")
            scans = {str(name): tuple(int(page) for page in pages) for name, pages in told["scans"].items()}
            words = {name: str(told.get(name, "")) for name in ("program", "language", "date")}
            return Note(scans, **words, stored=told.get("stored") is True)
        except (ValueError, TypeError, KeyError, AttributeError):
            return None

    def write_note(self, sha256: str, note: Note) -> None:
        """Keep the note of a file in place of the one there was."""
        self._write(self._place(sha256) / _NOTE, json.dumps(asdict(note), ensure_ascii=False))

    def keep(self, sha256: str, number: int, text: str) -> None:
        """Keep the text of a page."""
        data = text.encode("utf-8", "replace")[:MAX_PAGE].decode("utf-8", "ignore")
        self._write(self._page(sha256, number), data)

    def fail(self, sha256: str, number: int, reason: str) -> None:
        """Keep the reason (Swedish) for which a page could not be read."""
        self._write(self._page(sha256, number, "failed"), reason[:_MAX_REASON])

    def retry(self, sha256: str) -> bool:
        """Forget which pages of a file's scans could not be read, so that they are tried again; tells whether
        there were any."""
        known = self.note(sha256)
        failed = [
            self._page(scan, number, "failed")
            for scan in (known.scans if known else ())
            for number in self.failures(scan)
        ]
        for file in failed:
            file.unlink(missing_ok=True)
        return bool(failed)

    def untried(self, sha256: str, pages: Sequence[int]) -> tuple[int, ...]:
        """Those of the pages of a file that have neither been read nor failed."""
        return tuple(
            number
            for number in pages
            if not self._page(sha256, number).exists() and not self._page(sha256, number, "failed").exists()
        )

    def tried(self, sha256: str, pages: Sequence[int]) -> bool:
        """Whether all these pages of a file have been read, or have failed."""
        return not self.untried(sha256, pages)

    def text(self, sha256: str, number: int) -> str | None:
        """The kept text of a page, None when it has not been read."""
        return _read(self._page(sha256, number), MAX_PAGE)

    def failures(self, sha256: str) -> dict[int, str]:
        """Why pages of some content could not be read, by page."""
        files = sorted(self._place(sha256).glob("*.failed"))
        reasons = {int(file.stem): _read(file, 8 * _MAX_REASON) for file in files if file.stem.isdecimal()}
        return {number: reason for number, reason in reasons.items() if reason is not None}

    def forget(self, gone: Collection[str]) -> None:
        """Remove what was kept of files that are gone, save scans that hang on other files too."""
        kept = self.hashes()
        leaving = {sha256: self.note(sha256) for sha256 in gone if sha256 in kept}
        if not leaving:
            return
        staying = (self.note(sha256) for sha256 in kept if sha256 not in leaving)
        needed = {scan for note in staying if note for scan in note.scans}
        scans = {scan for note in leaving.values() if note for scan in note.scans}
        for sha256 in {*leaving, *scans} - needed:
            shutil.rmtree(self._place(sha256), ignore_errors=True)
        for sha256 in needed & set(leaving):
            (self._place(sha256) / _NOTE).unlink(missing_ok=True)

    def _place(self, sha256: str) -> Path:
        # A known hash is never a path; an unknown one ("") must not become the folder itself.
        return self._folder / (sha256 if _SHA256.fullmatch(sha256) else "none")

    def _page(self, sha256: str, number: int, suffix: str = "txt") -> Path:
        return self._place(sha256) / f"{number:04}.{suffix}"

    def _write(self, file: Path, text: str) -> None:
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            # mkstemp makes the file readable by its owner alone.
            descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")
            try:
                with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
                    stream.write(text)
                Path(name).replace(file)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise OcrStoreError(
                f"{file}: what OCR has read cannot be kept ({error.strerror}); make room or give the right "
                "to write there, and run again",
                "Det går inte att spara vad som OCR-lästs; disken kan vara full.",
            ) from None


def _read(file: Path, most: int) -> str | None:
    try:
        with file.open("rb") as stream:
            return stream.read(most).decode("utf-8", "replace")
    except OSError:
        return None
