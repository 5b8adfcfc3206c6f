"""What OCR has read, kept page by page beside the catalog, so that nothing is read twice.

Under the archive's data folder: `ocr/<sha256 of the file>/0001.txt`, one for each page that was read,
`0002.failed` with the reason for one that could not be, and `file.json`, which tells the pages that are to
be read. A page takes seconds: an interrupted run goes on at the next one.
"""

import json
import os
import re
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

MAX_PAGE = 4 * 1024 * 1024
"""Bytes of text kept of one page."""

_NOTE = "file.json"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MAX_NOTE = 256 * 1024
_MAX_REASON = 2_000


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of a scanned file: the pages (from 1) that OCR is to read, what read them and when (ISO
    date, "" while no page is read), and whether the catalog has what was read."""

    pages: tuple[int, ...]
    program: str = ""
    language: str = ""
    date: str = ""
    stored: bool = False


class OcrStore:
    """The kept pages under a folder, which is made when the first thing is kept. Everything is written
    whole or not at all, for the owner's eyes only."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def note(self, sha256: str) -> Note | None:
        """The note of a file, None when there is none, or none that can be read."""
        text = _read(self._place(sha256) / _NOTE, _MAX_NOTE)
        try:
            told: dict[str, Any] = json.loads(text or "")
            pages = tuple(int(number) for number in told["pages"])
            words = {name: str(told.get(name, "")) for name in ("program", "language", "date")}
            return Note(pages, **words, stored=told.get("stored") is True)
        except (ValueError, TypeError, KeyError, AttributeError):
            return None

    def wait(self, sha256: str, pages: Sequence[int]) -> None:
        """Note that these pages of a file are to be read; what was kept of it stays."""
        known = self.note(sha256)
        if known is None or known.pages != tuple(pages):
            self._write_note(sha256, Note(tuple(pages)))

    def mark_stored(self, sha256: str, stored: bool = True) -> None:
        """Note whether the catalog has what was read of a file."""
        known = self.note(sha256)
        if known is not None and known.stored != stored:
            self._write_note(sha256, replace(known, stored=stored))

    def mark_read(self, sha256: str, program: str, language: str, date: str) -> None:
        """Note what read a file's pages, and when."""
        known = self.note(sha256)
        if known is not None:
            self._write_note(sha256, replace(known, program=program, language=language, date=date))

    def keep(self, sha256: str, number: int, text: str) -> None:
        """Keep the text of a page."""
        data = text.encode("utf-8", "replace")[:MAX_PAGE].decode("utf-8", "ignore")
        self._write(self._page(sha256, number), data)

    def fail(self, sha256: str, number: int, reason: str) -> None:
        """Keep the reason (Swedish) for which a page could not be read."""
        self._write(self._page(sha256, number, "failed"), reason[:_MAX_REASON])

    def retry(self, sha256: str) -> bool:
        """Forget which pages could not be read, so that they are tried again; whether there were any."""
        failed = [self._page(sha256, number, "failed") for number in self.failures(sha256)]
        for file in failed:
            file.unlink(missing_ok=True)
        if failed:
            self.mark_stored(sha256, False)
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
        """Why pages could not be read, by page."""
        known = self.note(sha256)
        reasons = {
            number: _read(self._page(sha256, number, "failed"), 8 * _MAX_REASON)
            for number in (known.pages if known else ())
        }
        return {number: reason for number, reason in reasons.items() if reason is not None}

    def forget(self, sha256: str) -> None:
        """Remove what was kept of a file."""
        if _SHA256.fullmatch(sha256):
            shutil.rmtree(self._place(sha256), ignore_errors=True)

    def _place(self, sha256: str) -> Path:
        # A known hash is never a path; an unknown one ("") must not become the folder itself.
        return self._folder / (sha256 if _SHA256.fullmatch(sha256) else "none")

    def _page(self, sha256: str, number: int, suffix: str = "txt") -> Path:
        return self._place(sha256) / f"{number:04}.{suffix}"

    def _write_note(self, sha256: str, note: Note) -> None:
        self._write(self._place(sha256) / _NOTE, json.dumps(asdict(note), ensure_ascii=False))

    def _write(self, file: Path, text: str) -> None:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # mkstemp makes the file readable by its owner alone.
        descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
                stream.write(text)
            os.replace(name, file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def _read(file: Path, most: int) -> str | None:
    try:
        with file.open("rb") as stream:
            return stream.read(most).decode("utf-8", "replace")
    except OSError:
        return None
