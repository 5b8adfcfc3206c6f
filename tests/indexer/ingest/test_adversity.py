"""What an archive meets in a server room: a clock that is set back, a second indexer, a disk that fails."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.ingest import IngestReport
from remissarkiv.bootstrap import Archive

REMISS = Path(sys.executable).with_name("remiss")
Run = Callable[..., IngestReport]


def titles(archive: Archive, query: str) -> list[str]:
    return [hit.title for hit in archive.search(query).hits]


def test_a_file_replaced_by_one_of_an_older_date_is_read_again(
    archive: Archive, run: Run, shelf: Path
) -> None:
    motion = shelf / "ks" / "motion.txt"
    size = motion.stat().st_size
    run(shelf)
    motion.write_text("Motion om lekplatser\n\nBygg inga skridskor\n"[:size].ljust(size), encoding="utf-8")
    os.utime(motion, (86_400, 86_400))
    assert (run(shelf).changed, titles(archive, "skridskor")) == (1, ["Motion om lekplatser"])
    assert run(shelf).unchanged == 3


def test_a_second_indexer_says_who_holds_the_lock_since_when(tmp_path: Path, shelf: Path) -> None:
    command = [REMISS, "index", shelf, "--data", tmp_path / "data", "--jobs", "1"]
    first = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True)
    lock = tmp_path / "data" / "archive.lock"
    while not (lock.exists() and lock.stat().st_size):
        assert first.poll() is None
        time.sleep(0.005)
    first.send_signal(signal.SIGSTOP)
    try:
        second = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    finally:
        first.send_signal(signal.SIGCONT)
    assert second.returncode == 1
    assert len(second.stderr.splitlines()) == 1
    assert f"another run is going on (process {first.pid}, since 2" in second.stderr
    assert "3 documents searchable" in first.communicate()[0]


def test_a_file_that_the_disk_does_not_give_keeps_its_document(
    archive: Archive, run: Run, shelf: Path
) -> None:
    run(shelf)
    motion = shelf / "ks" / "motion.txt"
    # Reading the memory of a process from its start is an input/output error.
    failing = f"/proc/{os.getpid()}/mem"
    try:
        laid_over = subprocess.run(["mount", "--bind", failing, motion], check=False, capture_output=True)
    except FileNotFoundError:
        pytest.skip("a file that cannot be read: not present")
    if laid_over.returncode:
        pytest.skip("a file that cannot be read: not present")
    try:
        report = run(shelf)
    finally:
        subprocess.run(["umount", motion], check=True)
    assert [(Path(one.path).name, one.reason) for one in report.rejected] == [
        ("motion.txt", "filen kan inte läsas: läsfel på disken")
    ]
    assert (report.removed, titles(archive, "lekplatser")) == (0, ["Motion om lekplatser"])
    assert run(shelf).rejected == []
