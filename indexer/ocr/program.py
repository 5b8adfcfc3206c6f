"""The OCR program, tesseract: whether it is here, and the one place that runs it.

It parses pictures that strangers made, so it runs as a process of its own: no shell, one thread, a limit on
time, on processor time, on memory (the reading process's own, which children inherit) and on output.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass

from remissarkiv.errors import RemissarkivError, UnreadableFileError

LANGUAGE = "swe"
MAX_OUTPUT = 4 * 1024 * 1024
"""Bytes of text from one page; a page of a tightly set newspaper has about 60 000."""

_ASKING_SECONDS = 30


class OcrMissingError(RemissarkivError):
    """Tesseract, or its Swedish, is not installed; the message names the packages."""


@dataclass(frozen=True, slots=True)
class OcrProgram:
    """Tesseract with Swedish as it is installed: where it lies and its version ("5.3.0")."""

    path: str
    version: str


def find_program() -> OcrProgram:
    """The tesseract of this machine. Raises `OcrMissingError` when it or its Swedish is missing."""
    path = shutil.which("tesseract")
    if path is None:
        raise OcrMissingError(
            "tesseract is not installed; install the packages tesseract-ocr and tesseract-ocr-swe",
            "OCR-programmet saknas; installera paketen tesseract-ocr och tesseract-ocr-swe.",
        )
    # "tesseract 5.3.0" and then its libraries; "List of available languages ..." and then one a line.
    version = _ask(path, "--version").split("\n", 1)[0].removeprefix("tesseract").strip()
    if LANGUAGE not in _ask(path, "--list-langs").split():
        raise OcrMissingError(
            f"tesseract {version} is installed without Swedish; install the package tesseract-ocr-swe",
            "OCR-programmet kan inte svenska; installera paketet tesseract-ocr-swe.",
        )
    return OcrProgram(path, version)


def run_program(program: OcrProgram, picture: bytes, *, seconds: float, page: int = 1, dpi: int = 0) -> str:
    """The text of one page of a picture that tesseract can open (PGM, PNG, JPEG, TIFF, BMP, GIF).

    `page` counts from 1, `dpi` is for pictures that do not tell themselves (0: they do). Raises
    `UnreadableFileError` when the page takes longer than `seconds` or the picture cannot be read.
    """
    words = [program.path, "stdin", "stdout", "-l", LANGUAGE, "-c", f"tessedit_page_number={page - 1}"]
    if dpi:
        words += ["--dpi", str(dpi)]
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answer:
        given.write(picture)
        given.seek(0)
        process = subprocess.Popen(  # noqa: S603 - our own argument list, no shell
            [*_bound_to_parent(), *words],
            stdin=given,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            start_new_session=True,
        )
        try:
            _limit(process.pid, seconds)
            status = process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise _too_slow(seconds) from None
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        if -status in {signal.SIGXCPU, signal.SIGKILL}:
            raise _too_slow(seconds)
        if status:
            raise UnreadableFileError(
                f"tesseract could not read the picture (exit status {status})",
                "OCR-programmet kunde inte läsa bilden; den är skadad eller av ett slag som inte stöds",
            )
        answer.seek(0)
        return answer.read(MAX_OUTPUT).decode("utf-8", "replace").replace("\f", "\n").strip()


def _ask(path: str, question: str) -> str:
    """What tesseract says of itself, "" when it cannot be run."""
    try:
        done = subprocess.run(  # noqa: S603 - our own argument list, no shell
            [path, question], capture_output=True, timeout=_ASKING_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def _bound_to_parent() -> list[str]:
    """Words before a command that end it when its parent is killed, where the system has such."""
    setpriv = shutil.which("setpriv") if sys.platform == "linux" else None
    return [setpriv, "--pdeathsig", "KILL"] if setpriv else []


def _limit(pid: int, seconds: float) -> None:
    """What the child may use, also when nobody is left to end it."""
    if sys.platform == "linux":
        import resource

        allowed = int(seconds) + 1
        try:
            resource.prlimit(pid, resource.RLIMIT_CPU, (allowed, allowed))
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (MAX_OUTPUT, MAX_OUTPUT))
        except ProcessLookupError:
            return


def _too_slow(seconds: float) -> UnreadableFileError:
    return UnreadableFileError(
        f"OCR of one page took more than {seconds:g} s (reading.ocr_page_seconds)",
        f"OCR-läsningen av en sida tog längre än {seconds:g} sekunder",
    )
